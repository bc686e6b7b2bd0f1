//! Tens of thousands of edits of real headers: none panics, each is carried out or refused with a reason, and
//! refusals are counted. Real posts are read from a folder beside the repository, where there is one.
//! Every edit is also written to `target/front-matter-edits.jsonl`, where `tests/front-matter/oracle.mjs`
//! checks it with parsers that share no code with ours.
#![expect(clippy::unwrap_used, clippy::panic, reason = "what cannot be read or built is a failed test")]

use foreword_header::FrontMatter;
use foreword_header::front_matter::{Data, Entry, Node, Operation, RefusalKind, Step, Value, edit};
use foreword_header::span::apply;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

fn posts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            posts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

fn places(entries: &[Entry], above: &[Step], found: &mut Vec<Vec<Step>>) {
    for entry in entries {
        let path: Vec<Step> = above.iter().cloned().chain([Step::Key(entry.key.clone())]).collect();
        found.push(path.clone());
        inside(&entry.value, &path, found);
    }
}

fn inside(node: &Node, path: &[Step], found: &mut Vec<Vec<Step>>) {
    match &node.value {
        Value::Map(entries) => places(entries, path, found),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                let path: Vec<Step> = path.iter().cloned().chain([Step::Index(index)]).collect();
                inside(item, &path, found);
            }
        }
        _ => {}
    }
}

fn operations(path: &[Step], header: &FrontMatter) -> Vec<(Vec<Step>, Operation)> {
    let text = |text: &str| Data::String(text.to_owned());
    let below = |step: Step| path.iter().cloned().chain([step]).collect::<Vec<_>>();
    let mut all: Vec<(Vec<Step>, Operation)> =
        ["plain", "tricky: \"x\" #1", "yes"].map(|value| (path.to_vec(), Operation::Set(text(value)))).into();
    all.push((path.to_vec(), Operation::Remove));
    all.push((path.to_vec(), Operation::Rename("renamed".to_owned())));
    all.push((path.to_vec(), Operation::Move(0)));
    let data = Data::map(&header.entries);
    if let Some(Data::List(items)) = data.at(path) {
        all.push((below(Step::Index(items.len())), Operation::Insert(text("appended"))));
        if !items.is_empty() {
            all.push((below(Step::Index(0)), Operation::Remove));
        }
    }
    all
}

/// Posts made of the difficult headers in `nasty.json`.
fn nasty(file: &Path) -> Vec<(String, String)> {
    let Ok(text) = std::fs::read_to_string(file) else { return Vec::new() };
    let list: Vec<Json> = serde_json::from_str(&text).unwrap();
    list.iter()
        .map(|item| {
            let header = item["src"].as_str().unwrap();
            let line_end = if header.contains("\r\n") { "\r\n" } else { "\n" };
            let (mark, header) = match header.strip_prefix('\u{feff}') {
                Some(rest) => ("\u{feff}", rest),
                None => ("", header),
            };
            let gap = if header.is_empty() || header.ends_with('\n') { "" } else { line_end };
            let post = format!("{mark}---{line_end}{header}{gap}---{line_end}body{line_end}");
            (format!("nasty {}", item["name"].as_str().unwrap()), post)
        })
        .collect()
}

fn as_json(data: &Data) -> Json {
    match data {
        Data::String(text) => json!(text),
        other => panic!("{other:?} is not tried here"),
    }
}

fn line(name: &str, before: &str, after: &str, path: &[Step], operation: &Operation) -> Json {
    let path: Vec<Json> = path
        .iter()
        .map(|step| match step {
            Step::Key(key) => json!(key),
            Step::Index(index) => json!(index),
        })
        .collect();
    let (kind, value) = match operation {
        Operation::Set(data) => ("set", as_json(data)),
        Operation::Add(_, data) => ("add", as_json(data)),
        Operation::Insert(data) => ("insert", as_json(data)),
        Operation::Remove => ("remove", Json::Null),
        Operation::Rename(to) => ("rename", json!(to)),
        Operation::Move(to) => ("move", json!(to)),
    };
    json!({"name": name, "before": before, "after": after, "path": path, "operation": kind, "value": value})
}

fn sources() -> Vec<(String, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = here.join("../../../shared");
    let mut files = Vec::new();
    for folder in [here.join("../../tests/fixtures"), shared.join("fidelity/posts"), shared.join("posts")] {
        posts(&folder, &mut files);
    }
    assert!(!files.is_empty());
    let read = |file: &PathBuf| {
        let text = String::from_utf8(std::fs::read(file).ok()?).ok()?;
        Some((file.file_name()?.to_string_lossy().into_owned(), text))
    };
    let mut sources: Vec<_> = files.iter().filter_map(read).collect();
    sources.extend(nasty(&shared.join("front-matter/nasty.json")));
    sources
}

#[test]
fn every_edit_of_real_headers_is_carried_out_or_refused() {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    std::fs::create_dir_all(&target).unwrap();
    // Renamed at the end, so that a reader never sees half of it.
    let partial = target.join(format!("front-matter-edits.{}.partial", std::process::id()));
    let mut out = std::io::BufWriter::new(std::fs::File::create(&partial).unwrap());
    let (mut edits, mut refused) = (0, BTreeMap::<RefusalKind, usize>::new());
    for (name, source) in sources() {
        let Some(header) = FrontMatter::read(&source) else { continue };
        let mut paths = Vec::new();
        places(&header.entries, &[], &mut paths);
        let mut all: Vec<_> = paths.iter().flat_map(|path| operations(path, &header)).collect();
        all.push((vec![Step::Key("added".to_owned())], Operation::Set(Data::String("x".to_owned()))));
        for (path, operation) in all {
            edits += 1;
            match edit(&source, &path, &operation) {
                Ok(patches) => {
                    let patched = apply(&source, &patches);
                    let before = &source[..header.span.end];
                    let after = &patched[..patched.len() - (source.len() - header.span.end)];
                    writeln!(out, "{}", line(&name, before, after, &path, &operation)).unwrap();
                }
                Err(refusal) => *refused.entry(refusal.kind).or_default() += 1,
            }
        }
    }
    out.flush().unwrap();
    std::fs::rename(&partial, target.join("front-matter-edits.jsonl")).unwrap();
    println!("{edits} edits, refused: {refused:?}");
    assert!(edits > 100);
    let entangled = refused.get(&RefusalKind::Entangled).copied().unwrap_or(0);
    assert!(entangled * 50 <= edits, "{entangled} of {edits} edits refused as entangled");
}
