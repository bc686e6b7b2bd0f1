//! Properties of edits of headers, over headers in all three languages with comments, LF and CRLF: what is set is
//! there afterwards, what changes nothing touches nothing, an edit and its inverse give the same bytes back; and
//! over arbitrary text, no edit panics or leaves a header that is not valid.

#[path = "edit_properties/headers.rs"]
mod headers;

use foreword_header::FrontMatter;
use foreword_header::front_matter::{Data, Operation, RefusalKind, Step, edit};
use foreword_header::span::{Edit, apply};
use headers::{broken, post, text, value};
use proptest::prelude::*;

fn data(source: &str) -> Data {
    FrontMatter::read(source).map_or(Data::Null, |header| Data::map(&header.entries))
}

/// The paths of everything in a header.
fn paths(data: &Data, above: &[Step], found: &mut Vec<Vec<Step>>) {
    let below = |step| above.iter().cloned().chain([step]).collect::<Vec<_>>();
    match data {
        Data::Map(entries) => {
            for (key, value) in entries {
                let path = below(Step::Key(key.clone()));
                found.push(path.clone());
                paths(value, &path, found);
            }
        }
        Data::List(items) => {
            for (index, value) in items.iter().enumerate() {
                let path = below(Step::Index(index));
                found.push(path.clone());
                paths(value, &path, found);
            }
        }
        _ => {}
    }
}

fn all_paths(source: &str) -> Vec<Vec<Step>> {
    let mut found = Vec::new();
    paths(&data(source), &[], &mut found);
    found
}

/// Every collection of a header with its path; the header itself is one.
fn collections(source: &str) -> Vec<(Vec<Step>, Data)> {
    let whole = data(source);
    let inner =
        all_paths(source).into_iter().filter_map(|path| Some((path.clone(), whole.at(&path)?.clone())));
    let is_collection = |(_, data): &(Vec<Step>, Data)| matches!(data, Data::Map(_) | Data::List(_));
    [(Vec::new(), whole.clone())].into_iter().chain(inner).filter(is_collection).collect()
}

fn with(path: &[Step], last: Step) -> Vec<Step> {
    path.iter().cloned().chain([last]).collect()
}

fn key(key: &str) -> Step {
    Step::Key(key.to_owned())
}

/// The text after an operation, or none where it is refused; its edits must be in order, and the header valid.
fn after(source: &str, path: &[Step], operation: &Operation) -> Result<Option<String>, TestCaseError> {
    let edits: Vec<Edit> = match edit(source, path, operation) {
        Ok(edits) => edits,
        Err(refusal) => {
            prop_assert!(source.get(refusal.span.start..refusal.span.end).is_some());
            return Ok(None);
        }
    };
    for pair in edits.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "{:?} of {:?} at {:?}", edits, source, path);
    }
    let patched = apply(source, &edits);
    if !edits.is_empty() {
        let header = FrontMatter::read(&patched);
        prop_assert!(
            header.is_some_and(|header| header.problems.is_empty()),
            "{:?} of {:?}",
            patched,
            source
        );
    }
    Ok(Some(patched))
}

/// Carries out an operation and its inverse. Only in TOML can there be no way: its plain entries stand before its
/// tables, so that not every entry can move everywhere.
fn there_and_back(
    source: &str,
    there: (&[Step], &Operation),
    back: (&[Step], &Operation),
) -> Result<(), TestCaseError> {
    let Some(changed) = after(source, there.0, there.1)? else {
        let impossible = matches!(there.1, Operation::Move(_)) && source.starts_with("+++");
        prop_assert!(impossible, "{:?} was refused in {:?}", there, source);
        return Ok(());
    };
    let restored = after(&changed, back.0, back.1)?;
    prop_assert_eq!(restored.as_deref(), Some(source), "{:?} gave {:?}", there, changed);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn generated_headers_are_valid(source in post()) {
        let header = FrontMatter::read(&source);
        prop_assert!(header.is_some_and(|header| header.problems.is_empty()), "{}", source);
    }

    #[test]
    fn what_is_set_is_there(source in post(), value in value()) {
        for path in all_paths(&source) {
            if let Some(patched) = after(&source, &path, &Operation::Set(value.clone()))? {
                let whole = data(&patched);
                prop_assert_eq!(whole.at(&path), Some(&value));
                prop_assert_eq!(after(&patched, &path, &Operation::Set(value.clone()))?, Some(patched));
            }
        }
    }

    #[test]
    fn text_can_always_be_set(source in post(), text in text()) {
        for path in all_paths(&source).into_iter().filter(|path| path.len() == 1) {
            let result = edit(&source, &path, &Operation::Set(Data::String(text.clone())));
            let expected = !matches!(data(&source).at(&path), Some(Data::Map(_) | Data::List(_)));
            prop_assert!(result.is_ok() || !expected, "{:?} at {:?} in {}: {:?}", text, path, source, result);
        }
    }

    #[test]
    fn setting_the_same_changes_nothing(source in post()) {
        for path in all_paths(&source) {
            let same = data(&source).at(&path).cloned().unwrap_or(Data::Null);
            prop_assert_eq!(edit(&source, &path, &Operation::Set(same)), Ok(Vec::new()));
        }
    }

    #[test]
    fn a_value_can_be_set_back(source in post()) {
        for path in all_paths(&source) {
            let old = data(&source).at(&path).cloned().unwrap_or(Data::Null);
            let new = match &old {
                // A text of several lines would not fit into the quotes of one line, nor the other way round.
                Data::String(text) if text.contains("\r\n") => Data::String("other\r\nlines".to_owned()),
                Data::String(text) if text.contains('\n') => Data::String("other\nlines\n".to_owned()),
                Data::String(_) => Data::String("other".to_owned()),
                Data::Number(_) => Data::Number("7".to_owned()),
                Data::Bool(truth) => Data::Bool(!truth),
                Data::Date(_) => Data::Date("2025-02-03".to_owned()),
                _ => continue,
            };
            there_and_back(&source, (&path, &Operation::Set(new)), (&path, &Operation::Set(old)))?;
        }
    }

    #[test]
    fn what_is_added_can_be_removed(source in post()) {
        let new = Data::String("new".to_owned());
        for (path, collection) in collections(&source) {
            match collection {
                Data::Map(entries) => {
                    let path = with(&path, key("added"));
                    for index in 0..=entries.len() {
                        let add = Operation::Add(index, new.clone());
                        there_and_back(&source, (&path, &add), (&path, &Operation::Remove))?;
                    }
                    let set = Operation::Set(new.clone());
                    there_and_back(&source, (&path, &set), (&path, &Operation::Remove))?;
                }
                Data::List(items) => {
                    for index in 0..=items.len() {
                        let path = with(&path, Step::Index(index));
                        // A list of `[[tables]]` holds maps only.
                        let map = Data::Map(vec![("added".to_owned(), new.clone())]);
                        let maps = matches!(items.first(), Some(Data::Map(_)));
                        let insert = Operation::Insert(if maps { map } else { new.clone() });
                        there_and_back(&source, (&path, &insert), (&path, &Operation::Remove))?;
                    }
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_key_can_be_renamed_back(source in post()) {
        for path in all_paths(&source) {
            if let Some((Step::Key(old), above)) = path.split_last() {
                let back = with(above, key("renamed"));
                let (rename, rename_back) = (Operation::Rename("renamed".into()), Operation::Rename(old.clone()));
                there_and_back(&source, (&path, &rename), (&back, &rename_back))?;
            }
        }
    }

    #[test]
    fn what_is_moved_can_be_moved_back(source in post()) {
        for (path, collection) in collections(&source) {
            let steps: Vec<Step> = match &collection {
                Data::Map(entries) => entries.iter().map(|(name, _)| key(name)).collect(),
                Data::List(items) => (0..items.len()).map(Step::Index).collect(),
                _ => Vec::new(),
            };
            for from in 0..steps.len() {
                for to in (0..steps.len()).filter(|to| *to != from) {
                    let there = with(&path, steps[from].clone());
                    let landed = if matches!(collection, Data::List(_)) { Step::Index(to) } else { steps[from].clone() };
                    let back = with(&path, landed);
                    there_and_back(&source, (&there, &Operation::Move(to)), (&back, &Operation::Move(from)))?;
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn no_edit_of_any_text_breaks_its_header(source in prop_oneof![5 => broken(), 1 => any::<String>()], value in value()) {
        let mut found = all_paths(&source);
        found.push(vec![key("added")]);
        for path in found {
            for operation in [
                Operation::Set(value.clone()),
                Operation::Add(0, value.clone()),
                Operation::Insert(value.clone()),
                Operation::Remove,
                Operation::Rename("a: b".to_owned()),
                Operation::Move(0),
            ] {
                after(&source, &path, &operation)?;
                after(&source, &with(&path, Step::Index(0)), &operation)?;
                after(&source, &with(&path, key("new")), &operation)?;
            }
        }
        if let Err(refusal) = edit(&source, &[key("added")], &Operation::Set(Data::Bool(true))) {
            let valid = FrontMatter::read(&source).is_some_and(|header| header.problems.is_empty());
            prop_assert!(refusal.kind != RefusalKind::NoSuchPlace || !valid, "{:?}", source);
        }
    }
}
