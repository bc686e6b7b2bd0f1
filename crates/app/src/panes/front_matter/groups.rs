//! Owns the fields in their sections, the search over them, and the button for more.

use crate::fields::desk::{ask, use_desk};
use crate::fields::typed_in;
use crate::fields::{AddField, GROUPS, addable, added, fits, path, rows};
use crate::shared::Shared;
use foreword_wire::{Content, Field, FieldInfo, Form, Step};
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Up to so many fields nobody needs a search.
const FEW: usize = 8;

#[derive(Properties, PartialEq)]
pub(crate) struct GroupsProps {
    pub(crate) form: Shared<Option<Form>>,
    pub(crate) locked: bool,
}

/// The fields of the form.
#[component]
pub(crate) fn Groups(props: &GroupsProps) -> Html {
    let desk = use_desk();
    let typed = use_state_eq(String::new);
    let Some(form) = props.form.as_ref() else {
        return Html::default();
    };
    let all = &form.fields.present;
    let searches = all.len() > FEW;
    // A search whose input is gone hides nothing.
    let sought = if searches { typed.trim().to_lowercase() } else { String::new() };
    let shown: Vec<(usize, &Field)> =
        all.iter().enumerate().filter(|(_, field)| matches(field, &sought)).collect();
    let sections =
        GROUPS.iter().filter(|(group, _)| shown.iter().any(|(_, field)| field.info.group == *group));
    let titled = sections.count() > 1;
    let add_id = AttrValue::Static("field-add");
    let own_under = form.custom_under.as_ref().map(|key| vec![Step::Key(key.clone())]);
    html! {
        <>
            if searches {
                { search(&typed) }
            }
            if all.is_empty() {
                <p class="quiet">{ "The front matter is empty." }</p>
            }
            for (group, title) in GROUPS {
                if shown.iter().any(|(_, field)| field.info.group == group) {
                    <section class="fields" key={title} aria-label={title}>
                        if titled {
                            <h3 class="fields-title">{ title }</h3>
                        }
                        { rows(shown.iter().copied().filter(|(_, field)| field.info.group == group), all, &add_id) }
                    </section>
                }
            }
            if !sought.is_empty() {
                { found(shown.is_empty(), &form.fields.missing, &sought, props.locked, &desk.wish) }
            }
            <AddField
                id={add_id}
                base={Vec::new()}
                missing={form.fields.missing.clone()}
                taken={all.iter().map(|field| field.info.key.clone()).collect::<Vec<_>>()}
                {own_under}
                class="wide"
            />
        </>
    }
}

fn search(typed: &UseStateHandle<String>) -> Html {
    let set = typed.setter();
    let oninput = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| set.set(typed_in(&event)))
    };
    let empty = typed.is_empty();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        // The first Escape ends the search, the next one closes the panel.
        if event.key() == "Escape" && !empty {
            event.prevent_default();
            event.stop_propagation();
            set.set(String::new());
        }
    });
    html! {
        <input
            class="input fields-search"
            type="search"
            placeholder="Search fields"
            aria-label="Search fields"
            autocomplete="off"
            spellcheck="false"
            data-unsent=""
            value={(**typed).clone()}
            {oninput}
            {onkeydown}
        />
    }
}

/// What else the search finds: fields that are not there yet.
fn found(
    nothing: bool,
    missing: &[FieldInfo],
    sought: &str,
    locked: bool,
    wish: &crate::fields::desk::Wish,
) -> Html {
    let mut list = missing.iter().filter(|info| !locked && fits(info, sought)).peekable();
    let none = list.peek().is_none();
    let wish = wish.clone();
    let add = Callback::from(move |info: FieldInfo| {
        wish.for_new(&path::key(&[], &info.key), ["Field", &info.key, "added"].join(" "));
        ask(added(&[], &info), false);
    });
    html! {
        <>
            if nothing {
                <p class="quiet">{ "No field of this post matches." }</p>
            }
            if !none {
                <section class="addable-group" aria-label="Fields to add">
                    <h3>{ "Fields to add" }</h3>
                    <ul role="list">
                        for info in list {
                            <li key={info.key.clone()}>{ addable(info, &add) }</li>
                        }
                    </ul>
                </section>
            }
        </>
    }
}

/// Whether a field or one inside it is what a person looks for.
fn matches(field: &Field, sought: &str) -> bool {
    let within = |list: &[Field]| list.iter().any(|inner| matches(inner, sought));
    fits(&field.info, sought)
        || match &field.content {
            Content::Map(set) => within(&set.present),
            Content::Maps(sets) => sets.iter().any(|set| within(&set.present)),
            _ => false,
        }
}
