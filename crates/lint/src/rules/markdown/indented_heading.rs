//! Owns the rule `indented-heading`.

use crate::headings::{self, Heading, Style};
use crate::rule::rule;
use crate::{Context, Fix, Kind, list_items};
use foreword_core::{Edit, Span};

rule! {
    /// A heading does not begin at the start of its line.
    ///
    /// **Why.** Readers see no difference, but it looks as if it belonged to something else, and some programs
    /// do not find it.
    ///
    /// ````md bad
    ///   ## Soup
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md bad
    /// >  ## Soup
    /// >
    /// > It is hot.
    /// ````
    ///
    /// ````md good
    /// ## Soup
    ///
    /// - It is hot.
    ///
    ///   ## Bread
    /// ````
    ///
    /// **Fix.** Takes the white space away.
    ///
    /// **Source.** markdownlint MD023; CommonMark 0.31.2, section 4.2.
    INDENTED_HEADING {
        id: "indented-heading",
        aliases: ["MD023"],
        group: Markdown,
        severity: Info,
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for heading in headings::all(cx) {
        let Some(space) = indentation(cx, &heading).filter(|space| !space.is_empty()) else { continue };
        // Without the space, the first line of an underlined heading can mean something else.
        let safe = heading.style != Style::Underlined
            || heading.text.slice(cx.source()).starts_with(char::is_alphabetic);
        let edits = vec![Edit::replace(space, "")];
        let fix = Fix { title: "Begin it at the start".to_owned(), safe, edits };
        cx.report(Span::new(space.start, heading.span.end), "This heading is indented.", vec![fix]);
    }
}

/// The white space before a heading that belongs to nothing around it.
fn indentation(cx: &Context<'_, '_>, heading: &Heading<'_>) -> Option<Span> {
    let (source, facts) = (cx.source(), cx.facts);
    let at = heading.span.start;
    let line = facts.lines.get(facts.line_at(at))?.span;
    let before = source.get(line.start..at)?;
    let spaces = before.len() - before.trim_end_matches([' ', '\t']).len();
    let parents = std::iter::successors(heading.element.parent, |inner| facts.elements.get(*inner)?.parent);
    let mut containers = parents.filter_map(|number| Some((number, facts.elements.get(number)?)));
    let around =
        containers.find(|(_, around)| matches!(around.kind, Kind::Item | Kind::Quote | Kind::Footnote));
    let belongs = match around.map(|(number, around)| (around.kind, number)) {
        None => 0,
        Some((Kind::Quote, _)) => 1,
        Some((Kind::Item, number)) => {
            let item = list_items::read(facts, source, number)?;
            // On the line of the item's marker, the space belongs to that.
            let is_first = item.marker.start >= line.start;
            if is_first {
                spaces
            } else {
                item.text_column().saturating_sub(before.trim_end_matches([' ', '\t']).len())
            }
        }
        Some(_) => spaces,
    };
    Some(Span::new(at - spaces.saturating_sub(belongs), at))
}
