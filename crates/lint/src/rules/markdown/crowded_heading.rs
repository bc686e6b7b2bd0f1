//! Owns the rule `crowded-heading`.

use crate::headings::{self, Heading, Style};
use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::Edit;

rule! {
    /// A heading has no blank line above or below it.
    ///
    /// **Why.** Some generators take such a line for part of the paragraph, and headings are harder to find in
    /// the text. In a site's posts it is fine to leave out the line below headings, if most of them have none.
    ///
    /// ````md bad
    /// ## Soup
    /// It is hot.
    /// ## Bread
    /// It is warm.
    /// ````
    ///
    /// ````md bad lines_above=2
    /// Soup is hot.
    ///
    /// ## Bread
    ///
    /// It is warm.
    /// ````
    ///
    /// ````md good
    /// ## Soup
    ///
    /// It is hot.
    ///
    /// ## Bread
    ///
    /// It is warm.
    /// ````
    ///
    /// ````md good lines_below=1,0
    /// ## Soup
    /// It is hot.
    /// ````
    ///
    /// **Fix.** Puts blank lines there.
    ///
    /// **Source.** markdownlint MD022; CommonMark 0.31.2, section 4.2.
    CROWDED_HEADING {
        id: "crowded-heading",
        aliases: ["MD022"],
        group: Markdown,
        severity: Info,
        choices: [
            "lines_above" = "1": "How many blank lines stand above a heading; a list for levels 1 to 6; -1 for any.",
            "lines_below" = "1": "How many blank lines stand below a heading; a list for levels 1 to 6; -1 for any.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (source, lines) = (cx.source(), &cx.facts.lines);
    let mut below_all = Vec::new();
    let (mut crowded, mut clear) = (0, 0);
    for heading in headings::all(cx) {
        let own = cx.facts.lines_of(source, heading.span);
        let body = cx.facts.line_at(cx.document.body_start);
        let above = wanted(cx, "lines_above", heading.level).saturating_sub(
            lines
                .get(body..own.start)
                .unwrap_or(&[])
                .iter()
                .rev()
                .take_while(|line| line.is_blank(source))
                .count(),
        );
        // Above the first line and below the last there is nothing to part.
        let is_first =
            lines.get(body..own.start).is_none_or(|above| above.iter().all(|line| line.is_blank(source)));
        let below = wanted(cx, "lines_below", heading.level).saturating_sub(
            lines.get(own.end..).unwrap_or(&[]).iter().take_while(|line| line.is_blank(source)).count(),
        );
        let is_last = own.end >= lines.len();
        if above > 0 && !is_first {
            report(cx, &heading, own.start, above, "above");
        }
        if below > 0 && !is_last {
            crowded += 1;
            below_all.push((heading, own.end, below));
        } else {
            clear += usize::from(!is_last);
        }
    }
    if !(cx.is_lenient() && crowded > clear) {
        for (heading, end, missing) in below_all {
            report(cx, &heading, end, missing, "below");
        }
    }
}

/// How many blank lines there are to be; 0 where it does not matter.
fn wanted(cx: &Context<'_, '_>, name: &str, level: usize) -> usize {
    let mut values = cx.words(name);
    let is_list = cx.chosen(name).contains(',');
    let value = if is_list { values.nth(level.saturating_sub(1)) } else { values.next() };
    match value {
        Some(value) if value.starts_with('-') => 0,
        Some(value) => value.parse().unwrap_or(1),
        None => 1,
    }
}

/// Reports that blank lines are missing above the line of this index.
fn report(cx: &mut Context<'_, '_>, heading: &Heading<'_>, index: usize, missing: usize, place: &str) {
    let source = cx.source();
    let message = if missing == 1 {
        format!("A blank line is missing {place} this heading.")
    } else {
        format!("{missing} blank lines are missing {place} this heading.")
    };
    let mut fixes = Vec::new();
    if let (Some(before), Some(line)) =
        (index.checked_sub(1).and_then(|index| cx.facts.lines.get(index)), cx.facts.lines.get(index))
    {
        let around = cx.facts.ancestors(heading.element).filter(|around| {
            let holds_both = around.span.start < before.span.end && around.span.end > line.span.start;
            around.kind == Kind::Quote && holds_both
        });
        let own = if place == "above" { line } else { before };
        let marks = quote_marks(own.text(source), around.count());
        let end = source.get(before.span.end..line.span.start).unwrap_or("\n");
        let edit = Edit::insert(line.span.start, format!("{marks}{end}").repeat(missing));
        // In a list, a blank line sets the items' paragraphs apart.
        let in_list = cx.facts.ancestors(heading.element).any(|around| around.kind == Kind::Item);
        // After a blank line, so much white space makes code.
        let before = source.get(line.span.start..heading.span.start).unwrap_or("");
        let far = before.contains("    ") || before.contains('\t');
        // Below other text a line that looks like a list can belong to a heading; after a blank line it is a list.
        let is_other = heading.style == Style::Underlined
            && !heading.text.slice(source).starts_with(char::is_alphabetic);
        let title = if missing == 1 {
            format!("Put a blank line {place}")
        } else {
            format!("Put blank lines {place}")
        };
        fixes.push(Fix { title, safe: !in_list && !far && !is_other, edits: vec![edit] });
    }
    cx.report(heading.span, message, fixes);
}

/// The first signs of the block quotes that a line stands in.
fn quote_marks(line: &str, count: usize) -> &str {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let start = line.get(..line.len() - rest.len()).unwrap_or("");
    let last = count.checked_sub(1).and_then(|last| start.match_indices('>').nth(last));
    start.get(..last.map_or(0, |(at, sign)| at + sign.len())).unwrap_or("")
}
