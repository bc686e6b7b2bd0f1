//! Owns the list of posts: its rows, the arrow keys between them, and going on where there are more.

use super::row::Row;
use crate::icons::Icon;
use crate::looked::{Looked, count};
use crate::panes::counted;
use crate::roving::{self, Axis};
use crate::shared::Shared;
use crate::state::Msg;
use foreword_wire::{FolderAsk, PostFilter, PostList, PostRow};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// What the arrow keys move between.
const ROWS: &str = ".post";

#[derive(Properties, PartialEq)]
pub(super) struct ListProps {
    pub(super) list: Shared<Option<PostList>>,
    pub(super) looked: Shared<Looked>,
    /// Path of the open post.
    pub(super) post: Shared<Option<String>>,
    pub(super) writable: bool,
    pub(super) open: Callback<FolderAsk>,
    pub(super) send: Callback<Msg>,
}

/// The rows that were told.
#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let element = use_node_ref();
    // The row that was used last, and its place.
    let active = use_state_eq(|| None::<(String, usize)>);
    let rows = use_memo(props.list.clone(), |list| {
        let rows = list.as_ref().map(|list| list.rows.as_slice()).unwrap_or_default();
        rows.iter().map(|row| Rc::new(row.clone())).collect::<Vec<_>>()
    });
    let activate = {
        let set = active.setter();
        use_callback((), move |at: (String, usize), ()| set.set(Some(at)))
    };
    {
        let (element, active) = (element.clone(), (*active).clone());
        use_effect_with(rows.clone(), move |rows| keep_focus(&element, rows, active));
    }
    let onkeydown = {
        let element = element.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Menus and inputs in a row have keys of their own.
            let on_row =
                event.target_dyn_into::<Element>().is_some_and(|target| target.matches(ROWS) == Ok(true));
            if let (true, Some(list)) = (on_row, element.cast::<HtmlElement>()) {
                roving::follow(&list, ROWS, Axis::Column, &event);
            }
        })
    };
    let Some(list) = props.list.as_ref() else {
        return html! { <p class="quiet">{ "Reading the folder…" }</p> };
    };
    if list.matching == 0 {
        return draw_none(list, props);
    }
    let has = |path: &str| rows.iter().any(|row| row.path == path);
    let reached = [active.as_ref().map(|(path, _)| path), props.post.as_ref()]
        .into_iter()
        .flatten()
        .find(|path| has(path))
        .or_else(|| rows.first().map(|row| &row.path));
    let step = |looked: Looked| props.send.reform(move |_: MouseEvent| Msg::Looked(looked.clone()));
    let left = count(list.matching).saturating_sub(count(list.from) + rows.len());
    html! {
        <>
            if list.from > 0 {
                <button type="button" class="button show-more" onclick={step(props.looked.earlier())}>
                    { "Show earlier ones" }
                </button>
            }
            <ul class="post-list" role="list" aria-label="Posts" ref={element} {onkeydown}>
                for (place, row) in rows.iter().enumerate() {
                    <Row
                        key={row.path.clone()}
                        row={row.clone()}
                        {place}
                        current={props.post.as_ref() == Some(&row.path)}
                        reached={reached == Some(&row.path)}
                        writable={props.writable}
                        activate={activate.clone()}
                        open={props.open.clone()}
                        send={props.send.clone()}
                    />
                }
            </ul>
            if left > 0 {
                <button type="button" class="button show-more" onclick={step(props.looked.more())}>
                    { ["Show more (", counted(left, "left", "left").as_str(), ")"].concat() }
                </button>
            }
        </>
    }
}

/// A row that is gone, renamed or moved to the trash, leaves the focus to the one in its place.
fn keep_focus(element: &NodeRef, rows: &[Rc<PostRow>], active: Option<(String, usize)>) {
    let Some((path, place)) = active else {
        return;
    };
    if rows.iter().any(|row| row.path == path) {
        return;
    }
    let Some(list) = element.cast::<HtmlElement>() else {
        return;
    };
    let focused = list.owner_document().and_then(|document| document.active_element());
    if focused.is_some_and(|focused| focused.tag_name() != "BODY") {
        return;
    }
    let place = u32::try_from(place.min(rows.len().saturating_sub(1))).unwrap_or_default();
    let button = list.query_selector_all(ROWS).ok().and_then(|buttons| buttons.get(place));
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        roving::focus(&button);
    }
}

fn draw_none(list: &PostList, props: &ListProps) -> Html {
    if props.looked.narrows() && list.total > 0 {
        let all = props.looked.with_search(String::new()).with_filter(PostFilter::default());
        return html! {
            <div class="empty">
                <p class="empty-title">{ "No post matches" }</p>
                <div class="buttons">
                    <button
                        type="button"
                        class="button"
                        onclick={props.send.reform(move |_: MouseEvent| Msg::Looked(all.clone()))}
                    >
                        { "Show all posts" }
                    </button>
                </div>
            </div>
        };
    }
    if !list.done {
        return Html::default();
    }
    html! {
        <div class="empty">
            { Icon::Posts.svg() }
            <p class="empty-title">{ "No posts yet" }</p>
            <p>{ "There are no Markdown files in this folder." }</p>
        </div>
    }
}
