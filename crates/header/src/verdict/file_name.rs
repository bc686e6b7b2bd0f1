//! Owns what a file's name and folders say about publishing.

use super::date::{Spelling, spell};

/// A file's name, with folders where they are known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FileName<'a> {
    path: &'a str,
}

impl<'a> FileName<'a> {
    pub(super) fn new(path: Option<&'a str>) -> FileName<'a> {
        FileName { path: path.unwrap_or("") }
    }

    /// True when nothing is known.
    pub(super) fn is_unknown(self) -> bool {
        self.path.is_empty()
    }

    /// True when at least one folder is known.
    pub(super) fn has_folder(self) -> bool {
        self.path.contains(['/', '\\'])
    }

    /// True when it lies in a folder of that name, at any depth.
    pub(super) fn is_in(self, folder: &str) -> bool {
        let mut parts = self.path.rsplit(['/', '\\']);
        parts.next();
        parts.any(|part| part == folder)
    }

    /// The last part.
    pub(super) fn name(self) -> &'a str {
        self.path.rsplit(['/', '\\']).next().unwrap_or("")
    }

    /// The last part without its last extension.
    pub(super) fn stem(self) -> &'a str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// True when a part, folder or file, begins with a character.
    pub(super) fn any_part_begins_with(self, character: char) -> bool {
        self.path.split(['/', '\\']).any(|part| part.starts_with(character))
    }

    /// The day that the name begins with, or the name of the folder of an `index` file.
    pub(super) fn date(self) -> Option<Spelling<'a>> {
        let part = match self.stem() {
            "index" => self.path.rsplit(['/', '\\']).nth(1)?,
            stem => stem,
        };
        let end = part.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'-').count();
        let start = part.get(..end)?;
        // `2024-04-07-10-things` is the seventh of April.
        let length = start.match_indices('-').nth(2).map_or(end, |(at, _)| at);
        spell(start.get(..length)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_file_names() {
        for (path, day) in [
            ("_posts/2024-04-07-title.md", Some("2024-04-07")),
            ("2024-4-7-title.md", Some("2024-4-7")),
            ("2024-04-07-10-things.md", Some("2024-04-07")),
            ("content/2024-04-07_title.md", Some("2024-04-07")),
            ("blog/2024-04-07-title/index.md", Some("2024-04-07")),
            ("2024-04-07.md", Some("2024-04-07")),
            ("2024-02-30-title.md", None),
            ("2024-title.md", None),
            ("index.md", None),
            ("title.md", None),
            ("", None),
        ] {
            assert_eq!(FileName::new(Some(path)).date().map(|date| date.text), day, "{path}");
        }
    }

    #[test]
    fn folders() {
        let file = FileName::new(Some("site\\_posts/a.md"));
        assert!(file.is_in("_posts") && file.is_in("site") && !file.is_in("a.md"));
        assert_eq!((file.name(), file.stem()), ("a.md", "a"));
        assert!(file.any_part_begins_with('_') && file.has_folder());
        assert!(FileName::new(None).is_unknown());
    }
}
