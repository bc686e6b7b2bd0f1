//! The engine as JavaScript sees it, run as wasm.
#![cfg(target_arch = "wasm32")]

use foreword_engine::Engine;
use foreword_wire::{PROTOCOL, Request, Response};
use wasm_bindgen_test::wasm_bindgen_test;

fn analyse(engine: &mut Engine, rev: u32, text: &str, reset: bool) -> foreword_wire::Analysed {
    let request = Request::Analyse { rev, text: text.to_owned(), file_name: None, dialect: None, reset };
    match engine.handle(request) {
        Response::Analysed { result } => result,
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
fn says_hello_with_its_dialects() {
    let Response::Ready { protocol, dialects } = Engine::new().handle(Request::Hello { protocol: PROTOCOL })
    else {
        panic!("no answer to hello");
    };
    assert_eq!(protocol, PROTOCOL);
    assert_eq!(dialects[0].id, "generic");
}

#[wasm_bindgen_test]
fn renders_and_sends_only_what_changed() {
    let mut engine = Engine::new();
    let first = analyse(&mut engine, 1, "---\ntitle: A\n---\n# One\n\ntwo\n", true);
    assert_eq!(first.title.as_deref(), Some("A"));
    assert_eq!(first.blocks.insert.len(), 2);
    let second = analyse(&mut engine, 2, "---\ntitle: A\n---\n# One\n\ntwo!\n", false);
    assert_eq!((second.blocks.start, second.blocks.remove, second.blocks.insert.len()), (1, 1, 1));
}

#[wasm_bindgen_test]
fn a_request_crosses_the_boundary_as_plain_objects() {
    let request =
        Request::Analyse { rev: 7, text: "*é🎉*".to_owned(), file_name: None, dialect: None, reset: true };
    let value = serde_wasm_bindgen::to_value(&request).unwrap();
    let answer: Response =
        serde_wasm_bindgen::from_value(foreword_engine::handle(value).ok().unwrap()).unwrap();
    let Response::Analysed { result } = answer else { panic!("no analysis") };
    assert_eq!(result.rev, 7);
    assert!(result.blocks.insert[0].html.contains("<em>é🎉</em>"));
}

#[wasm_bindgen_test]
fn a_value_that_is_no_request_is_refused() {
    assert!(foreword_engine::handle(wasm_bindgen::JsValue::from_str("?")).is_err());
}
