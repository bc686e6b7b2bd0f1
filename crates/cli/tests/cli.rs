//! The command line as a person meets it: output, messages, exit status.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

mod run;

use insta::assert_snapshot;
use run::foreword;

#[test]
fn render_prints_content() {
    assert_snapshot!(foreword(&["render", "-"], b"---\ntitle: A\n---\n# B\n"), @r#"
    <h1 id="b">B</h1>
    exit 0
    "#);
}

#[test]
fn render_prints_a_whole_page() {
    assert_snapshot!(foreword(&["render", "--document", "--dialect", "hugo", "-"], b"---\ntitle: A < B\nlang: de\n---\nx\n"), @r#"
    <!DOCTYPE html>
    <html lang="de">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A &lt; B</title>
    </head>
    <body>
    <main>
    <p>x</p>
    </main>
    </body>
    </html>
    exit 0
    "#);
}

#[test]
fn front_matter_prints_spans() {
    assert_snapshot!(foreword(&["front-matter", "-"], b"+++\ntags = ['x']\n+++\n"), @r#"
    {
      "format": "toml",
      "span": [
        0,
        21
      ],
      "inner": [
        4,
        17
      ],
      "closed": true,
      "entries": [
        {
          "key": "tags",
          "keySpan": [
            4,
            8
          ],
          "kind": "list",
          "value": [
            {
              "kind": "string",
              "value": "x",
              "span": [
                12,
                15
              ]
            }
          ],
          "span": [
            11,
            16
          ]
        }
      ],
      "problems": []
    }
    exit 0
    "#);
    assert_snapshot!(foreword(&["front-matter", "-"], b"no header\n"), @"
    null
    exit 0
    ");
}

#[test]
fn mistakes_are_one_line_and_status_2() {
    assert_snapshot!(foreword(&["render", "--dialect", "hugoo", "-"], b""), @"
    foreword: unknown dialect `hugoo`; there are generic, hugo, jekyll, eleventy, astro, astro-remark, zola, docusaurus, gatsby, github, commonmark
    exit 2
    ");
    assert_snapshot!(foreword(&["render", "no/such.md"], b""), @"
    foreword: no/such.md: no such file
    exit 2
    ");
    assert_snapshot!(foreword(&["render", "-"], b"a\xffb"), @"
    foreword: -: not UTF-8 (byte 1 is invalid); convert it first
    exit 2
    ");
    assert_snapshot!(foreword(&["lint", "src"], b""), @"
    foreword: no posts (.md, .markdown, .mdx, .mkd) in src
    exit 2
    ");
}

#[test]
fn front_matter_changes_nothing_but_what_it_is_asked_to() {
    let post = b"---\ntitle: 'A' # c\ntags:\n- x\ndraft: true\n---\nbody\n";
    assert_snapshot!(foreword(&["set", "-", "title", "it's", "--diff"], post), @"
    --- -
    +++ -
    @@ -2 +2 @@
    -title: 'A' # c
    +title: 'it''s' # c
    exit 0
    ");
    assert_snapshot!(foreword(&["set", "-", "draft", "false", "--diff"], post), @"
    --- -
    +++ -
    @@ -5 +5 @@
    -draft: true
    +draft: false
    exit 0
    ");
    assert_snapshot!(foreword(&["set", "-", "tags", "x, y", "--diff"], post), @r#"
    --- -
    +++ -
    @@ -4,0 +5 @@
    +- "y"
    exit 0
    "#);
    assert_snapshot!(foreword(&["set", "-", "weight", "10", "--type", "number", "--diff"], post), @"
    --- -
    +++ -
    @@ -5,0 +6 @@
    +weight: 10
    exit 0
    ");
    assert_snapshot!(foreword(&["unset", "-", "tags[0]", "--diff"], post), @"
    --- -
    +++ -
    @@ -3,2 +3 @@
    -tags:
    -- x
    +tags: []
    exit 0
    ");
    assert_snapshot!(foreword(&["get", "-", "tags"], post), @r#"
    [
      "x"
    ]
    exit 0
    "#);
    assert_snapshot!(foreword(&["convert", "-", "--to", "toml"], post), @r#"
    +++
    title = "A" # c
    tags = ["x"]
    draft = true
    +++
    body
    exit 0
    "#);
}

#[test]
fn a_change_that_is_not_safe_is_refused_with_status_3() {
    assert_snapshot!(foreword(&["set", "-", "a", "x"], b"---\na: 1\na: 2\n---\n"), @"
    foreword: -:3:1: The key `a` is given twice. Nothing was changed.
    exit 3
    ");
    assert_snapshot!(foreword(&["unset", "-", "a"], b"---\na: &x 1\nb: *x\n---\n"), @"
    foreword: -:2:7: This cannot be changed without changing something else too; change it in the text. Nothing was changed.
    exit 3
    ");
    assert_snapshot!(foreword(&["set", "-", "a", "x"], b"no header\n"), @"
    foreword: -:1:1: This post has no front matter. Nothing was changed.
    exit 3
    ");
    assert_snapshot!(foreword(&["set", "-", "a..b", "x"], b"---\na: 1\n---\n"), @"
    foreword: `a..b` is no path; write it like params.author or tags[0]
    exit 2
    ");
    assert_snapshot!(foreword(&["set", "-", "a", "x", "--type", "number"], b"---\na: 1\n---\n"), @"
    foreword: `x` is no number
    exit 2
    ");
    assert_snapshot!(foreword(&["get", "-", "nope"], b"---\na: 1\n---\n"), @"
    foreword: -: no `nope` in its front matter
    exit 2
    ");
}

#[test]
fn a_verdict_says_whether_when_and_why() {
    let at = ["--at", "2026-03-01T09:00:00Z"];
    let verdict = |generator: &str, post: &[u8]| {
        foreword(&["verdict", "--generator", generator, at[0], at[1], "-"], post)
    };
    assert_snapshot!(verdict("hugo", b"---\ntitle: A\ndate: 2026-02-01\n---\n"), @"
    Will be published with the next build.
    - `date` has passed: 00:00 on 1 February 2026.
    exit 0
    ");
    assert_snapshot!(verdict("hugo", b"---\ntitle: A\ndraft: true\n---\n"), @"
    Will not be published.
    - It is a draft: `draft` is `true`.
    exit 1
    ");
    assert_snapshot!(verdict("jekyll", b"---\ndate: 2026-03-02 10:00:00\n---\n"), @"
    Will be published with the first build after 10:00 tomorrow.
    - `date` is in the future: 10:00 tomorrow.
    exit 1
    ");
    assert_snapshot!(foreword(&["verdict", "--at", "soon", "-"], b""), @"
    foreword: `soon` is no date: it is not written as a date
    exit 2
    ");
}

#[test]
fn a_schema_comes_from_the_generator_the_site_and_its_posts() {
    let folder = std::env::temp_dir().join(format!("foreword-schema-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("content/posts")).unwrap();
    std::fs::create_dir_all(folder.join("archetypes")).unwrap();
    std::fs::write(folder.join("archetypes/posts.md"), "---\ntitle: '{{ .Name }}'\nhero: cover.jpg\n---\n")
        .unwrap();
    for name in ["a", "b", "c"] {
        let post = format!("---\ntitle: {name}\nmood: calm\ntags: [x, {name}]\n---\n");
        std::fs::write(folder.join("content/posts").join(format!("{name}.md")), post).unwrap();
    }
    let post = folder.join("content/posts/a.md");
    let printed = foreword(
        &["schema", "--generator", "hugo", "--site", folder.to_str().unwrap(), post.to_str().unwrap()],
        b"",
    );
    std::fs::remove_dir_all(&folder).unwrap();
    for (key, kind, from) in [
        ("title", "Text", "site"),
        ("hero", "Image", "site"),
        ("mood", "Text", "posts"),
        ("lastmod", "DateTime", "generator"),
    ] {
        let at =
            printed.find(&format!("\"key\": \"{key}\"")).unwrap_or_else(|| panic!("no {key} in {printed}"));
        let rest = &printed[at..];
        assert!(rest.find(&format!("\"kind\": \"{kind}\"")).unwrap() < 400, "{key}: {}", &rest[..400]);
        assert!(rest.contains(&format!("\"from\": \"{from}\"")));
    }
    assert_snapshot!(foreword(&["schema", "--generator", "hexo"], b""), @"
    foreword: unknown generator `hexo`; there are generic, hugo, jekyll, eleventy, astro, zola, docusaurus, gatsby
    exit 2
    ");
}
