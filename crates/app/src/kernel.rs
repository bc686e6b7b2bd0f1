//! Owns the boundary to the kernel: wire types out of and into JavaScript values, nothing else.

use foreword_wire::{Command, Event};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use yew::Callback;

mod raw {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = foreword, catch)]
        pub(super) fn attach(listener: &Closure<dyn FnMut(JsValue)>) -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = foreword, catch)]
        pub(super) fn run(command: JsValue) -> Result<(), JsValue>;
        #[wasm_bindgen(js_namespace = foreword, catch)]
        pub(super) fn failed(message: &str) -> Result<(), JsValue>;
    }
}

/// Starts to listen, for as long as the page lives. The kernel first repeats what it has said so far.
pub(crate) fn attach(told: Callback<Event>) {
    let listener = Closure::<dyn FnMut(JsValue)>::new(move |value: JsValue| {
        match serde_wasm_bindgen::from_value::<Event>(value) {
            Ok(event) => told.emit(event),
            // Kernel and app are built together, so this is a fault of ours and not of a post.
            Err(error) => failed(&format!(
                "The page and its kernel do not understand each other ({error}). Please reload the page."
            )),
        }
    });
    // Without a kernel there is nothing to listen to; the page then stays as it was delivered.
    if raw::attach(&listener).is_ok() {
        listener.forget();
    }
}

/// Asks the kernel to do something. Called straight from the event handler, so that a click still counts as one.
pub(crate) fn run(command: &Command) {
    let serializer = Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    let sent = command.serialize(&serializer).map_err(JsValue::from).and_then(raw::run);
    if sent.is_err() {
        failed("Foreword could not carry that out. Your text is safe. Please reload the page.");
    }
}

/// Tells the kernel that the app cannot go on; it then shows its own header and this message.
pub(crate) fn failed(message: &str) {
    // When even this fails there is nobody left to tell.
    drop(raw::failed(message));
}
