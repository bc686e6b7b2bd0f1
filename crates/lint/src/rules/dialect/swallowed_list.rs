//! Owns the rule `swallowed-list`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// Numbered lines are read as one paragraph.
    ///
    /// **Why.** Right below a line of text only a list that begins with 1 is a list; Jekyll knows no list whose numbers
    /// end with `)`. Readers see the numbers in the middle of a line.
    ///
    /// ````md bad
    /// After the first step:
    /// 2. Open the sluice.
    /// 3. Wait.
    /// ````
    ///
    /// ````md bad jekyll
    /// 1) Open the sluice.
    /// 2) Wait.
    /// ````
    ///
    /// ````md good
    /// At low water:
    ///
    /// 1. Open the sluice.
    /// 2. Wait.
    /// ````
    ///
    /// **Fix.** Adds the empty line, or writes the numbers with a full stop.
    ///
    /// **Source.** CommonMark 0.31.2, section 5.2; kramdown's page on lists.
    SWALLOWED_LIST { id: "swallowed-list", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    for paragraph in facts.all(Kind::Paragraph) {
        let lines = facts.lines_of(source, paragraph.span);
        let first_line = lines.start;
        let mut last: Option<(usize, Number)> = None;
        for index in lines {
            let Some(line) = facts.lines.get(index) else { break };
            // The paragraph's own first line may begin after the marker of a list.
            let start = if index == first_line {
                paragraph.span.start
            } else {
                line.span.end - line.content(source).len()
            };
            let number = number(source, Span::new(start, line.span.end));
            let pair =
                last.zip(number).filter(|((_, one), two)| two.value == one.value + 1 && two.end == one.end);
            if let Some(((above, one), two)) = pair {
                let span = Span::new(one.at, line.span.end);
                let is_first = above == first_line;
                let fixes = match facts.lines.get(above) {
                    Some(line) if !is_first && line.span.start == one.at && one.end == '.' => {
                        vec![Fix::suggested(
                            "Add an empty line before the list",
                            vec![Edit::insert(line.span.start, "\n")],
                        )]
                    }
                    _ if is_first && one.end == ')' => {
                        let full_stop =
                            |number: Number| Edit::replace(Span::new(number.mark, number.mark + 1), ".");
                        vec![Fix::suggested(
                            "Write the numbers with a full stop",
                            vec![full_stop(one), full_stop(two)],
                        )]
                    }
                    _ => Vec::new(),
                };
                cx.report(span, "These numbered lines are read as one paragraph, not as a list.", fixes);
                break;
            }
            last = number.map(|number| (index, number));
        }
    }
}

/// A number at the start of a line.
#[derive(Clone, Copy)]
struct Number {
    value: usize,
    end: char,
    /// Where the line's text begins.
    at: usize,
    /// Where what ends it stands.
    mark: usize,
}

fn number(source: &str, place: Span) -> Option<Number> {
    let text = place.slice(source);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let end = text.get(digits..)?.chars().next().filter(|c| matches!(c, '.' | ')'))?;
    let after = text.get(digits + 1..)?;
    let value = text.get(..digits)?.parse().ok().filter(|value| *value < 100)?;
    after.starts_with(' ').then_some(Number { value, end, at: place.start, mark: place.start + digits })
}
