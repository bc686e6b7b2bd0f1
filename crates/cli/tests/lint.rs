//! What `foreword lint` looks at, by which rules, and what `--fix` does.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

mod folder;

use folder::Folder;
use insta::assert_snapshot;

/// Every finding by the rules that these tests are about, one a line.
const SHORT: [&str; 6] = ["lint", "--format", "short", "--quiet", "--rule", "bare-url"];

fn short(folder: &Folder, more: &[&str]) -> String {
    folder.foreword(&[SHORT.as_slice(), more].concat())
}

/// The lines of the findings alone, without messages.
fn places(folder: &Folder, more: &[&str]) -> Vec<String> {
    let printed = short(folder, more);
    printed.lines().filter_map(|line| Some(line.split_once(": info:")?.0.to_owned())).collect()
}

#[test]
fn folders_are_walked_and_what_is_made_is_passed_over() {
    let post = "https://a.b\n";
    let paths = [
        "a.md",
        "b/c.markdown",
        "b/public/d.md",
        "b/.hidden/e.md",
        "node_modules/f.md",
        "public/g.md",
        "_site/h.md",
        "dist/i.md",
        "b/j.txt",
        "k.mdx",
    ];
    let folder = Folder::with(&paths.map(|path| (path, post)));
    let expected = ["a.md:1:1", "b/c.markdown:1:1", "b/public/d.md:1:1", "k.mdx:1:1"];
    assert_eq!(places(&folder, &["."]), expected);
    assert_eq!(places(&folder, &["public", "b/j.txt"]), ["public/g.md:1:1", "b/j.txt:1:1"]);
    assert_snapshot!(folder.foreword(&["lint", ".git"]), @"
    foreword: no posts (.md, .markdown, .mdx, .mkd) in .git
    exit 2
    ");
}

#[test]
fn thousands_of_posts_come_in_order() {
    let names: Vec<String> = (0..2000).map(|number| format!("{:02}/{number:04}.md", number % 50)).collect();
    let folder = Folder::with(&names.iter().map(|name| (name.as_str(), "https://a.b\n")).collect::<Vec<_>>());
    let mut expected: Vec<String> = names.iter().map(|name| format!("{name}:1:1")).collect();
    expected.sort();
    assert_eq!(places(&folder, &["."]), expected);
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let folder = Folder::with(&[("b.md", "https://a.b\n")]);
    folder.write("a.md", b"x\xff");
    assert_snapshot!(short(&folder, &["."]), @"
    b.md:1:1: info: Not every generator makes this address a link. (bare-url)
    foreword: a.md: not UTF-8 (byte 1 is invalid); convert it first
    exit 2
    ");
    assert_snapshot!(short(&folder, &["a.md"]), @"
    foreword: a.md: not UTF-8 (byte 1 is invalid); convert it first
    exit 2
    ");
}

#[test]
fn rules_are_chosen_on_the_command_line() {
    let folder = Folder::with(&[("a.md", "https://a.b ![](x.png)\n")]);
    let lint = |more: &[&str]| {
        let printed = folder.foreword(&[&["lint", "--format", "short", "--quiet", "a.md"], more].concat());
        printed
            .lines()
            .filter_map(|line| Some(line.rsplit_once(" (")?.1.trim_end_matches(')').to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(lint(&["--rule", "MD034"]), ["bare-url"]);
    assert_eq!(
        lint(&["--rule", "markdown", "--rule", "missing-alt-text", "--off", "bare-url"]),
        ["missing-alt-text"]
    );
    assert_eq!(
        lint(&["--rule", "bare-url", "--rule", "MD045", "--min-severity", "warning"]),
        ["missing-alt-text"]
    );
    assert_snapshot!(folder.foreword(&["lint", "--off", "bare-urls", "a.md"]), @"
    foreword: there is no rule `bare-urls`; did you mean `bare-url`?
    exit 2
    ");
    assert_snapshot!(folder.foreword(&["lint", "--rule", "line-length", "a.md"]), @"
    foreword: no rule equals markdownlint's `line-length`; `foreword rules` lists all
    exit 2
    ");
}

#[test]
fn configuration_is_found_upwards_from_each_post() {
    let post = "https://a.b\n";
    let folder = Folder::with(&[
        (".foreword.toml", "[lint.rules]\nbare-url = \"warning\"\nbare-urls = \"off\"\n"),
        ("a.md", post),
        ("off/.foreword.toml", "[lint.rules]\nmarkdown = \"off\"\n"),
        ("off/deep/b.md", post),
        ("other/.markdownlint.json", "{\"MD034\": false}"),
        ("other/c.md", post),
    ]);
    let lint = |more: &[&str]| {
        let printed = folder.foreword(&[&["lint", "--format", "short", "--quiet"], more].concat());
        let is_meant = |line: &&str| line.ends_with("(bare-url)") || line.starts_with("foreword:");
        printed.lines().filter(is_meant).collect::<Vec<_>>().join("\n")
    };
    // Ours counts more than markdownlint's.
    assert_snapshot!(lint(&["a.md", "off", "other"]), @"
    a.md:1:1: warning: Not every generator makes this address a link. (bare-url)
    other/c.md:1:1: warning: Not every generator makes this address a link. (bare-url)
    foreword: .foreword.toml:3:1: There is no rule `bare-urls`; did you mean `bare-url`?
    ");
    assert_snapshot!(lint(&["--config", "other/.markdownlint.json", "."]), @"");
    assert_snapshot!(lint(&["--config", "none.toml", "."]), @"foreword: none.toml: no such file");
    assert_snapshot!(lint(&["--config", "a.md", "."]), @"foreword: a.md: it does not say what kind of file it is; name it like .foreword.toml or .markdownlint.yaml");
}

#[test]
fn the_site_around_a_post_counts() {
    let post = "{{< note >}}\n\n{% raw %}\n";
    let folder = Folder::with(&[("content/a.md", post), ("hugo.toml", "title = 'x'\n")]);
    let lint = |more: &[&str]| {
        folder.foreword(
            &[
                &["lint", "--format", "short", "--quiet", "--rule", "broken-template-call", "content/a.md"],
                more,
            ]
            .concat(),
        )
    };
    // `{% raw %}` is text for Hugo and wants an end in Liquid.
    assert_snapshot!(lint(&[]), @"exit 0");
    assert!(lint(&["--dialect", "jekyll"]).ends_with("exit 1"));
    let jekyll = Folder::with(&[("a.md", ""), ("_config.yml", "title: x\n")]);
    let other = jekyll.path("");
    assert!(lint(&["--site", other.to_str().unwrap()]).ends_with("exit 1"));
    assert!(lint(&["--site", "nowhere"]).ends_with("no such folder\nexit 2"));
}

#[test]
fn fixing_writes_what_changed_and_nothing_else() {
    let crlf = "\u{feff}---\r\ntitle: 'A' # c\r\n---\r\nSee https://a.b\r\n";
    let folder = Folder::with(&[("a.md", crlf), ("b.md", "Fine.\n"), ("c.md", "![](x.png) https://c.d\n")]);
    let fix = ["lint", "--fix", "--format", "short", "--rule", "bare-url", "--rule", "missing-alt-text", "."];
    assert_snapshot!(folder.foreword(&fix), @"
    c.md:1:1: warning: This image has no alternative text. (missing-alt-text)
    3 posts, 2 mended, 1 finding left.
    exit 1
    ");
    assert_eq!(folder.read("a.md"), crlf.replace("https://a.b", "<https://a.b>"));
    assert_eq!(folder.read("b.md"), "Fine.\n");
    assert_eq!(folder.names(), [".git", "a.md", "b.md", "c.md"]);
    assert_snapshot!(folder.foreword(&fix), @"
    c.md:1:1: warning: This image has no alternative text. (missing-alt-text)
    3 posts, 1 finding.
    exit 1
    ");
}

#[test]
fn suggestions_are_taken_when_asked_for() {
    let folder = Folder::with(&[("a.md", "# A\n\n### B\n")]);
    let rule = ["--rule", "skipped-heading-level", "a.md"];
    assert!(folder.foreword(&[&["lint", "--fix"], rule.as_slice()].concat()).ends_with("exit 1"));
    assert_eq!(folder.read("a.md"), "# A\n\n### B\n");
    assert_snapshot!(folder.foreword(&[&["lint", "--fix", "--suggested"], rule.as_slice()].concat()), @"
    1 post, 1 mended, nothing left to say.
    exit 0
    ");
    assert_eq!(folder.read("a.md"), "# A\n\n## B\n");
}

#[test]
fn a_diff_shows_what_would_change_and_writes_nothing() {
    let folder = Folder::with(&[("a.md", "One\n\nhttps://a.b\n"), ("b.md", "Fine.\n")]);
    let diff = ["lint", "--fix", "--diff", "--rule", "bare-url"];
    assert_snapshot!(folder.foreword(&[diff.as_slice(), &["."]].concat()), @"
    --- a.md
    +++ a.md
    @@ -1,3 +1,3 @@
     One
     
    -https://a.b
    +<https://a.b>
    exit 1
    ");
    assert_eq!(folder.read("a.md"), "One\n\nhttps://a.b\n");
    assert_eq!(folder.foreword(&[diff.as_slice(), &["b.md"]].concat()), "exit 0");
}

#[cfg(unix)]
#[test]
fn a_fixed_file_stays_a_link_and_keeps_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::with(&[("real/a.md", "https://a.b\n")]);
    let real = folder.path("real/a.md");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, folder.path("link.md")).unwrap();
    folder.foreword(&["lint", "--fix", "--rule", "bare-url", "link.md"]);
    assert_eq!(folder.read("real/a.md"), "<https://a.b>\n");
    assert!(folder.path("link.md").is_symlink());
    assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_file_that_cannot_be_written_does_not_stop_the_others() {
    let folder = Folder::with(&[("a.md", "https://a.b\n"), ("b.md", "https://a.b\n")]);
    let set_readonly = || {
        let mut permissions = std::fs::metadata(folder.path("a.md")).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(folder.path("a.md"), permissions).unwrap();
    };
    set_readonly();
    let printed = folder.foreword(&["lint", "--fix", "--quiet", "--rule", "bare-url", "."]);
    assert_snapshot!(printed, @"
    foreword: a.md: permission denied
    exit 2
    ");
    assert_eq!(
        (folder.read("a.md").as_str(), folder.read("b.md").as_str()),
        ("https://a.b\n", "<https://a.b>\n")
    );
}

#[test]
fn comments_in_a_post_count() {
    let folder = Folder::with(&[("a.md", "<!-- markdownlint-disable no-bare-urls -->\nhttps://a.b\n")]);
    assert_eq!(short(&folder, &["a.md"]), "exit 0");
}
