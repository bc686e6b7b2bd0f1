//! Owns the rule `unreadable-front-matter`.

use crate::Context;
use crate::rule::rule;

rule! {
    /// The front matter is not valid YAML, TOML or JSON.
    ///
    /// **Why.** A generator stops at it, or takes another value than you mean.
    ///
    /// ````md bad
    /// ---
    /// title: Rust: the book
    /// ---
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: "Rust: the book"
    /// ---
    /// ````
    ///
    /// **Source.** YAML 1.2.2; TOML 1.1.0; RFC 8259.
    UNREADABLE_FRONT_MATTER { id: "unreadable-front-matter", group: FrontMatter, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = &cx.document.front_matter else {
        return;
    };
    // A key that stands twice has a rule of its own.
    for problem in header.problems.iter().filter(|problem| !problem.is_repeated_key()) {
        cx.report(problem.span, problem.message.clone(), Vec::new());
    }
}
