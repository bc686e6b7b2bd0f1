//! Owns the outline: the headings of the post, indented; each one jumps to its place.

use super::limit::{more, use_limit};
use crate::icons::Icon;
use crate::shared::Shared;
use foreword_wire::{OutlineItem, Range16};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct OutlineProps {
    pub(crate) outline: Shared<Vec<OutlineItem>>,
    /// The heading whose section holds the cursor.
    pub(crate) section: Option<usize>,
    pub(crate) reveal: Callback<Range16>,
}

/// The outline pane.
#[component]
pub(crate) fn Outline(props: &OutlineProps) -> Html {
    let limit = use_limit();
    if props.outline.is_empty() {
        return html! {
            <div class="empty">
                { Icon::Outline.svg() }
                <p class="empty-title">{ "No headings yet" }</p>
                <p>{ "Begin a line with ## and a space to make one." }</p>
            </div>
        };
    }
    let top = props.outline.iter().map(|item| item.level).min().unwrap_or(1);
    html! {
        <>
            <ul class="outline" role="list">
                for (index, item) in props.outline.iter().enumerate().take(*limit) {
                    { draw(item, top, props.section == Some(index), &props.reveal) }
                }
            </ul>
            { more(&limit, props.outline.len()) }
        </>
    }
}

fn draw(item: &OutlineItem, top: u8, current: bool, reveal: &Callback<Range16>) -> Html {
    let range = item.range;
    let depth = item.level.saturating_sub(top);
    html! {
        <li>
            <button
                type="button"
                class={classes!("outline-item", format!("depth-{depth}"))}
                aria-current={current.then_some("location")}
                onclick={reveal.reform(move |_: MouseEvent| range)}
            >
                <span class="outline-text" dir="auto">
                    if item.text.is_empty() {
                        <em>{ "Empty heading" }</em>
                    } else {
                        { &item.text }
                    }
                </span>
                <span class="outline-level">
                    <span class="hidden">{ "Level " }</span>
                    <span aria-hidden="true">{ "H" }</span>
                    { item.level }
                </span>
            </button>
        </li>
    }
}
