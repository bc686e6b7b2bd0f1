//! Owns adding a field: the keys that the generator knows and the post does not have, and keys of one's own.

use super::desk::{ask, use_desk};
use super::picker::Modal;
use super::typed::typed_in;
use super::{added, path};
use crate::icons::Icon;
use crate::panes::prose::prose;
use foreword_wire::{Change, FieldGroup, FieldInfo, NewValue, Step};
use web_sys::{HtmlSelectElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

/// The sections of the form, in order.
pub(crate) const GROUPS: [(FieldGroup, &str); 4] = [
    (FieldGroup::Common, "Common"),
    (FieldGroup::Dates, "Dates"),
    (FieldGroup::Taxonomy, "Tags and categories"),
    (FieldGroup::More, "More"),
];

/// What a key of one's own can be: the value of the option, and its name.
const TYPES: [(&str, &str); 6] = [
    ("text", "Text"),
    ("number", "Number"),
    ("switch", "Switch (true or false)"),
    ("date", "Date"),
    ("list", "List"),
    ("object", "Group of fields"),
];

/// Whether a key is what a person looks for. `sought` is in small letters.
pub(crate) fn fits(info: &FieldInfo, sought: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(sought);
    sought.is_empty() || has(&info.key) || info.label.as_deref().is_some_and(has) || has(&info.about)
}

#[derive(Properties, PartialEq)]
pub(crate) struct AddFieldProps {
    /// The id of the button.
    pub(crate) id: AttrValue,
    /// The map that gets the field.
    pub(crate) base: Vec<Step>,
    /// The keys that are known and not there.
    pub(crate) missing: Vec<FieldInfo>,
    /// The keys that are there.
    pub(crate) taken: Vec<String>,
    /// The map that gets keys of one's own, where that is another one.
    #[prop_or_default]
    pub(crate) own_under: Option<Vec<Step>>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// The button, and the dialog that it opens.
#[component]
pub(crate) fn AddField(props: &AddFieldProps) -> Html {
    let desk = use_desk();
    let open = use_state_eq(|| false);
    let sought = use_state_eq(String::new);
    if desk.locked {
        return Html::default();
    }
    let set_open = |to: bool| {
        let (set, forget) = (open.setter(), sought.setter());
        Callback::from(move |()| {
            forget.set(String::new());
            set.set(to);
        })
    };
    let close = set_open(false);
    let add = {
        let (base, wish, close) = (props.base.clone(), desk.wish.clone(), close.clone());
        Callback::from(move |info: FieldInfo| {
            wish.for_new(&path::key(&base, &info.key), ["Field", &info.key, "added"].join(" "));
            ask(added(&base, &info), false);
            close.emit(());
        })
    };
    let title = match props.base.last() {
        Some(Step::Key(key)) => ["Add a field to", key].join(" "),
        _ => "Add a field".to_owned(),
    };
    let dialog = || {
        let found: Vec<&FieldInfo> = props.missing.iter().filter(|info| fits(info, &sought)).collect();
        let oninput = {
            let set = sought.setter();
            Callback::from(move |event: InputEvent| set.set(typed_in(&event).trim().to_lowercase()))
        };
        let first = found.first().map(|info| FieldInfo::clone(info));
        let add_first = {
            let add = add.clone();
            Callback::from(move |event: KeyboardEvent| {
                if let (Some(first), "Enter", false) = (&first, event.key().as_str(), event.is_composing()) {
                    event.prevent_default();
                    add.emit(first.clone());
                }
            })
        };
        html! {
            <Modal {title} close={close.clone()}>
                if !props.missing.is_empty() {
                    <input
                        class="input"
                        type="search"
                        placeholder="Search fields"
                        aria-label="Search fields"
                        autocomplete="off"
                        spellcheck="false"
                        {oninput}
                        onkeydown={add_first}
                    />
                    <div class="addable-list">
                        if found.is_empty() {
                            <p class="quiet">{ "No known field matches." }</p>
                        }
                        for (group, title) in GROUPS {
                            { draw_group(group, title, &found, &add) }
                        }
                    </div>
                }
                <OwnKey
                    base={props.own_under.clone().unwrap_or_else(|| props.base.clone())}
                    taken={if props.own_under.is_some() { Vec::new() } else { props.taken.clone() }}
                    close={close.clone()}
                />
            </Modal>
        }
    };
    html! {
        <>
            <button
                type="button"
                id={props.id.clone()}
                class={classes!("button", "add", props.class.clone())}
                aria-haspopup="dialog"
                onclick={set_open(true).reform(|_: MouseEvent| ())}
            >
                { Icon::Add.svg() }
                { "Add field" }
            </button>
            if *open {
                { dialog() }
            }
        </>
    }
}

fn draw_group(group: FieldGroup, title: &str, found: &[&FieldInfo], add: &Callback<FieldInfo>) -> Html {
    let mut list = found.iter().filter(|info| info.group == group).peekable();
    if list.peek().is_none() {
        return Html::default();
    }
    html! {
        <section class="addable-group">
            <h3>{ title.to_owned() }</h3>
            <ul role="list">
                for info in list {
                    <li key={info.key.clone()}>{ addable(info, add) }</li>
                }
            </ul>
        </section>
    }
}

/// A key that can be added, with its meaning.
pub(crate) fn addable(info: &FieldInfo, add: &Callback<FieldInfo>) -> Html {
    let onclick = {
        let info = info.clone();
        add.reform(move |_: MouseEvent| info.clone())
    };
    html! {
        <button type="button" class="addable" {onclick}>
            <span class="addable-name" dir="auto">
                { info.label.as_ref().unwrap_or(&info.key).clone() }
                if info.label.is_some() {
                    <small class="field-key">{ info.key.clone() }</small>
                }
            </span>
            if !info.about.is_empty() {
                <span class="addable-about" dir="auto">{ prose(&info.about) }</span>
            }
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct OwnKeyProps {
    base: Vec<Step>,
    taken: Vec<String>,
    close: Callback<()>,
}

/// A key that nobody knows yet: its name and what it is.
#[component]
fn OwnKey(props: &OwnKeyProps) -> Html {
    let desk = use_desk();
    let name = use_state_eq(String::new);
    let kind = use_state_eq(|| "text".to_owned());
    let taken = props.taken.contains(&*name);
    let set_name = {
        let set = name.setter();
        Callback::from(move |event: InputEvent| set.set(typed_in(&event).trim().to_owned()))
    };
    let set_kind = {
        let set = kind.setter();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                set.set(select.value());
            }
        })
    };
    let onsubmit = {
        let (base, close, wish) = (props.base.clone(), props.close.clone(), desk.wish.clone());
        let (name, kind) = (name.clone(), kind.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if name.is_empty() || taken {
                return;
            }
            let path = path::key(&base, &name);
            wish.for_new(&path, ["Field", &name, "added"].join(" "));
            ask(own(path, &kind), false);
            close.emit(());
        })
    };
    html! {
        <form class="own-key" {onsubmit}>
            <h3>{ "Own key" }</h3>
            <label>
                <span>{ "Name" }</span>
                <input
                    class="input code"
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby="own-key-taken"
                    aria-invalid={taken.then_some("true")}
                    oninput={set_name}
                />
            </label>
            <label>
                <span>{ "Type" }</span>
                <select class="input" onchange={set_kind}>
                    for (value, label) in TYPES {
                        <option {value} selected={*kind == value}>{ label }</option>
                    }
                </select>
            </label>
            <button type="submit" class="button" disabled={name.is_empty() || taken}>{ "Add" }</button>
            <p class="remark" id="own-key-taken" role="status">
                if taken {
                    { "There is already a field with this name." }
                }
            </p>
        </form>
    }
}

fn own(path: Vec<Step>, kind: &str) -> Change {
    let value = match kind {
        "date" => return Change::SetNow { path },
        "number" => NewValue::Null,
        "switch" => NewValue::Bool(true),
        "list" => NewValue::List(Vec::new()),
        "object" => NewValue::Map(Vec::new()),
        _ => NewValue::Text(String::new()),
    };
    Change::Set { path, value }
}
