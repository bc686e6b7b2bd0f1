//! Owns the search field above a list: what is typed is told at once, and the first Escape empties it.

use crate::fields::typed_in;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// A search field with these words in it. The first Escape is about the search, the next one about what is around it.
pub(super) fn search(label: &'static str, value: &str, set: &Callback<String>) -> Html {
    let oninput = set.reform(|event: InputEvent| typed_in(&event));
    let onkeydown = {
        let (set, is_empty) = (set.clone(), value.is_empty());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !is_empty && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                set.emit(String::new());
            }
        })
    };
    html! {
        <input
            class="input"
            type="search"
            dir="auto"
            placeholder={label}
            aria-label={label}
            autocomplete="off"
            spellcheck="false"
            value={value.to_owned()}
            {oninput}
            {onkeydown}
        />
    }
}
