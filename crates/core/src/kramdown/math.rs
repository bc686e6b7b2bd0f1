//! Owns formulas that are blocks: `$$…$$`. <https://kramdown.gettalong.org/syntax.html#math-blocks>

use super::blocks::Blocks;
use super::lines;
use super::reader::{first_line, from, is_space};
use super::tree::Kind;

impl Blocks<'_, '_, '_> {
    pub(super) fn math(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let Some(rest) = lines::outdented(from(source, start)) else { return false };
        let (rest, escaped) = rest.strip_prefix('\\').map_or((rest, false), |rest| (rest, true));
        let Some(inner) = rest.strip_prefix("$$") else { return false };
        if !self.post.settings.math || !self.is_after_boundary() {
            return false;
        }
        let first = source.len() - inner.len();
        let Some(last) = self.reader.formulas.find(source, "$$", first) else { return false };
        let tail = first_line(from(source, last + 2));
        let ends_line = tail.ends_with('\n') && lines::is_blank(tail);
        if escaped {
            // The backslash says only that this is no block.
            if ends_line {
                self.reader.at = source.len() - rest.len();
            }
            return false;
        }
        let end = last + 2 + if ends_line { tail.len() } else { 0 };
        if !self.is_before_boundary(end) {
            return false;
        }
        let formula = source.get(first..last).unwrap_or("").trim_matches(is_space).to_owned();
        self.push(Kind::Math(formula), start..end);
        true
    }
}
