//! Owns a list of maps: a card for each.

use super::desk::{ask, use_desk};
use super::list::SiblingTools;
use super::object::draw_set;
use super::values::{copy_map, summary};
use super::{WidgetProps, path, tool};
use crate::icons::Icon;
use foreword_wire::{Change, Content, FieldSet, NewValue};
use yew::prelude::*;

/// Up to so many cards are open at first.
const OPEN: usize = 2;

/// Cards that can be added, copied, moved and removed.
#[component]
pub(crate) fn ObjectList(props: &WidgetProps) -> Html {
    let desk = use_desk();
    let sets: &[FieldSet] = match props.content() {
        Content::Maps(sets) => sets,
        _ => &[],
    };
    let is_list = matches!(props.content(), Content::Maps(_) | Content::List(_));
    let add = {
        let (own, count, wish, id) = (props.path(), sets.len(), desk.wish.clone(), props.id.clone());
        // A new card has the keys of its neighbour, so that there is something to fill in.
        let value = NewValue::Map(sets.last().map_or_else(Vec::new, |set| {
            let blank =
                |field: &foreword_wire::Field| (field.info.key.clone(), NewValue::Text(String::new()));
            let is_text = |field: &&foreword_wire::Field| matches!(field.content, Content::Text(_));
            set.present.iter().filter(is_text).map(blank).collect()
        }));
        Callback::from(move |_: MouseEvent| {
            let at = path::item(&own, count);
            wish.for_focus(card_id(&id, count), "Entry added".to_owned());
            ask(
                if is_list {
                    Change::Insert { path: at, value: value.clone() }
                } else {
                    Change::Set { path: own.clone(), value: NewValue::List(vec![value.clone()]) }
                },
                false,
            );
        })
    };
    html! {
        <div role="group" aria-labelledby={props.id_of("label")} aria-describedby={props.described_by.clone()}>
            <ul class="cards" role="list">
                for (at, set) in sets.iter().enumerate() {
                    <Card key={at} list={props.clone()} set={set.clone()} {at} count={sets.len()} />
                }
            </ul>
            if !props.readonly {
                <button type="button" class="button add" id={props.id_of("add")} onclick={add}>
                    { Icon::Add.svg() }
                    { "Add entry" }
                </button>
            }
        </div>
    }
}

fn card_id(id: &str, at: usize) -> String {
    [id, &at.to_string(), "card"].join("-")
}

#[derive(Properties, PartialEq)]
struct CardProps {
    /// The list.
    list: WidgetProps,
    set: FieldSet,
    at: usize,
    count: usize,
}

/// A map of the list. Whether it is open is the person's choice from its first drawing on: another card changes
/// nothing about it.
#[component]
fn Card(props: &CardProps) -> Html {
    let desk = use_desk();
    let (at, list) = (props.at, &props.list);
    let id = card_id(&list.id, at);
    let open = {
        let open = props.count <= OPEN || desk.wish.is_for(&id);
        use_memo((), move |()| open)
    };
    let title = summary(&props.set);
    let tools =
        SiblingTools { own: list.path(), list: list.id.clone(), at, count: props.count, name: title.clone() };
    let copied = copy_map(&props.set).map(|value| {
        let (path, wish, title) = (path::item(&list.field.path, at + 1), desk.wish.clone(), title.clone());
        let last = card_id(&list.id, props.count);
        let next = card_id(&list.id, at + 1);
        Callback::from(move |_: MouseEvent| {
            wish.for_copy(last.clone(), next.clone(), [&title, "duplicated"].join(" "));
            ask(Change::Insert { path: path.clone(), value: value.clone() }, false);
        })
    });
    let own = path::item(&list.field.path, at);
    html! {
        <li class="card" data-path={path::json_of(&own)}>
            <details class="object" open={*open}>
                <summary {id}>
                    <span class="card-number">{ at + 1 }</span>
                    <span class="card-title" dir="auto">{ title.clone() }</span>
                </summary>
                <div class="inside">
                    if !list.readonly {
                        <div class="card-tools">
                            { tools.moves(&desk) }
                            if let Some(copied) = copied {
                                { tool(["Duplicate ", &title].concat(), Icon::Copy, false, copied) }
                            }
                            { tools.remove(&desk, ["Remove ", &title].concat()) }
                        </div>
                    }
                    { draw_set(list, &props.set, &own) }
                </div>
            </details>
        </li>
    }
}
