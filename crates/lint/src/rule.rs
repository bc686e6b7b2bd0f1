//! Owns what a rule is and how it reports.

use crate::diagnostic::{Diagnostic, Fix, Severity};
use foreword_core::{Document, Span};

/// A rule. Its id names the fault and reads well after "allow".
#[derive(Debug)]
pub struct Rule {
    /// Kebab case, the same as its file's name.
    pub id: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// Markdown: a line on what it finds, then **Why**, a bad and a good example, **Fix**, **Source**.
    pub docs: &'static str,
    /// Looks at a document and reports.
    pub check: fn(&mut Context<'_, '_>),
}

/// What a rule sees while it checks.
pub struct Context<'d, 'a> {
    /// The post.
    pub document: &'d Document<'a>,
    rule: &'static Rule,
    found: &'d mut Vec<Diagnostic>,
}

impl<'d, 'a> Context<'d, 'a> {
    pub(crate) fn new(
        document: &'d Document<'a>,
        rule: &'static Rule,
        found: &'d mut Vec<Diagnostic>,
    ) -> Self {
        Context { document, rule, found }
    }

    /// Reports a finding; a span without text is widened to the character after it.
    pub fn report(&mut self, span: Span, message: impl Into<String>, fixes: Vec<Fix>) {
        let source = self.document.source;
        let span = match source.get(span.start..).and_then(|rest| rest.chars().next()) {
            Some(next) if span.is_empty() => Span::new(span.start, span.start + next.len_utf8()),
            _ => span,
        };
        self.found.push(Diagnostic {
            rule: self.rule.id,
            severity: self.rule.severity,
            span,
            message: message.into(),
            fixes,
        });
    }
}

/// Declares a rule with its documentation in one place.
macro_rules! rule {
    ($(#[doc = $doc:literal])* $name:ident { id: $id:literal, severity: $severity:ident, check: $check:path }) => {
        $(#[doc = $doc])*
        pub(crate) static $name: $crate::Rule = $crate::Rule {
            id: $id,
            severity: $crate::Severity::$severity,
            docs: concat!($($doc, "\n"),*),
            check: $check,
        };
    };
}
pub(crate) use rule;
