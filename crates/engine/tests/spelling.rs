//! Which words the engine hands to spell checking, and where they are for JavaScript.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, reason = "an answer of another kind is a failed test")]

use foreword_engine::Engine;
use foreword_wire::{Request, Response};

const POST: &str = "---\ntitle: Ébb\ntags: [nto]\n---\n\n🎉 one `tow` *three* 🎉 four\n";

fn words(words: bool) -> Option<Vec<u32>> {
    let request = Request::Analyse {
        rev: 1,
        text: POST.to_owned(),
        file_name: None,
        dialect: None,
        settings: Vec::new(),
        generator: None,
        rules: Vec::new(),
        now: 0,
        zone: 0,
        reset: true,
        words,
    };
    let Response::Analysed { result } = Engine::new().handle(request) else { panic!("no analysis") };
    result.words
}

#[test]
fn places_are_pairs_of_utf16_offsets() {
    let units: Vec<u16> = POST.encode_utf16().collect();
    let places = words(true).unwrap_or_default();
    let found: Vec<String> = places
        .chunks(2)
        .map(|place| String::from_utf16_lossy(&units[place[0] as usize..place[1] as usize]))
        .collect();
    assert_eq!(found, ["Ébb", "one", "three", "four"]);
}

#[test]
fn they_come_only_when_they_are_asked_for() {
    assert_eq!(words(false), None);
}
