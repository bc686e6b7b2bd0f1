//! Owns the rule `odd-list-indent`.

use crate::list_items::{self, Item};
use crate::order;
use crate::rule::rule;
use crate::{Context, Facts, Fix, Kind, Place};
use foreword_core::{Edit, Span};
use std::collections::{HashMap, HashSet};

rule! {
    /// A list with bullets is not indented by two spaces for each list around it.
    ///
    /// **Why.** How far a list must be indented depends on the bullets and spaces around it. Where all lists are
    /// indented as far as the text above them, an item never ends up on another level than it seems to. In a site's
    /// posts any two to four spaces are fine where all lists have the same.
    ///
    /// ````md bad
    /// - Soup
    ///     - Tomato
    /// ````
    ///
    /// ````md bad
    ///  - Soup
    ///  - Bread
    /// ````
    ///
    /// ````md bad indent=4
    /// - Soup
    ///   - Tomato
    /// ````
    ///
    /// ````md good
    /// - Soup
    ///   - Tomato
    ///
    /// 1. Boil
    ///    - gently
    /// ````
    ///
    /// ````md good indent=4
    /// - Soup
    ///     - Tomato
    /// ````
    ///
    /// ````md good start_indented=true
    ///   - Soup
    ///     - Tomato
    /// ````
    ///
    /// **Fix.** At the first item of a list: indents everything in it by the same rule.
    ///
    /// **Source.** markdownlint MD007; CommonMark 0.31.2, section 5.2.
    ODD_LIST_INDENT {
        id: "odd-list-indent",
        aliases: ["MD007"],
        group: Markdown,
        severity: Info,
        choices: [
            "indent" = "2": "How many spaces for each list around.",
            "start_indented" = "false": "Whether the outermost list is indented too.",
            "start_indent" = "": "By how many spaces, if not by as many as others.",
        ],
        check: check,
    }
}

/// Lists deeper than this are reported but not mended, so that the work stays in proportion to the text.
const DEEPEST: usize = 8;

/// An item that this rule speaks about.
struct Placed {
    item: Item,
    /// The outermost list with bullets around it, or its own.
    outermost: usize,
    /// How deep its list is in others with bullets.
    depth: usize,
    /// Where its indentation begins: after the signs of the block quotes around it.
    start: usize,
    /// How many spaces it is to have.
    expected: usize,
}

impl Placed {
    fn actual(&self) -> usize {
        self.item.marker.start - self.start
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let indent = cx.number("indent").filter(|indent| *indent > 0).unwrap_or(2);
    let start_indent = if cx.is_on("start_indented") {
        cx.number("start_indent").filter(|indent| *indent > 0).unwrap_or(indent)
    } else {
        0
    };
    let placed = placed(cx, indent, start_indent);
    if cx.is_lenient() && indent == 2 && start_indent == 0 {
        return check_habit(cx, &placed);
    }
    let mut fixes = fixes(cx, &placed, indent);
    for place in placed.iter().filter(|place| place.actual() != place.expected) {
        let message =
            format!("This item is indented by {}, not by {}.", spaces(place.actual()), place.expected);
        cx.report(place.item.marker, message, fixes.remove(&place.outermost).into_iter().collect());
    }
}

/// Reports lists that are indented by other steps than the first one in the post, once each.
fn check_habit(cx: &mut Context<'_, '_>, placed: &[Placed]) {
    let (source, facts) = (cx.source(), cx.facts);
    let column =
        |place: &Placed| list_items::width(Span::new(place.start, place.item.marker.start).slice(source), 0);
    // Columns of items by their number, and the lists seen: the first item tells of the whole list.
    let (mut columns, mut seen) = (HashMap::new(), HashSet::new());
    let mut habit = None;
    let mut fixes = None;
    let mut reported = HashSet::new();
    for place in placed {
        let own = column(place);
        columns.insert(place.item.number, own);
        let around = facts.elements.get(place.item.list).and_then(|list| list.parent);
        let Some(around) = around.and_then(|item| columns.get(&item)).filter(|_| place.depth > 0) else {
            continue;
        };
        if !seen.insert(place.item.list) {
            continue;
        }
        let step = own.saturating_sub(*around);
        let usual = *habit.get_or_insert(if (2..=4).contains(&step) { step } else { 2 });
        if step != usual && reported.insert(place.outermost) {
            // All lists are made even by two spaces, so that only helps where the others have as many.
            let fixes = fixes
                .get_or_insert_with(|| if usual == 2 { self::fixes(cx, placed, 2) } else { HashMap::new() });
            let fix = fixes.remove(&place.outermost);
            let message = format!("This list is indented by {}, other lists by {usual}.", spaces(step));
            cx.report(place.item.marker, message, fix.into_iter().collect());
        }
    }
}

fn spaces(count: usize) -> String {
    if count == 1 { "1 space".to_owned() } else { format!("{count} spaces") }
}

/// The items with bullets that stand in no list with numbers, in the order of the text.
fn placed(cx: &Context<'_, '_>, indent: usize, start_indent: usize) -> Vec<Placed> {
    let (source, facts) = (cx.source(), cx.facts);
    // Depth, outermost list, and the indentation that a footnote asks for; none in a list with numbers.
    let mut lists: HashMap<usize, Option<(usize, usize, usize)>> = HashMap::new();
    let mut placed = Vec::new();
    for item in list_items::by_list(facts, source) {
        let of_list = *lists.get(&item.list).unwrap_or(&None);
        let of_list = match lists.contains_key(&item.list) {
            true => of_list,
            false => {
                let of_list = if item.value.is_some() { None } else { of(facts, &lists, item.list) };
                lists.insert(item.list, of_list);
                of_list
            }
        };
        let Some((depth, outermost, base)) = of_list else { continue };
        let before = source.get(item.marker.start - item.column..item.marker.start).unwrap_or("");
        let after_sign = before.rfind('>').map_or(0, |at| at + 1);
        let space =
            usize::from(before.get(after_sign..).is_some_and(|rest| after_sign > 0 && rest.starts_with(' ')));
        let start = item.marker.start - item.column + after_sign + space;
        let expected = base + start_indent + depth * indent;
        placed.push(Placed { item, outermost, depth, start, expected });
    }
    order::by_key(&mut placed, |place| order::place(place.item.marker));
    placed
}

fn of(
    facts: &Facts,
    lists: &HashMap<usize, Option<(usize, usize, usize)>>,
    number: usize,
) -> Option<(usize, usize, usize)> {
    let around =
        facts.elements.get(number).and_then(|list| list.parent).and_then(|parent| facts.elements.get(parent));
    match around {
        Some(item) if item.kind == Kind::Item => {
            let (depth, outermost, base) = (*item.parent.and_then(|list| lists.get(&list))?)?;
            Some((depth + 1, outermost, base))
        }
        Some(footnote) if footnote.kind == Kind::Footnote => Some((0, number, 4)),
        _ => Some((0, number, 0)),
    }
}

/// For each outermost list that has a fault, what indents all of it anew.
fn fixes(cx: &Context<'_, '_>, placed: &[Placed], indent: usize) -> HashMap<usize, Fix> {
    let source = cx.source();
    let mut by_outermost: HashMap<usize, Vec<&Placed>> = HashMap::new();
    for place in placed {
        by_outermost.entry(place.outermost).or_default().push(place);
    }
    by_outermost.retain(|_, places| {
        let has_fault = places.iter().any(|place| place.actual() != place.expected);
        // Where the text of an item does not begin right after its bullet, lists in it may have to be elsewhere.
        let is_plain = |place: &Placed| {
            let before = Span::new(place.start, place.item.marker.start).slice(source);
            place.item.space <= 1
                && place.depth < DEEPEST
                && place.actual() == place.item.column
                && before.trim_matches(' ').is_empty()
        };
        has_fault && indent == 2 && places.iter().all(|place| is_plain(place))
    });
    by_outermost.into_iter().filter_map(|(list, places)| Some((list, mended(cx, list, &places)?))).collect()
}

/// Moves every line of a list with the innermost item that it belongs to, if each then still belongs to that.
fn mended(cx: &Context<'_, '_>, list: usize, places: &[&Placed]) -> Option<Fix> {
    let (source, facts) = (cx.source(), cx.facts);
    let all = facts.lines_of(source, facts.elements.get(list)?.span);
    // For each line how far it moves, and the column at which its item's text begins.
    let mut moves: Vec<(isize, usize)> = vec![(0, 0); all.len()];
    for place in places {
        let lines = facts.lines_of(source, facts.elements.get(place.item.number)?.span);
        let by = isize::try_from(place.expected).ok()? - isize::try_from(place.actual()).ok()?;
        moves.get_mut(lines.start - all.start..lines.end - all.start)?.fill((by, place.item.text_column()));
    }
    let after =
        facts.lines.get(all.end..)?.iter().map(|line| line.text(source)).find(|text| !text.trim().is_empty());
    if after.is_some_and(|after| after.starts_with([' ', '\t'])) {
        return None;
    }
    let mut starts = places.iter().map(|place| place.item.marker.start).peekable();
    let mut edits = Vec::new();
    let mut follows_text = false;
    for (line, (by, column)) in facts.lines.get(all)?.iter().zip(moves) {
        let text = line.text(source);
        let rest = text.trim_start_matches([' ', '\t']);
        let white = text.get(..text.len() - rest.len())?;
        let is_start = starts.next_if(|start| line.span.contains(*start)).is_some();
        let goes_on = follows_text && white.len() >= column && rest.starts_with(char::is_alphabetic);
        if text.contains('\t')
            || !(is_start || rest.is_empty() || line.place == Place::Code || white.len() == column || goes_on)
        {
            return None;
        }
        follows_text = !rest.is_empty();
        if by > 0 && !rest.is_empty() {
            edits.push(Edit::insert(line.span.start, " ".repeat(by.unsigned_abs())));
        } else if by < 0 && !rest.is_empty() && !white.is_empty() {
            let less = by.unsigned_abs().min(white.len());
            edits.push(Edit::replace(Span::new(line.span.start, line.span.start + less), ""));
        }
    }
    Some(Fix::safe("Indent this list evenly", edits))
}
