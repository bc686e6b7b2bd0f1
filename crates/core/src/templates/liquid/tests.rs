//! Owns what constructs of Liquid and Nunjucks become.

use crate::templates::tests::{html, problems};
use insta::assert_snapshot;

#[test]
fn tags_and_outputs_are_cards() {
    assert_snapshot!(html("jekyll", "{% include figure.html src=\"a.png\" %}\n\nb {{ site.data.c | map: 'd' }} [e]({{ site.f }}/g)\n\n{% for h in site.i %}\n- *j*\n{% else %}\nk\n{% endfor %}\n"), @r##"
    <div class="template-card" role="note">
    <p class="template-card-label"><span class="template-card-name">include</span> <span class="template-card-argument">figure.html</span> <span class="template-card-argument">src: a.png</span></p>
    </div>
    <p>b <span class="template-card"><span class="template-card-name">site.data.c | map: 'd'</span></span> <a href="{{ site.f }}/g">e</a></p>
    <div class="template-card" role="note">
    <p class="template-card-label"><span class="template-card-name">for</span> <span class="template-card-argument">h</span> <span class="template-card-argument">in</span> <span class="template-card-argument">site.i</span></p>
    <div class="template-card-content">
    <ul>
    <li><em>j</em>
    <span class="template-card"><span class="template-card-name">else</span></span>
    k</li>
    </ul>
    </div>
    </div>
    "##);
}

#[test]
fn values_of_header_and_site_are_text_for_markdown() {
    let source = "---\ntitle: A *b*\n---\n{{ page.title }} {{ \"/c\" | relative_url }} [d]({{ site.baseurl }}/e) <img src=\"{{ site.baseurl }}/f.png\">\n";
    assert_snapshot!(html("jekyll", source), @r##"
    <p>A <em>b</em> /c <a href="/e">d</a> <img src="/f.png" /></p>
    "##);
}

#[test]
fn raw_text_is_not_read_and_comments_vanish() {
    assert_snapshot!(html("jekyll", "```\n{% raw %}{{ a }}{% b %}{% endraw %}\n```\n\nc{% comment %} {{ d }} {% endcomment %}e\n\nf\n{%- raw -%}\n  g\n{%- endraw %}\n"), @r##"
    <pre><code>{{ a }}{% b %}
    </code></pre>
    <p>ce</p>
    <p>fg</p>
    "##);
}

#[test]
fn tags_of_jekyll() {
    assert_snapshot!(html("jekyll", "{% highlight ruby linenos %}\na < *b*\n{% endhighlight %}\n\n[c]({% post_url 2024-01-31-d %}) [e]({% link _posts/2024-02-01-f.md %}) [g]({% link about.md %}){% assign h = 1 %}\n"), @r##"
    <figure class="highlight"><pre><code class="language-ruby" data-lang="ruby">a &lt; *b*</code></pre></figure>
    <p><a href="/2024/01/31/d.html">c</a> <a href="/2024/02/01/f.html">e</a> <a href="/about.html">g</a></p>
    "##);
}

#[test]
fn tags_of_eleventy() {
    let source = "---\ntitle: T\n---\n{% image \"a.png\", \"B & c\" %}\n\n{{ title }} {{ \"/d/\" | url }} {# e #} {% callout \"info\", \"md\" %}*f*{% endcallout %}\n\n{% set g = 1 %}\n";
    assert_snapshot!(html("eleventy", source), @r##"
    <img src="a.png" alt="B &amp; c" loading="lazy" decoding="async">
    <p>T /d/  <span class="template-card"><span class="template-card-name">callout</span> <span class="template-card-argument">info</span> <span class="template-card-argument">md</span> <span class="template-card-content"><em>f</em></span></span></p>
    "##);
}

#[test]
fn a_header_can_switch_templates_off() {
    assert_eq!(html("jekyll", "---\nrender_with_liquid: false\n---\n{{ a }}\n"), "<p>{{ a }}</p>\n");
    assert_eq!(html("eleventy", "---\ntemplateEngineOverride: md\n---\n{{ a }}\n"), "<p>{{ a }}</p>\n");
}

#[test]
fn what_is_wrong_is_said() {
    let check = |source: &str, expected: &[(&str, &str)]| {
        let found = problems("jekyll", source);
        let found: Vec<_> = found.iter().map(|(text, message)| (text.as_str(), message.as_str())).collect();
        assert_eq!(found, expected, "{source}");
    };
    check("a {% b c\n\nd\n", &[("{% b c", "This tag has no `%}` at its end.")]);
    check("{{ a\n{{ b }}\n", &[("{{ a", "This output has no `}}` at its end.")]);
    check("{% if a %}\nb\n", &[("{% if a %}", "Nothing after this closes `if`.")]);
    check("{% endif %}\n", &[("{% endif %}", "Nothing before this opens `if`.")]);
    check("{% raw %}\n{{ a }}\n", &[("{% raw %}", "Nothing after this closes `raw`.")]);
    check("{% %}\n", &[("{% %}", "This tag has no name.")]);
    check("{% if a %}b{% elsif c %}d{% endif %} {%- include e -%}\n", &[]);
}
