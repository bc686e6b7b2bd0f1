//! Owns the list of lines that differ from the file as it was opened or last saved.

use crate::icons::Icon;
use crate::kernel;
use crate::panes::counted;
use crate::shared::Shared;
use crate::state::Changes;
use foreword_wire::{ChangedLine, Command, LineChange};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ChangesListProps {
    pub(crate) changes: Shared<Option<Changes>>,
}

/// Closed until asked for; the kernel compares only while it is open.
#[component]
pub(crate) fn ChangesList(props: &ChangesListProps) -> Html {
    let open = use_state_eq(|| false);
    use_effect_with(*open, |open| {
        let watched = *open;
        if watched {
            kernel::run(&Command::WatchChanges { on: true });
        }
        move || {
            if watched {
                kernel::run(&Command::WatchChanges { on: false });
            }
        }
    });
    let toggle = {
        let (set, to) = (open.setter(), !*open);
        Callback::from(move |_: MouseEvent| set.set(to))
    };
    html! {
        <section class="changes">
            <h3>
                <button
                    type="button"
                    class="fold"
                    aria-expanded={if *open { "true" } else { "false" }}
                    aria-controls="changes"
                    onclick={toggle}
                >
                    { Icon::ChevronDown.svg() }
                    { "Changes since the file was opened or saved" }
                </button>
            </h3>
            <div id="changes" hidden={!*open}>
                if *open {
                    { draw(&props.changes) }
                }
            </div>
        </section>
    }
}

fn draw(changes: &Option<Changes>) -> Html {
    let Some(Changes { lines, more }) = changes else {
        return html! { <p class="quiet">{ "Comparing…" }</p> };
    };
    if lines.is_empty() {
        return html! { <p class="quiet">{ "No changes." }</p> };
    }
    let more = usize::try_from(*more).unwrap_or(usize::MAX);
    html! {
        <>
            <ol class="diff" role="list">
                for line in lines {
                    { draw_line(line) }
                }
            </ol>
            if more > 0 {
                <p class="quiet">{ ["And ", &counted(more, "more line", "more lines"), "."].concat() }</p>
            }
        </>
    }
}

fn draw_line(line: &ChangedLine) -> Html {
    let (class, sign, word) = match line.change {
        LineChange::Added => ("added", "+", "Added, line "),
        LineChange::Removed => ("removed", "−", "Removed, line "),
    };
    html! {
        <li {class}>
            <span class="diff-line"><span class="hidden">{ word }</span>{ line.line }</span>
            <span class="diff-sign" aria-hidden="true">{ sign }</span>
            <span class="diff-text" dir="auto">{ line.text.clone() }</span>
        </li>
    }
}
