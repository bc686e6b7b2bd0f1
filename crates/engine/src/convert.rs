//! Owns turning values of core and lint into wire values: bytes become UTF-16 here and nowhere else.

use foreword_core::generators::GeneratorChoice;
use foreword_core::html::RenderedBlock;
use foreword_core::outline::Heading;
use foreword_core::text::LineIndex;
use foreword_core::verdict::{Circumstances, Publishes, Verdict};
use foreword_core::{Context, Document, Span, stats, summary};
use foreword_lint as lint;
use foreword_wire as wire;
use std::hash::{DefaultHasher, Hash, Hasher};

pub(crate) fn count(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

pub(crate) fn range(index: &LineIndex<'_>, span: Span) -> wire::Range16 {
    wire::Range16 { from: count(index.utf16(span.start)), to: count(index.utf16(span.end)) }
}

pub(crate) fn block(index: &LineIndex<'_>, block: RenderedBlock) -> wire::Block {
    let mut hasher = DefaultHasher::new();
    block.html.hash(&mut hasher);
    wire::Block { id: format!("{:016x}", hasher.finish()), range: range(index, block.span), html: block.html }
}

/// The rules in force, and why; where they were chosen by hand, also what would be detected.
pub(crate) fn choice(document: &Document<'_>, context: Context<'_>) -> wire::DialectChoice {
    let choice = &document.choice;
    let detected = choice.by_hand.then(|| {
        let body = document.source.get(document.body_start..).unwrap_or("");
        let found = Context { dialect: None, ..context }.choose(document.front_matter.as_ref(), body);
        format!("{}. {}", found.dialect.name, found.reason)
    });
    wire::DialectChoice {
        id: choice.dialect.id.to_owned(),
        name: choice.dialect.name.to_owned(),
        reason: choice.reason.clone(),
        by_hand: choice.by_hand,
        detected,
    }
}

/// A finding with its fixes, in UTF-16.
pub fn diagnostic(index: &LineIndex<'_>, found: &lint::Diagnostic) -> wire::Diagnostic {
    wire::Diagnostic {
        rule: found.rule.to_owned(),
        group: group(found.group),
        severity: severity(found.severity),
        range: range(index, found.span),
        line: count(index.line_of(found.span.start) + 1),
        message: found.message.clone(),
        fixes: found.fixes.iter().map(|mend| fix(index, mend)).collect(),
    }
}

fn severity(severity: lint::Severity) -> wire::Severity {
    match severity {
        lint::Severity::Error => wire::Severity::Error,
        lint::Severity::Warning => wire::Severity::Warning,
        lint::Severity::Info => wire::Severity::Info,
    }
}

fn group(group: lint::Group) -> wire::RuleGroup {
    match group {
        lint::Group::FrontMatter => wire::RuleGroup::FrontMatter,
        lint::Group::Markdown => wire::RuleGroup::Markdown,
        lint::Group::Text => wire::RuleGroup::Text,
        lint::Group::Links => wire::RuleGroup::Links,
        lint::Group::Accessibility => wire::RuleGroup::Accessibility,
        lint::Group::Dialect => wire::RuleGroup::Dialect,
        lint::Group::Sharing => wire::RuleGroup::Sharing,
    }
}

/// A rule as a person can choose about it.
pub(crate) fn rule(rule: &lint::Rule) -> wire::RuleInfo {
    wire::RuleInfo {
        id: rule.id.to_owned(),
        group: group(rule.group),
        level: (!rule.quiet).then(|| severity(rule.severity)),
    }
}

/// What a person chose, put over what files say.
pub(crate) fn config(files: &lint::Config, levels: &[wire::RuleLevel]) -> lint::Config {
    let mut config = files.clone();
    for chosen in levels {
        let level = match chosen.level {
            None => lint::Level::Off,
            Some(wire::Severity::Error) => lint::Level::At(lint::Severity::Error),
            Some(wire::Severity::Warning) => lint::Level::At(lint::Severity::Warning),
            Some(wire::Severity::Info) => lint::Level::At(lint::Severity::Info),
        };
        lint::rules::by_id(&chosen.rule).into_iter().for_each(|rule| config.set_level(rule, level));
    }
    config
}

fn fix(index: &LineIndex<'_>, fix: &lint::Fix) -> wire::Fix {
    let edits = fix.edits.iter().map(|part| edit(index, part)).collect();
    wire::Fix { title: fix.title.clone(), safe: fix.safe, edits, word: None }
}

/// Start and end of each of these places in turn; they are in text order and do not overlap.
pub(crate) fn places(source: &str, spans: &[Span]) -> Vec<u32> {
    let mut places = Vec::with_capacity(spans.len() * 2);
    let (mut byte, mut units) = (0, 0);
    for place in spans.iter().flat_map(|span| [span.start, span.end]) {
        units += source.get(byte..place).map_or(0, |text| text.encode_utf16().count());
        byte = place;
        places.push(count(units));
    }
    places
}

/// The generator in force and the reason for it.
pub(crate) fn generator(choice: &GeneratorChoice) -> wire::GeneratorChoice {
    wire::GeneratorChoice {
        id: choice.generator.id.to_owned(),
        name: choice.generator.name.to_owned(),
        reason: choice.reason.clone(),
        by_hand: choice.by_hand,
    }
}

/// The publish verdict, in UTF-16.
pub(crate) fn verdict(index: &LineIndex<'_>, verdict: &Verdict) -> wire::Verdict {
    wire::Verdict {
        publishes: publishes(verdict.publishes),
        headline: verdict.headline.clone(),
        because: verdict
            .because
            .iter()
            .map(|reason| wire::VerdictReason {
                message: reason.message.clone(),
                range: reason.span.map(|span| range(index, span)),
            })
            .collect(),
        traps: verdict
            .traps
            .iter()
            .map(|trap| wire::Trap {
                message: trap.message.clone(),
                range: range(index, trap.span),
                fix: trap.fix.as_ref().map(|fix| wire::Fix {
                    title: fix.title.clone(),
                    safe: false,
                    edits: vec![edit(index, &fix.edit)],
                    word: None,
                }),
            })
            .collect(),
    }
}

fn publishes(publishes: Publishes) -> wire::Publishes {
    match publishes {
        Publishes::Now | Publishes::Until(_) => wire::Publishes::Now,
        Publishes::From(_) => wire::Publishes::Later,
        Publishes::Never => wire::Publishes::Never,
    }
}

/// A post in a list.
pub(crate) fn summary(path: String, document: &Document<'_>, at: &Circumstances<'_>) -> wire::PostSummary {
    let summary = summary::summary(document, at);
    wire::PostSummary {
        title: summary.title,
        date: summary.date,
        // Whole seconds of any year that posts have fit.
        instant: summary.instant.map(|instant| instant as f64),
        publishes: publishes(summary.publishes),
        tags: summary.tags,
        categories: summary.categories,
        slug: summary.slug,
        dialect: document.choice.dialect.id.to_owned(),
        generator: document.generator(None, Some(&path)).generator.id.to_owned(),
        path,
    }
}

fn edit(index: &LineIndex<'_>, edit: &foreword_core::Edit) -> wire::Edit16 {
    wire::Edit16 { range: range(index, edit.span), text: edit.text.clone() }
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
