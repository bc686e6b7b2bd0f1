//! Owns what constructs of MDX become.

use crate::templates::tests::{html, problems};
use crate::{Context, Document};
use insta::assert_snapshot;

#[test]
fn components_and_expressions() {
    assert_snapshot!(html("docusaurus", "import A from './a';\nimport './b.css';\n\n<A b=\"c\" d={1} e />\n\nf {g.h} {\"i\"} {/* j */}<K>*l*</K>\n\n<Tabs>\n<Item label='m'>\n\n- n\n\n</Item>\n</Tabs>\n\nexport const o = {\n  p: 1,\n};\n"), @r##"
    <div class="template-card" role="note">
    <p class="template-card-label"><span class="template-card-name">A</span> <span class="template-card-argument">b: c</span> <span class="template-card-argument">d: {1}</span> <span class="template-card-argument">e</span></p>
    </div>
    <p>f <span class="template-card"><span class="template-card-name">{g.h}</span></span> i <span class="template-card"><span class="template-card-name">K</span> <span class="template-card-content"><em>l</em></span></span></p>
    <div class="template-card" role="note">
    <p class="template-card-label"><span class="template-card-name">Tabs</span></p>
    <div class="template-card-content">
    <div class="template-card" role="note">
    <p class="template-card-label"><span class="template-card-name">Item</span> <span class="template-card-argument">label: m</span></p>
    <div class="template-card-content">
    <ul>
    <li>n</li>
    </ul>
    </div>
    </div>
    </div>
    </div>
    "##);
}

#[test]
fn elements_of_html_have_attributes_of_html() {
    assert_snapshot!(html("docusaurus", "<div className=\"a\" style={{ color: 'red' }}>\n\n*b*\n\n</div>\n\n<>c</>\n"), @r##"
    <div class="a">
    <p><em>b</em></p>
    </div>
    <p>c</p>
    "##);
}

#[test]
fn code_and_escaped_braces_are_text() {
    assert_snapshot!(html("docusaurus", "`<A>` \\{b} ``{`c`}``\n\n```jsx\n<D>{e}</D>\n```\n\n## F {#g}\n\nimport taxes are h.\n"), @r##"
    <p><code>&lt;A&gt;</code> {b} <code>{`c`}</code></p>
    <pre><code class="language-jsx">&lt;D&gt;{e}&lt;/D&gt;
    </code></pre>
    <h2 id="g">F</h2>
    <p>import taxes are h.</p>
    "##);
}

#[test]
fn values_of_the_header() {
    assert_eq!(html("docusaurus", "---\ntitle: A & b\n---\nx {frontMatter.title}\n"), "<p>x A &amp; b</p>\n");
}

#[test]
fn a_file_named_mdx_is_mdx_under_any_dialect() {
    let context = Context { dialect: Some("astro"), file_name: Some("a.mdx"), ..Context::default() };
    assert_eq!(Document::parse("<A />\n", context).calls.len(), 1);
    assert_eq!(Document::parse("<A />\n", Context { file_name: Some("a.md"), ..context }).calls.len(), 0);
}

#[test]
fn what_is_wrong_is_said() {
    let first = |source| problems("docusaurus", source).first().map(|(_, message)| message.clone());
    assert_eq!(first("<A>\n\nb\n").as_deref(), Some("Nothing after this closes `A`."));
    assert_eq!(first("b\n\n</A>\n").as_deref(), Some("Nothing before this opens `A`."));
    assert_eq!(first("a {b\n").as_deref(), Some("This expression has no `}` at its end."));
    assert_eq!(first("<A b=c\n").as_deref(), Some("The tag of `A` has no `>` at its end."));
    assert_eq!(first("<A><B /></A> a < B\n"), None);
}
