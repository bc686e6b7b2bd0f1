//! Owns the question whether the page is so narrow that one pane is shown at a time.

use wasm_bindgen::prelude::*;
use web_sys::{MediaQueryList, MediaQueryListEvent};
use yew::prelude::*;

/// The same width as in the style sheets.
const QUERY: &str = "(max-width: 699.98px)";

/// True on a phone and in a narrow window; follows changes.
#[hook]
pub(crate) fn use_narrow() -> bool {
    let narrow = use_state_eq(|| media().is_some_and(|media| media.matches()));
    let set = narrow.setter();
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut(MediaQueryListEvent)>::new(move |event: MediaQueryListEvent| {
            set.set(event.matches())
        });
        let media = media();
        if let Some(media) = &media {
            media.set_onchange(Some(listener.as_ref().unchecked_ref()));
        }
        move || {
            if let Some(media) = &media {
                media.set_onchange(None);
            }
            drop(listener);
        }
    });
    *narrow
}

fn media() -> Option<MediaQueryList> {
    web_sys::window()?.match_media(QUERY).ok().flatten()
}
