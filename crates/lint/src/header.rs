//! Owns what the rules about the header share: the generator's keys, what they and the publish verdict say of the
//! header, found once for a post, and fixes that change the header without touching anything else in it.

use crate::{Context, Fix};
use foreword_core::front_matter::{End, Entry, FrontMatter, Operation, Step, Value, edit};
use foreword_core::generators::Generator;
use foreword_core::schema::{Field, Finding, FindingFix, Schema, for_generator};
use foreword_core::verdict::{Circumstances, SiteTime, Trap, TrapKind, Verdict, verdict_for};
use foreword_core::{Document, Span};

/// What is known of a header by the rules of the generator that the post is for.
#[derive(Debug)]
pub(crate) struct Header {
    /// The generator.
    pub(crate) generator: &'static Generator,
    /// Its keys.
    pub(crate) schema: Schema,
    /// Whether, when and why it publishes the post.
    pub(crate) verdict: Verdict,
    /// What the schema says, with the place of the entry.
    findings: Vec<Noted>,
}

/// Something that the schema says about an entry.
#[derive(Debug)]
pub(crate) struct Noted {
    /// Where the key stands.
    pub(crate) key_span: Span,
    /// Where the value stands.
    pub(crate) value_span: Span,
    /// The key.
    pub(crate) key: String,
    /// What is said.
    pub(crate) finding: Finding,
}

/// An entry, and what belongs there.
pub(crate) struct Known<'d> {
    pub(crate) path: Vec<Step>,
    pub(crate) entry: &'d Entry,
    pub(crate) field: Option<&'d Field>,
}

impl Header {
    fn new(document: &Document<'_>, cx: &Context<'_, '_>) -> Header {
        let generator = document.generator(cx.generator(), cx.file_name()).generator;
        let schema = for_generator(generator.id, cx.file_name());
        // Without a clock nothing lies in the future.
        let (now, viewer_zone) = cx.now().unwrap_or((i64::MAX, 0));
        let at = Circumstances { file_name: cx.file_name(), now, viewer_zone, site: SiteTime::default() };
        let header = document.front_matter.as_ref();
        let verdict = verdict_for(generator.id, document.source, header, &at);
        let mut findings = Vec::new();
        for known in known(header, &schema) {
            let entry = known.entry;
            for finding in schema.check(&known.path, entry, known.field) {
                findings.push(Noted {
                    key_span: entry.key_span,
                    value_span: entry.value.span,
                    key: entry.key.clone(),
                    finding,
                });
            }
        }
        Header { generator, schema, verdict, findings }
    }

    /// What the schema says, in text order.
    pub(crate) fn findings(&self) -> impl Iterator<Item = &Noted> {
        self.findings.iter()
    }

    /// The verdict's traps of a kind.
    pub(crate) fn traps(&self, about: TrapKind) -> impl Iterator<Item = &Trap> {
        self.verdict.traps.iter().filter(move |trap| trap.about == about)
    }
}

impl<'d> Context<'d, '_> {
    /// What is known of the header.
    pub(crate) fn header(&self) -> &'d Header {
        self.facts.header.get_or_init(|| Header::new(self.document, self))
    }

    /// The header, where it can be read to its end.
    pub(crate) fn front_matter(&self) -> Option<&'d FrontMatter> {
        self.document.front_matter.as_ref().filter(|header| is_readable(header))
    }

    /// The entries of the header, and those of maps whose keys are known, each with what belongs there.
    pub(crate) fn entries(&self) -> Vec<Known<'d>> {
        known(self.front_matter(), &self.header().schema)
    }

    /// Reports what a trap says.
    pub(crate) fn report_trap(&mut self, trap: &Trap, safe: bool) {
        let fix = trap.fix.as_ref().map(|fix| Fix {
            title: fix.title.clone(),
            safe,
            edits: vec![fix.edit.clone()],
        });
        self.report(trap.span, trap.message.clone(), fix.into_iter().collect());
    }

    /// A suggested fix that changes one thing in the header; none where that cannot be done.
    pub(crate) fn change(&self, title: String, path: &[Step], operation: &Operation) -> Vec<Fix> {
        let edits = edit(self.document.source, path, operation).unwrap_or_default();
        if edits.is_empty() { Vec::new() } else { vec![Fix::suggested(title, edits)] }
    }

    /// The schema's own fix.
    pub(crate) fn schema_fix(&self, fix: Option<&FindingFix>) -> Vec<Fix> {
        fix.map_or_else(Vec::new, |fix| self.change(fix.title.clone(), &fix.path, &fix.operation))
    }
}

/// False for a header with a mistake, other than a key that stands twice, whose entries are guesses.
fn is_readable(header: &FrontMatter) -> bool {
    header.end == End::Closed && header.problems.iter().all(|problem| problem.is_repeated_key())
}

fn known<'d>(header: Option<&'d FrontMatter>, schema: &'d Schema) -> Vec<Known<'d>> {
    let mut found: Vec<Known<'d>> = Vec::new();
    for entry in header.filter(|header| is_readable(header)).map_or(&[][..], |header| &header.entries) {
        let path = vec![Step::Key(entry.key.clone())];
        let field = schema.field(&path);
        // One level is enough: no generator has a map of known keys in another.
        let inner = field.filter(|field| !field.fields.is_empty());
        found.push(Known { path: path.clone(), entry, field });
        let (Some(_), Value::Map(entries)) = (inner, &entry.value.value) else { continue };
        for entry in entries {
            let mut path = path.clone();
            path.push(Step::Key(entry.key.clone()));
            let field = schema.field(&path);
            found.push(Known { path, entry, field });
        }
    }
    found
}
