//! Owns findings about a post: rules, each with its documentation, and fixes.
//!
//! Invariant: linting cannot fail and takes time linear in the post. Findings are in text order; their spans
//! are not empty unless the text is; edits of a fix do not overlap.

mod diagnostic;
pub mod garbled;
mod rule;
pub mod rules;

use foreword_core::Document;

pub use diagnostic::{Diagnostic, Fix, Severity};
pub use rule::{Context, Rule};

/// All findings about a post, in text order.
pub fn lint(document: &Document<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in rules::ALL {
        (rule.check)(&mut Context::new(document, rule, &mut found));
    }
    found.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.rule));
    found
}
