//! Owns the input that adds words to a list, with the words that other posts use below it.

use super::typed::typed_in;
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// So many words are offered at once.
const OFFERED: usize = 8;

#[derive(Properties, PartialEq)]
pub(crate) struct TagInputProps {
    pub(crate) id: AttrValue,
    pub(crate) name: AttrValue,
    pub(crate) described_by: Option<AttrValue>,
    pub(crate) invalid: bool,
    pub(crate) suggestions: Rc<Vec<String>>,
    /// Words that the list has already.
    pub(crate) taken: Rc<Vec<String>>,
    pub(crate) add: Callback<Vec<String>>,
    pub(crate) remove_last: Callback<()>,
}

/// A combobox. Enter and comma add a word, and so does leaving it; Backspace in the empty input takes the last one out.
#[component]
pub(crate) fn TagInput(props: &TagInputProps) -> Html {
    let typed = use_state_eq(String::new);
    let open = use_state_eq(|| false);
    let active = use_state_eq(|| None::<usize>);
    let offered = offered(&props.suggestions, &props.taken, &typed);
    let is_open = *open && !offered.is_empty();
    let add = {
        let (typed, open, active) = (typed.setter(), open.setter(), active.setter());
        let (taken, add) = (props.taken.clone(), props.add.clone());
        Callback::from(move |text: String| {
            let new = words(&text, &taken);
            if !new.is_empty() {
                add.emit(new);
            }
            typed.set(String::new());
            active.set(None);
            open.set(false);
        })
    };
    let oninput = {
        let (typed, open, active, add) = (typed.setter(), open.setter(), active.setter(), add.clone());
        Callback::from(move |event: InputEvent| {
            let text = typed_in(&event);
            // A pasted list is added at once.
            if text.contains([',', '\n']) && !event.is_composing() {
                add.emit(text);
                return;
            }
            open.set(true);
            active.set(None);
            typed.set(text);
        })
    };
    let onkeydown = {
        let (typed, open, active) = (typed.clone(), open.setter(), active.clone());
        let (add, remove_last, offered) = (add.clone(), props.remove_last.clone(), offered.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let last = offered.len().checked_sub(1);
            match (event.key().as_str(), last) {
                ("Enter", _) if !typed.is_empty() || active.is_some() => {
                    event.prevent_default();
                    let chosen = active.filter(|_| is_open).and_then(|at| offered.get(at).cloned());
                    add.emit(chosen.unwrap_or_else(|| typed.to_string()));
                }
                ("ArrowDown", Some(last)) => {
                    event.prevent_default();
                    open.set(true);
                    active.set(Some(
                        active.filter(|_| is_open).map_or(0, |at| if at >= last { 0 } else { at + 1 }),
                    ));
                }
                ("ArrowUp", Some(last)) => {
                    event.prevent_default();
                    open.set(true);
                    active.set(Some(active.filter(|at| is_open && *at > 0).map_or(last, |at| at - 1)));
                }
                ("Escape", _) if is_open => {
                    event.prevent_default();
                    event.stop_propagation();
                    open.set(false);
                    active.set(None);
                }
                ("Backspace", _) if typed.is_empty() => remove_last.emit(()),
                _ => {}
            }
        })
    };
    let onblur = {
        let (typed, add) = (typed.clone(), add.clone());
        // A word that was typed and left standing would be lost.
        Callback::from(move |_: FocusEvent| add.emit(typed.to_string()))
    };
    let list_id = AttrValue::from([props.id.as_str(), "words"].join("-"));
    let option_id = |at: usize| [list_id.as_str(), &at.to_string()].join("-");
    html! {
        <div class="combo">
            <input
                class="input"
                id={props.id.clone()}
                type="text"
                role="combobox"
                dir="auto"
                autocomplete="off"
                autocapitalize="off"
                placeholder="Add…"
                aria-autocomplete="list"
                aria-expanded={if is_open { "true" } else { "false" }}
                aria-controls={is_open.then(|| list_id.clone())}
                aria-activedescendant={active.filter(|_| is_open).map(option_id)}
                aria-describedby={props.described_by.clone()}
                aria-invalid={props.invalid.then_some("true")}
                data-unsent={(!typed.is_empty()).then_some("")}
                value={(*typed).clone()}
                {oninput}
                {onkeydown}
                {onblur}
            />
            if is_open {
                <ul class="combo-list" role="listbox" id={list_id.clone()} aria-label={["Words for", &props.name].join(" ")}>
                    for (at, word) in offered.iter().enumerate() {
                        <li
                            role="option"
                            key={word.clone()}
                            id={option_id(at)}
                            class="combo-option"
                            aria-selected={if *active == Some(at) { "true" } else { "false" }}
                            onmousedown={crate::panes::menu::keep_focus()}
                            onclick={let word = word.clone(); add.reform(move |_: MouseEvent| word.clone())}
                        >
                            { word.clone() }
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

/// The words to offer: those that begin with what is typed, then those that hold it.
fn offered(suggestions: &[String], taken: &[String], typed: &str) -> Vec<String> {
    let typed = typed.trim().to_lowercase();
    let free = || suggestions.iter().filter(|word| !taken.contains(word));
    let begins = free().filter(|word| word.to_lowercase().starts_with(&typed));
    let holds = free().filter(|word| {
        let word = word.to_lowercase();
        !word.starts_with(&typed) && word.contains(&typed)
    });
    begins.chain(holds).take(OFFERED).cloned().collect()
}

/// The words in what was typed, without those that are there already.
fn words(text: &str, taken: &[String]) -> Vec<String> {
    let mut new: Vec<String> = Vec::new();
    for word in text.split([',', '\n']).map(str::trim).filter(|word| !word.is_empty()) {
        if !taken.iter().chain(&new).any(|other| other == word) {
            new.push(word.to_owned());
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::{offered, words};

    fn owned(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn what_begins_with_the_typed_comes_first() {
        let all = owned(&["web assembly", "rust", "Webdesign", "the web"]);
        assert_eq!(offered(&all, &owned(&["rust"]), " WEB"), ["web assembly", "Webdesign", "the web"]);
        assert_eq!(offered(&all, &[], "").len(), 4);
    }

    #[test]
    fn words_are_parted_by_commas_and_never_stand_twice() {
        assert_eq!(words(" a, b,,a\nc ", &owned(&["b"])), ["a", "c"]);
        assert!(words(" , ", &[]).is_empty());
    }
}
