//! Owns a list of values without parts: a row for each, in an order that can be changed.

use super::desk::{Desk, ask, use_desk};
use super::values::{empty_item, spelling};
use super::{Shape, WidgetProps, path, tool};
use crate::icons::Icon;
use foreword_wire::{Change, Content, FieldKind, NewValue, Step};
use yew::prelude::*;

/// Rows with the widget of the list's kind.
#[component]
pub(crate) fn List(props: &WidgetProps) -> Html {
    let desk = use_desk();
    let items: &[Content] = match props.content() {
        Content::List(items) => items,
        _ => &[],
    };
    let kind = if props.field.info.multiple { props.field.info.kind } else { FieldKind::Text };
    let add = {
        let (own, count, wish) = (props.path(), items.len(), desk.wish.clone());
        let is_list = matches!(props.content(), Content::List(_));
        Callback::from(move |_: MouseEvent| {
            let at = path::item(&own, count);
            wish.for_new(&at, "Item added".to_owned());
            let change = if is_list {
                Change::Insert { path: at, value: empty_item(kind) }
            } else {
                Change::Set { path: own.clone(), value: NewValue::List(vec![empty_item(kind)]) }
            };
            ask(change, false);
        })
    };
    html! {
        <div role="group" aria-labelledby={props.id_of("label")} aria-describedby={props.described_by.clone()}>
            <ul class="rows" role="list">
                for (at, item) in items.iter().enumerate() {
                    <li class="row" key={at}>
                        <div class="row-widget">{ Shape::of_one(item, kind).draw(item_props(props, at)) }</div>
                        if !props.readonly {
                            { row_tools(props, &desk, at, items.len(), item) }
                        }
                    </li>
                }
            </ul>
            if !props.readonly {
                <button type="button" class="button add" id={props.id_of("add")} onclick={add}>
                    { Icon::Add.svg() }
                    { "Add item" }
                </button>
            }
        </div>
    }
}

fn item_props(props: &WidgetProps, at: usize) -> WidgetProps {
    WidgetProps {
        item: Some(at),
        id: path::id_of(&path::item(&props.field.path, at)).into(),
        described_by: None,
        invalid: false,
        ..props.clone()
    }
}

fn row_tools(props: &WidgetProps, desk: &Desk, at: usize, count: usize, item: &Content) -> Html {
    let name = super::part(&["Item ", &(at + 1).to_string()].concat(), props.name());
    let removed = ["Remove ", spelling(item), " (", &name, ")"].concat();
    let tools = SiblingTools { own: props.path(), list: props.id.clone(), at, count, name };
    html! {
        <div class="row-tools">
            { tools.moves(desk) }
            { tools.remove(desk, removed) }
        </div>
    }
}

/// The buttons that move an item of a list and take it away. The focus goes along with what moves, and to a
/// neighbour of what goes.
pub(crate) struct SiblingTools {
    /// The list's path.
    pub(crate) own: Vec<Step>,
    /// The list's id.
    pub(crate) list: AttrValue,
    pub(crate) at: usize,
    pub(crate) count: usize,
    /// What the item is called.
    pub(crate) name: String,
}

impl SiblingTools {
    fn id(&self, at: usize, part: &str) -> String {
        [self.list.as_str(), &at.to_string(), part].join("-")
    }

    fn path(&self, at: usize) -> Vec<Step> {
        path::item(&self.own, at)
    }

    /// Up and down.
    pub(crate) fn moves(&self, desk: &Desk) -> Html {
        let at = self.at;
        let moved = |to: usize, part: &str, said: &str| {
            let change = Change::Move { path: self.path(at), to: u32::try_from(to).unwrap_or(u32::MAX) };
            // At an end the button of this direction cannot take the focus.
            let part = if to == 0 {
                "down"
            } else if to + 1 >= self.count {
                "up"
            } else {
                part
            };
            let (wish, focus, said) = (desk.wish.clone(), self.id(to, part), [&self.name, said].join(" "));
            Callback::from(move |_: MouseEvent| {
                wish.for_focus(focus.clone(), said.clone());
                ask(change.clone(), false);
            })
        };
        let (up, down) = (at.saturating_sub(1), at + 1);
        html! {
            <>
                <span id={self.id(at, "up")}>
                    { tool(["Move up: ", &self.name].concat(), Icon::ChevronUp, at == 0, moved(up, "up", "moved up")) }
                </span>
                <span id={self.id(at, "down")}>
                    { tool(["Move down: ", &self.name].concat(), Icon::ChevronDown, down >= self.count, moved(down, "down", "moved down")) }
                </span>
            </>
        }
    }

    /// The button that takes it away.
    pub(crate) fn remove(&self, desk: &Desk, label: String) -> Html {
        // Those after it move up, so it is the last place that goes.
        let gone = self.id(self.count.saturating_sub(1), "remove");
        let focus = match self.count {
            0 | 1 => [self.list.as_str(), "add"].join("-"),
            count => self.id(self.at.min(count - 2), "remove"),
        };
        let (wish, said, path) = (desk.wish.clone(), [&self.name, "removed"].join(" "), self.path(self.at));
        let onclick = Callback::from(move |_: MouseEvent| {
            wish.for_gone(gone.clone(), focus.clone(), said.clone());
            ask(Change::Remove { path: path.clone() }, false);
        });
        html! { <span id={self.id(self.at, "remove")}>{ tool(label, Icon::Close, false, onclick) }</span> }
    }
}
