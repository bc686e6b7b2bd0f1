//! Our HTML against that of the real generators, over the project's own probes and posts in `tests/fidelity`.
//!
//! `cargo xtask fidelity` makes what is expected. A difference must be listed with its reason in
//! `known-differences.toml`, and a listed one must still be there.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what cannot be read is a failed test"
)]

mod canonical;
mod known;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use foreword_core::html::{self, Caps};
use foreword_core::{Context, Document, dialects};
use known::Known;
use similar::TextDiff;

/// Whether expected output of a generator without a dialect fails the test, or is only mentioned.
const EVERY_GENERATOR_HAS_A_DIALECT: bool = true;

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fidelity")
}

/// The files of a folder that have this extension, by their names without it.
fn files(folder: &Path, extension: &str) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// Probes and posts by name.
fn texts() -> BTreeMap<String, String> {
    let mut texts = files(&home().join("probes"), "md");
    texts.append(&mut files(&home().join("posts"), "md"));
    texts
}

/// Generators that have expected output.
fn generators() -> Vec<String> {
    let entries = fs::read_dir(home().join("expected")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn known_differences() -> Known {
    known::read(&fs::read_to_string(home().join("known-differences.toml")).unwrap())
}

/// What was set when the generators ran, beyond the defaults of their dialects: Zola knows where its page
/// lies; of GitHub, there is a program for Markdown, but none for what github.com adds to it.
const SET: [(&str, &str, &str); 5] = [
    ("zola", "permalink", "https://example.org/post/"),
    ("github", "heading-ids", "off"),
    ("github", "alerts", "off"),
    ("github", "math", "off"),
    ("github", "emoji", "off"),
];

fn ours(dialect: &str, text: &str) -> String {
    let context = Context { dialect: Some(dialect), ..Context::default() };
    let document = Document::parse_with(text, context, |settings| {
        let set = SET.into_iter().filter(|(of, ..)| *of == dialect);
        set.fold(settings, |settings, (_, key, value)| settings.apply(key, value).unwrap())
    });
    html::render(&document, Caps::NONE, None).html()
}

/// The lines that differ, with those around them.
fn diff(expected: &[String], ours: &[String]) -> String {
    let (expected, ours) = (expected.join("\n"), ours.join("\n"));
    let changes = TextDiff::from_lines(&expected, &ours);
    let mut unified = changes.unified_diff();
    unified.context_radius(2).missing_newline_hint(false).header("the generator", "ours").to_string()
}

/// What came of the comparison with one generator.
#[derive(Default)]
struct Outcome {
    equal: usize,
    known: usize,
    problems: Vec<String>,
}

fn compare(generator: &str, texts: &BTreeMap<String, String>, known: &Known) -> Outcome {
    let mut outcome = Outcome::default();
    for (name, expected) in files(&home().join("expected").join(generator), "html") {
        let Some(text) = texts.get(&name) else { continue };
        let (expected, ours) = (canonical::lines(&expected), canonical::lines(&ours(generator, text)));
        let reason = known.get(&(generator.to_owned(), name.clone()));
        match (expected == ours, reason) {
            (true, None) => outcome.equal += 1,
            (false, Some(_)) => outcome.known += 1,
            (true, Some(_)) => outcome
                .problems
                .push(format!("{generator}/{name} is equal now: take it out of known-differences.toml")),
            (false, None) => outcome
                .problems
                .push(format!("{generator}/{name} differs:\n{text}\n{}", diff(&expected, &ours))),
        }
    }
    outcome
}

#[test]
fn every_text_comes_out_as_its_generator_publishes_it() {
    let (texts, known) = (texts(), known_differences());
    let (mut passed, mut problems) = (0, Vec::new());
    for generator in generators() {
        if dialects::by_id(&generator).is_none() {
            let missing = format!("{generator}: there is no such dialect");
            println!("{missing}");
            problems.extend(EVERY_GENERATOR_HAS_A_DIALECT.then_some(missing));
            continue;
        }
        let outcome = compare(&generator, &texts, &known);
        let all = outcome.equal + outcome.known + outcome.problems.len();
        let percent = 100.0 * outcome.equal as f64 / all as f64;
        let known = outcome.known;
        println!("{generator}: {} of {all} equal, {percent:.1} %; {known} known differences", outcome.equal);
        passed += outcome.equal + outcome.known;
        problems.extend(outcome.problems);
    }
    println!("{passed} passed, {} failed", problems.len());
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

#[test]
fn every_text_was_given_to_every_generator() {
    let names: BTreeSet<String> = texts().into_keys().collect();
    for generator in generators() {
        let folder = home().join("expected").join(&generator);
        let refused = fs::read_to_string(folder.join("refused.txt")).unwrap_or_default();
        let refused =
            refused.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name.to_owned());
        let rendered: BTreeSet<String> = files(&folder, "html").into_keys().chain(refused).collect();
        assert!(
            names == rendered,
            "`cargo xtask fidelity --only {generator}` is needed, for {:?}",
            names.symmetric_difference(&rendered).collect::<Vec<_>>()
        );
    }
}

#[test]
fn known_differences_name_texts_and_generators_that_there_are() {
    let (texts, generators) = (texts(), generators());
    for (generator, name) in known_differences().keys() {
        assert!(generators.contains(generator), "there is no expected output of {generator}");
        assert!(texts.contains_key(name), "there is no text {name}");
    }
}
