//! Owns what the verdict is tested with: lists of cases that read as its specification, and its invariants.

mod cases;
mod properties;

use super::*;
use crate::span::apply;

/// 2024-04-07, a Sunday, 11:05 in UTC.
const NOW: i64 = 1_712_487_900;

fn at(file_name: &str, viewer_zone: i32) -> Circumstances<'_> {
    let file_name = Some(file_name).filter(|name| !name.is_empty());
    Circumstances { file_name, now: NOW, viewer_zone, site: SiteTime::default() }
}

/// `YAML` lines, `+++` TOML or `{` JSON, as a whole post.
fn post(header: &str) -> String {
    match header.as_bytes().first() {
        Some(b'{' | b'+') => format!("{header}\n"),
        _ => format!("---\n{header}\n---\n"),
    }
}

fn judge(generator: &str, source: &str, at: &Circumstances<'_>) -> Verdict {
    verdict_for(generator, source, FrontMatter::read(source).as_ref(), at)
}

/// The headline, then the reasons, then the traps with what their fixes make of the line.
fn show(generator: &str, header: &str, at: &Circumstances<'_>) -> String {
    let source = post(header);
    let verdict = judge(generator, &source, at);
    let mut lines = vec![verdict.headline];
    lines.extend(verdict.because.into_iter().map(|reason| format!("- {}", reason.message)));
    for trap in verdict.traps {
        lines.push(format!("! {}", trap.message));
        if let Some(Fix { title, edit }) = trap.fix {
            let line = source.get(..edit.span.start).unwrap().matches('\n').count();
            let fixed = apply(&source, &[edit]);
            lines.push(format!("  [{title}] {}", fixed.lines().nth(line).unwrap()));
        }
    }
    lines.join("\n")
}
