//! Owns reading the keys that a site declares in its own configuration. Files are found and read by the caller.
//!
//! Nothing here fails: what is not understood is left out, and text that is no configuration gives no collections.

mod archetype;
mod astro;
mod decap;
mod front_matter_cms;
mod pages_cms;
mod script;
mod settings;
mod zod;

use super::Field;
use crate::front_matter::FrontMatter;

/// A kind of configuration that declares keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The template of Hugo's new posts: `archetypes/*.md`.
    HugoArchetype,
    /// The schemas of Astro's collections: `src/content.config.ts`.
    AstroCollections,
    /// Decap CMS and Sveltia CMS: `config.yml` in a folder `admin`.
    DecapCms,
    /// Front Matter CMS: `frontmatter.json`.
    FrontMatterCms,
    /// Pages CMS: `.pages.yml`.
    PagesCms,
}

/// The keys of a group of posts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// Its name.
    pub name: String,
    /// The folder of its posts, or the one file that it is about, from the site's root and without a slash at
    /// either end. None where the configuration does not tell.
    pub folder: Option<String>,
    /// Its keys, in the configuration's order.
    pub fields: Vec<Field>,
    /// True when the configuration tells which keys are required.
    pub says_required: bool,
    /// True when keys that it does not declare are of no use.
    pub is_closed: bool,
}

/// Where the files are that stand in one place, from the site's root. Archetypes are found among the posts.
pub const CONFIGURATIONS: [&str; 12] = [
    "src/content.config.ts",
    "src/content.config.js",
    "src/content.config.mjs",
    "src/content/config.ts",
    "src/content/config.js",
    "src/content/config.mjs",
    "static/admin/config.yml",
    "public/admin/config.yml",
    "admin/config.yml",
    "frontmatter.json",
    ".pages.yml",
    ".pages.yaml",
];

/// Longer text is not read.
const MAX_TEXT: usize = 512 * 1024;
/// Deeper fields are left out.
const MAX_DEPTH: usize = 8;
/// At most this many fields are read from a file, those of objects included.
const MAX_FIELDS: usize = 2000;

/// The kind of configuration that a file is, judged by its path from the site's root.
pub fn source_of(path: &str) -> Option<Source> {
    let path = path.replace('\\', "/");
    let path = path.trim_start_matches("./");
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_in = |parent: &str| folder == parent || folder.ends_with(&format!("/{parent}"));
    match name {
        ".pages.yml" | ".pages.yaml" => Some(Source::PagesCms),
        "frontmatter.json" => Some(Source::FrontMatterCms),
        "config.yml" | "config.yaml" if is_in("admin") => Some(Source::DecapCms),
        "content.config.ts" | "content.config.js" | "content.config.mjs" => Some(Source::AstroCollections),
        "config.ts" | "config.js" | "config.mjs" if is_in("src/content") => Some(Source::AstroCollections),
        _ if name.ends_with(".md") && folder.split('/').any(|part| part == "archetypes") => {
            Some(Source::HugoArchetype)
        }
        _ => None,
    }
}

/// The collections that a file of the site declares; `path` is its path from the site's root.
pub fn read(path: &str, text: &str) -> Vec<Collection> {
    let Some(source) = source_of(path).filter(|_| text.len() <= MAX_TEXT) else {
        return Vec::new();
    };
    let mut collections = match source {
        Source::HugoArchetype => archetype::read(path, text).into_iter().collect(),
        Source::AstroCollections => astro::read(text),
        Source::DecapCms => decap::read(text),
        Source::FrontMatterCms => front_matter_cms::read(text),
        Source::PagesCms => pages_cms::read(text),
    };
    collections.retain(|collection: &Collection| !collection.fields.is_empty());
    collections
}

/// The collection that a post belongs to: the one that its header names (Front Matter CMS), else the one whose
/// folder is nearest around the file, else the one that is for all posts.
pub fn for_post<'a>(
    collections: &'a [Collection],
    header: Option<&FrontMatter>,
    file_name: Option<&str>,
) -> Option<&'a Collection> {
    let named = header.and_then(|header| header.text(&["fmContentType", "type"]));
    if let Some(collection) = collections.iter().find(|collection| Some(collection.name.as_str()) == named) {
        return Some(collection);
    }
    let file = file_name.map(|name| name.replace('\\', "/"));
    let is_around = |folder: &str| {
        let rest = file.as_deref().and_then(|file| file.trim_start_matches("./").strip_prefix(folder));
        folder.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let nearest = collections
        .iter()
        .filter_map(|collection| {
            Some((collection.folder.as_deref().filter(|folder| is_around(folder))?, collection))
        })
        // Of two for one folder, the one that knows more.
        .max_by_key(|(folder, collection)| (folder.len(), collection.says_required, collection.is_closed));
    let for_all = |collection: &&Collection| {
        collection.folder.is_none() && (collection.name == "default" || collections.len() == 1)
    };
    nearest.map(|(_, collection)| collection).or_else(|| collections.iter().find(for_all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_path() {
        let check = |path, source| assert_eq!(source_of(path), source, "{path}");
        check("archetypes/default.md", Some(Source::HugoArchetype));
        check("archetypes/post/index.md", Some(Source::HugoArchetype));
        check("src/content.config.ts", Some(Source::AstroCollections));
        check("./src/content/config.mjs", Some(Source::AstroCollections));
        check("static/admin/config.yml", Some(Source::DecapCms));
        check("public\\admin\\config.yml", Some(Source::DecapCms));
        check("frontmatter.json", Some(Source::FrontMatterCms));
        check(".pages.yml", Some(Source::PagesCms));
        check("config.yml", None);
        check("src/config.ts", None);
        check("content/post.md", None);
    }

    #[test]
    fn a_post_belongs_to_the_nearest_folder() {
        let collection = |name: &str, folder: Option<&str>| Collection {
            name: name.to_owned(),
            folder: folder.map(str::to_owned),
            ..Collection::default()
        };
        let all = [
            collection("default", None),
            collection("pages", Some("content")),
            collection("blog", Some("content/blog")),
        ];
        let name = |file| for_post(&all, None, file).map(|collection| collection.name.as_str());
        assert_eq!(name(Some("content/blog/2024/a.md")), Some("blog"));
        assert_eq!(name(Some("content/blogs/a.md")), Some("pages"));
        assert_eq!(name(Some("other/a.md")), Some("default"));
        assert_eq!(name(None), Some("default"));
        let header = FrontMatter::read("---\ntype: blog\n---\n");
        assert_eq!(for_post(&all, header.as_ref(), None).unwrap().name, "blog");
    }

    #[test]
    fn nonsense_gives_nothing() {
        let deep = format!("collections: {}", "[".repeat(100_000));
        let deep_json = "{\"a\":".repeat(100_000);
        let deep_script = format!("export const collections = {{ a: {}", "z.array(".repeat(50_000));
        for path in
            ["archetypes/a.md", "src/content.config.ts", "admin/config.yml", "frontmatter.json", ".pages.yml"]
        {
            for text in [
                "",
                "\u{feff}",
                "---",
                "{",
                "}{",
                "const",
                "collections: 1",
                "\"\\",
                &deep,
                &deep_json,
                &deep_script,
            ] {
                assert_eq!(read(path, text), [], "{path}");
            }
        }
    }
}
