//! Owns the rule `misplaced-key`.

use crate::order;
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::front_matter::{Data, Entry, FrontMatter, Operation, Step, edit};
use foreword_core::schema::CustomKeys;
use foreword_core::span;

rule! {
    /// A key of the front matter stands where Zola does not look for it.
    ///
    /// **Why.** Zola reads tags and categories only under `taxonomies`, and keys of your own only under `extra`.
    /// Elsewhere it passes over them in silence; in a section it stops.
    ///
    /// ````md bad zola
    /// +++
    /// title = "Three days in Lisbon"
    /// date = 2024-03-04
    /// tags = ["travel", "portugal"]
    /// +++
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad zola
    /// +++
    /// title = "Three days in Lisbon"
    /// date = 2024-03-04
    /// toc = true
    ///
    /// [taxonomies]
    /// tags = ["travel"]
    /// +++
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good zola
    /// +++
    /// title = "Three days in Lisbon"
    /// date = 2024-03-04
    ///
    /// [taxonomies]
    /// tags = ["travel", "portugal"]
    ///
    /// [extra]
    /// toc = true
    /// +++
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Moves the key to where Zola reads it.
    ///
    /// **Source.** Zola's documentation, Content: Page, Front matter.
    MISPLACED_KEY { id: "misplaced-key", group: FrontMatter, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = cx.front_matter() else { return };
    let schema = &cx.header().schema;
    let (CustomKeys::Under("extra"), name) = (schema.custom_keys, cx.header().generator.name) else { return };
    for entry in &header.entries {
        let key = entry.key.as_str();
        if schema.fields.iter().any(|field| field.key == key) || schema.near_miss(key).is_some() {
            continue;
        }
        let parent = match key {
            "tags" | "categories" => "taxonomies",
            _ => "extra",
        };
        let fix = moved(cx.source(), header, entry, parent);
        let message = format!("{name} does not look for `{key}` here, but under `{parent}`.");
        cx.report(entry.key_span, message, fix.into_iter().collect());
    }
}

/// The entry under another key: taken away here, added there.
fn moved(source: &str, header: &FrontMatter, entry: &Entry, parent: &str) -> Option<Fix> {
    let from = [Step::Key(entry.key.clone())];
    let parent_path = [Step::Key(parent.to_owned())];
    let value = Data::from(&entry.value);
    let map = Data::Map(vec![(entry.key.clone(), value.clone())]);
    let mut edits = edit(source, &from, &Operation::Remove).ok()?;
    let added = if header.get(&[parent]).is_some() {
        let path = [Step::Key(parent.to_owned()), Step::Key(entry.key.clone())];
        edit(source, &path, &Operation::Set(value.clone()))
    } else {
        edit(source, &parent_path, &Operation::Add(header.entries.len(), map))
    };
    edits.extend(added.ok()?);
    order::by_key(&mut edits, |edit| order::place(edit.span));
    let apart = edits.windows(2).all(|pair| matches!(pair, [a, b] if a.span.end <= b.span.start));
    let after = FrontMatter::read(&span::apply(source, &edits))?;
    let target = [Step::Key(parent.to_owned()), Step::Key(entry.key.clone())];
    let arrived = Data::map(&after.entries).at(&target) == Some(&value);
    let fix = Fix::suggested(format!("Move it under {parent}"), edits);
    (apart && arrived && after.problems.is_empty()).then_some(fix)
}
