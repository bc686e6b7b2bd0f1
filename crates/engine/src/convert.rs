//! Owns turning values of core and lint into wire values: bytes become UTF-16 here and nowhere else.

use foreword_core::dialects::Choice;
use foreword_core::front_matter::{self, Format, Node};
use foreword_core::html::RenderedBlock;
use foreword_core::outline::Heading;
use foreword_core::text::LineIndex;
use foreword_core::{FrontMatter, Span, stats};
use foreword_lint as lint;
use foreword_wire as wire;
use std::hash::{DefaultHasher, Hash, Hasher};

fn count(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn range(index: &LineIndex<'_>, span: Span) -> wire::Range16 {
    wire::Range16 { from: count(index.utf16(span.start)), to: count(index.utf16(span.end)) }
}

pub(crate) fn block(index: &LineIndex<'_>, block: RenderedBlock) -> wire::Block {
    let mut hasher = DefaultHasher::new();
    block.html.hash(&mut hasher);
    wire::Block { id: format!("{:016x}", hasher.finish()), range: range(index, block.span), html: block.html }
}

pub(crate) fn choice(choice: &Choice) -> wire::DialectChoice {
    wire::DialectChoice {
        id: choice.dialect.id.to_owned(),
        name: choice.dialect.name.to_owned(),
        reason: choice.reason.clone(),
        by_hand: choice.by_hand,
    }
}

/// A finding with its fixes, in UTF-16.
pub fn diagnostic(index: &LineIndex<'_>, found: &lint::Diagnostic) -> wire::Diagnostic {
    wire::Diagnostic {
        rule: found.rule.to_owned(),
        severity: match found.severity {
            lint::Severity::Error => wire::Severity::Error,
            lint::Severity::Warning => wire::Severity::Warning,
            lint::Severity::Info => wire::Severity::Info,
        },
        range: range(index, found.span),
        line: count(index.line_of(found.span.start) + 1),
        message: found.message.clone(),
        fixes: found.fixes.iter().map(|mend| fix(index, mend)).collect(),
    }
}

fn fix(index: &LineIndex<'_>, fix: &lint::Fix) -> wire::Fix {
    let edit =
        |edit: &foreword_core::Edit| wire::Edit16 { range: range(index, edit.span), text: edit.text.clone() };
    wire::Fix { title: fix.title.clone(), safe: fix.safe, edits: fix.edits.iter().map(edit).collect() }
}

/// A header with its entries, in UTF-16.
pub fn front_matter(index: &LineIndex<'_>, header: &FrontMatter) -> wire::FrontMatter {
    let problem = |problem: &front_matter::Problem| wire::FrontMatterProblem {
        message: problem.message.clone(),
        range: range(index, problem.span),
    };
    wire::FrontMatter {
        format: match header.format {
            Format::Yaml => wire::FrontMatterFormat::Yaml,
            Format::Toml => wire::FrontMatterFormat::Toml,
            Format::Json => wire::FrontMatterFormat::Json,
        },
        range: range(index, header.span),
        inner: range(index, header.inner),
        entries: header.entries.iter().map(|part| entry(index, part)).collect(),
        problems: header.problems.iter().map(problem).collect(),
    }
}

fn entry(index: &LineIndex<'_>, entry: &front_matter::Entry) -> wire::Entry {
    wire::Entry {
        key: entry.key.clone(),
        key_range: range(index, entry.key_span),
        value: value(index, &entry.value),
        value_range: range(index, entry.value.span),
    }
}

fn value(index: &LineIndex<'_>, node: &Node) -> wire::Value {
    use foreword_core::front_matter::Value;
    match &node.value {
        Value::Null => wire::Value::Null,
        Value::Bool(truth) => wire::Value::Bool(*truth),
        Value::Number(text) => wire::Value::Number(text.clone()),
        Value::Date(text) => wire::Value::Date(text.clone()),
        Value::String(text) => wire::Value::String(text.clone()),
        Value::List(items) => wire::Value::List(items.iter().map(|item| value(index, item)).collect()),
        Value::Map(entries) => wire::Value::Map(entries.iter().map(|part| entry(index, part)).collect()),
    }
}

pub(crate) fn heading(index: &LineIndex<'_>, heading: &Heading) -> wire::OutlineItem {
    wire::OutlineItem {
        level: heading.level,
        text: heading.text.clone(),
        anchor: heading.id.clone(),
        range: range(index, heading.span),
    }
}

pub(crate) fn stats(stats: stats::Stats) -> wire::Stats {
    wire::Stats {
        words: count(stats.words),
        characters: count(stats.characters),
        reading_minutes: count(stats.reading_minutes()),
    }
}
