//! What the page is told of a post's rendering: settings with their origins, and how it will look elsewhere.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "an answer of another kind is a failed test")]

use foreword_engine::Engine;
use foreword_wire::{
    Analysed, Comparison, DifferenceKind, PostFile, RenderSetting, Request, Response, SetByHand, SettingFrom,
    SettingValues,
};

const POST: &str = "---\ntitle: é🎉\n---\n\n\"é\" & <b>b</b>\n\n# Same\n\n<div>c</div>\n";

fn set(key: &str, value: &str) -> SetByHand {
    SetByHand { key: key.to_owned(), value: value.to_owned() }
}

fn analyse(engine: &mut Engine, dialect: Option<&str>, settings: &[SetByHand]) -> Analysed {
    let request = Request::Analyse {
        rev: 1,
        text: POST.to_owned(),
        file_name: Some("_posts/post.md".to_owned()),
        dialect: dialect.map(str::to_owned),
        settings: settings.to_vec(),
        generator: None,
        now: 0,
        zone: 0,
        reset: false,
        rules: Vec::new(),
        words: false,
    };
    match engine.handle(request) {
        Response::Analysed { result } => result,
        other => panic!("{other:?}"),
    }
}

fn compare(a: Option<&str>, b: Option<&str>, settings: &[SetByHand]) -> Comparison {
    let request = Request::Compare {
        rev: 4,
        text: POST.to_owned(),
        file_name: None,
        dialect: Some("generic".to_owned()),
        settings: settings.to_vec(),
        a: a.map(str::to_owned),
        b: b.map(str::to_owned),
    };
    match Engine::new().handle(request) {
        Response::Compared { comparison } => comparison,
        other => panic!("{other:?}"),
    }
}

fn setting(list: &[RenderSetting], key: &str) -> RenderSetting {
    list.iter().find(|setting| setting.key == key).unwrap().clone()
}

#[test]
fn settings_have_their_value_their_default_and_who_set_them() {
    let by_hand = [set("raw-html", "on"), set("permalink", "https://example.org/a/")];
    let list = analyse(&mut Engine::new(), Some("hugo"), &by_hand).settings.unwrap();
    let raw = setting(&list, "raw-html");
    assert_eq!((raw.value.as_str(), raw.default.as_str(), raw.from), ("on", "off", SettingFrom::ByHand));
    assert_eq!(setting(&list, "permalink").value, "https://example.org/a/");
    let notes = setting(&list, "footnotes");
    assert_eq!((notes.value.as_str(), notes.from), ("goldmark", SettingFrom::Dialect));
    let SettingValues::OneOf { names } = notes.values else { panic!("{:?}", notes.values) };
    assert_eq!(names[0].meaning, "Not at all: `[^1]` is text.");
}

#[test]
fn settings_by_hand_decide_how_the_post_is_rendered() {
    let html = |settings: &[SetByHand]| {
        let result = analyse(&mut Engine::new(), Some("hugo"), settings);
        result.blocks.insert.into_iter().map(|block| block.html).collect::<String>()
    };
    assert!(!html(&[]).contains("<b>"));
    assert!(html(&[set("raw-html", "on")]).contains("<b>"));
    assert!(html(&[set("raw-html", "perhaps"), set("colour", "red")]) == html(&[]));
}

#[test]
fn settings_are_sent_again_only_when_they_changed() {
    let mut engine = Engine::new();
    assert!(analyse(&mut engine, None, &[]).settings.is_some());
    assert!(analyse(&mut engine, None, &[]).settings.is_none());
    assert!(analyse(&mut engine, None, &[set("emoji", "on")]).settings.is_some());
    assert!(analyse(&mut engine, Some("zola"), &[set("emoji", "on")]).settings.is_some());
    assert!(analyse(&mut engine, Some("zola"), &[set("emoji", "on")]).settings.is_none());
}

#[test]
fn a_choice_by_hand_still_says_what_would_be_detected() {
    let mut engine = Engine::new();
    assert_eq!(analyse(&mut engine, None, &[]).dialect.detected, None);
    let chosen = analyse(&mut engine, Some("zola"), &[]).dialect;
    assert_eq!(chosen.detected.as_deref(), Some("Jekyll. Detected because the file lies in `_posts`."));
}

#[test]
fn what_comes_out_differently_has_its_place_and_both_renderings() {
    let found = compare(Some("generic"), Some("hugo"), &[]);
    assert_eq!((found.rev, found.a.as_str(), found.b.as_str()), (4, "Generic", "Hugo"));
    let first = &found.differences[0];
    let units: Vec<u16> = POST.encode_utf16().collect();
    let text = String::from_utf16(&units[first.range.from as usize..first.range.to as usize]).unwrap();
    assert_eq!(text.trim(), "\"é\" & <b>b</b>");
    assert_eq!(
        (first.line, first.excerpt.as_str(), first.kind),
        (5, "\"é\" & <b>b</b>", DifferenceKind::Text)
    );
    assert!(first.a.contains("<b>") && first.b.contains("“é”"));
    let last = found.differences.last().unwrap();
    assert_eq!((last.line, last.kind), (9, DifferenceKind::OnlyA));
    assert_eq!(found.differences.len(), 2);
}

#[test]
fn a_side_without_a_dialect_is_the_post_as_it_is_set() {
    let by_hand = [set("raw-html", "off")];
    assert!(compare(None, Some("generic"), &[]).differences.is_empty());
    assert_eq!(compare(None, Some("generic"), &by_hand).differences.len(), 2);
    assert!(compare(None, None, &by_hand).differences.is_empty());
}

fn learn(engine: &mut Engine, path: &str, text: &str) {
    let files = vec![PostFile { path: path.to_owned(), text: text.to_owned() }];
    engine.handle(Request::LearnSite { files, paths: None, reset: false });
}

#[test]
fn a_sites_configuration_decides_dialect_and_settings() {
    let mut engine = Engine::new();
    learn(&mut engine, "hugo.toml", "[markup.goldmark.renderer]\nunsafe = true\n");
    let found = analyse(&mut engine, None, &[]);
    assert_eq!(found.dialect.reason, "Detected because the site has the file `hugo.toml`.");
    assert!(found.blocks.insert.iter().any(|block| block.html.contains("<div>c</div>")));
    let settings = found.settings.unwrap();
    let raw = settings.iter().find(|setting| setting.key == "raw-html").unwrap();
    assert_eq!((raw.value.as_str(), raw.default.as_str()), ("on", "off"));
    assert_eq!(raw.from, SettingFrom::Site { file: "hugo.toml".to_owned(), line: 2 });
    let chosen = analyse(&mut engine, Some("zola"), &[]).dialect;
    assert_eq!(chosen.detected.as_deref(), Some("Hugo. Detected because the site has the file `hugo.toml`."));
    // By hand it is another thing again, and another site knows nothing of this one.
    let by_hand = analyse(&mut engine, None, &[set("raw-html", "off")]);
    assert!(by_hand.blocks.insert.iter().all(|block| !block.html.contains("<div>c</div>")));
    engine.handle(Request::LearnSite { files: Vec::new(), paths: None, reset: true });
    assert_eq!(analyse(&mut engine, None, &[]).dialect.id, "jekyll");
}

#[test]
fn a_sites_templates_show_its_own_constructs() {
    let mut engine = Engine::new();
    learn(&mut engine, "_config.yml", "title: Site\n");
    learn(&mut engine, ".foreword/templates/card.html", "<b>{{ 0 }}</b>");
    let request = Request::Analyse {
        rev: 1,
        text: "{% card hello %}\n".to_owned(),
        file_name: None,
        dialect: None,
        settings: Vec::new(),
        generator: None,
        rules: Vec::new(),
        now: 0,
        zone: 0,
        reset: true,
        words: false,
    };
    let Response::Analysed { result } = engine.handle(request) else { panic!("no analysis") };
    assert!(result.blocks.insert.iter().any(|block| block.html.contains(">hello</b>")));
}

#[test]
fn the_page_reads_every_file_that_configures_a_site() {
    let page = include_str!("../../../www/src/kernel/site-files.ts");
    for path in foreword_core::site::CONFIGURATIONS {
        assert!(page.contains(&format!("\"{path}\"")), "{path}");
    }
}
