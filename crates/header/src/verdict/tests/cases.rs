//! Owns running the cases of `*.txt` beside this file, one file a generator, and a few that need a whole post.

use super::*;

/// Runs the cases of a file; they are parted by empty lines, and lines that begin with `#` are remarks.
fn check(generator: &str, cases: &str) {
    let mut count = 0;
    for case in cases.split("\n\n") {
        let lines = || case.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let header: Vec<&str> = lines().filter_map(|line| line.strip_prefix("| ")).collect();
        let settings = lines().filter_map(|line| line.strip_prefix("@ ")).collect::<String>();
        let wanted: Vec<&str> = lines().filter(|line| !line.starts_with(['|', '@'])).collect();
        if header.is_empty() {
            assert!(wanted.is_empty(), "{case}");
            continue;
        }
        count += 1;
        let header = header.join("\n");
        let shown = show(generator, &header, &circumstances(&settings));
        assert_eq!(shown, wanted.join("\n"), "{generator}: {header}\n{settings}");
    }
    assert!(count > 0);
}

fn circumstances(settings: &str) -> Circumstances<'_> {
    let mut at = at("", 0);
    for setting in settings.split(' ').filter(|setting| !setting.is_empty()) {
        match setting.split_once('=').unwrap() {
            ("file", name) => at.file_name = Some(name),
            ("here", zone) => at.viewer_zone = minutes(zone),
            ("site", zone) => at.site.zone = Some(minutes(zone)),
            ("builds", "drafts") => at.site.build_drafts = true,
            ("builds", "future") => at.site.build_future = true,
            ("builds", "expired") => at.site.build_expired = true,
            other => panic!("{other:?}"),
        }
    }
    at
}

fn minutes(zone: &str) -> i32 {
    match read_date(&format!("2024-04-07T00:00{zone}")).unwrap().zone {
        Zone::Stated(minutes) => minutes,
        Zone::Missing => panic!("{zone}"),
    }
}

#[test]
fn hugo() {
    check("hugo", include_str!("hugo.txt"));
}

#[test]
fn jekyll() {
    check("jekyll", include_str!("jekyll.txt"));
}

#[test]
fn zola() {
    check("zola", include_str!("zola.txt"));
}

#[test]
fn eleventy() {
    check("eleventy", include_str!("eleventy.txt"));
}

#[test]
fn astro() {
    check("astro", include_str!("astro.txt"));
}

#[test]
fn docusaurus() {
    check("docusaurus", include_str!("docusaurus.txt"));
}

#[test]
fn gatsby() {
    check("gatsby", include_str!("gatsby.txt"));
}

#[test]
fn generic() {
    check("generic", include_str!("generic.txt"));
}

#[test]
fn a_post_without_a_header() {
    let verdict = judge("hugo", "# Hello\n", &at("", 0));
    assert_eq!((verdict.publishes, verdict.certain), (Publishes::Now, true));
    let verdict = judge("jekyll", "# Hello\n", &at("_posts/2024-04-08-a.md", 0));
    assert_eq!(verdict.publishes, Publishes::From(1_712_534_400));
}

#[test]
fn a_header_without_an_end() {
    let verdict = judge("hugo", "---\ntitle: A\n\n# Hello\n", &at("", 0));
    assert_eq!(verdict.publishes, Publishes::Never);
}

#[test]
fn a_fix_keeps_line_ends_quotes_and_comments() {
    let source = "---\r\ndate: '2024-04-07 20:00:00' # soon\r\n---\r\n";
    let verdict = judge("hugo", source, &at("", 300));
    let fix = verdict.traps[0].fix.clone().unwrap();
    assert_eq!(apply(source, &[fix.edit]), "---\r\ndate: '2024-04-07 20:00:00+05:00' # soon\r\n---\r\n");
}
