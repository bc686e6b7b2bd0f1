//! The engine as JavaScript sees it, run as wasm.
#![cfg(target_arch = "wasm32")]

use foreword_engine::Engine;
use foreword_wire::{Change, PROTOCOL, Request, Response, Step};
use wasm_bindgen_test::wasm_bindgen_test;

fn ask(rev: u32, text: &str, reset: bool) -> Request {
    Request::Analyse {
        rev,
        text: text.to_owned(),
        file_name: None,
        dialect: None,
        settings: Vec::new(),
        generator: None,
        now: 1_712_487_909,
        zone: 120,
        reset,
        rules: Vec::new(),
        words: false,
    }
}

fn analyse(engine: &mut Engine, rev: u32, text: &str, reset: bool) -> foreword_wire::Analysed {
    let request = ask(rev, text, reset);
    match engine.handle(request) {
        Response::Analysed { result } => result,
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
fn says_hello_with_its_dialects() {
    let Response::Ready { protocol, dialects, generators, rules } =
        Engine::new().handle(Request::Hello { protocol: PROTOCOL })
    else {
        panic!("no answer to hello");
    };
    assert_eq!(protocol, PROTOCOL);
    assert_eq!(dialects[0].id, "generic");
    assert_eq!(generators.len(), 8);
    assert!(rules.iter().any(|rule| rule.id == "bare-url" && rule.level.is_some()));
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
    let request = ask(7, "*é🎉*", true);
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

#[wasm_bindgen_test]
fn a_change_crosses_the_boundary_with_its_path_of_keys_and_indexes() {
    let request = Request::Change {
        rev: 3,
        text: "---\ntags: [a, b]\n---\n".to_owned(),
        file_name: None,
        dialect: None,
        generator: None,
        now: 0,
        zone: 0,
        change: Change::Remove { path: vec![Step::Key("tags".to_owned()), Step::Index(0)] },
    };
    let value = serde_wasm_bindgen::to_value(&request).unwrap();
    let answer: Response =
        serde_wasm_bindgen::from_value(foreword_engine::handle(value).ok().unwrap()).unwrap();
    let Response::Changed { rev, edits, refused } = answer else { panic!("no change") };
    assert_eq!((rev, refused), (3, None));
    assert_eq!((edits[0].range.from, edits[0].range.to, edits[0].text.as_str()), (11, 14, ""));
}
