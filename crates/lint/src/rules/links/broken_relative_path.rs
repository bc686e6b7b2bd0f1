//! Owns the rule `broken-relative-path`.

use crate::folder::name_of;
use crate::links_in_site::{self, Target};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;

rule! {
    /// A relative path is right in the folder and leads elsewhere on the published site.
    ///
    /// **Why.** Hugo and Zola publish `river/flood.md` as `/river/flood/`, a folder deeper than the file, and publish
    /// what lies beside a post only where the post is the `index.md` of a folder of its own. Jekyll publishes nothing
    /// that lies in `_posts`. And a path such as `img/ford.jpg` is looked for below the post's own address, not at the
    /// root of the site. The rule needs the site's folder.
    ///
    /// ````md bad hugo file=content/river/flood.md folder=content/river/flood.md,content/river/ford.jpg
    /// ![The ford under water](ford.jpg)
    /// ````
    ///
    /// ````md bad jekyll file=_posts/2024-03-01-flood.md folder=_posts/2024-03-01-flood.md,_posts/ford.jpg
    /// ![The ford under water](ford.jpg)
    /// ````
    ///
    /// ````md bad jekyll file=_posts/2024-03-01-flood.md folder=_posts/2024-03-01-flood.md,assets/ford.jpg
    /// ![The ford under water](assets/ford.jpg)
    /// ````
    ///
    /// ````md good hugo file=content/flood/index.md folder=content/flood/index.md,content/flood/ford.jpg,static/weir.jpg
    /// ![The ford under water](ford.jpg)
    ///
    /// ![The weir under water](/weir.jpg)
    /// ````
    ///
    /// **Fix.** Begins the path with `/`, where the file lies at the root of the site.
    ///
    /// **Source.** RFC 3986, section 5.2; the pages on page bundles of Hugo, on asset colocation of Zola, on posts of
    /// Jekyll.
    BROKEN_RELATIVE_PATH { id: "broken-relative-path", group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let id = cx.document.choice.dialect.id;
    let has_own_folder = cx.file_name().is_some_and(|name| {
        let name = name_of(name);
        name.starts_with("index.") || name.starts_with("_index.")
    });
    let at_root = is_published_at_root(cx);
    links_in_site::each(cx, |cx, address, target| match target {
        Target::AtRoot if !at_root => {
            let path = address.text;
            let message = format!(
                "The path “{path}” is looked for below the post's own address, where there is no such file."
            );
            let fix = Fix::suggested(format!("Write /{path}"), vec![Edit::insert(address.span.start, "/")]);
            cx.report(address.span, message, if address.is_exact { vec![fix] } else { Vec::new() });
        }
        Target::Beside { path } if !has_own_folder && !path.ends_with(".md") => {
            let in_posts = path.starts_with("_posts/") || path.contains("/_posts/");
            let message = match id {
                "jekyll" if in_posts => format!("Jekyll does not publish “{path}”, because it is in _posts."),
                "hugo" | "zola" => {
                    "The post is published a folder deeper than its file, so that this path leads elsewhere."
                        .to_owned()
                }
                _ => return,
            };
            cx.report(address.span, message, Vec::new());
        }
        _ => {}
    });
}

/// Whether the post says that its page lies at the root of the site, from where relative paths are right.
fn is_published_at_root(cx: &Context<'_, '_>) -> bool {
    let header = cx.document.front_matter.as_ref();
    let address = header.and_then(|header| header.text(&["permalink", "url", "path"]));
    address.is_some_and(|address| !address.trim_start_matches('/').contains('/'))
}
