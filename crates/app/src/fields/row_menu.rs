//! Owns the menu of a field, and the input in which it gets another name.

use super::desk::{ask, use_desk};
use super::{name_of, path, values};
use crate::icons::Icon;
use crate::panes::menu::{Deed, Group, Item, Menu};
use foreword_wire::{Change, Content, Field, FieldKind, NewValue, Step};
use std::rc::Rc;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct RowMenuProps {
    pub(crate) field: Rc<Field>,
    pub(crate) at: usize,
    pub(crate) count: usize,
    pub(crate) after: AttrValue,
    pub(crate) readonly: bool,
    /// False where the source is the only way to edit it.
    pub(crate) can_be_source: bool,
    pub(crate) as_source: bool,
    pub(crate) set_source: Callback<bool>,
    pub(crate) rename: Callback<()>,
}

/// The button with what can be done with a field as a whole.
#[component]
pub(crate) fn RowMenu(props: &RowMenuProps) -> Html {
    let desk = use_desk();
    let field = &props.field;
    let own_id = [&path::id_of(&field.path), "menu"].join("-");
    let name = name_of(field);
    let range = field.range;
    let show = Item::new("Show in the text", Deed::Call(desk.reveal.reform(move |()| range)));
    let mut groups = vec![vec![Item { icon: Some(Icon::Source), ..show }]];
    if !props.readonly {
        let moved = |label: &'static str, to: usize, said: &str| {
            let change = Change::Move { path: field.path.clone(), to: u32::try_from(to).unwrap_or(u32::MAX) };
            let (wish, id, say) = (desk.wish.clone(), own_id.clone(), [name, said].join(" "));
            Item::new(
                label,
                call(move || {
                    wish.for_focus(id.clone(), say.clone());
                    ask(change.clone(), false);
                }),
            )
        };
        let up = moved("Move up", props.at.saturating_sub(1), "moved up");
        let down = moved("Move down", props.at + 1, "moved down");
        groups.push(vec![
            Item::new("Rename…", Deed::Call(props.rename.clone())),
            Item { disabled: props.at == 0, ..up },
            Item { disabled: props.at + 1 >= props.count, ..down },
        ]);
        let mut turns = Vec::new();
        if props.can_be_source {
            let (label, to) =
                if props.as_source { ("Edit as a field", false) } else { ("Edit as source", true) };
            turns.push(Item::new(label, Deed::Call(props.set_source.reform(move |()| to))));
        }
        if let Some((label, value)) = turned(field) {
            let change = Change::Set { path: field.path.clone(), value };
            turns.push(Item::new(label, call(move || ask(change.clone(), false))));
        }
        groups.push(turns);
        let (wish, place, after) = (desk.wish.clone(), field.path.clone(), props.after.to_string());
        let say = ["Field", name, "removed"].join(" ");
        let remove = call(move || {
            wish.for_gone(path::id_of(&place), after.clone(), say.clone());
            ask(Change::Remove { path: place.clone() }, false);
        });
        groups.push(vec![Item { class: classes!("danger"), ..Item::new("Remove", remove) }]);
    }
    let groups = groups
        .into_iter()
        .filter(|items| !items.is_empty())
        .map(|items| Group { title: None, items })
        .collect::<Vec<_>>();
    html! {
        <Menu
            class="tool small"
            id={own_id}
            label={["Field", name].join(" ")}
            title={["Field", name].join(" ")}
            {groups}
            send={desk.send.clone()}
        >
            { Icon::More.svg() }
        </Menu>
    }
}

fn call(deed: impl Fn() + 'static) -> Deed {
    Deed::Call(Callback::from(move |()| deed()))
}

/// The same value as a list, or the only item of a list as a value, where the field may be the one or the other.
fn turned(field: &Field) -> Option<(&'static str, NewValue)> {
    match &field.content {
        Content::List(items) if !field.info.multiple || items.len() == 1 => {
            let value = match items.as_slice() {
                [] => NewValue::Text(String::new()),
                [item] => values::copy(item)?,
                _ => return None,
            };
            Some(("Make it one value", value))
        }
        content @ (Content::Text(_) | Content::Number(_) | Content::Date(_)) => {
            let listed = matches!(
                field.info.kind,
                FieldKind::Text
                    | FieldKind::Tags
                    | FieldKind::List
                    | FieldKind::MultiChoice
                    | FieldKind::Relation
            );
            let list = NewValue::List(vec![values::copy(content)?]);
            (listed || field.info.multiple || !field.known).then_some(("Make it a list", list))
        }
        _ => None,
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct RenameProps {
    pub(crate) field: Rc<Field>,
    /// Renamed, or not after all.
    pub(crate) done: Callback<()>,
}

/// The input for another key. Enter renames, Escape and leaving it do not.
#[component]
pub(crate) fn Rename(props: &RenameProps) -> Html {
    let desk = use_desk();
    let input = use_node_ref();
    {
        let input = input.clone();
        let key = props.field.info.key.clone();
        // Set once and not as an attribute, so that a form that is drawn meanwhile takes nothing back.
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.set_value(&key);
                crate::roving::focus(&input);
                input.select();
            }
        });
    }
    let onkeydown = {
        let (field, done, wish) = (props.field.clone(), props.done.clone(), desk.wish.clone());
        let input = input.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                let key = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
                let key = key.trim();
                if !key.is_empty() && *key != field.info.key {
                    let mut path = field.path.clone();
                    path.pop();
                    path.push(Step::Key(key.to_owned()));
                    let id = [&path::id_of(&path), "menu"].join("-");
                    wish.for_focus(id, ["Renamed to", key].join(" "));
                    ask(Change::Rename { path: field.path.clone(), key: key.to_owned() }, false);
                }
                done.emit(());
            }
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                done.emit(());
            }
            _ => {}
        })
    };
    html! {
        <input
            ref={input}
            class="input rename"
            type="text"
            dir="auto"
            autocapitalize="off"
            spellcheck="false"
            data-unsent=""
            aria-label={["New key for", name_of(&props.field)].join(" ")}
            {onkeydown}
            onblur={props.done.reform(|_: FocusEvent| ())}
        />
    }
}
