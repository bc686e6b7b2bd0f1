//! Tens of thousands of edits of real headers: none panics, each is carried out or refused with a reason, and
//! refusals are counted. Real posts are read from a folder beside the repository, where there is one.

use foreword_core::FrontMatter;
use foreword_core::front_matter::{Data, Entry, Node, Operation, RefusalKind, Step, Value, edit};
use foreword_core::span::apply;
use std::collections::BTreeMap;
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

#[test]
fn every_edit_of_real_headers_is_carried_out_or_refused() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let mut files = Vec::new();
    posts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures"), &mut files);
    posts(&shared.join("fidelity/posts"), &mut files);
    posts(&shared.join("posts"), &mut files);
    assert!(!files.is_empty());
    let (mut edits, mut refused) = (0, BTreeMap::<RefusalKind, usize>::new());
    for file in files {
        let Ok(source) = String::from_utf8(std::fs::read(&file).unwrap()) else { continue };
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
                    assert!(FrontMatter::read(&patched).unwrap().problems.is_empty());
                }
                Err(refusal) => {
                    *refused.entry(refusal.kind).or_default() += 1;
                    if refusal.kind == RefusalKind::Entangled && std::env::var_os("FOREWORD_SHOW").is_some() {
                        println!("{}: {path:?} {operation:?}", file.display());
                    }
                }
            }
        }
    }
    println!("{edits} edits, refused: {refused:?}");
    let entangled = refused.get(&RefusalKind::Entangled).copied().unwrap_or(0);
    assert!(entangled * 50 <= edits, "{entangled} of {edits} edits refused as entangled");
}
