//! Edits of headers, as a person would see them: the header before, the operation, the header after.
#![expect(clippy::unwrap_used, reason = "what cannot be read or built is a failed test")]

use foreword_header::front_matter::{Data, Operation, Step, edit};
use foreword_header::span::apply;

fn path(text: &str) -> Vec<Step> {
    text.split('.')
        .map(|step| step.parse().map_or_else(|_| Step::Key(step.to_owned()), Step::Index))
        .collect()
}

fn after(header: &str, at: &str, operation: Operation) -> String {
    let source = format!("---\n{header}---\nbody\n");
    match edit(&source, &path(at), &operation) {
        Ok(edits) => {
            let patched = apply(&source, &edits);
            patched.strip_prefix("---\n").unwrap().strip_suffix("---\nbody\n").unwrap().to_owned()
        }
        Err(refusal) => format!("refused: {}", refusal.message),
    }
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[track_caller]
fn check(header: &str, at: &str, operation: Operation, expected: &str) {
    assert_eq!(after(header, at, operation), expected);
}

#[test]
fn a_value_keeps_its_style_and_its_comment() {
    check("a: 'x' # c\nb: 1\n", "a", Operation::Set(text("it's")), "a: 'it''s' # c\nb: 1\n");
    check("a: \"x\"\n", "a", Operation::Set(text("y")), "a: \"y\"\n");
    check("a: x\n", "a", Operation::Set(text("tricky: \"x\" #1")), "a: \"tricky: \\\"x\\\" #1\"\n");
    check("a: x\n", "a", Operation::Set(text("yes")), "a: \"yes\"\n");
    check("a: |\n  x\n  y\nb: 1\n", "a", Operation::Set(text("p\nq\n")), "a: |\n  p\n  q\nb: 1\n");
    check("tags: # none yet\nb: 1\n", "tags", Operation::Set(text("x")), "tags: x # none yet\nb: 1\n");
    check("a: 1.10\n", "a", Operation::Set(Data::Number("1.20".into())), "a: 1.20\n");
}

#[test]
fn literal_text_stays_literal() {
    let before = "a: |\n  one\n  two\nb: 1\n";
    let set = |value: &str| Operation::Set(text(value));
    check(before, "a", set("one\n\n  in\ntwo\n"), "a: |\n  one\n\n    in\n  two\nb: 1\n");
    check(before, "a", set(" one\ntwo\n"), "a: |2\n   one\n  two\nb: 1\n");
    check(before, "a", set("one\ntwo\n\n"), "a: |+\n  one\n  two\n\nb: 1\n");
    let kept = "a: |+\n  one\n  two\n\nb: 1\n";
    check(kept, "a", set("one\ntwo\n\nx"), "a: |-\n  one\n  two\n\n  x\n\nb: 1\n");
    check(kept, "a", set("one\ntwo\n"), "a: |\n  one\n  two\n\nb: 1\n");
}

#[test]
fn folded_text_stays_folded() {
    let before = "a: >\n  one two three four five\n  six seven\nb: 1\n";
    let changed = text("one two three 4 five six seven eight\n");
    check(before, "a", Operation::Set(changed), "a: >\n  one two three 4 five\n  six seven eight\nb: 1\n");
}

#[test]
fn nothing_is_written_as_nothing() {
    check("a: x # c\nb: 1\n", "a", Operation::Set(Data::Null), "a: # c\nb: 1\n");
    check("a: 'x'\n", "a", Operation::Set(Data::Null), "a:\n");
    check("a:\n  - x\nb: 1\n", "a", Operation::Set(Data::Null), "a: null\nb: 1\n");
    check("a: {b: x}\n", "a.b", Operation::Set(Data::Null), "a: {b: null}\n");
}

#[test]
fn a_list_that_is_replaced_keeps_its_quotes() {
    let list = || Operation::Set(Data::List(vec![text("p"), text("q")]));
    check("t: [\"a, b\"]\n", "t", list(), "t: [\"p\", \"q\"]\n");
    check("t: ['a']\n", "t", list(), "t: ['p', 'q']\n");
    check("t: [a]\n", "t", list(), "t: [p, q]\n");
}

#[test]
fn lists_keep_their_style() {
    check("t: [a, 'b']\n", "t.2", Operation::Insert(text("c, d")), "t: [a, 'b', 'c, d']\n");
    check("t: []\n", "t.0", Operation::Insert(text("c")), "t: [c]\n");
    check("t:\n- a\n- b # c\nx: 1\n", "t.2", Operation::Insert(text("z")), "t:\n- a\n- b # c\n- z\nx: 1\n");
    check("t:\n    - a\n", "t.0", Operation::Insert(text("z")), "t:\n    - z\n    - a\n");
    check("t:\n  - a\n  - b\n", "t.0", Operation::Remove, "t:\n  - b\n");
    check("t:\n  - a\nx: 1\n", "t.0", Operation::Remove, "t: []\nx: 1\n");
    check("t:\n  # first\n  - a\nx: 1\n", "t", Operation::Set(text("plain")), "t: plain\n# first\nx: 1\n");
    check("t: [a, b]\n", "t.1", Operation::Move(0), "t: [b, a]\n");
    check("t: a\n", "t", Operation::Set(Data::List(vec![text("a"), text("b")])), "t:\n  - a\n  - b\n");
    check("u: [x]\nt: a # c\n", "t", Operation::Set(Data::List(vec![text("a")])), "u: [x]\nt: [a] # c\n");
    check("t:\n", "t.0", Operation::Insert(text("a")), "t:\n  - a\n");
}

#[test]
fn entries_are_added_removed_renamed_and_moved() {
    check("a: 1\n\n# c\nb: 2\n", "x", Operation::Add(1, text("new")), "a: 1\n\n# c\nx: new\nb: 2\n");
    check("a: 1\nb: 2\n", "x", Operation::Set(text("new")), "a: 1\nb: 2\nx: new\n");
    check("a:\n  b: 1\nc: 2\n", "a.d", Operation::Set(text("new")), "a:\n  b: 1\n  d: new\nc: 2\n");
    check("a: {b: 1}\n", "a.d", Operation::Set(text("new")), "a: {b: 1, d: new}\n");
    check("a:\nc: 2\n", "a.d", Operation::Set(text("new")), "a:\n  d: new\nc: 2\n");
    check("", "a", Operation::Set(text("new")), "a: new\n");
    check("a: 1\nb:\n  - x\nc: 3\n", "b", Operation::Remove, "a: 1\nc: 3\n");
    check("a:\n  - b: 1\n    c: 2\n", "a.0.b", Operation::Remove, "a:\n  - c: 2\n");
    check("a:\n  b: 1\n", "a.b", Operation::Remove, "a: {}\n");
    check("'a': 1\n", "a", Operation::Rename("b: c".into()), "'b: c': 1\n");
    check("a: 1 # one\nb: |\n  x\nc: 3\n", "c", Operation::Move(0), "c: 3\na: 1 # one\nb: |\n  x\n");
}

#[test]
fn what_cannot_be_done_safely_is_refused() {
    let refused = |header: &str, at: &str, operation| after(header, at, operation).starts_with("refused");
    assert!(refused("a: &x 1\nb: *x\n", "a", Operation::Remove));
    assert!(refused("a: &x 1\nb: *x\n", "a", Operation::Set(text("y"))));
    assert!(refused("a: !!binary aGk=\n", "a", Operation::Set(text("y"))));
    assert!(refused("a: 1\na: 2\n", "a", Operation::Set(text("y"))));
    assert!(refused("a: [x\n", "a", Operation::Set(text("y"))));
    assert!(refused("a: 1\nb: 2\n", "a", Operation::Rename("b".into())));
    assert!(refused("a: 1\n", "b.c", Operation::Set(text("y"))));
}

#[test]
fn toml_and_json() {
    let toml = |header: &str, at: &str, operation: Operation| {
        let source = format!("+++\n{header}+++\n");
        let edits = edit(&source, &path(at), &operation).map_err(|refusal| refusal.message).unwrap();
        apply(&source, &edits)[4..].strip_suffix("+++\n").unwrap().to_owned()
    };
    assert_eq!(toml("a = 'x' # c\n", "a", Operation::Set(text("y"))), "a = 'y' # c\n");
    assert_eq!(toml("a = 'x'\n", "a", Operation::Set(text("it's"))), "a = \"it's\"\n");
    assert_eq!(
        toml("t = [\n    \"a\",\n    \"b\"\n]\n", "t.2", Operation::Insert(text("c"))),
        "t = [\n    \"a\",\n    \"b\",\n    \"c\"\n]\n"
    );
    assert_eq!(
        toml("a = 1\n[x]\nb = 2\n", "c", Operation::Set(text("new"))),
        "a = 1\nc = \"new\"\n[x]\nb = 2\n"
    );
    assert_eq!(
        toml("a = 1\n[x]\nb = 2\n", "x.c", Operation::Set(text("new"))),
        "a = 1\n[x]\nb = 2\nc = \"new\"\n"
    );
    assert_eq!(toml("[x]\nb = 2\n[y]\nc = 1\n", "x", Operation::Remove), "[y]\nc = 1\n");
    let json = |header: &str, at: &str, operation: Operation| {
        let edits = edit(header, &path(at), &operation).map_err(|refusal| refusal.message).unwrap();
        apply(header, &edits)
    };
    assert_eq!(
        json("{\n  \"a\": 1\n}\n", "b", Operation::Set(text("x\n"))),
        "{\n  \"a\": 1,\n  \"b\": \"x\\n\"\n}\n"
    );
    assert_eq!(json("{\"a\": [1, 2]}\n", "a.0", Operation::Remove), "{\"a\": [2]}\n");
}

#[test]
fn toml_tables() {
    let toml = |header: &str, at: &str, operation: Operation| {
        let source = format!("+++\n{header}+++\n");
        let edits = edit(&source, &path(at), &operation).map_err(|refusal| refusal.message).unwrap();
        apply(&source, &edits)[4..].strip_suffix("+++\n").unwrap().to_owned()
    };
    let list = "a = 1\n\n[[r]] # one\n# two\nx = 1\n\n[[r]]\nx = 2\n";
    let map = Data::Map(vec![("x".to_owned(), text("new"))]);
    assert_eq!(
        toml(list, "r.1", Operation::Insert(map)),
        "a = 1\n\n[[r]] # one\n# two\nx = 1\n\n[[r]]\nx = \"new\"\n[[r]]\nx = 2\n"
    );
    assert_eq!(toml(list, "r.0", Operation::Remove), "a = 1\n\n[[r]]\nx = 2\n");
    assert_eq!(toml("a = 1\n[[r]]\nx = 2\n", "r.0", Operation::Remove), "a = 1\nr = []\n");
    assert_eq!(toml(list, "r.1", Operation::Move(0)), "a = 1\n\n[[r]]\nx = 2\n\n[[r]] # one\n# two\nx = 1\n");
    assert_eq!(toml(list, "r", Operation::Rename("s t".into())), list.replace("[[r]]", "[[\"s t\"]]"));
    assert_eq!(
        toml("[a]\nx = 1\n[a.b]\ny = {a = 1}\n", "a", Operation::Rename("c".into())),
        "[c]\nx = 1\n[c.b]\ny = {a = 1}\n"
    );
    assert_eq!(
        toml("a.x = 1\nb = 2\n", "a.y", Operation::Set(text("new"))),
        "a.x = 1\na.y = \"new\"\nb = 2\n"
    );
    assert_eq!(
        toml("t = 1\n[a.b]\nx = 1\n", "a.y", Operation::Set(text("new"))),
        "t = 1\n[a]\ny = \"new\"\n\n[a.b]\nx = 1\n"
    );
    assert_eq!(
        toml("[[a.b]]\nx = 1\n", "a.y", Operation::Set(text("new"))),
        "[a]\ny = \"new\"\n\n[[a.b]]\nx = 1\n"
    );
    assert_eq!(toml("'a' = 1\n", "a", Operation::Rename("b".into())), "'b' = 1\n");
}
