//! Owns what JavaScript sees of this crate: words and lists of words, no positions.

use crate::{Checker, Personal};
use std::cell::RefCell;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// A worker has one thread and one dictionary.
    static CHECKER: RefCell<Option<Checker>> = const { RefCell::new(None) };
}

/// Reads a dictionary's two files, in the place of the one before. Throws when they cannot be read.
#[wasm_bindgen]
pub fn load(aff: &str, dic: &str) -> Result<(), JsError> {
    let checker = Checker::load(aff, dic).map_err(|problem| JsError::new(&problem))?;
    CHECKER.set(Some(checker));
    Ok(())
}

/// Those of the words that are misspelled; `personal` are the writer's own words.
#[wasm_bindgen]
pub fn check(words: Vec<String>, personal: Vec<String>) -> Vec<String> {
    let personal = Personal::new(personal);
    CHECKER.with_borrow(|checker| match checker {
        Some(checker) => words.into_iter().filter(|word| !checker.is_right(word, &personal)).collect(),
        None => Vec::new(),
    })
}

/// What may have been meant with a misspelled word, best first.
#[wasm_bindgen]
pub fn suggest(word: &str) -> Vec<String> {
    CHECKER.with_borrow(|checker| checker.as_ref().map_or_else(Vec::new, |checker| checker.suggest(word)))
}
