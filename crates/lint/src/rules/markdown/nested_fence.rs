//! Owns the rule `nested-fence`.

use crate::rule::rule;
use crate::rules::fences::{self, Fence};
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// A code block shows a fence as long as its own, so it ends there and not where it should.
    ///
    /// **Why.** The first fence that is long enough ends the block; what comes after is no code, and the last
    /// fence begins a new block that swallows the text below.
    ///
    /// ````md bad
    /// ```md
    /// Write code like this:
    ///
    /// ```js
    /// run();
    /// ```
    ///
    /// Save the file.
    /// ```
    ///
    /// Then publish.
    /// ````
    ///
    /// ````md bad
    /// ```js
    /// run();
    ///
    /// And in Rust:
    ///
    /// ```rust
    /// run();
    /// ```
    /// ````
    ///
    /// `````md good
    /// ````md
    /// Write code like this:
    ///
    /// ```js
    /// run();
    /// ```
    /// ````
    /// `````
    ///
    /// **Fix.** Makes the outer fence longer, where it is clear where it ends.
    ///
    /// **Source.** CommonMark 0.31.2, section 4.5.
    NESTED_FENCE { id: "nested-fence", group: Markdown, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    // A block of which an earlier one says all.
    let mut told = 0;
    for fence in fences::all(cx) {
        if fence.lines.start < told {
            continue;
        }
        let mut inside = fence.lines.start + 1..fence.lines.end;
        let Some((number, inner)) = inside.find_map(|number| Some((number, opens(cx, &fence, number)?)))
        else {
            continue;
        };
        match end(cx, &fence, number) {
            Some((last, closing, longest)) => {
                told = last + 1;
                let marks = fence.sign.to_string().repeat(longest + 1);
                let edits = vec![Edit::replace(fence.opening, marks.clone()), Edit::replace(closing, marks)];
                let message = "This fence ends the code block around it too early.";
                cx.report(inner, message, vec![Fix::suggested("Make the outer fence longer", edits)]);
            }
            None => {
                let message = "This fence is inside a code block whose end seems to be missing.";
                cx.report(inner, message, Vec::new());
            }
        }
    }
}

/// The line's text, where it is a fence with a language that would open a block.
fn opens(cx: &Context<'_, '_>, outer: &Fence<'_>, number: usize) -> Option<Span> {
    let line = cx.facts.lines.get(number)?;
    let (sign, length, info) = fences::delimiter(line.text(cx.source()))?;
    let is_language = info.starts_with(|c: char| c.is_ascii_alphabetic()) && !info.contains(' ');
    let opens = sign == outer.sign && length >= outer.opening.len() && is_language;
    let indent = line.text(cx.source()).len() - line.content(cx.source()).len();
    opens.then(|| Span::new(line.span.start + indent, line.span.end).trim_end(cx.source()))
}

/// Nobody shows fences in fences in fences beyond this; it bounds how often a line is looked at.
const DEEPEST: usize = 5;

/// The line and place of the fence that is meant to end a block, and the longest fence inside.
fn end(cx: &Context<'_, '_>, outer: &Fence<'_>, first: usize) -> Option<(usize, Span, usize)> {
    let source = cx.source();
    let mut depth = 1_usize;
    let mut longest = 0;
    for (number, line) in cx.facts.lines.iter().enumerate().skip(first) {
        let text = line.text(source);
        let Some((sign, length, info)) = fences::delimiter(text) else { continue };
        if sign != outer.sign || length < outer.opening.len() {
            continue;
        }
        let start = line.span.start + text.len() - line.content(source).len();
        if !info.is_empty() {
            depth += 1;
            if depth > DEEPEST {
                return None;
            }
        } else if depth > 1 {
            depth -= 1;
        } else {
            return Some((number, Span::new(start, start + length), longest));
        }
        longest = longest.max(length);
    }
    None
}
