//! Dialects and their settings on the command line.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

mod run;

use insta::assert_snapshot;
use run::foreword;

#[test]
fn render_with_other_settings() {
    let post = b"<b>x</b> https://x.org\n";
    let with =
        |settings: &[&str]| foreword(&[&["render", "--dialect", "hugo"], settings, &["-"]].concat(), post);
    assert_snapshot!(with(&["--setting", "raw-html=on", "--setting=linkify=off"]), @r"
    <p><b>x</b> https://x.org</p>
    exit 0
    ");
    assert_snapshot!(with(&["--setting", "raw-html"]), @"
    foreword: `raw-html` sets nothing; write it as KEY=VALUE
    exit 2
    ");
    assert_snapshot!(with(&["--setting", "html=on"]), @"
    foreword: there is no setting `html`; `foreword dialects generic` shows all
    exit 2
    ");
    assert_snapshot!(with(&["--setting", "raw-html=maybe"]), @"
    foreword: `raw-html` cannot be `maybe`; it can be on, off
    exit 2
    ");
}

#[test]
fn dialects_and_their_settings() {
    let all = foreword(&["dialects"], b"");
    assert!(all.contains("\ncommonmark\n  The plain standard"), "{all}");
    assert!(all.contains("\nzola\n  Zola with its default settings"), "{all}");
    assert!(all.contains(" external-links-external=on"), "{all}");
    let one = foreword(&["dialects", "eleventy"], b"");
    assert!(one.starts_with("Eleventy (eleventy)\nEleventy with its default settings"), "{one}");
    assert!(
        one.contains("\nindented-code=off\n  makes lines indented by four spaces code\n  values: on, off\n"),
        "{one}"
    );
    assert!(one.contains("\ntable-alignment=style\n"), "{one}");
    let unknown = foreword(&["dialects", "word"], b"");
    assert!(unknown.starts_with("foreword: unknown dialect `word`; there are generic, hugo"), "{unknown}");
}
