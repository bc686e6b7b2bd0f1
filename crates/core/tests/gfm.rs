//! The examples of the GitHub Flavored Markdown specification under the `github` dialect: its extensions, as the
//! package of pulldown-cmark brings them along, and the examples of CommonMark, which GFM extends.
#![expect(clippy::unwrap_used, clippy::panic, reason = "what cannot be read or built is a failed test")]

#[path = "fidelity/canonical.rs"]
mod canonical;
#[path = "commonmark/examples.rs"]
mod examples;

use examples::examples;
use foreword_core::{Context, Document, html};
use std::path::PathBuf;
use std::process::Command;

/// Examples of CommonMark that come out otherwise under GFM, and why.
const OTHERWISE: [(u64, &str); 11] = [
    (170, "`<script>` is disallowed raw HTML"),
    (171, "`<textarea>` is disallowed raw HTML"),
    (172, "`<style>` is disallowed raw HTML"),
    (173, "`<style>` is disallowed raw HTML"),
    (176, "`<style>` is disallowed raw HTML"),
    (178, "`<script>` is disallowed raw HTML"),
    (602, "`https://foo.bar/baz` is an extended autolink"),
    (606, "`+@bar.example.com` is an extended e-mail autolink"),
    (608, "`https://foo.bar` is an extended autolink"),
    (611, "`https://example.com` is an extended autolink"),
    (612, "`foo@bar.example.com` is an extended e-mail autolink"),
];

/// What the examples have: no ids, no classes on task lists, and the alignment of columns as a style.
fn ours(markdown: &str) -> String {
    // The examples are bodies; one that looks like front matter is still a body. Comments do not count.
    let body = format!("<!-- -->\n\n{markdown}");
    let context = Context { dialect: Some("github"), ..Context::default() };
    let document = Document::parse_with(&body, context, |settings| {
        let settings = settings.apply("heading-ids", "off").unwrap().apply("task-lists", "plain").unwrap();
        settings.apply("table-alignment", "style").unwrap()
    });
    html::render(&document, html::Caps::NONE, None).html()
}

/// The folder of pulldown-cmark's package.
fn package() -> PathBuf {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata = String::from_utf8(metadata.stdout).unwrap();
    let manifests = metadata.split("\"manifest_path\":\"").filter_map(|rest| rest.split('"').next());
    let mut folders =
        manifests.filter_map(|path| Some(PathBuf::from(path.replace("\\\\", "\\")).parent()?.to_owned()));
    let is_it = |folder: &PathBuf| {
        folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("pulldown-cmark-0."))
    };
    folders.find(is_it).unwrap_or_else(|| panic!("cargo does not know where pulldown-cmark is"))
}

/// Pairs of Markdown and HTML in a file of the package's tests.
fn pairs(file: &str) -> Vec<(String, String)> {
    let path = package().join("tests/suite").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let strings: Vec<String> =
        text.split("r##\"").skip(1).map(|rest| rest.split("\"##").next().unwrap().to_owned()).collect();
    // Without rows the specification has no body of a table.
    let plain = |html: &str| html.replace("<tbody>\n</tbody>\n", "").replace("<tbody></tbody>", "");
    strings.chunks(2).map(|pair| (pair[0].clone(), plain(&pair[1]))).collect()
}

#[track_caller]
fn check(problems: &[String]) {
    assert!(problems.is_empty(), "{} come out otherwise:\n{}", problems.len(), problems.join("\n"));
}

fn compared(name: &str, markdown: &str, expected: &str) -> Option<String> {
    let (expected, ours) =
        (canonical::lines(expected).join("\n"), canonical::lines(&ours(markdown)).join("\n"));
    (expected != ours).then(|| format!("{name}: {markdown:?}\nexpected\n{expected}\ngot\n{ours}"))
}

#[test]
fn tables_struck_out_text_and_task_lists() {
    let mut problems = Vec::new();
    for (file, count) in [("gfm_table.rs", 9), ("gfm_strikethrough.rs", 3), ("gfm_tasklist.rs", 2)] {
        let pairs = pairs(file);
        assert_eq!(pairs.len(), count, "{file}");
        for (number, (markdown, expected)) in (1..).zip(&pairs) {
            problems.extend(compared(&format!("{file} {number}"), markdown, expected));
        }
    }
    check(&problems);
}

#[test]
fn the_examples_of_commonmark() {
    let mut problems = Vec::new();
    for example in examples() {
        let known = OTHERWISE.iter().any(|(number, _)| *number == example.number);
        let difference = compared(&example.number.to_string(), &example.markdown, &example.html);
        match (difference, known) {
            (Some(difference), false) => problems.push(difference),
            (None, true) => {
                problems.push(format!("{} is equal now: take it out of the list", example.number))
            }
            _ => {}
        }
    }
    check(&problems);
}
