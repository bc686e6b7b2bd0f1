//! Owns the rule `dropped-html`.

use crate::Context;
use crate::rule::rule;

rule! {
    /// The generator leaves raw HTML out of the page, or shows its tags as text.
    ///
    /// **Why.** Hugo keeps raw HTML only where the site's configuration says `unsafe = true` under
    /// `markup.goldmark.renderer`; else a film, a table or a line break is gone without a word. GitHub shows the tags
    /// of frames, scripts and styles as text. A post is told once.
    ///
    /// ````md bad hugo
    /// <iframe src="https://player.example.org/flood" title="The flood of 1962"></iframe>
    /// ````
    ///
    /// ````md bad hugo
    /// The weir<br>is closed.
    /// ````
    ///
    /// ````md bad github
    /// <iframe src="https://player.example.org/flood" title="The flood of 1962"></iframe>
    /// ````
    ///
    /// ````md good hugo
    /// {{< youtube abcdefghijk >}}
    ///
    /// <!-- The weir is closed. -->
    /// ````
    ///
    /// **Source.** Hugo's page on configuring markup; GitHub Flavored Markdown, section 6.11.
    DROPPED_HTML { id: "dropped-html", group: Dialect, severity: Warning, check: check }
}

/// Elements that GitHub shows as text.
const SHOWN_AS_TEXT: [&str; 9] =
    ["title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"];

fn check(cx: &mut Context<'_, '_>) {
    let settings = &cx.document.settings;
    if settings.raw_html && !settings.tag_filter {
        return;
    }
    let (source, drops) = (cx.source(), !settings.raw_html);
    let mut first = None;
    let mut names: Vec<&str> = Vec::new();
    let mut count = 0;
    for tag in cx.facts.tags(source) {
        let name = tag.name.slice(source);
        // What begins with a capital is a component: another rule's.
        let is_component = name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.chars().any(|c| c.is_ascii_lowercase());
        let is_shown = SHOWN_AS_TEXT.iter().any(|shown| shown.eq_ignore_ascii_case(name));
        if is_component || !(drops || is_shown) {
            continue;
        }
        first = first.or(Some(tag.span));
        count += 1;
        if names.len() < 3 && !names.contains(&name) {
            names.push(name);
        }
    }
    let Some(span) = first else { return };
    let generator = cx.document.choice.dialect.name;
    let what = names.iter().map(|name| format!("<{name}>")).collect::<Vec<_>>().join(", ");
    let of = if count > 1 { format!(", in all {count} tags") } else { String::new() };
    let message = match drops {
        true => format!("{generator} leaves out raw HTML ({what}{of}) unless the site allows it."),
        false => format!("{generator} shows these tags as text ({what}{of})."),
    };
    cx.report(span, message, Vec::new());
}
