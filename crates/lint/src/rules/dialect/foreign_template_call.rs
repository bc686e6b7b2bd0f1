//! Owns the rule `foreign-template-call`.

use crate::rule::rule;
use crate::{Context, near};
use foreword_core::Span;

rule! {
    /// A shortcode or tag belongs to another generator.
    ///
    /// **Why.** Posts that have moved from one generator to another keep them. The new one shows them as text, or
    /// stops.
    ///
    /// ````md bad hugo
    /// {% include map.html place="weir" %}
    /// ````
    ///
    /// ````md bad astro
    /// {{< youtube abcdefghijk >}}
    /// ````
    ///
    /// ````md bad docusaurus
    /// Our address is {% raw %}{{name}}{% endraw %}.
    /// ````
    ///
    /// ````md bad hugo
    /// See [the map]({{ site.baseurl }}/map) of the weir, last drawn on {{ page.date }}.
    /// ````
    ///
    /// ````md good hugo
    /// {{< youtube abcdefghijk >}}
    ///
    /// Write `{% include map.html %}` in Jekyll.
    /// ````
    ///
    /// **Source.** The pages on shortcodes of Hugo and Zola and on Liquid of Jekyll.
    FOREIGN_TEMPLATE_CALL { id: "foreign-template-call", group: Dialect, severity: Warning, check: check }
}

/// A beginning of a construct, and whose it is.
struct Sign {
    begins: &'static str,
    owner: &'static str,
    own: &'static [&'static str],
}

const SIGNS: [Sign; 7] = [
    Sign { begins: "{{<", owner: "Hugo", own: &["hugo"] },
    Sign { begins: "{{%", owner: "Hugo", own: &["hugo"] },
    Sign { begins: "{%", owner: "Jekyll and Eleventy", own: &["jekyll", "eleventy", "zola"] },
    Sign { begins: "{{ site.", owner: "Jekyll", own: &["jekyll", "eleventy", "zola"] },
    Sign { begins: "{{site.", owner: "Jekyll", own: &["jekyll", "eleventy", "zola"] },
    Sign { begins: "{{ page.", owner: "Jekyll and Eleventy", own: &["jekyll", "eleventy", "zola"] },
    Sign { begins: "{{page.", owner: "Jekyll and Eleventy", own: &["jekyll", "eleventy", "zola"] },
];

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    let dialect = document.choice.dialect;
    if matches!(dialect.id, "generic" | "commonmark") {
        return;
    }
    let source = cx.source();
    let mut at = document.body_start;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + found;
        let rest = source.get(start..).unwrap_or("");
        let sign = SIGNS.iter().find(|sign| rest.starts_with(sign.begins) && !sign.own.contains(&dialect.id));
        at = start + 1;
        let Some(sign) = sign else { continue };
        let name = rest.get(sign.begins.len()..).unwrap_or("").trim_start_matches(['-', '<', '%', ' ', '/']);
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let end = near::find(rest, if sign.begins.starts_with("{{") { "}}" } else { "%}" });
        // MDX takes the braces for an expression, in which it then finds no sense.
        let is_call = document.calls.binary_search_by_key(&start, |call| call.head.start).is_ok();
        let stands = named && (is_call || !cx.facts.is_literal(start));
        let Some(end) = end.filter(|_| stands) else { continue };
        let span = Span::new(start, start + end + 2);
        at = span.end;
        let word =
            name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.')).next().unwrap_or("");
        let message =
            format!("“{word}” is called as in {}, which {} does not know.", sign.owner, dialect.name);
        cx.report(span, message, Vec::new());
    }
}
