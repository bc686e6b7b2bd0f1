//! Owns when two pieces of HTML count as the same: their canonical form, as lines that a person can read and compare.
//!
//! Both are read as a browser reads them. Then what no reader of a page can see is taken away:
//! - comments, requests to load something early, and in what order attributes, classes and declarations of a style are written;
//! - how much white space there is, outside of `pre`, and white space at the edges of blocks and line breaks;
//! - what a highlighter makes of a code block: it counts as its language and its text.

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

/// Elements that begin a line of their own.
const BLOCKS: [&str; 46] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose white space is meant.
const PREFORMATTED: [&str; 4] = ["pre", "textarea", "script", "style"];

/// Languages that say that there is none.
const NO_LANGUAGE: [&str; 4] = ["text", "plaintext", "plain", "txt"];

/// Classes of inline code that only tell a highlighter that there is nothing to do.
const NO_HIGHLIGHTING: [&str; 2] = ["highlighter-rouge", "language-plaintext"];

/// One step through a document.
enum Piece {
    Open { name: String, attributes: String },
    Close { name: String },
    Text { text: String, preformatted: bool },
}

/// The canonical form: a line for each tag and each text, indented by depth.
pub(crate) fn lines(html: &str) -> Vec<String> {
    let document = Html::parse_fragment(html);
    let mut pieces = Vec::new();
    walk(document.root_element(), false, &mut pieces);
    fold_spaces(&mut pieces);
    written(&pieces)
}

fn walk(parent: ElementRef<'_>, preformatted: bool, pieces: &mut Vec<Piece>) {
    for child in parent.children() {
        if let Node::Text(text) = child.value() {
            add_text(text, preformatted, pieces);
            continue;
        }
        let Some(element) = ElementRef::wrap(child).filter(|element| !is_preload(element.value())) else {
            continue;
        };
        if let Some((language, code)) = code_block(element) {
            let attributes = language.map_or(String::new(), |language| format!(" language={language:?}"));
            // A `pre` without `code` looks the same and is another thing.
            pieces.push(Piece::Open { name: "pre code".to_owned(), attributes });
            pieces.push(Piece::Text { text: code, preformatted: true });
            pieces.push(Piece::Close { name: "pre code".to_owned() });
            continue;
        }
        let name = element.value().name().to_owned();
        let inside = preformatted || PREFORMATTED.contains(&name.as_str());
        pieces.push(Piece::Open { name: name.clone(), attributes: attributes(element.value()) });
        walk(element, inside, pieces);
        pieces.push(Piece::Close { name });
    }
}

/// Whether this only asks a browser to load something early.
fn is_preload(element: &Element) -> bool {
    element.name() == "link" && element.attr("rel") == Some("preload")
}

/// Adds a text; those between which a comment stood become one.
fn add_text(text: &str, preformatted: bool, pieces: &mut Vec<Piece>) {
    match pieces.last_mut() {
        Some(Piece::Text { text: before, .. }) => before.push_str(text),
        _ => pieces.push(Piece::Text { text: text.to_owned(), preformatted }),
    }
}

fn attributes(element: &Element) -> String {
    let mut all: Vec<(&str, String)> = Vec::new();
    for (name, value) in element.attrs() {
        let value = match name {
            "class" => sorted(value.split_ascii_whitespace().map(str::to_owned), " "),
            "style" => sorted(value.split(';').filter_map(declaration), "; "),
            _ => value.to_owned(),
        };
        let is_nothing = name == "class" && element.name() == "code" && {
            value.split(' ').all(|class| class.is_empty() || NO_HIGHLIGHTING.contains(&class))
        };
        if !is_nothing {
            all.push((name, value));
        }
    }
    all.sort();
    all.into_iter().map(|(name, value)| format!(" {name}={value:?}")).collect()
}

fn sorted(words: impl Iterator<Item = String>, between: &str) -> String {
    let mut words: Vec<String> = words.collect();
    words.sort();
    words.dedup();
    words.join(between)
}

/// One declaration of a style, without white space around its colon.
fn declaration(text: &str) -> Option<String> {
    let (property, value) = text.split_once(':')?;
    Some(format!("{}: {}", property.trim(), value.trim()))
}

/// The language and the text of a code block, where the element is one or a highlighter's wrapper of one.
fn code_block(element: ElementRef<'_>) -> Option<(Option<String>, String)> {
    let mut outer = vec![element];
    let mut pre = element;
    while is_wrapper(pre) {
        pre = only_element(pre)?;
        outer.push(pre);
    }
    if pre.value().name() != "pre" {
        return None;
    }
    let code = only_element(pre).filter(|inner| inner.value().name() == "code")?;
    let language = [code].into_iter().chain(outer.into_iter().rev()).find_map(language);
    let language = language.filter(|name| !NO_LANGUAGE.contains(&name.to_lowercase().as_str()));
    let mut text: String = code.text().collect();
    if text.ends_with('\n') {
        text.pop();
    }
    Some((language, text))
}

/// Whether this is what highlighters put around a code block.
fn is_wrapper(element: ElementRef<'_>) -> bool {
    let is_theirs = |class: &str| {
        class == "highlight" || class.starts_with("highlighter-") || class.starts_with("language-")
    };
    matches!(element.value().name(), "div" | "figure") && element.value().classes().any(is_theirs)
}

/// The only child of an element, where there is one element and no text.
fn only_element(parent: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let is_blank = |node: &Node| node.as_text().is_none_or(|text| text.trim().is_empty());
    let mut elements = parent.children().filter_map(ElementRef::wrap);
    let first = elements.next()?;
    (elements.next().is_none() && parent.children().all(|child| is_blank(child.value()))).then_some(first)
}

fn language(element: ElementRef<'_>) -> Option<String> {
    let element = element.value();
    let from_data = ["data-lang", "data-language", "lang"].into_iter().find_map(|name| element.attr(name));
    let from_class = || {
        element
            .classes()
            .find_map(|class| class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-")))
    };
    from_data.or_else(from_class).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Makes runs of white space one space, and none at the edges of blocks and beside line breaks.
fn fold_spaces(pieces: &mut Vec<Piece>) {
    let edges: Vec<bool> = pieces.iter().map(is_edge).collect();
    let at = |index: Option<usize>| index.and_then(|index| edges.get(index)).copied().unwrap_or(true);
    for (index, piece) in pieces.iter_mut().enumerate() {
        if let Piece::Text { text, preformatted: false } = piece {
            let mut folded = String::with_capacity(text.len());
            for character in text.chars() {
                // A no-break space is no white space here: it is seen.
                let is_space = matches!(character, ' ' | '\t' | '\n' | '\r' | '\x0c');
                match (is_space, folded.ends_with(' ')) {
                    (true, true) => {}
                    (true, false) => folded.push(' '),
                    (false, _) => folded.push(character),
                }
            }
            let mut rest = folded.as_str();
            if at(index.checked_sub(1)) {
                rest = rest.trim_start_matches(' ');
            }
            if at(Some(index + 1)) {
                rest = rest.trim_end_matches(' ');
            }
            *text = rest.to_owned();
        }
    }
    pieces.retain(|piece| !matches!(piece, Piece::Text { text, .. } if text.is_empty()));
}

fn is_edge(piece: &Piece) -> bool {
    match piece {
        Piece::Open { name, .. } | Piece::Close { name } => {
            matches!(name.as_str(), "br" | "pre code") || BLOCKS.contains(&name.as_str())
        }
        Piece::Text { .. } => false,
    }
}

fn written(pieces: &[Piece]) -> Vec<String> {
    let mut depth = 0_usize;
    let mut lines = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match piece {
            Piece::Open { name, attributes } => {
                lines.push(format!("{}<{name}{attributes}>", "  ".repeat(depth)));
                depth += 1;
            }
            Piece::Close { .. } => depth = depth.saturating_sub(1),
            Piece::Text { text, .. } => lines.push(format!("{}{text:?}", "  ".repeat(depth))),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[track_caller]
    fn same(one: &str, other: &str) {
        assert_eq!(lines(one), lines(other));
    }

    #[track_caller]
    fn differ(one: &str, other: &str) {
        assert_ne!(lines(one), lines(other));
    }

    #[test]
    fn what_cannot_be_seen_does_not_count() {
        same("<p id=a class='x y'>t</p>", "<p class=\"y x\" id='a'>t</p>");
        same("<ul>\n<li>a\n  b</li> </ul>", "<ul><li> a b</li></ul>");
        same("<p>a<br />\nb</p>", "<p>a<br>b</p>");
        same("<p>a<!-- x -->b &amp; &quot;</p>", "<p>ab &#38; \"</p>");
        same("<td style='text-align:right'>", "<td style=\" text-align: right; \">");
    }

    #[test]
    fn what_can_be_seen_counts() {
        differ("<p>a <em>b</em></p>", "<p>a<em>b</em></p>");
        differ("<p>a&nbsp;b</p>", "<p>a b</p>");
        differ("<p>a</p>", "a");
        differ("<pre>a  b</pre>", "<pre>a b</pre>");
        differ("<a href='/x'>a</a>", "<a href='/x/'>a</a>");
        differ("<li>a</li>", "<li><p>a</p></li>");
    }

    #[test]
    fn a_code_block_is_its_language_and_its_text() {
        same(
            "<div class=highlight><pre style='x:y'><code class='language-go' data-lang=go><span>a</span> b\n\
             </code></pre></div>",
            "<pre><code class=language-go>a b</code></pre>",
        );
        same("<pre lang=go><code>a</code></pre>", "<pre><code class=language-go>a</code></pre>");
        same("<pre><code class=language-text>a</code></pre>", "<pre><code>a\n</code></pre>");
        differ("<pre><code class=language-go>a</code></pre>", "<pre><code>a</code></pre>");
        differ("<pre><code>a\n\n</code></pre>", "<pre><code>a\n</code></pre>");
        differ("<pre>a</pre>", "<pre><code>a</code></pre>");
    }
}
