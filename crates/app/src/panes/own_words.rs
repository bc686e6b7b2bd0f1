//! Owns the list of the writer's own words, where each of them can be taken out again.

use crate::icons::Icon;
use crate::kernel;
use foreword_wire::{Command, SpellingAsk};
use yew::prelude::*;

/// The content of the dialog.
pub(crate) fn own_words(words: &[String]) -> Html {
    html! {
        <div class="own-words">
            if words.is_empty() {
                <p>{ "There are none yet. Spell checking offers to add each word that it does not know." }</p>
            } else {
                <p>{ "Spell checking takes these words for right, in every post and every language." }</p>
                <ul role="list">
                    for word in words {
                        <li key={word.clone()}>
                            <span dir="auto">{ word }</span>
                            { remove(word) }
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

fn remove(word: &str) -> Html {
    let label = format!("Remove “{word}”");
    let command = Command::Spelling { ask: SpellingAsk::Remove { word: word.to_owned() } };
    html! {
        <button
            type="button"
            class="tool"
            aria-label={label.clone()}
            title={label}
            onclick={Callback::from(move |_: MouseEvent| kernel::run(&command))}
        >
            { Icon::Close.svg() }
        </button>
    }
}
