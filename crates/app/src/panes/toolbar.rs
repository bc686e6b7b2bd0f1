//! Owns the formatting toolbar. What does not fit is in a menu at its end; on a phone it is a row that scrolls.

use super::menu::{Deed, Group, Item, Menu, keep_focus};
use crate::icons::Icon;
use crate::kernel;
use crate::roving::{self, Axis};
use crate::shortcuts::{self, REDO};
use crate::state::Msg;
use foreword_wire::{Command, Format, ImageAsk};
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// A button: what it does, its picture, its name, its shortcut.
struct Tool {
    /// None for what asks about an image of the person's own.
    format: Option<Format>,
    icon: Icon,
    label: &'static str,
    keys: Option<&'static str>,
}

const fn tool(format: Format, icon: Icon, label: &'static str, keys: Option<&'static str>) -> Tool {
    Tool { format: Some(format), icon, label, keys }
}

impl Tool {
    fn command(&self) -> Command {
        match self.format {
            Some(format) => Command::Format { format },
            None => Command::Image { ask: ImageAsk::Pick { field: None } },
        }
    }
}

/// Groups in the order to show; the style hides the later ones first.
const GROUPS: [(&str, &[Tool]); 3] = [
    (
        "first",
        &[
            tool(Format::Bold, Icon::Bold, "Bold", Some("Mod-b")),
            tool(Format::Italic, Icon::Italic, "Italic", Some("Mod-i")),
            tool(Format::Link, Icon::Link, "Link", Some("Mod-k")),
            tool(Format::Heading, Icon::Heading, "Heading", None),
        ],
    ),
    (
        "second",
        &[
            Tool { format: None, icon: Icon::Image, label: "Insert image…", keys: None },
            tool(Format::Quote, Icon::Quote, "Quote", None),
            tool(Format::BulletList, Icon::BulletList, "Bulleted list", None),
            tool(Format::NumberedList, Icon::NumberedList, "Numbered list", None),
        ],
    ),
    (
        "third",
        &[
            tool(Format::TaskList, Icon::TaskList, "Task list", None),
            tool(Format::Code, Icon::Code, "Code", Some("Mod-e")),
            tool(Format::Table, Icon::Table, "Table", None),
            tool(Format::Strikethrough, Icon::Strikethrough, "Strikethrough", Some("Mod-Shift-x")),
        ],
    ),
];

#[derive(Properties, PartialEq)]
pub(crate) struct ToolbarProps {
    pub(crate) can_undo: bool,
    pub(crate) can_redo: bool,
    pub(crate) read_only: bool,
    pub(crate) apple: bool,
    pub(crate) send: Callback<Msg>,
}

/// The toolbar. One of its buttons takes part in the Tab order; the arrow keys reach the others.
#[component]
pub(crate) fn Toolbar(props: &ToolbarProps) -> Html {
    let bar = use_node_ref();
    let onkeydown = {
        let bar = bar.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(bar) = bar.cast::<HtmlElement>() {
                roving::follow(&bar, "button:not([role])", Axis::Row, &event);
            }
        })
    };
    let history = |label: &'static str, keys: &'static str, icon: Icon, possible: bool, command: Command| {
        let shown = shortcuts::written(keys, props.apple);
        html! {
            <button
                type="button"
                class="tool"
                tabindex="-1"
                aria-label={label}
                title={format!("{label} ({shown})")}
                aria-keyshortcuts={shortcuts::announced(keys, props.apple)}
                aria-disabled={(!possible).then_some("true")}
                onmousedown={keep_focus()}
                onclick={Callback::from(move |_: MouseEvent| kernel::run(&command))}
            >
                { icon.svg() }
            </button>
        }
    };
    html! {
        <div class="toolbar" role="toolbar" aria-label="Formatting" ref={bar} {onkeydown}>
            <div class="tools history">
                { history("Undo", "Mod-z", Icon::Undo, props.can_undo, Command::Undo) }
                { history("Redo", REDO, Icon::Redo, props.can_redo, Command::Redo) }
            </div>
            for (class, tools) in GROUPS {
                <div class={classes!("tools", class)}>
                    for tool in tools {
                        { draw(tool, props) }
                    }
                </div>
            }
            <div class="tools more">
                <Menu
                    class="tool"
                    label="More formatting"
                    title="More formatting"
                    groups={hidden_groups(props.apple)}
                    send={props.send.clone()}
                >
                    { Icon::More.svg() }
                </Menu>
            </div>
        </div>
    }
}

fn draw(tool: &Tool, props: &ToolbarProps) -> Html {
    let command = tool.command();
    let title = match tool.keys {
        Some(keys) => format!("{} ({})", tool.label, shortcuts::written(keys, props.apple)),
        None => tool.label.to_owned(),
    };
    // The first button is never hidden, so it is the way in for the Tab key.
    let tabindex = if tool.format == Some(Format::Bold) { "0" } else { "-1" };
    html! {
        <button
            type="button"
            class="tool"
            {tabindex}
            aria-label={tool.label}
            {title}
            aria-keyshortcuts={tool.keys.map(|keys| shortcuts::announced(keys, props.apple))}
            aria-disabled={props.read_only.then_some("true")}
            onmousedown={keep_focus()}
            onclick={Callback::from(move |_: MouseEvent| kernel::run(&command))}
        >
            { tool.icon.svg() }
        </button>
    }
}

/// The tools that the style may have hidden; each item shows only while its button does not.
fn hidden_groups(apple: bool) -> Vec<Group> {
    GROUPS
        .iter()
        .skip(1)
        .map(|(class, tools)| Group {
            title: None,
            items: tools
                .iter()
                .map(|tool| Item {
                    icon: Some(tool.icon),
                    keys: tool.keys.map(|keys| shortcuts::written(keys, apple)),
                    class: classes!(format!("without-{class}")),
                    ..Item::new(tool.label, Deed::Kernel(tool.command()))
                })
                .collect(),
        })
        .collect()
}
