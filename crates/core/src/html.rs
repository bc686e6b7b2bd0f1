//! Owns writing events as HTML: one writer for every dialect, a fold over the parser's events.
//!
//! The HTML is what the generator would publish and is **not** safe to insert into a page; the preview's
//! sanitiser is the last step before a DOM.

mod attributes;
mod calls;
mod code;
mod escape;
mod footnotes;
mod kramdown;
mod links;
mod lists;
mod quotes;
mod raw;
mod tables;
mod tags;
mod writer;

use crate::document::Document;
use crate::span::Span;
use crate::text::LineIndex;
use pulldown_cmark::{Event, HeadingLevel, Tag};

pub use escape::escape_text;

/// Bounds within which a post is rendered; beyond them the rest is left out and the reader is told.
#[derive(Clone, Copy, Debug)]
pub struct Caps {
    /// Elements inside each other.
    pub nesting: usize,
    /// Bytes of HTML in all.
    pub bytes: usize,
    /// Table cells in all.
    pub cells: usize,
}

impl Caps {
    /// What a browser shows without freezing.
    pub const PREVIEW: Caps = Caps { nesting: 100, bytes: 8 << 20, cells: 20_000 };
    /// No bounds but those of the parser, for the command line and for comparisons.
    pub const NONE: Caps = Caps { nesting: usize::MAX, bytes: usize::MAX, cells: usize::MAX };
}

/// A block's HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedBlock {
    /// Where it stands in the post. Of the footnotes, the place of the first definition.
    pub span: Span,
    /// Its HTML.
    pub html: String,
}

/// A rendered body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Blocks in the order to show them, the footnotes last.
    pub blocks: Vec<RenderedBlock>,
    /// Which bound cut the output short, as a sentence.
    pub shortened: Option<&'static str>,
}

impl Rendered {
    /// All blocks as one text.
    pub fn html(&self) -> String {
        let mut html = String::with_capacity(self.blocks.iter().map(|block| block.html.len()).sum());
        html.extend(self.blocks.iter().map(|block| block.html.as_str()));
        html
    }
}

/// Renders the body. With `positions`, elements carry `data-o`: their offset from the start of their block
/// in UTF-16 code units.
pub fn render(document: &Document<'_>, caps: Caps, positions: Option<&LineIndex<'_>>) -> Rendered {
    let mut writer = writer::Writer::new(document, caps, positions);
    let mut blocks = Vec::with_capacity(document.blocks.len() + 1);
    let mut bytes = 0;
    let skipped = usize::from(document.settings.title_heading && begins_with_title(document));
    for block in document.blocks.iter().skip(skipped) {
        let html = writer.block(block.span, block.events.clone());
        bytes += html.len();
        if bytes > caps.bytes {
            writer.shorten("The preview ends here: the post makes more HTML than a page can show.");
            break;
        }
        if !html.is_empty() {
            blocks.push(RenderedBlock { span: block.span, html });
        }
    }
    blocks.extend(writer.footnotes());
    Rendered { blocks, shortened: writer.shortened() }
}

/// Whether the first block is a heading of level one.
fn begins_with_title(document: &Document<'_>) -> bool {
    let first = document.blocks.first().and_then(|block| document.events.get(block.events.start));
    matches!(first, Some((Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }), _)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use insta::assert_snapshot;

    fn under(dialect: &str, source: &str) -> String {
        let document = Document::parse(source, Context { dialect: Some(dialect), ..Context::default() });
        render(&document, Caps::NONE, None).html()
    }

    #[test]
    fn blocks_and_inline_markup() {
        assert_snapshot!(under("generic", "# A *b* `c`\n\nx **y** ~~z~~ <kbd>k</kbd>\\\nnew & \"q\"\n\n> quote\n\n- a\n- b\n\n  c\n\n3. x\n\n---\n\n```rust,ignore title\nlet x = 1 < 2;\n```\n\n![a *b*](i.png \"t\") [l](/u?a=b&c=ü)\n"), @r#"
        <h1 id="a-b-c">A <em>b</em> <code>c</code></h1>
        <p>x <strong>y</strong> <del>z</del> <kbd>k</kbd><br />
        new &amp; &quot;q&quot;</p>
        <blockquote>
        <p>quote</p>
        </blockquote>
        <ul>
        <li>
        <p>a</p>
        </li>
        <li>
        <p>b</p>
        <p>c</p>
        </li>
        </ul>
        <ol start="3">
        <li>x</li>
        </ol>
        <hr />
        <pre><code class="language-rust">let x = 1 &lt; 2;
        </code></pre>
        <p><img src="i.png" alt="a b" title="t" /> <a href="/u?a=b&amp;c=%C3%BC">l</a></p>
        "#);
    }

    #[test]
    fn extensions_of_the_generic_dialect() {
        assert_snapshot!(under("generic", "| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n> [!WARNING]\n> careful\n\nTerm\n: Definition\n\n$a<b$ and $$c$$\n\nsee https://x.org.\n"), @r#"
        <table><thead><tr><th style="text-align: center">a</th><th style="text-align: right">b</th></tr></thead><tbody>
        <tr><td style="text-align: center">1</td><td style="text-align: right">2</td></tr>
        </tbody></table>
        <ul class="contains-task-list">
        <li class="task-list-item"><input type="checkbox" disabled="" checked="" /> done</li>
        <li class="task-list-item"><input type="checkbox" disabled="" /> open</li>
        </ul>
        <div class="markdown-alert markdown-alert-warning">
        <p class="markdown-alert-title">Warning</p>
        <p>careful</p>
        </div>
        <dl>
        <dt>Term</dt>
        <dd>Definition</dd>
        </dl>
        <p><span class="math math-inline">a&lt;b</span> and <span class="math math-display">c</span></p>
        <p>see <a href="https://x.org">https://x.org</a>.</p>
        "#);
    }

    #[test]
    fn footnotes_in_order_of_reference() {
        assert_snapshot!(under("generic", "b[^b] a[^a] b[^b]\n\n[^a]: A\n[^b]: B, see[^a]\n[^c]: unused\n"), @r##"
        <p>b<sup><a href="#user-content-fn-b" id="user-content-fnref-b" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup> a<sup><a href="#user-content-fn-a" id="user-content-fnref-a" data-footnote-ref="" aria-describedby="footnote-label">2</a></sup> b<sup><a href="#user-content-fn-b" id="user-content-fnref-b-2" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup></p>
        <section data-footnotes="" class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>
        <ol>
        <li id="user-content-fn-b">
        <p>B, see<sup><a href="#user-content-fn-a" id="user-content-fnref-a-2" data-footnote-ref="" aria-describedby="footnote-label">2</a></sup> <a href="#user-content-fnref-b" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a> <a href="#user-content-fnref-b-2" data-footnote-backref="" aria-label="Back to reference 1-2" class="data-footnote-backref">↩<sup>2</sup></a></p>
        </li>
        <li id="user-content-fn-a">
        <p>A <a href="#user-content-fnref-a" data-footnote-backref="" aria-label="Back to reference 2" class="data-footnote-backref">↩</a> <a href="#user-content-fnref-a-2" data-footnote-backref="" aria-label="Back to reference 2-2" class="data-footnote-backref">↩<sup>2</sup></a></p>
        </li>
        </ol>
        </section>
        "##);
        assert_snapshot!(under("hugo", "x[^a]\n\n[^a]: A\n"), @r##"
        <p>x<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
        <div class="footnotes" role="doc-endnotes">
        <hr>
        <ol>
        <li id="fn:1">
        <p>A&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p>
        </li>
        </ol>
        </div>
        "##);
    }

    #[test]
    fn hugo_leaves_raw_html_out_and_curls_quotes() {
        assert_snapshot!(under("hugo", "<div>gone</div>\n\n\"a\" <b>bold</b> -- it's https://x.org/--y\n\n# H {#own .c}\n"), @r#"
        <!-- raw HTML omitted -->
        <p>“a” <!-- raw HTML omitted -->bold<!-- raw HTML omitted --> – it’s <a href="https://x.org/--y">https://x.org/--y</a></p>
        <h1 id="own" class="c">H</h1>
        "#);
    }

    #[test]
    fn positions_are_utf16_offsets_from_the_start_of_the_block() {
        let source = "🎉\n\n- é🎉 x\n- y\n";
        let document = Document::parse(source, Context::default());
        let rendered = render(&document, Caps::PREVIEW, Some(&LineIndex::new(source)));
        assert_snapshot!(rendered.html(), @r#"
        <p data-o="0">🎉</p>
        <ul data-o="0">
        <li data-o="0">é🎉 x</li>
        <li data-o="8">y</li>
        </ul>
        "#);
    }

    #[test]
    fn caps_cut_with_a_reason() {
        let deep = ">".repeat(300);
        let document = Document::parse(&deep, Context::default());
        let rendered = render(&document, Caps::PREVIEW, None);
        assert_eq!(rendered.html().matches("<blockquote>").count(), 100);
        assert!(rendered.shortened.unwrap().contains("nested"));

        let wide = format!("{}\n{}\n{}", "|a".repeat(200), "|-".repeat(200), "|a|\n".repeat(200));
        let document = Document::parse(&wide, Context::default());
        let rendered = render(&document, Caps::PREVIEW, None);
        assert!(rendered.html().matches("<td").count() <= 20_000);
        assert!(rendered.shortened.unwrap().contains("cells"));
        let html = rendered.html();
        assert_eq!(html.matches("<tr").count(), html.matches("</tr>").count());
    }
}
