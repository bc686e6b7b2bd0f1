//! Owns what is known of the site's other files: their paths, and what rules need to know of its posts.

/// The files of a site.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Every path, relative to the site's folder, with `/` between folders; sorted.
    paths: Vec<String>,
}

impl Folder {
    /// A site that holds these files.
    pub fn new(mut paths: Vec<String>) -> Folder {
        paths.sort_unstable();
        Folder { paths }
    }

    /// Whether there is a file at this path.
    pub fn has(&self, path: &str) -> bool {
        self.paths.binary_search_by(|known| known.as_str().cmp(path)).is_ok()
    }
}
