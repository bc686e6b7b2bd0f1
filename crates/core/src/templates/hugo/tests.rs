//! Owns what Hugo's shortcodes become.

use crate::templates::tests::{document, html, problems};
use crate::templates::{Argument, Kind};
use insta::assert_snapshot;

#[test]
fn a_call_has_a_name_and_arguments() {
    let source = "{{< img src=\"a b.png\" width=10 alt=`c \"d\"` >}} {{% x 1 \"two \\\"2\\\"\" https://x.org/?a=b /%}}\n";
    let document = document("hugo", source);
    let named = |index: usize, argument: &Argument| {
        format!("{index} {}={}", argument.name.as_deref().unwrap_or("_"), argument.value)
    };
    let arguments: Vec<String> = document
        .calls
        .iter()
        .enumerate()
        .flat_map(|(index, call)| call.arguments.iter().map(move |argument| named(index, argument)))
        .collect();
    assert_eq!(
        arguments,
        ["0 src=a b.png", "0 width=10", "0 alt=c \"d\"", "1 _=1", "1 _=two \"2\"", "1 _=https://x.org/?a=b",]
    );
    assert_eq!(document.template_problems, []);
}

#[test]
fn a_call_stands_inline_alone_or_around_text() {
    let source = "a {{< b >}}\n\n{{< c >}}\n\n{{< d >}}e{{< /d >}}\n";
    let kinds: Vec<_> = document("hugo", source).calls.iter().map(|call| call.kind).collect();
    assert!(
        matches!(kinds[..], [Kind::Inline, Kind::Block, Kind::Paired { inner }] if inner.slice(source) == "e")
    );
}

#[test]
fn cards() {
    assert_snapshot!(html("hugo", "a {{< b c d=\"e\" >}} *f*\n\n{{< g >}}\n\n{{% note title=\"<h>\" %}}\n- i {{< j >}}\n\nk\n{{% /note %}}\n\n- {{< l >}}m{{< /l >}}\n"), @r##"
    <p>a <span class="template-card"><span class="template-card-name">b</span> <span class="template-card-argument">c</span> <span class="template-card-argument">d: e</span></span> <em>f</em></p>
    <div class="template-card" role="note">
    <p class="template-card-label"><span class="template-card-name">g</span></p>
    </div>
    <div class="template-card" role="note">
    <p class="template-card-label"><span class="template-card-name">note</span> <span class="template-card-argument">title: &lt;h&gt;</span></p>
    <div class="template-card-content">
    <ul>
    <li>i <span class="template-card"><span class="template-card-name">j</span></span></li>
    </ul>
    <p>k</p>
    </div>
    </div>
    <ul>
    <li><span class="template-card"><span class="template-card-name">l</span> <span class="template-card-content">m</span></span></li>
    </ul>
    "##);
}

#[test]
fn figures() {
    assert_snapshot!(html("hugo", "{{< figure src=\"/a.png\" caption=\"A *b* \\\"c\\\"\" class=d link=\"/e\" title=F attr=G attrlink=\"/h\" width=3 >}}\n\n{{< figure src=i.png >}}\n"), @r##"
    <figure class="d"><a href="/e"><img src="/a.png" alt="A b &quot;c&quot;" width="3"></a><figcaption><h4>F</h4><p>A <em>b</em> “c”<a href="/h">G</a></p></figcaption></figure>
    <figure><img src="i.png"></figure>
    "##);
}

#[test]
fn videos_and_gists() {
    assert_snapshot!(html("hugo", "{{< youtube w7Ft2ymGmfc >}}\n\n{{< youtube id=abc start=30 loop=true class=c title=\"T\" >}}\n\n{{< vimeo 55073825 >}}\n\n{{< gist spf13 7896402 >}}\n"), @r##"
    <div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;"><iframe allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share; fullscreen" loading="eager" referrerpolicy="strict-origin-when-cross-origin" src="https://www.youtube.com/embed/w7Ft2ymGmfc?autoplay=0&amp;controls=1&amp;end=0&amp;loop=0&amp;mute=0&amp;start=0" title="YouTube video" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;"></iframe></div>
    <div class="c"><iframe allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share; fullscreen" loading="eager" referrerpolicy="strict-origin-when-cross-origin" src="https://www.youtube.com/embed/abc?autoplay=0&amp;controls=1&amp;end=0&amp;loop=1&amp;mute=0&amp;playlist=abc&amp;start=30" title="T"></iframe></div>
    <div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;"><iframe src="https://player.vimeo.com/video/55073825?dnt=0" allow="fullscreen" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;"></iframe></div>
    <p><a href="https://gist.github.com/spf13/7896402">Gist spf13/7896402</a></p>
    "##);
}

#[test]
fn code_and_details() {
    assert_snapshot!(html("hugo", "{{< highlight go \"linenos=table\" >}}\nif a < b {\n  *c*\n}\n{{< /highlight >}}\n\n{{< details summary=\"See *this*\" open=true >}}\nSome **bold** text\n\n- x\n{{< /details >}}\n"), @r##"
    <div class="highlight"><pre><code class="language-go" data-lang="go">if a &lt; b {
      *c*
    }
    </code></pre></div>
    <details open=""><summary>See <em>this</em></summary>
    <p>Some <strong>bold</strong> text</p>
    <ul>
    <li>x</li>
    </ul>
    </details>
    "##);
}

#[test]
fn addresses_and_values() {
    let source = "---\nversion: 1.10\nparams:\n  colour: red & blue\n---\n[a]({{< ref \"/blog/post.md#b\" >}}) [c]({{% relref \"d/index.md\" %}}) {{< param version >}} {{< param \"colour\" >}} {{< param other >}}\n";
    assert_snapshot!(html("hugo", source), @r##"
    <p><a href="/blog/post/#b">a</a> <a href="d/">c</a> 1.10 red &amp; blue <span class="template-card"><span class="template-card-name">param</span> <span class="template-card-argument">other</span></span></p>
    "##);
}

#[test]
fn shortcodes_run_in_code_unless_they_are_commented_out() {
    assert_snapshot!(html("hugo", "`{{</* a */>}}` `b {{< c >}}`\n\n```\n{{%/* d */%}}\n{{< e >}}\n```\n"), @r##"
    <p><code>{{&lt; a &gt;}}</code> <code>b <span class="template-card"><span class="template-card-name">c</span></span></code></p>
    <pre><code>{{% d %}}
    <span class="template-card"><span class="template-card-name">e</span></span>
    </code></pre>
    "##);
}

#[test]
fn what_is_wrong_is_said() {
    let check = |source: &str, expected: &[(&str, &str)]| {
        let found = problems("hugo", source);
        let found: Vec<_> = found.iter().map(|(text, message)| (text.as_str(), message.as_str())).collect();
        assert_eq!(found, expected, "{source}");
    };
    check("a {{< b c\n\nd\n", &[("{{< b c", "This shortcode has no `>}}` at its end.")]);
    check("{{< a {{< b >}}\n", &[("{{< a", "This shortcode has no `>}}` at its end.")]);
    check("{{< a %}} b\n", &[("{{< a %}}", "This shortcode begins with `{{<` and must end with `>}}`.")]);
    check("{{< /a >}}\n", &[("{{< /a >}}", "Nothing before this opens `a`.")]);
    check("{{< highlight go >}}\nx\n", &[("{{< highlight go >}}", "Nothing after this closes `highlight`.")]);
    check("{{< a >}}b{{< /a >}} {{< a >}}c\n", &[("{{< a >}}", "Nothing after this closes `a`.")]);
    check("{{< a b=\"c >}}\nd\n", &[("{{< a b=\"c >}}", "A quote in this shortcode has no end.")]);
    check(
        "{{< a b c=d >}}\n",
        &[("{{< a b c=d >}}", "A shortcode cannot have both named and positional arguments.")],
    );
    check("{{< >}}\n", &[("{{< >}}", "This shortcode has no name.")]);
    check("{{< a >}} {{< b />}} {{<c>}}{{</c>}}\n", &[]);
}
