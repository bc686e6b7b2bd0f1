//! Owns the front matter table: every key with its value, drawn by kind, to read and to jump from.

use super::prose::prose;
use crate::icons::Icon;
use crate::shared::Shared;
use foreword_wire::{Entry, FrontMatter, FrontMatterFormat, FrontMatterProblem, Range16, Value};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FrontMatterPaneProps {
    pub(crate) front_matter: Shared<Option<FrontMatter>>,
    pub(crate) reveal: Callback<Range16>,
}

/// The front matter pane.
#[component]
pub(crate) fn FrontMatterPane(props: &FrontMatterPaneProps) -> Html {
    let Some(front_matter) = props.front_matter.as_ref() else {
        return html! {
            <div class="empty">
                { Icon::FrontMatter.svg() }
                <p class="empty-title">{ "No front matter" }</p>
                <p>{ "Front matter holds the title, date and tags of a post. Begin the post with a line of three hyphens, one key and value on each line, and three hyphens again:" }</p>
                <pre>{ "---\ntitle: My post\ndate: 2025-01-31\n---" }</pre>
            </div>
        };
    };
    let format = match front_matter.format {
        FrontMatterFormat::Yaml => "YAML",
        FrontMatterFormat::Toml => "TOML",
        FrontMatterFormat::Json => "JSON",
    };
    html! {
        <>
            for problem in &front_matter.problems {
                { draw_problem(problem, &props.reveal) }
            }
            if front_matter.entries.is_empty() && front_matter.problems.is_empty() {
                <p class="quiet">{ "The front matter is empty." }</p>
            } else {
                <table class="front-matter">
                    <caption>{ format }</caption>
                    <tbody>
                        for entry in &front_matter.entries {
                            { draw_entry(entry, &props.reveal) }
                        }
                    </tbody>
                </table>
            }
        </>
    }
}

fn draw_problem(problem: &FrontMatterProblem, reveal: &Callback<Range16>) -> Html {
    let range = problem.range;
    html! {
        <button type="button" class="problem-jump error boxed" onclick={reveal.reform(move |_: MouseEvent| range)}>
            { Icon::Error.svg() }
            <span class="problem-text"><span class="problem-message" dir="auto">{ prose(&problem.message) }</span></span>
        </button>
    }
}

/// A row. The key is the button for keyboards and screen readers; a mouse may press anywhere in the row.
fn draw_entry(entry: &Entry, reveal: &Callback<Range16>) -> Html {
    let range = whole(entry);
    html! {
        <tr onclick={reveal.reform(move |_: MouseEvent| range)}>
            <th scope="row">
                <button type="button" class="key" dir="auto" title={format!("Show “{}” in the text", entry.key)}>
                    { &entry.key }
                </button>
            </th>
            <td>{ draw_value(&entry.value) }</td>
        </tr>
    }
}

/// From the start of the key to the end of the value.
fn whole(entry: &Entry) -> Range16 {
    Range16 { from: entry.key_range.from, to: entry.value_range.to.max(entry.key_range.to) }
}

fn draw_value(value: &Value) -> Html {
    match value {
        Value::Null => html! { <span class="value-none">{ "empty" }</span> },
        Value::Bool(on) => {
            let word = if *on { "true" } else { "false" };
            html! {
                <span class={classes!("value-bool", on.then_some("on"))}>
                    <span class="switch" aria-hidden="true" />
                    { word }
                </span>
            }
        }
        Value::Number(spelt) => html! { <span class="value-number">{ spelt }</span> },
        Value::Date(spelt) => draw_date(spelt),
        Value::String(text) if text.is_empty() => {
            html! { <span class="value-none">{ "empty text" }</span> }
        }
        Value::String(text) => html! { <span class="value-text" dir="auto">{ text }</span> },
        Value::List(items) => draw_list(items),
        Value::Map(entries) => draw_map(entries),
    }
}

/// A date as it is spelt; where it does not fit, it may break between day and time only.
fn draw_date(spelt: &str) -> Html {
    let time = spelt.find(['T', 't', ' ']).map_or(spelt.len(), |at| at + 1);
    let (day, time) = spelt.split_at(time);
    html! {
        <span class="value-date">
            { Icon::Date.svg() }
            <span><span>{ day.to_owned() }</span><wbr /><span>{ time.to_owned() }</span></span>
        </span>
    }
}

fn draw_list(items: &[Value]) -> Html {
    if items.is_empty() {
        return html! { <span class="value-none">{ "empty list" }</span> };
    }
    let plain = items.iter().all(|item| !matches!(item, Value::List(_) | Value::Map(_)));
    html! {
        <ul class={if plain { "chips" } else { "value-items" }} role="list">
            for item in items {
                <li>{ draw_value(item) }</li>
            }
        </ul>
    }
}

fn draw_map(entries: &[Entry]) -> Html {
    if entries.is_empty() {
        return html! { <span class="value-none">{ "empty map" }</span> };
    }
    html! {
        <dl class="value-map">
            for entry in entries {
                <div>
                    <dt dir="auto">{ &entry.key }</dt>
                    <dd>{ draw_value(&entry.value) }</dd>
                </div>
            }
        </dl>
    }
}
