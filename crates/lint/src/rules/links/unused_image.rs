//! Owns the rule `unused-image`.

use crate::Context;
use crate::folder::{folder_of, name_of};
use crate::rule::rule;
use foreword_core::Span;

rule! {
    /// An image lies in the post's own folder, and the post does not show it.
    ///
    /// **Why.** It was forgotten in the text, or in the folder, where it makes the site larger. Images that themes
    /// find by their names, such as `cover.jpg`, are left alone. The rule needs the site's folder.
    ///
    /// ````md bad file=content/flood/index.md folder=content/flood/index.md,content/flood/ford.jpg,content/flood/weir.jpg
    /// ![The ford under water](ford.jpg)
    /// ````
    ///
    /// ````md good file=content/flood/index.md folder=content/flood/index.md,content/flood/ford.jpg,content/flood/cover.jpg
    /// ![The ford under water](ford.jpg)
    /// ````
    ///
    /// **Source.** Hugo's page on page bundles, whose images belong to one post.
    UNUSED_IMAGE { id: "unused-image", group: Links, severity: Info, check: check }
}

const EXTENSIONS: [&str; 7] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"];

/// Beginnings of names by which themes find an image.
const FOUND_BY_THEMES: [&str; 8] =
    ["cover", "feature", "thumb", "banner", "hero", "header", "background", "og"];

/// So many images are looked for: a folder with more is no post's.
const MOST: usize = 60;

fn check(cx: &mut Context<'_, '_>) {
    let Some((folder, file)) = cx.folder().zip(cx.file_name()) else { return };
    let Some(here) = folder.place_of(file).filter(|path| name_of(path).starts_with("index.")) else { return };
    let own = folder_of(here);
    let is_post =
        |path: &&str| path.ends_with(".md") || path.ends_with(".mdx") || path.ends_with(".markdown");
    let is_image = |path: &&str| EXTENSIONS.iter().any(|end| path.to_ascii_lowercase().ends_with(end));
    let images = || folder.inside(own).filter(is_image);
    // Another language's version of the post may show it.
    if own.is_empty() || folder.inside(own).filter(is_post).count() > 1 || images().count() > MOST {
        return;
    }
    let source = cx.source();
    let unused = |path: &&str| {
        let name = name_of(path);
        let by_theme = FOUND_BY_THEMES.iter().any(|start| name.to_lowercase().contains(start));
        !by_theme && !source.contains(name) && !source.contains(&name.replace(' ', "%20"))
    };
    // A pattern or the call of a gallery shows them all.
    if source.contains("*.") || source.contains("gallery") {
        return;
    }
    let mut names = images().filter(unused);
    let Some(first) = names.next() else { return };
    let more = match names.count() {
        0 => String::new(),
        count => format!(" (and {count} more)"),
    };
    let first_line = cx.facts.lines.first().map_or(Span::new(0, 0), |line| line.span);
    cx.report(
        first_line,
        format!("The image “{}” in this post's folder{more} is not used in it.", name_of(first)),
        Vec::new(),
    );
}
