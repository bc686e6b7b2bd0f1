//! Owns what configurations of each generator set.

use super::Site;
use crate::dialects::{HeadingIds, Typographer};
use crate::{Context, Document};

fn site(files: &[(&str, &str)]) -> Site {
    let mut site = Site::default();
    for (path, text) in files {
        assert!(site.add(path, text), "{path}");
    }
    site
}

/// Each setting as `key = value (file:line)`.
fn settings(path: &str, text: &str) -> (String, Vec<String>) {
    let site = site(&[(path, text)]);
    let list = site.settings.iter().map(|setting| {
        format!("{} = {} ({}:{})", setting.key, setting.value, setting.from.file, setting.from.line)
    });
    (site.dialect.clone().unwrap().0.to_owned(), list.collect())
}

#[track_caller]
fn check(path: &str, text: &str, dialect: &str, expected: &[&str]) {
    let (id, list) = settings(path, text);
    assert_eq!(id, dialect);
    let expected: Vec<String> = expected.iter().map(|line| line.replace('@', path)).collect();
    assert_eq!(list, expected);
}

#[test]
fn hugo_in_three_languages() {
    let expected = ["base-url = https://a.org/ (@:1)", "emoji = on (@:2)", "raw-html = on (@:4)"];
    check(
        "hugo.toml",
        "baseURL = 'https://a.org/'\nenableEmoji = true\n[markup.goldmark.renderer]\nunsafe = true\n",
        "hugo",
        &expected,
    );
    check(
        "config.yaml",
        "baseURL: https://a.org/\nenableEmoji: true\nmarkup:\n  goldmark: {renderer: {unsafe: true}}\n",
        "hugo",
        &expected,
    );
    check(
        "hugo.json",
        "{\"baseurl\": \"https://a.org/\",\n\"enableEmoji\": true, \"markup\":\n\n{\"goldmark\": {\"renderer\": {\"unsafe\": true}}}}\n",
        "hugo",
        &["base-url = https://a.org/ (@:1)", "emoji = on (@:2)", "raw-html = on (@:4)"],
    );
}

#[test]
fn settings_of_goldmark() {
    check(
        "config/_default/markup.toml",
        "[goldmark.extensions]\ntypographer = false\nlinkify = false\n[goldmark.extensions.passthrough]\nenable = true\n[goldmark.parser]\nautoHeadingIDType = 'github-ascii'\n[goldmark.parser.attribute]\nblock = true\n",
        "hugo",
        &[
            "typographer = off (@:2)",
            "linkify = off (@:3)",
            "math = on (@:5)",
            "heading-ids = hugo-ascii (@:7)",
            "block-attributes = on (@:9)",
        ],
    );
    check(
        "hugo.toml",
        "[markup.goldmark.extensions.typographer]\ndisable = true\n",
        "hugo",
        &["typographer = off (@:2)"],
    );
}

#[test]
fn jekyll() {
    check(
        "_config.yml",
        "---\ntitle: A\nurl: https://a.org\nkramdown:\n  auto_ids: false\n  hard_wrap: true\n  math_engine: nil\n",
        "jekyll",
        &[
            "title = A (@:2)",
            "base-url = https://a.org (@:3)",
            "heading-ids = off (@:5)",
            "hard-breaks = on (@:6)",
            "math = off (@:7)",
        ],
    );
    let (_, list) =
        settings("_config.yml", "markdown: CommonMark\ncommonmark:\n  options: [SMART, FOOTNOTES]\n");
    assert!(list.contains(&"typographer = pulldown-cmark (_config.yml:3)".to_owned()), "{list:?}");
}

#[test]
fn zola_and_hugo_share_a_name() {
    check(
        "config.toml",
        "base_url = \"https://a.org\"\n[markdown]\nrender_emoji = true\nsmart_punctuation = true\nbottom_footnotes = true\nexternal_links_no_follow = true\n[slugify]\nanchors = \"safe\"\n",
        "zola",
        &[
            "base-url = https://a.org (@:1)",
            "emoji = on (@:3)",
            "typographer = pulldown-cmark (@:4)",
            "footnotes = bottom (@:5)",
            "external-links-no-follow = on (@:6)",
            "heading-ids = underscores (@:8)",
        ],
    );
    check("config.toml", "baseURL = 'https://a.org'\n", "hugo", &["base-url = https://a.org (@:1)"]);
}

#[test]
fn astro_as_far_as_it_is_literal() {
    let text = "import { defineConfig } from 'astro/config';\n// site: 'no'\nexport default defineConfig({\n  site: 'https://a.org',\n  integrations: [x({ site: 'no' })],\n  markdown: { smartypants: false, gfm: isGfm },\n});\n";
    check("astro.config.mjs", text, "astro", &["base-url = https://a.org (@:4)", "typographer = off (@:6)"]);
    check(
        "astro.config.ts",
        "export default {\n  markdown: {\n    gfm: false,\n  }\n}\n",
        "astro",
        &[
            "tables = off (@:3)",
            "strikethrough = off (@:3)",
            "task-lists = off (@:3)",
            "linkify = off (@:3)",
            "footnotes = off (@:3)",
        ],
    );
}

#[test]
fn eleventy_gives_options_to_its_library() {
    check(
        "eleventy.config.js",
        "export default function (eleventyConfig) {\n  const options = { html: true, breaks: true };\n  eleventyConfig.setLibrary(\"md\", markdownIt(options));\n  other({ linkify: true });\n}\n",
        "eleventy",
        &["raw-html = on (@:2)", "hard-breaks = on (@:2)"],
    );
    check(
        ".eleventy.js",
        "module.exports = (c) => {\n  c.setLibrary('md', new MarkdownIt({ html: true,\n linkify: true, typographer: f() }));\n};\n",
        "eleventy",
        &["raw-html = on (@:2)", "linkify = gfm (@:3)"],
    );
}

#[test]
fn other_files_set_nothing() {
    let mut site = Site::default();
    assert!(!site.add("package.json", "{}"));
    assert!(!site.add("themes/a/hugo.toml", ""));
    assert!(site.add("docusaurus.config.js", "export default {};"));
    assert_eq!(site.settings, []);
}

#[test]
fn every_setting_exists_and_has_its_value() {
    use super::rules::Meaning;
    use crate::dialects::Settings;
    for id in ["hugo", "jekyll", "zola", "astro", "eleventy"] {
        for rule in super::rules_of(id) {
            // What is for templates only, and what is for a grammar that may not be there.
            if matches!(rule.key, "base-url" | "title" | "grammar") {
                continue;
            }
            if let Meaning::Each(each) = rule.meaning {
                for (_, value) in each {
                    assert!(Settings::COMMONMARK.apply(rule.key, value).is_ok(), "{} = {value}", rule.key);
                }
            }
        }
    }
}

#[test]
fn a_post_is_read_by_the_settings_of_its_site() {
    let site = site(&[(
        "hugo.toml",
        "enableEmoji = true\n[markup.goldmark.parser]\nautoHeadingIDType = 'github-ascii'\n[markup.goldmark.extensions.typographer]\ndisable = true\n[params]\ncolour = 'red'\n",
    )]);
    let context = Context { site: Some(&site), ..Context::default() };
    let document = Document::parse("{{< param colour >}}\n", context);
    assert_eq!(document.choice.reason, "Detected because the site has the file `hugo.toml`.");
    let settings = &document.settings;
    assert_eq!((settings.emoji, settings.typographer), (true, Typographer::Off));
    assert_eq!(settings.heading_ids, HeadingIds::HugoAscii);
    let html = crate::html::render(&document, crate::html::Caps::NONE, None).html();
    assert_eq!(html, "red\n");
    // By the rules of another generator its site says nothing.
    let other = Document::parse("a\n", Context { dialect: Some("zola"), ..context });
    assert!(!other.settings.emoji);
}

#[test]
fn values_of_the_site_are_known_to_templates() {
    let site = site(&[("_config.yml", "url: https://a.org\nbaseurl: /b\nrepo: c/d\nauthor:\n  name: E\n")]);
    let context = Context { site: Some(&site), ..Context::default() };
    let document =
        Document::parse("{{ site.repo }} {{ site.author.name }} {{ '/f' | absolute_url }}\n", context);
    let html = crate::html::render(&document, crate::html::Caps::NONE, None).html();
    assert_eq!(html, "<p>c/d E https://a.org/b/f</p>\n");
}
