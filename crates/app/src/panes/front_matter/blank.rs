//! Owns what a post without front matter shows: what it is for, and how to begin.

use super::head::FORMATS;
use crate::fields::desk::ask;
use crate::icons::Icon;
use foreword_wire::{Change, FrontMatterFormat};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct BlankProps {
    /// The language that suits the site.
    pub(crate) best: FrontMatterFormat,
    pub(crate) locked: bool,
}

/// One good choice and two others.
#[component]
pub(crate) fn Blank(props: &BlankProps) -> Html {
    let button = |format: FrontMatterFormat, class: &'static str, label: String| {
        let onclick = Callback::from(move |_: MouseEvent| ask(Change::AddHeader { format }, false));
        html! {
            <button type="button" class={classes!("button", class)} disabled={props.locked} {onclick}>{ label }</button>
        }
    };
    html! {
        <div class="empty">
            { Icon::FrontMatter.svg() }
            <p class="empty-title">{ "No front matter" }</p>
            <p>{ "It holds the title, the date and the tags of a post, at the top of the file." }</p>
            <div class="buttons">
                for (format, name) in FORMATS {
                    if format == props.best {
                        { button(format, "primary", ["Add front matter (", name, ")"].concat()) }
                    }
                }
                for (format, name) in FORMATS {
                    if format != props.best {
                        { button(format, "plain", ["As", name].join(" ")) }
                    }
                }
            </div>
        </div>
    }
}
