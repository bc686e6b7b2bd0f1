//! Owns the side panel: its tabs, and the pane of the chosen one.

use super::front_matter::FrontMatterPane;
use super::outline::Outline;
use super::posts::PostsPane;
use super::problems::Problems;
use super::rendering::RenderingPane;
use crate::icons::Icon;
use crate::kernel;
use crate::roving::{self, Axis};
use crate::shared::Shared;
use crate::state::{Folders, Header, Lint, Msg, Rendering, Tab};
use foreword_wire::{Command, Diagnostic, DialectChoice, FolderAsk, OpenDocument, OutlineItem, Range16};
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent};
use yew::prelude::*;

const TABS: [(Tab, &str, &str); 5] = [
    (Tab::Posts, "Posts", "tab-posts"),
    (Tab::Problems, "Problems", "tab-problems"),
    (Tab::FrontMatter, "Front matter", "tab-front-matter"),
    (Tab::Outline, "Outline", "tab-outline"),
    (Tab::Rendering, "Rendering", "tab-rendering"),
];

#[derive(Properties, PartialEq)]
pub(crate) struct SideProps {
    pub(crate) tab: Tab,
    pub(crate) rev: u32,
    pub(crate) diagnostics: Shared<Vec<Diagnostic>>,
    pub(crate) header: Header,
    pub(crate) document: Shared<OpenDocument>,
    pub(crate) folders: Folders,
    /// Asks for something that opens a post of the folder.
    pub(crate) open: Callback<FolderAsk>,
    pub(crate) outline: Shared<Vec<OutlineItem>>,
    /// The heading whose section holds the cursor.
    pub(crate) section: Option<usize>,
    pub(crate) dialect: Shared<Option<DialectChoice>>,
    pub(crate) rendering: Rendering,
    pub(crate) lint: Lint,
    /// False until the first analysis is there.
    pub(crate) analysed: bool,
    pub(crate) reveal: Callback<Range16>,
    pub(crate) send: Callback<Msg>,
}

/// The panel beside the preview; on a phone a sheet at the bottom.
#[component]
pub(crate) fn Side(props: &SideProps) -> Html {
    let tabs = use_node_ref();
    {
        let tabs = tabs.clone();
        use_effect_with(props.tab, move |_| {
            if let Some(tabs) = tabs.cast::<HtmlElement>() {
                show_chosen(&tabs);
            }
        });
    }
    let on_tab_key = {
        let tabs = tabs.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(tabs) = tabs.cast::<HtmlElement>() {
                roving::follow(&tabs, "[role='tab']", Axis::Row, &event);
            }
        })
    };
    let on_panel_key = {
        let send = props.send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                send.emit(Msg::SideClosed);
                kernel::run(&Command::FocusText);
            }
        })
    };
    let labelled_by = TABS.iter().find(|(tab, ..)| *tab == props.tab).map(|(_, _, id)| *id);
    html! {
        <div class="side" onkeydown={on_panel_key}>
            <div class="side-head">
                <div class="tabs" role="tablist" aria-label="Side panel" ref={tabs} onkeydown={on_tab_key}>
                    for (tab, label, id) in TABS {
                        { draw_tab(props, tab, label, id) }
                    }
                </div>
                <button
                    type="button"
                    class="tool"
                    aria-label="Close the side panel"
                    title="Close the side panel"
                    onclick={props.send.reform(|_: MouseEvent| Msg::SideClosed)}
                >
                    { Icon::Close.svg() }
                </button>
            </div>
            <div class="side-body" role="tabpanel" id="side-panel" aria-labelledby={labelled_by} tabindex="0">
                if props.analysed || props.tab == Tab::Posts {
                    { draw_pane(props) }
                } else {
                    <p class="quiet">{ "Reading the post…" }</p>
                }
            </div>
        </div>
    }
}

/// Brings the chosen tab into view where there is no room for all of them.
fn show_chosen(tabs: &HtmlElement) {
    let chosen = tabs.query_selector("[aria-selected='true']").ok().flatten();
    if let Some(chosen) = chosen.and_then(|chosen| chosen.dyn_into::<HtmlElement>().ok()) {
        tabs.set_scroll_left(chosen.offset_left() + (chosen.offset_width() - tabs.client_width()) / 2);
    }
}

fn draw_tab(props: &SideProps, tab: Tab, label: &'static str, id: &'static str) -> Html {
    let chosen = props.tab == tab;
    html! {
        <button
            type="button"
            role="tab"
            {id}
            class="tab"
            aria-selected={if chosen { "true" } else { "false" }}
            aria-controls="side-panel"
            tabindex={if chosen { "0" } else { "-1" }}
            onclick={props.send.reform(move |_: MouseEvent| Msg::TabChosen(tab))}
            onfocus={props.send.reform(move |_: FocusEvent| Msg::TabChosen(tab))}
        >
            { label }
            if tab == Tab::Problems && !props.diagnostics.is_empty() {
                <span class="count">{ props.diagnostics.len() }</span>
            }
        </button>
    }
}

fn draw_pane(props: &SideProps) -> Html {
    let reveal = props.reveal.clone();
    match props.tab {
        Tab::Posts => {
            html! {
                <PostsPane folders={props.folders.clone()} open={props.open.clone()} send={props.send.clone()} />
            }
        }
        Tab::Problems => {
            html! {
                <Problems
                    key={props.document.opening}
                    rev={props.rev}
                    diagnostics={props.diagnostics.clone()}
                    lint={props.lint.clone()}
                    {reveal}
                    send={props.send.clone()}
                />
            }
        }
        Tab::FrontMatter => {
            html! {
                <FrontMatterPane
                    key={props.document.opening}
                    rev={props.rev}
                    header={props.header.clone()}
                    document={props.document.clone()}
                    {reveal}
                    send={props.send.clone()}
                />
            }
        }
        Tab::Outline => {
            html! { <Outline outline={props.outline.clone()} section={props.section} {reveal} /> }
        }
        Tab::Rendering => {
            html! {
                <RenderingPane
                    key={props.document.opening}
                    dialect={props.dialect.clone()}
                    rendering={props.rendering.clone()}
                    send={props.send.clone()}
                />
            }
        }
    }
}
