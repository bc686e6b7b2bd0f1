//! Owns a list of short words: chips, and the input that adds to them.

use super::desk::{ask, use_desk};
use super::tag_input::TagInput;
use super::typed::use_typed;
use super::values::spelling;
use super::{WidgetProps, path};
use crate::icons::Icon;
use crate::roving::{self, Axis};
use foreword_wire::{Change, Content, NewValue};
use std::rc::Rc;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Stands between words where they are one text; no header has it.
const BETWEEN: char = '\u{1f}';

/// Chips in the order of the list. One of them is in the tab order; arrow keys lead to the others.
#[component]
pub(crate) fn Tags(props: &WidgetProps) -> Html {
    let desk = use_desk();
    let current = use_state_eq(|| 0_usize);
    let list = use_node_ref();
    let (model, is_list) = match props.content() {
        Content::List(items) => (joined(items.iter().map(spelling)), true),
        _ => (AttrValue::default(), false),
    };
    // Shown before the text answers: of several quick changes, each counts from the one before.
    let typed = use_typed(model, props.refused, Callback::from(|_| true));
    let words: Vec<String> = typed.value.split_terminator(BETWEEN).map(str::to_owned).collect();
    let count = words.len();
    let change = {
        let (own, set, words) = (props.path(), typed.set.clone(), words.clone());
        Callback::from(move |change: TagChange| {
            let mut words = words.clone();
            let change = match change {
                TagChange::Remove(at) if at < words.len() => {
                    words.remove(at);
                    Change::Remove { path: path::item(&own, at) }
                }
                TagChange::Move(from, to) if from < words.len() && to < words.len() => {
                    let word = words.remove(from);
                    words.insert(to, word);
                    Change::Move { path: path::item(&own, from), to: u32::try_from(to).unwrap_or(u32::MAX) }
                }
                TagChange::Remove(_) | TagChange::Move(..) => return,
            };
            set.emit(joined(words.iter().map(String::as_str)));
            ask(change, false);
        })
    };
    let onkeydown = {
        let (list, change, current, id) = (list.clone(), change.clone(), current.clone(), props.id.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = *current;
            let to = match event.key().as_str() {
                "ArrowLeft" => at.checked_sub(1),
                "ArrowRight" => Some(at + 1).filter(|to| *to < count),
                "Delete" | "Backspace" => {
                    event.prevent_default();
                    change.emit(TagChange::Remove(at));
                    // The neighbour takes its place; after the last one the input does.
                    if count == 1 {
                        focus(&id);
                    }
                    current.set(at.min(count.saturating_sub(2)));
                    return;
                }
                _ => None,
            };
            match to {
                Some(to) if event.alt_key() => {
                    event.prevent_default();
                    change.emit(TagChange::Move(at, to));
                    current.set(to);
                    focus(&[&id, "chip", &to.to_string()].join("-"));
                }
                _ => {
                    if let Some(list) = list.cast::<HtmlElement>() {
                        roving::follow(&list, ".chip-remove", Axis::Row, &event);
                    }
                }
            }
        })
    };
    let add = {
        let (own, set, words, desk) = (props.path(), typed.set.clone(), words.clone(), desk.clone());
        Callback::from(move |new: Vec<String>| {
            if !desk.is_open() {
                return;
            }
            set.emit(joined(words.iter().chain(&new).map(String::as_str)));
            let values = new.into_iter().map(NewValue::Text);
            if is_list || !words.is_empty() {
                for (at, value) in values.enumerate() {
                    ask(Change::Insert { path: path::item(&own, words.len() + at), value }, false);
                }
            } else {
                ask(Change::Set { path: own.clone(), value: NewValue::List(values.collect()) }, false);
            }
        })
    };
    let remove_last = change.reform(move |()| TagChange::Remove(count.wrapping_sub(1)));
    let active = (*current).min(count.saturating_sub(1));
    html! {
        <div class="tags">
            if count > 0 {
                <ul class="chips" role="list" ref={list} {onkeydown} aria-label={props.name().to_owned()}>
                    for (at, word) in words.iter().enumerate() {
                        <li class="chip" key={at}>
                            <span class="chip-text" dir="auto">{ if word.is_empty() { "(empty)" } else { word } }</span>
                            if !props.readonly {
                                { chip_button(props, word, at, at == active, &current, &change) }
                            }
                        </li>
                    }
                </ul>
            }
            if !props.readonly {
                <TagInput
                    id={props.id.clone()}
                    name={AttrValue::from(props.name().to_owned())}
                    described_by={props.described_by.clone()}
                    invalid={props.invalid}
                    suggestions={Rc::new(props.field.suggestions.clone())}
                    taken={Rc::new(words)}
                    {add}
                    {remove_last}
                />
            }
        </div>
    }
}

/// Something that happens to one of the words.
enum TagChange {
    Remove(usize),
    Move(usize, usize),
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> AttrValue {
    let mut text = String::new();
    for word in words {
        text.push_str(word);
        text.push(BETWEEN);
    }
    AttrValue::from(text)
}

fn chip_button(
    props: &WidgetProps,
    word: &str,
    at: usize,
    active: bool,
    current: &UseStateHandle<usize>,
    change: &Callback<TagChange>,
) -> Html {
    let set = current.setter();
    html! {
        <button
            type="button"
            class="chip-remove"
            id={[props.id.as_str(), "chip", &at.to_string()].join("-")}
            tabindex={if active { "0" } else { "-1" }}
            aria-label={["Remove", word].join(" ")}
            title="Remove. Alt with an arrow key moves it."
            onfocus={Callback::from(move |_: FocusEvent| set.set(at))}
            onclick={change.reform(move |_: MouseEvent| TagChange::Remove(at))}
        >
            { Icon::Close.svg() }
        </button>
    }
}

fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        roving::focus(&element);
    }
}
