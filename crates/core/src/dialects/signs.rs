//! Owns what speaks for a dialect as data: keys, constructs of the body, folders, configuration files.
//!
//! What several generators have is no sign of one: better none is detected than the wrong one.

use super::{Clue, Clues};

/// What in or around a post speaks for a dialect.
#[derive(Debug)]
pub(super) struct Signs {
    /// Top-level front matter keys that hardly any other generator has.
    pub(super) keys: &'static [&'static str],
    /// Constructs of the body that no other generator reads.
    pub(super) marks: &'static [&'static str],
    /// Folders, as a part of the file's path.
    pub(super) folders: &'static [&'static str],
    /// Names of the site's configuration files, without what follows their last dot.
    pub(super) site_files: &'static [&'static str],
}

/// How sure each kind of sign is, as a clue's weight.
const SITE_FILE: u8 = 100;
pub(super) const MARK: u8 = 80;
const KEY: u8 = 60;
pub(super) const FOLDER: u8 = 55;

/// Marks are looked for in so many bytes of the body: it is read at every key press.
const LOOKED_AT: usize = 32 << 10;

impl Signs {
    /// The strongest sign.
    pub(super) fn strongest(&self, clues: &Clues<'_>) -> Option<Clue> {
        self.site_file(clues)
            .or_else(|| self.mark(clues))
            .or_else(|| self.key(clues))
            .or_else(|| self.folder(clues))
    }

    pub(super) fn site_file(&self, clues: &Clues<'_>) -> Option<Clue> {
        let name = clues.site_file?.rsplit(['/', '\\']).next()?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        self.site_files
            .contains(&stem)
            .then(|| Clue { weight: SITE_FILE, because: format!("the site has the file `{name}`") })
    }

    fn mark(&self, clues: &Clues<'_>) -> Option<Clue> {
        let mut lines = prose(clues.body);
        let mark = lines.find_map(|line| self.marks.iter().find(|mark| found(line, mark).is_some()))?;
        Some(Clue { weight: MARK, because: format!("it uses `{}`", mark.trim()) })
    }

    pub(super) fn key(&self, clues: &Clues<'_>) -> Option<Clue> {
        let keys = clues.front_matter.map_or(&[][..], |header| header.entries.as_slice());
        let entry = keys.iter().find(|entry| self.keys.contains(&entry.key.as_str()))?;
        Some(Clue { weight: KEY, because: format!("its front matter has the key `{}`", entry.key) })
    }

    fn folder(&self, clues: &Clues<'_>) -> Option<Clue> {
        let path = format!("/{}", clues.file_name?.replace('\\', "/"));
        let folder = self.folders.iter().find(|folder| path.contains(&format!("/{folder}/")))?;
        Some(Clue { weight: FOLDER, because: format!("the file lies in `{folder}`") })
    }
}

/// The lines at the start of a body that are not between code fences: what is there is shown, not used.
pub(super) fn prose(body: &str) -> impl Iterator<Item = &str> {
    let mut fence: Option<char> = None;
    start_of(body, LOOKED_AT).lines().filter(move |line| {
        let start = line.trim_start_matches([' ', '\t', '>']);
        let mark =
            ['`', '~'].into_iter().find(|mark| start.chars().take(3).filter(|c| c == mark).count() == 3);
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => return fence.is_none(),
        }
        false
    })
}

/// Where `mark` begins in a line, unless that is inside of a code span.
pub(super) fn found(line: &str, mark: &str) -> Option<usize> {
    let at = line.find(mark)?;
    let before = line.get(..at)?;
    before.matches('`').count().is_multiple_of(2).then_some(at)
}

/// The first bytes of a text, cut before a character.
fn start_of(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_no_prose() {
        let body = "a\n```liquid\n{% x %}\n~~~\n```\nb\n> ~~~\n> c\n> ~~~\nd";
        assert_eq!(prose(body).collect::<Vec<_>>(), ["a", "b", "d"]);
        assert_eq!(found("a {% x", "{% x"), Some(2));
        assert_eq!(found("a `{% x %}`", "{% x"), None);
    }
}
