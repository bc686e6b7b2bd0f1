//! Owns the rule `link-beside-post`.

use crate::Context;
use crate::links_in_site::{self, Target};
use crate::rule::rule;

rule! {
    /// A path leads to a file beside the post, where it is no more once the site is published.
    ///
    /// **Why.** Hugo and Zola publish `river/flood.md` as `/river/flood/`, a folder deeper than the file, and publish
    /// what lies beside a post only where the post is the `index.md` of a folder of its own. Jekyll publishes nothing
    /// that lies in `_posts`. The rule needs the site's folder.
    ///
    /// ````md bad hugo file=content/river/flood.md folder=content/river/flood.md,content/river/ford.jpg
    /// ![The ford under water](ford.jpg)
    /// ````
    ///
    /// ````md bad jekyll file=_posts/2024-03-01-flood.md folder=_posts/2024-03-01-flood.md,_posts/ford.jpg
    /// ![The ford under water](ford.jpg)
    /// ````
    ///
    /// ````md good hugo file=content/flood/index.md folder=content/flood/index.md,content/flood/ford.jpg
    /// ![The ford under water](ford.jpg)
    /// ````
    ///
    /// **Source.** The pages on page bundles of Hugo, on asset colocation of Zola, on posts of Jekyll.
    LINK_BESIDE_POST { id: "link-beside-post", group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let id = cx.document.choice.dialect.id;
    let has_own_folder = cx.file_name().is_some_and(|name| {
        let name = crate::folder::name_of(name);
        name.starts_with("index.") || name.starts_with("_index.")
    });
    if has_own_folder || !matches!(id, "hugo" | "zola" | "jekyll") {
        return;
    }
    links_in_site::each(cx, |cx, address, target| {
        let Target::Beside { path } = target else { return };
        let in_posts = path.starts_with("_posts/") || path.contains("/_posts/");
        let message = match id {
            "jekyll" if !in_posts => return,
            "jekyll" => format!("Jekyll does not publish “{path}”, because it is in _posts."),
            _ => "The post is published a folder deeper than its file, so that this path leads elsewhere.".to_owned(),
        };
        cx.report(address.span, message, Vec::new());
    });
}
