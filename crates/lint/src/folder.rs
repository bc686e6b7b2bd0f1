//! Owns what is known of the site's other files: their paths, and what rules need to know of its posts.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// The files of a site.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Every path, relative to the site's folder, with `/` between folders; sorted.
    paths: Vec<String>,
    posts: BTreeMap<String, Post>,
    /// Indices of paths by the name of the file in small letters. Made when a path is looked for that is not there.
    by_name: OnceLock<HashMap<String, Vec<usize>>>,
}

/// What is known of a post of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    /// Where it is published, from the root of the site: `/2024/low-water/`.
    pub address: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found<'f> {
    /// A file.
    File(&'f str),
    /// None, but this one's path differs by the case of letters alone.
    OtherCase(&'f str),
    /// None.
    Nothing,
}

impl Folder {
    /// A site that holds these files.
    pub fn new(mut paths: Vec<String>) -> Folder {
        for path in paths.iter_mut().filter(|path| path.starts_with("./") || path.contains('\\')) {
            let plain = path.replace('\\', "/");
            *path = plain.strip_prefix("./").unwrap_or(&plain).to_owned();
        }
        paths.sort_unstable();
        paths.dedup();
        Folder { paths, ..Folder::default() }
    }

    /// The same with what is known of its posts, by their paths.
    pub fn with_posts(mut self, posts: BTreeMap<String, Post>) -> Folder {
        self.posts = posts;
        self
    }

    /// What is known of the post at this path.
    pub fn post(&self, path: &str) -> Option<&Post> {
        self.posts.get(path)
    }

    /// What is known of its posts, by their paths.
    pub fn posts(&self) -> impl Iterator<Item = (&str, &Post)> {
        self.posts.iter().map(|(path, post)| (path.as_str(), post))
    }

    /// Every path, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// Whether there is a file at this path.
    pub fn has(&self, path: &str) -> bool {
        self.path(path).is_some()
    }

    fn path(&self, path: &str) -> Option<&str> {
        let index = self.paths.binary_search_by(|known| known.as_str().cmp(path)).ok()?;
        self.paths.get(index).map(String::as_str)
    }

    /// The path of an open file by its name, which may begin above the site's folder.
    pub fn place_of(&self, file_name: &str) -> Option<&str> {
        let plain = file_name.replace('\\', "/");
        let mut rest = plain.trim_start_matches("./");
        loop {
            if let Some(path) = self.path(rest) {
                return Some(path);
            }
            rest = rest.split_once('/')?.1;
        }
    }

    /// The files in a folder and in those inside it; `folder` is empty or ends with `/`.
    pub fn inside<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = &'f str> {
        let first = self.paths.partition_point(|path| path.as_str() < folder);
        self.paths.iter().skip(first).map(String::as_str).take_while(move |path| path.starts_with(folder))
    }

    /// What is at exactly this path.
    pub(crate) fn at(&self, path: &str) -> Found<'_> {
        if let Some(path) = self.path(path) {
            return Found::File(path);
        }
        let other = self.named_like(path).find(|known| same_letters(known, path));
        other.map_or(Found::Nothing, Found::OtherCase)
    }

    /// What is at a path that ends so, wherever its root is: generators publish files of several folders as one.
    pub(crate) fn ending(&self, end: &str) -> Found<'_> {
        let tail = |known: &'_ str| {
            let start = known.len().checked_sub(end.len())?;
            let is_whole = start == 0 || known.as_bytes().get(start - 1) == Some(&b'/');
            if is_whole { known.get(start..).map(str::to_owned) } else { None }
        };
        let mut other = None;
        for known in self.named_like(end) {
            match tail(known) {
                Some(found) if found == end => return Found::File(known),
                Some(found) if same_letters(&found, end) => other = other.or(Some(known)),
                _ => {}
            }
        }
        other.map_or(Found::Nothing, Found::OtherCase)
    }

    /// The paths of files with the same name, in any case of letters.
    fn named_like(&self, path: &str) -> impl Iterator<Item = &str> {
        let by_name = self.by_name.get_or_init(|| {
            let mut by_name: HashMap<String, Vec<usize>> = HashMap::with_capacity(self.paths.len());
            for (index, path) in self.paths.iter().enumerate() {
                by_name.entry(name_of(path).to_lowercase()).or_default().push(index);
            }
            by_name
        });
        let found = by_name.get(&name_of(path).to_lowercase()).map_or(&[][..], Vec::as_slice);
        found.iter().filter_map(|index| self.paths.get(*index)).map(String::as_str)
    }
}

/// The last part of a path.
pub(crate) fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder of a path, with `/` at its end where there is one.
pub(crate) fn folder_of(path: &str) -> &str {
    path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("")
}

/// A relative path seen from a folder, without `.` and `..`; none where it leads out of the site.
pub(crate) fn resolve(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A path with its `%20` and the like as the characters that they stand for.
pub(crate) fn decoded(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return Cow::Borrowed(path);
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = std::str::from_utf8(after.get(..2).unwrap_or(&[])).ok();
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| *first == b'%');
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or(&[]) } else { after };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(path), Cow::Owned)
}

fn same_letters(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> Folder {
        let paths = ["static/img/A.png", "content/posts/a/index.md", "content/posts/a/b.jpg", ".\\c.md"];
        Folder::new(paths.map(str::to_owned).to_vec())
    }

    #[test]
    fn files_are_found_at_their_paths() {
        let folder = folder();
        assert!(folder.has("c.md") && !folder.has("C.md"));
        assert_eq!(folder.at("C.md"), Found::OtherCase("c.md"));
        assert_eq!(folder.ending("img/A.png"), Found::File("static/img/A.png"));
        assert_eq!(folder.ending("img/a.PNG"), Found::OtherCase("static/img/A.png"));
        assert_eq!(folder.ending("mg/A.png"), Found::Nothing);
        assert_eq!(folder.at("d.md"), Found::Nothing);
        let inside: Vec<&str> = folder.inside("content/posts/a/").collect();
        assert_eq!(inside, ["content/posts/a/b.jpg", "content/posts/a/index.md"]);
    }

    #[test]
    fn an_open_file_has_its_place() {
        let folder = folder();
        let place = Some("content/posts/a/index.md");
        assert_eq!(folder.place_of("/srv/me/site/content/posts/a/index.md"), place);
        assert_eq!(folder.place_of("./content\\posts/a/index.md"), place);
        assert_eq!(folder.place_of("other.md"), None);
    }

    #[test]
    fn paths_are_seen_from_a_folder() {
        assert_eq!(resolve("a/b/", "../c/./d.png").as_deref(), Some("a/c/d.png"));
        assert_eq!(resolve("a/", "../../c"), None);
        assert_eq!((name_of("a/b.c"), folder_of("a/b.c"), folder_of("b")), ("b.c", "a/", ""));
        assert_eq!(decoded("a%20%C3%A9%zz%"), "a é%zz%");
    }
}
