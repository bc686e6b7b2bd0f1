//! Owns the invariants of the verdict: no text and no instant breaks it, and its fixes mend.

use super::*;
use proptest::prelude::*;

const GENERATORS: [&str; 9] =
    ["hugo", "jekyll", "zola", "eleventy", "astro", "docusaurus", "gatsby", "generic", "nobody's"];

const KEYS: [&str; 13] = [
    "date",
    "publishDate",
    "pubDate",
    "pubdate",
    "published",
    "expiryDate",
    "draft",
    "unlisted",
    "permalink",
    "render",
    "headless",
    "build",
    "title",
];

const YAML: &str = r#"true/false/yes/no/"false"/'yes'/0//2024-04-07/"2024-04-07"/2024-4-7/2024-04-08 01:00:00
2024-04-08T01:00:00/2024-04-07 11:05:09 +0500/2024-04-07T11:05:09.5+05:00/15 Oct 2023/'Jul 08 2022'/2024-02-30
1712487900/[1]/{render: never}/&a 2024-04-08/!!str no/!!str 2024-04-08/"2024\x2d04-08"/>- # x"#;

const TOML: &str = r#"true/false/"false"/'yes'/0/2024-04-07/"2024-04-07"/"2024-4-7"/2024-04-08 01:00:00/[1]
2024-04-08T01:00:00/"2024-04-07 11:05:09 +0500"/2024-04-07T11:05:09.5+05:00/"15 Oct 2023"/"2024-02-30"/''
1712487900/{render = "never"}/"2024\u002d04-08"/"2024-04-08T01:00Z"/"""2024-04-08""""#;

/// Headers that are dense in what the rules look for, few of them invalid.
fn headers() -> impl Strategy<Value = String> {
    let language = prop_oneof![Just(("---", ": ", YAML)), Just(("+++", " = ", TOML))];
    (language, prop::sample::subsequence(KEYS.to_vec(), 0..6)).prop_flat_map(|((fence, is, values), keys)| {
        let values: Vec<&str> = values.split(['/', '\n']).collect();
        let value = prop_oneof![
            30 => prop::sample::select(values).prop_map(str::to_owned),
            1 => "\\PC{0,12}",
        ];
        prop::collection::vec(value, keys.len()).prop_map(move |values| {
            let lines: String =
                keys.iter().zip(values).map(|(key, value)| format!("{key}{is}{value}\n")).collect();
            format!("{fence}\n{lines}{fence}\n")
        })
    })
}

fn instants() -> impl Strategy<Value = i64> {
    prop_oneof![any::<i64>(), Just(i64::MIN), Just(i64::MAX), NOW - 10_000_000..NOW + 10_000_000]
}

fn zones() -> impl Strategy<Value = i32> {
    prop_oneof![any::<i32>(), -900..=900i32]
}

proptest! {
    #[test]
    fn every_post_has_a_verdict(
        source in prop_oneof![headers(), any::<String>()],
        generator in prop::sample::select(GENERATORS.to_vec()),
        file_name in prop::option::of("(content/|_posts/|_drafts/)?([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-)?(\\PC{0,4}|index)(\\.md)?"),
        now in instants(),
        viewer_zone in zones(),
        zone in prop::option::of(zones()),
        builds: [bool; 3],
    ) {
        let site = SiteTime { zone, build_drafts: builds[0], build_future: builds[1], build_expired: builds[2] };
        let at = Circumstances { file_name: file_name.as_deref(), now, viewer_zone, site };
        let verdict = judge(generator, &source, &at);
        prop_assert!(!verdict.because.is_empty());
        match verdict.publishes {
            Publishes::From(instant) => prop_assert!(instant > now),
            Publishes::Until(instant) => prop_assert!(instant >= now),
            Publishes::Now | Publishes::Never => {}
        }
        let spans = verdict.because.iter().filter_map(|reason| reason.span);
        for span in spans.chain(verdict.traps.iter().map(|trap| trap.span)) {
            prop_assert!(source.get(span.start..span.end).is_some());
        }
        for text in verdict.because.iter().map(|reason| &reason.message).chain(verdict.traps.iter().map(|trap| &trap.message)) {
            prop_assert!(text.ends_with('.'), "{}", text);
        }
    }

    #[test]
    fn a_fix_keeps_the_header_sound_and_takes_its_trap_away(
        source in headers(),
        generator in prop::sample::select(GENERATORS.to_vec()),
        file_name in prop::option::of("2024-04-0[6-9]-a.md"),
        viewer_zone in -900..=900i32,
    ) {
        let at = Circumstances { file_name: file_name.as_deref(), now: NOW, viewer_zone, site: SiteTime::default() };
        let header = FrontMatter::read(&source);
        let sound = |header: &Option<FrontMatter>| header.as_ref().is_some_and(|header| header.problems.is_empty());
        if !sound(&header) {
            return Ok(());
        }
        let before = judge(generator, &source, &at);
        for trap in &before.traps {
            let Some(fix) = &trap.fix else { continue };
            let mended = apply(&source, std::slice::from_ref(&fix.edit));
            prop_assert!(sound(&FrontMatter::read(&mended)), "{}", mended);
            let after = judge(generator, &mended, &at);
            let same = |other: &&Trap| other.message == trap.message && other.span.start == trap.span.start;
            prop_assert_eq!(after.traps.iter().find(same), None, "{}\n{}", source, mended);
        }
    }
}
