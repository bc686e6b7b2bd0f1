//! Owns the rule `unknown-shortcode`.

use crate::rule::rule;
use crate::{Context, Fix, Folder};
use foreword_core::templates::Language;
use foreword_core::{Edit, Span};

rule! {
    /// A shortcode is called that the site does not have.
    ///
    /// **Why.** The generator stops and publishes nothing. The rule needs the site's folder with its templates, and
    /// says nothing where a theme is loaded from elsewhere.
    ///
    /// ````md bad hugo file=content/a.md folder=content/a.md,layouts/shortcodes/map.html
    /// {{< mpa place="weir" >}}
    /// ````
    ///
    /// ````md bad hugo file=content/a.md folder=content/a.md,layouts/_shortcodes/tide-table.html
    /// {{< tidetable >}}
    /// ````
    ///
    /// ````md good hugo file=content/a.md folder=content/a.md,layouts/shortcodes/map.html
    /// {{< map place="weir" >}}
    ///
    /// {{< youtube abcdefghijk >}}
    /// ````
    ///
    /// **Fix.** Uses the shortcode whose name differs by capitals, hyphens and underscores alone.
    ///
    /// **Source.** The pages on shortcodes of Hugo and Zola.
    UNKNOWN_SHORTCODE { id: "unknown-shortcode", group: Dialect, severity: Error, check: check }
}

/// Those that the generators bring along, in any of their versions.
const BUILT_IN: [&str; 21] = [
    "comment",
    "details",
    "figure",
    "gist",
    "highlight",
    "instagram",
    "instagram_simple",
    "param",
    "qr",
    "ref",
    "relref",
    "speakerdeck",
    "streamable",
    "tweet",
    "twitter",
    "twitter_simple",
    "vimeo",
    "vimeo_simple",
    "x",
    "x_simple",
    "youtube",
];

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    let Some(folder) = cx.folder() else { return };
    let calls =
        || document.calls.iter().filter(|call| matches!(call.language, Language::Hugo | Language::Zola));
    if calls().next().is_none() {
        return;
    }
    let known = names(folder);
    // A theme that is a module, or a package, brings shortcodes that are not here.
    let has_all = !known.is_empty() && !folder.has("go.mod") && !folder.has(".gitmodules");
    if !has_all {
        return;
    }
    for call in calls() {
        let name = call.name.as_str();
        let is_inline = name.ends_with(".inline");
        if name.is_empty() || is_inline || BUILT_IN.contains(&name) || known.binary_search(&name).is_ok() {
            continue;
        }
        let Some(at) = call.head.slice(document.source).find(name) else { continue };
        let span = Span::new(call.head.start + at, call.head.start + at + name.len());
        let near = known.iter().find(|known| plain(known) == plain(name)).filter(|_| call.inner().is_none());
        let fix = near.map(|near| Fix::suggested(format!("Call {near}"), vec![Edit::replace(span, *near)]));
        cx.report(span, format!("The site has no shortcode “{name}”."), fix.into_iter().collect());
    }
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The names of the site's shortcodes, sorted.
fn names(folder: &Folder) -> Vec<&str> {
    let of = |path: &'_ str| {
        let folders = ["layouts/shortcodes/", "layouts/_shortcodes/", "templates/shortcodes/"];
        let start = folders.iter().find_map(|folder| path.find(folder).map(|at| at + folder.len()))?;
        let name_end = start + path.get(start..)?.find('.')?;
        Some((start, name_end))
    };
    let mut names = Vec::new();
    for path in folder.paths() {
        let Some(name) = of(path).and_then(|(start, end)| path.get(start..end)) else { continue };
        if let Err(at) = names.binary_search(&name) {
            names.insert(at, name);
        }
    }
    names
}
