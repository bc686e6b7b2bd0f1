//! Owns what JavaScript sees of this crate.

use crate::Engine;
use foreword_wire::Request;
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

thread_local! {
    /// A worker has one thread and one engine.
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::new());
}

/// Answers a request of the wire's `Request` type with a `Response`. Throws when the value is no request.
#[wasm_bindgen]
pub fn handle(request: JsValue) -> Result<JsValue, JsError> {
    let request: Request = serde_wasm_bindgen::from_value(request)?;
    let response = ENGINE.with_borrow_mut(|engine| engine.handle(request));
    let to_plain_objects =
        serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(response.serialize(&to_plain_objects)?)
}
