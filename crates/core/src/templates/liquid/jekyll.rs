//! Owns what Jekyll's own tags and values make (<https://jekyllrb.com/docs/liquid/tags/>,
//! <https://jekyllrb.com/docs/variables/>, <https://jekyllrb.com/docs/liquid/filters/>).

use super::super::call::{Call, Shows};
use super::super::known::Known;
use super::super::markup::{Markup, code};
use super::expression::{Names, evaluate};

pub(in super::super) fn show(call: &Call, known: &Known<'_>) -> Option<Shows> {
    if call.head.slice(known.source).starts_with("{{") {
        return evaluate(&call.name, known).map(Shows::Source);
    }
    match call.name.as_str() {
        "highlight" => highlight(call, known),
        "link" => Some(Shows::Source(address(known, call.positional(0)?))),
        "post_url" => Some(Shows::Source(address(known, &format!("_posts/{}", call.positional(0)?)))),
        "assign" => Some(Shows::Source(String::new())),
        _ => None,
    }
}

/// Jekyll's figure with code in it.
pub(super) fn highlight(call: &Call, known: &Known<'_>) -> Option<Shows> {
    let inner = call.inner()?.slice(known.source).trim_matches(['\n', '\r']);
    let figure = Markup::default().open("figure", &[("class", Some("highlight"))]);
    code(figure, call.positional(0), inner).close("figure").shows()
}

/// The address of a file of the site by Jekyll's default permalinks
/// (<https://jekyllrb.com/docs/permalinks/#built-in-formats>).
fn address(known: &Known<'_>, path: &str) -> String {
    let path = path.trim_start_matches('/');
    let (stem, extension) = path.rsplit_once('.').filter(|(_, end)| !end.contains('/')).unwrap_or((path, ""));
    let is_page = matches!(extension, "md" | "markdown" | "html" | "");
    let place = match stem.rsplit_once("_posts/") {
        Some((folder, name)) => format!("{folder}{}.html", dated(name)),
        None if is_page => format!("{stem}.html"),
        None => path.to_owned(),
    };
    format!("{}/{place}", base_url(known))
}

/// `2024-01-31-a-title` as `2024/01/31/a-title`, in a folder or not.
fn dated(name: &str) -> String {
    let (folder, name) = name.rsplit_once('/').map_or(("", name), |(folder, name)| (folder, name));
    let mut parts = name.splitn(4, '-');
    let date: Vec<&str> = parts.by_ref().take(3).collect();
    let slash = if folder.is_empty() { "" } else { "/" };
    match (date.as_slice(), parts.next()) {
        ([year, month, day], Some(title)) => format!("{folder}{slash}{year}/{month}/{day}/{title}"),
        _ => format!("{folder}{slash}{name}"),
    }
}

/// The path that all addresses of the site begin with; nothing unless the site sets it.
fn base_url(known: &Known<'_>) -> String {
    known.of_site("baseurl").unwrap_or_default().trim_end_matches('/').to_owned()
}

impl Names for Known<'_> {
    fn value(&self, path: &str) -> Option<String> {
        match path.split_once('.')? {
            ("site", "baseurl") => Some(base_url(self)),
            ("site", path) => self.of_site(path),
            ("page", path) => self.of_page(path),
            _ => None,
        }
    }

    fn filter(&self, name: &str, value: String, _: &[String]) -> Option<String> {
        let slash = if value.starts_with('/') || value.is_empty() { "" } else { "/" };
        match name {
            "relative_url" => Some(format!("{}{slash}{value}", base_url(self))),
            "absolute_url" => {
                let site = self.of_site("url")?;
                Some(format!("{}{}{slash}{value}", site.trim_end_matches('/'), base_url(self)))
            }
            _ => None,
        }
    }
}
