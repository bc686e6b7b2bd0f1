//! Owns the rule `unresolved-post-link`.

use crate::addresses::{self, Address, Role};
use crate::folder::{self, Found, name_of};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Document, Edit};

rule! {
    /// A link leads to a Markdown file, which the site's generator does not publish under that name.
    ///
    /// **Why.** On GitHub and in your editor the link works. On the site there is no such file: the post has become a
    /// page with an address of its own. Docusaurus turns such links into the right ones; Hugo, Jekyll, Eleventy,
    /// Astro, Gatsby and Zola do not by themselves. Each has another way to link to a post.
    ///
    /// ````md bad hugo
    /// There is more in [the second part](part-two.md).
    /// ````
    ///
    /// ````md bad eleventy
    /// There is more in [the second part](./part-two.md#weir).
    /// ````
    ///
    /// ````md bad zola file=content/river/part-one.md
    /// There is more in [the second part](part-two.md).
    /// ````
    ///
    /// ````md bad jekyll file=_posts/2024-03-01-part-one.md
    /// There is more in [the second part](2024-03-08-part-two.md).
    /// ````
    ///
    /// ````md good hugo
    /// There is more in [the second part]({{< relref "part-two.md" >}}).
    /// ````
    ///
    /// ````md good zola
    /// There is more in [the second part](@/river/part-two.md).
    /// ````
    ///
    /// ````md good docusaurus
    /// There is more in [the second part](./part-two.md).
    /// ````
    ///
    /// **Fix.** Links in the generator's own way, or to the address that the other post probably has.
    ///
    /// **Source.** The pages on internal links of Hugo (`relref`), Jekyll (`post_url`, `link`), Eleventy (`InputPath
    /// to URL`), Zola (`@/`) and Docusaurus.
    UNRESOLVED_POST_LINK { id: "unresolved-post-link", group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    let name = match document.choice.dialect.id {
        "hugo" | "jekyll" | "eleventy" | "astro" | "astro-remark" | "gatsby" | "zola" => {
            document.choice.dialect.name
        }
        _ => return,
    };
    for address in addresses::all(document, cx.facts) {
        let links = matches!(address.role, Role::Link | Role::Definition);
        let Some(path) = address.local_path().filter(|path| links && is_post(path)) else { continue };
        if is_published_as_it_is(cx, path) {
            continue;
        }
        let after = address.text.get(path.len()..).unwrap_or("");
        let message = format!("{name} does not publish “{}” under this name.", name_of(path));
        let meant = meant(cx, path).filter(|_| address.is_exact);
        cx.report(
            address.span,
            message,
            meant.map(|meant| fix(&address, meant, after)).into_iter().collect(),
        );
    }
}

fn is_post(path: &str) -> bool {
    path.ends_with(".md") || path.ends_with(".mdx") || path.ends_with(".markdown")
}

/// A file that stands where generators copy everything from.
fn is_published_as_it_is(cx: &Context<'_, '_>, path: &str) -> bool {
    let Some(path) = path.strip_prefix('/') else { return false };
    let Some(folder) = cx.folder() else { return true };
    ["static/", "public/", ""].iter().any(|root| folder.has(&format!("{root}{path}")))
}

fn fix(address: &Address<'_>, meant: String, after: &str) -> Fix {
    let text = match meant.strip_suffix(" >}}") {
        Some(call) if !after.is_empty() => match call.strip_suffix('"') {
            Some(call) => format!("{call}{after}\" >}}}}"),
            None => meant,
        },
        _ => format!("{meant}{after}"),
    };
    Fix::suggested(format!("Link to {text}"), vec![Edit::replace(address.span, text)])
}

/// How this generator links to another post; else the address that the post has or probably has.
fn meant(cx: &Context<'_, '_>, path: &str) -> Option<String> {
    let document = cx.document;
    let here = cx.folder().zip(cx.file_name()).and_then(|(folder, name)| folder.place_of(name));
    let file_name = here.or(cx.file_name());
    let target = file_name.and_then(|name| folder::resolve(folder::folder_of(name), &folder::decoded(path)));
    match document.choice.dialect.id {
        "hugo" => return Some(format!("{{{{< relref \"{}\" >}}}}", path.strip_prefix("./").unwrap_or(path))),
        "zola" => {
            let target = target?;
            let at = target.find("content/")? + "content/".len();
            return target.get(at..).map(|rest| format!("@/{rest}"));
        }
        "jekyll" => {
            let target = target?;
            let at = target.find("_posts/")? + "_posts/".len();
            let name = target.get(at..)?.rsplit_once('.')?.0;
            return Some(format!("{{% post_url {name} %}}"));
        }
        _ => {}
    }
    let known = target.as_ref().zip(cx.folder()).and_then(|(target, folder)| match folder.at(target) {
        Found::File(path) | Found::OtherCase(path) => folder.post(path)?.address.clone(),
        Found::Nothing => None,
    });
    known.or_else(|| probable(document, path))
}

/// Where a post beside this one is probably published: beside this one.
fn probable(document: &Document<'_>, path: &str) -> Option<String> {
    let stem = name_of(path).rsplit_once('.')?.0;
    // `12.the-ford` and `2024-03-01-the-ford` are in order by their beginnings, which addresses mostly do without.
    let slug = stem.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '_');
    let slug = slug.strip_prefix('.').filter(|_| slug.len() < stem.len()).unwrap_or(slug);
    let beside = !path.trim_start_matches("./").contains('/');
    let own = document.front_matter.as_ref().and_then(|header| header.text(&["permalink", "url", "path"]));
    match own.filter(|_| beside && !slug.is_empty()) {
        Some(own) if own.starts_with('/') && !own.contains(['{', ':', '$']) => {
            let end = if own.ends_with('/') { "/" } else { "" };
            let parent = folder::folder_of(own.trim_end_matches('/'));
            Some(format!("{parent}{slug}{end}"))
        }
        Some(_) => None,
        // A post is a folder of its own on the site.
        None if beside && own.is_none() => Some(format!("../{stem}/")),
        None => None,
    }
}
