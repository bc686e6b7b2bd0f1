//! Owns findings as text for people: each with its line, a mark below the place, and how to mend it; then a count.

use super::{Report, count, shown};
use foreword_lint::pages::severity;
use foreword_lint::{Diagnostic, Severity};
use std::fmt::Write;
use std::io::IsTerminal;

/// So many characters of a line are shown around a place: a paragraph may be one line.
const WIDEST: usize = 100;
/// So many of them stand before the place.
const BEFORE: usize = 30;

pub(super) fn write(reports: &[Report], quiet: bool) -> String {
    let wants_none = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_coloured = std::io::stdout().is_terminal() && !wants_none;
    let mut out = String::new();
    for report in reports {
        let place = report.index();
        for finding in &report.findings {
            let (start, end) = place(finding.span);
            one(&mut out, report, finding, start, end, is_coloured);
        }
    }
    if !quiet {
        out.push_str(&count(reports));
    }
    out
}

fn one(
    out: &mut String,
    report: &Report,
    finding: &Diagnostic,
    (line, column): (usize, usize),
    end: (usize, usize),
    is_coloured: bool,
) {
    let colour = match finding.severity {
        Severity::Error => "31",
        Severity::Warning => "33",
        Severity::Info => "36",
    };
    let paint = |code: &str, text: &str| match is_coloured {
        true => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        false => text.to_owned(),
    };
    let _ = writeln!(
        out,
        "{}: {}: {} ({})",
        paint("1", &format!("{}:{line}:{column}", shown(&report.name))),
        paint(colour, severity(finding.severity)),
        shown(&finding.message),
        finding.rule
    );
    let (source, mark) = excerpt(&report.text, finding.span.start, finding.span.end);
    let number = line.to_string();
    let edge = paint("2", &format!("{:>width$} |", "", width = number.len().max(4)));
    let _ = writeln!(out, "{} {source}", paint("2", &format!("{number:>4} |")));
    let more = if end.0 > line { "…" } else { "" };
    let _ = writeln!(out, "{edge} {}", paint(colour, &format!("{mark}{more}")));
    if let Some(fix) = finding.fixes.iter().find(|fix| fix.safe).or(finding.fixes.first()) {
        let kind = if fix.safe { "fix" } else { "suggestion" };
        let _ = writeln!(
            out,
            "{} {}: {}",
            paint("2", &format!("{:>width$} =", "", width = number.len().max(4))),
            kind,
            shown(&fix.title)
        );
    }
    out.push('\n');
}

/// The line of a place, cut where it is long, and what marks the place below it.
fn excerpt(text: &str, start: usize, end: usize) -> (String, String) {
    let is_break = ['\n', '\r'];
    let line_start = text.get(..start).and_then(|before| before.rfind(is_break)).map_or(0, |at| at + 1);
    let line = text.get(line_start..).unwrap_or("").split(is_break).next().unwrap_or("");
    let before: Vec<char> = text.get(line_start..start).unwrap_or("").chars().collect();
    let inside = text.get(start..end.min(line_start + line.len())).unwrap_or("").chars().count();
    let all: Vec<char> = line.chars().collect();
    let from = if all.len() > WIDEST { before.len().saturating_sub(BEFORE) } else { 0 };
    let to = (from + WIDEST).min(all.len());
    let piece = |from: usize, to: usize| {
        let piece: String = all.get(from..to.max(from)).unwrap_or(&[]).iter().collect();
        shown(&piece.replace('\t', "    ").replace('\u{feff}', ""))
    };
    let lead = if from > 0 { "…" } else { "" };
    let tail = if to < all.len() { "…" } else { "" };
    let gap = width(lead) + width(&piece(from, before.len()));
    let mark = width(&piece(before.len(), (before.len() + inside).min(to))).max(1);
    (format!("{lead}{}{tail}", piece(from, to)), format!("{}{}", " ".repeat(gap), "^".repeat(mark)))
}

/// How many columns of a terminal a text takes.
fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Combining marks take none; what Unicode calls wide takes two (<https://www.unicode.org/reports/tr11/>).
fn columns(c: char) -> usize {
    match u32::from(c) {
        0x300..=0x36F | 0x200B..=0x200F | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xE0100..=0xE01EF => 0,
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0x1F300..=0x1F64F
        | 0x1F680..=0x1F6FF
        | 0x1F900..=0x1F9FF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{excerpt, width};

    #[test]
    fn the_mark_stands_below_the_place() {
        assert_eq!(excerpt("a\n\tbc 漢d\ne", 6, 10), ("    bc 漢d".to_owned(), "       ^^^".to_owned()));
        assert_eq!(excerpt("ab\ncd", 1, 5), ("ab".to_owned(), " ^".to_owned()));
        assert_eq!(excerpt("\u{feff}ab", 3, 4), ("ab".to_owned(), "^".to_owned()));
        assert_eq!(excerpt("", 0, 0), (String::new(), "^".to_owned()));
        assert_eq!(excerpt("a\u{1b}[0mb", 5, 6), ("a·[0mb".to_owned(), "     ^".to_owned()));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}here{}", "x".repeat(500), "y".repeat(500));
        let (line, mark) = excerpt(&text, 500, 504);
        assert_eq!(line, format!("…{}here{}…", "x".repeat(30), "y".repeat(66)));
        assert_eq!(mark, format!("{}^^^^", " ".repeat(31)));
        assert!(width(&excerpt(&text, 0, 1004).1) <= 100);
    }
}
