//! What a form asks for, as a writer would see it: the post before, the change, the post after.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "an answer of another kind is a failed test")]

use foreword_engine::Engine;
use foreword_wire::{
    Analysed, Change, Content, Edit16, Field, FieldKind, FrontMatterFormat, NewValue, Request, Response, Step,
};

/// 2024-04-07T11:05:09Z, seen from Paris in summer.
const NOW: u32 = 1_712_487_909;
const ZONE: i32 = 120;

fn key(path: &str) -> Vec<Step> {
    path.split('.')
        .map(|step| step.parse().map_or_else(|_| Step::Key(step.to_owned()), Step::Index))
        .collect()
}

fn analyse(engine: &mut Engine, text: &str, file: Option<&str>, reset: bool) -> Analysed {
    let request = Request::Analyse {
        rev: 1,
        text: text.to_owned(),
        file_name: file.map(str::to_owned),
        dialect: None,
        settings: Vec::new(),
        generator: None,
        now: NOW,
        zone: ZONE,
        reset,
        rules: Vec::new(),
        words: false,
    };
    match engine.handle(request) {
        Response::Analysed { result } => result,
        other => panic!("{other:?}"),
    }
}

/// The text after the edits; they must be in order.
fn apply(text: &str, edits: &[Edit16]) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (mut out, mut at) = (Vec::new(), 0);
    for edit in edits {
        let (from, to) = (edit.range.from as usize, edit.range.to as usize);
        assert!(at <= from && from <= to);
        out.extend_from_slice(&units[at..from]);
        out.extend(edit.text.encode_utf16());
        at = to;
    }
    out.extend_from_slice(&units[at..]);
    String::from_utf16_lossy(&out)
}

fn change_for(generator: Option<&str>, text: &str, change: Change) -> Result<(String, usize), String> {
    let request = Request::Change {
        rev: 1,
        text: text.to_owned(),
        file_name: None,
        dialect: None,
        generator: generator.map(str::to_owned),
        now: NOW,
        zone: ZONE,
        change,
    };
    match Engine::new().handle(request) {
        Response::Changed { refused: Some(lock), .. } => Err(lock.message),
        Response::Changed { edits, .. } => {
            Ok((apply(text, &edits), edits.iter().map(|edit| edit.text.len()).sum()))
        }
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn check(generator: &str, before: &str, change: Change, after: &str) {
    let text = change_for(Some(generator), before, change).map(|(text, _)| text);
    assert_eq!(text.as_deref(), Ok(after));
}

fn set(path: &str, value: NewValue) -> Change {
    Change::Set { path: key(path), value }
}

fn text(text: &str) -> NewValue {
    NewValue::Text(text.to_owned())
}

#[test]
fn a_value_changes_and_nothing_else() {
    let before = "---\ntitle: \"Old\" # c\ntags: [a]\n---\nBody 🎉\n";
    check("hugo", before, set("title", text("New")), "---\ntitle: \"New\" # c\ntags: [a]\n---\nBody 🎉\n");
    let (_, written) = change_for(None, before, set("title", text("Older"))).unwrap();
    assert_eq!(written, 2, "only what was typed is inserted");
    assert_eq!(change_for(None, before, set("title", text("Old"))).unwrap(), (before.to_owned(), 0));
}

#[test]
fn a_key_is_added_at_its_place_with_the_map_it_belongs_in() {
    check(
        "hugo",
        "---\ntitle: A\ntags: [a]\n---\n",
        set("draft", NewValue::Bool(true)),
        "---\ntitle: A\ndraft: true\ntags: [a]\n---\n",
    );
    check(
        "hugo",
        "---\ntitle: A\n---\n",
        set("params.mood", text("calm")),
        "---\ntitle: A\nparams:\n  mood: calm\n---\n",
    );
    check(
        "zola",
        "+++\ntitle = \"A\"\n+++\n",
        set("extra.mood", text("calm")),
        "+++\ntitle = \"A\"\n\n[extra]\nmood = \"calm\"\n+++\n",
    );
    check(
        "zola",
        "+++\ntitle = \"A\"\n\n[extra]\nmood = \"calm\"\n+++\n",
        set("extra.toc", NewValue::Bool(true)),
        "+++\ntitle = \"A\"\n\n[extra]\nmood = \"calm\"\ntoc = true\n+++\n",
    );
    check(
        "zola",
        "+++\ntitle = \"A\"\n+++\n",
        set("taxonomies", NewValue::Map(Vec::new())),
        "+++\ntitle = \"A\"\n\n[taxonomies]\n+++\n",
    );
    check(
        "hugo",
        "{\n  \"title\": \"A\"\n}\n",
        set("draft", NewValue::Bool(true)),
        "{\n  \"title\": \"A\",\n  \"draft\": true\n}\n",
    );
    check("hugo", "---\n---\nBody\n", set("title", text("A")), "---\ntitle: A\n---\nBody\n");
}

fn date(path: &str, day: &str, time: Option<&str>, zone: Option<&str>) -> Change {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    Change::SetDate { path: key(path), day: day.to_owned(), time: owned(time), zone: owned(zone) }
}

#[test]
fn a_date_keeps_its_spelling() {
    let check_date = |before: &str, change: Change, after: &str| {
        let post = |date: &str| format!("---\ndate: {date}\n---\n");
        check("hugo", &post(before), change, &post(after));
    };
    check_date(
        "2023-03-09T10:53:13+01:00",
        date("date", "2024-05-01", None, None),
        "2024-05-01T10:53:13+01:00",
    );
    check_date(
        "2024-03-25T17:46:05.964Z",
        date("date", "2024-05-01", Some("09:30:00"), None),
        "2024-05-01T09:30:00.000Z",
    );
    check_date(
        "2024-03-25T17:46:05.964Z",
        date("date", "2024-05-01", None, None),
        "2024-05-01T17:46:05.964Z",
    );
    check_date(
        "2024-03-25T17:46:05.964Z",
        date("date", "2024-03-25", Some("17:46:05"), Some("+02:00")),
        "2024-03-25T17:46:05.964+02:00",
    );
    check_date("2024-03-23", date("date", "2024-05-01", None, None), "2024-05-01");
    check_date("2024-03-23", date("date", "2024-05-01", Some("09:30"), None), "2024-05-01T09:30");
    check_date("\"2023-05-06\"", date("date", "2024-05-01", None, None), "\"2024-05-01\"");
    check_date(
        "2024-03-23 10:00:00 +0100",
        date("date", "2024-05-01", None, Some("+05:30")),
        "2024-05-01 10:00:00 +0530",
    );
    check_date("2024-03-23T10:00", date("date", "2024-05-01", None, Some("Z")), "2024-05-01T10:00+00:00");
    let now = Change::SetNow { path: key("date") };
    check_date("2023-03-09T10:53:13+01:00", now.clone(), "2024-04-07T12:05:09+01:00");
    check_date("2024-03-25T17:46:05.964Z", now.clone(), "2024-04-07T11:05:09.000Z");
    check_date("2024-03-23", now, "2024-04-07");
    assert!(change_for(None, "---\ndate: x\n---\n", date("date", "yesterday", None, None)).is_err());
}

#[test]
fn a_new_date_is_written_like_the_others_or_as_the_manual_does() {
    let now = |path: &str| Change::SetNow { path: key(path) };
    check(
        "hugo",
        "---\ntitle: A\n---\n",
        now("date"),
        "---\ntitle: A\ndate: 2024-04-07T13:05:09+02:00\n---\n",
    );
    check(
        "jekyll",
        "---\ntitle: A\n---\n",
        now("date"),
        "---\ntitle: A\ndate: 2024-04-07 13:05:09 +0200\n---\n",
    );
    check("zola", "+++\ntitle = \"A\"\n+++\n", now("date"), "+++\ntitle = \"A\"\ndate = 2024-04-07\n+++\n");
    check(
        "hugo",
        "---\ndate: 2024-01-01T00:00:00Z\n---\n",
        now("lastmod"),
        "---\ndate: 2024-01-01T00:00:00Z\nlastmod: 2024-04-07T11:05:09Z\n---\n",
    );
    check(
        "hugo",
        "{\n  \"title\": \"A\"\n}\n",
        now("date"),
        "{\n  \"title\": \"A\",\n  \"date\": \"2024-04-07T13:05:09+02:00\"\n}\n",
    );
}

#[test]
fn a_refusal_says_why() {
    let refused = |text: &str, change: Change| change_for(None, text, change).unwrap_err();
    assert_eq!(refused("---\na: 1\na: 2\n---\n", set("a", NewValue::Null)), "The key `a` is given twice.");
    assert_eq!(refused("Text\n", set("a", NewValue::Null)), "This post has no front matter.");
    assert!(refused("---\na: [1\n---\n", set("a", NewValue::Null)).starts_with("YAML cannot be read here"));
    assert!(refused("---\na: !t 1\n---\n", set("a", text("x"))).contains("YAML tag"));
    let source = Change::Source { path: key("a"), text: "[".to_owned() };
    assert!(!refused("---\na: 1\n---\n", source).is_empty());
}

#[test]
fn the_whole_header() {
    check(
        "hugo",
        "Body\n",
        Change::AddHeader { format: FrontMatterFormat::Toml },
        "+++\ntitle = \"\"\n+++\n\nBody\n",
    );
    check("hugo", "---\na: 1\n---\n\nBody\n", Change::RemoveHeader, "Body\n");
    check(
        "hugo",
        "---\na: 1 # one\n---\n",
        Change::Convert { format: FrontMatterFormat::Toml },
        "+++\na = 1 # one\n+++\n",
    );
}

fn field<'a>(analysed: &'a Analysed, key: &str) -> &'a Field {
    let form = analysed.form.as_ref().unwrap();
    form.fields.present.iter().find(|field| field.info.key == key).unwrap()
}

#[test]
fn the_form_is_sent_when_it_changes_and_only_then() {
    let mut engine = Engine::new();
    let post = |title: &str, body: &str| format!("---\ntitle: {title}\n---\n{body}\n");
    assert!(analyse(&mut engine, &post("A", "one"), None, true).form.is_some());
    assert!(analyse(&mut engine, &post("A", "two"), None, false).form.is_none());
    assert!(analyse(&mut engine, &post("B", "two"), None, false).form.is_some());
    assert!(analyse(&mut engine, &post("B", "two {{< x >}}"), None, false).form.is_some());
    assert!(analyse(&mut engine, &post("B", "two {{< x >}}"), None, true).form.is_some());
}

#[test]
fn fields_have_the_widget_that_suits_their_value() {
    let yaml = "---\ntitle: \"A\"\nauthor: Jo ([web](https://a.b))\ndate: 2024-03-25T17:46:05.964Z\n\
        draft: true\nimage: https://a.b/c.png\ncategory: [\"x, y, z\"]\nslug: my-first.\nnested:\n  on: 1\n\
        parts:\n  - name: one\n  - name: two\nodd: [[1], 2]\n---\n";
    let analysed = analyse(&mut Engine::new(), yaml, None, true);
    let kinds = [
        ("title", FieldKind::Text),
        ("author", FieldKind::Markdown),
        ("date", FieldKind::DateTime),
        ("draft", FieldKind::Switch),
        ("image", FieldKind::Image),
        ("category", FieldKind::Tags),
        ("slug", FieldKind::Slug),
        ("nested", FieldKind::Object),
        ("parts", FieldKind::ObjectList),
        ("odd", FieldKind::Raw),
    ];
    for (key, kind) in kinds {
        assert_eq!(field(&analysed, key).info.kind, kind, "{key}");
    }
    let date = field(&analysed, "date").date.as_ref().unwrap();
    assert_eq!((date.day.as_str(), date.time.as_deref()), ("2024-03-25", Some("17:46:05")));
    assert_eq!(date.zone.as_deref(), Some("Z"));
    let suspicious = &field(&analysed, "category").problems[0];
    assert_eq!(suspicious.fix.as_ref().unwrap().title, "Split into 3 entries");
    let Content::Maps(parts) = &field(&analysed, "parts").content else { panic!("no list of maps") };
    assert_eq!(parts[1].present[0].path, key("parts.1.name"));
    let Content::Map(nested) = &field(&analysed, "nested").content else { panic!("no map") };
    assert_eq!(nested.present[0].info.kind, FieldKind::Number);
    let form = analysed.form.as_ref().unwrap();
    assert!(form.fields.missing.iter().any(|info| info.key == "description"));
    assert_eq!(form.title_slug, "a");
}

#[test]
fn values_far_inside_have_widgets_like_those_at_the_top() {
    let text = "---\nparams:\n  author:\n    name: Ada\n    age: 36\n    born: 1815-12-10\n    links:\n      - icon: sun.svg\n---\n";
    let analysed = analyse(&mut Engine::new(), text, None, true);
    let Content::Map(params) = &field(&analysed, "params").content else { panic!("no map") };
    let Content::Map(author) = &params.present[0].content else { panic!("no map") };
    let kinds: Vec<FieldKind> = author.present.iter().map(|field| field.info.kind).collect();
    assert_eq!(kinds, [FieldKind::Text, FieldKind::Number, FieldKind::Date, FieldKind::ObjectList]);
    let Content::Maps(links) = &author.present[3].content else { panic!("no list of maps") };
    assert_eq!(links[0].present[0].info.kind, FieldKind::Image);
}

#[test]
fn a_header_that_cannot_be_read_is_locked_with_the_place() {
    let lock = |text: &str| analyse(&mut Engine::new(), text, None, true).form.unwrap().locked.unwrap();
    let broken = lock("---\ntitle: A\ntitle: B\n---\n");
    assert_eq!((broken.message.as_str(), broken.line), ("The key `title` is given twice.", 3));
    assert_eq!(lock("---\ntitle: A\n\nBody\n").line, 1);
    let tagged = analyse(&mut Engine::new(), "---\na: !t x\nb: y\n---\n", None, true);
    assert!(field(&tagged, "a").locked.is_some() && field(&tagged, "b").locked.is_none());
}

#[test]
fn the_verdict_comes_with_every_analysis() {
    let draft = analyse(&mut Engine::new(), "---\ndraft: true\n---\n{{< x >}}\n", None, true);
    assert_eq!(draft.generator.id, "hugo");
    assert_eq!(draft.verdict.headline, "Will not be published.");
    let trap = "---\ndate: 2024-04-07T12:30:00\nlastmod: 2024-01-01\n---\n";
    let soon = analyse(&mut Engine::new(), trap, None, true);
    let fix = soon.verdict.traps[0].fix.as_ref().unwrap();
    assert_eq!(apply(trap, &fix.edits), "---\ndate: 2024-04-07T12:30:00+02:00\nlastmod: 2024-01-01\n---\n");
}

#[test]
fn the_form_knows_what_the_site_does() {
    let mut engine = Engine::new();
    let post = "---\ntitle: A\ntags: [tides]\n---\n";
    assert!(analyse(&mut engine, post, None, true).form.is_some());
    let other = |at: u32| foreword_wire::PostFile {
        path: format!("posts/{at}.md"),
        text: format!("---\ntitle: P{at}\ntags: [boots, tides]\nmood: calm\n---\n"),
    };
    let files = (0..6).map(other).collect();
    assert_eq!(
        engine.handle(Request::LearnSite { files, paths: None, reset: true }),
        Response::Learned { problems: Vec::new() }
    );
    let analysed = analyse(&mut engine, post, None, false);
    assert_eq!(field(&analysed, "tags").suggestions, ["boots", "tides"]);
    let form = analysed.form.as_ref().unwrap();
    assert!(form.fields.missing.iter().any(|info| info.key == "mood" && info.required));
    let files = vec![foreword_wire::PostFile {
        path: "frontmatter.json".to_owned(),
        text: r#"{"frontMatter.taxonomy.contentTypes": [{"name": "default", "fields": [{"title": "Level", "name": "level", "type": "choice", "choices": ["a", "b"]}]}]}"#.to_owned(),
    }];
    engine.handle(Request::LearnSite { files, paths: None, reset: true });
    let form = analyse(&mut engine, post, None, false).form.unwrap();
    assert!(form.fields.missing.iter().any(|info| info.key == "level" && info.kind == FieldKind::Choice));
}
