//! Owns taking definitions out of a post.

use crate::Context;
use crate::rules::labels::Written;
use foreword_core::{Edit, Span};

/// Takes out the line of a definition that is all on one line.
pub(super) fn removal(cx: &Context<'_, '_>, definition: &Written<'_>) -> Option<Edit> {
    let source = cx.source();
    let number = cx.facts.line_at(definition.span.start);
    let line = cx.facts.lines.get(number)?;
    let next = cx.facts.lines.get(number + 1);
    // A title may stand on the next line.
    let continues = next.is_some_and(|next| next.content(source).starts_with(['"', '\'', '(']));
    let is_whole = !definition.rest.trim().is_empty() && !continues;
    let end = next.map_or(source.len(), |next| next.span.start);
    is_whole.then(|| Edit::replace(Span::new(line.span.start, end), ""))
}
