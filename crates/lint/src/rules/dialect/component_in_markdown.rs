//! Owns the rule `component-in-markdown`.

use crate::rule::rule;
use crate::{Context, Place};

rule! {
    /// A component or an `import` stands in a post that is no MDX.
    ///
    /// **Why.** Components are for MDX: files that end in `.mdx`, and posts of Docusaurus. Elsewhere browsers get a
    /// tag that they do not know, and readers see the `import` as text.
    ///
    /// ````md bad hugo
    /// <Callout type="warning">The weir is closed.</Callout>
    /// ````
    ///
    /// ````md bad jekyll
    /// import Map from '../components/Map';
    ///
    /// <Map place="weir" />
    /// ````
    ///
    /// ````md good docusaurus
    /// <Callout type="warning">The weir is closed.</Callout>
    /// ````
    ///
    /// **Source.** The pages on MDX of Astro, Docusaurus and mdxjs.com.
    COMPONENT_IN_MARKDOWN { id: "component-in-markdown", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let dialect = cx.document.choice.dialect;
    let reads_mdx = match dialect.id {
        "docusaurus" | "generic" | "commonmark" => true,
        // Their posts may be MDX: only the file's name tells.
        "astro" | "astro-remark" | "gatsby" => cx.file_name().is_none_or(|name| !name.ends_with(".md")),
        _ => cx.file_name().is_some_and(|name| name.ends_with(".mdx")),
    };
    if reads_mdx {
        return;
    }
    for line in cx.facts.lines.iter().filter(|line| line.place == Place::Text) {
        let text = line.text(source);
        if text.starts_with("import ") && (text.contains(" from '") || text.contains(" from \"")) {
            cx.report(line.span, format!("{} shows this import as text.", dialect.name), Vec::new());
        }
    }
    for tag in cx.facts.tags(source) {
        let name = tag.name.slice(source);
        let is_component = name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.chars().any(|c| c.is_ascii_lowercase());
        // `Vec<String>` in a line of text is no component.
        if is_component && (tag.closes_itself || tag.has_attributes()) {
            cx.report(
                tag.span,
                format!("{} has no components such as “<{name}>”.", dialect.name),
                Vec::new(),
            );
        }
    }
}
