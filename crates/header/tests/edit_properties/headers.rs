//! Owns what the properties of edits are tried on: headers in all three languages, broken ones, values.

use foreword_header::front_matter::Data;
use proptest::prelude::*;
use proptest::sample::select;

/// `y` and `n` are no keys here: they are given quotes for YAML 1.1 when they are written again.
const YAML_VALUES: [&str; 23] = [
    "word",
    "several words",
    "'it''s'",
    "\"a\\tb\"",
    "1.10",
    "-3",
    "true",
    "2024-01-31",
    "2023-03-09T10:53:13+01:00",
    "",
    "~",
    "|\n  one\n\n  two",
    ">-\n  one two",
    "[a, 'b', \"c, d\"]",
    "[]",
    "[1]",
    "{x: 1, w: 'z'}",
    "{}",
    "\n  - x\n  - z",
    "\n- x # one\n# two\n- z",
    "\n  x: 1\n  # inner\n  w: [p, q]",
    "\n  x:\n    w: 1\n\n    z: 2",
    "\n  - x: 1 # one\n    w: 2\n  - x: 3",
];
const TOML_VALUES: [&str; 13] = [
    "\"word\"",
    "'literal'",
    "\"a\\tb\"",
    "1_000",
    "-1.5",
    "true",
    "2024-01-31",
    "2023-03-09T10:53:13+01:00",
    "[\"a\", \"b\"]",
    "[]",
    "[\n  \"a\", # one\n  \"b\",\n]",
    "{x = 1, y = 'z'}",
    "\"\"\"\none\ntwo\"\"\"",
];
const TOML_TABLES: [&str; 6] = [
    "",
    "[table]\nx = 1 # one\ny = [1, 2]\n",
    "\n[table]\n# inner\nx = \"a\"\n\n[table.inner]\ny = true\n",
    "[[tables]]\nx = 1\n[[tables]]\nx = 2\n",
    "dotted.x = 1\ndotted.y = 2\n[table]\n",
    "[table]\na.x = 1\na.y = 2\n\n[[table.list]]\nx = 1 # one\n\n[[table.list]]\n\n[table.other]\n",
];
const JSON_VALUES: [&str; 10] = [
    "\"word\"",
    "\"a\\tb\"",
    "1.10",
    "true",
    "null",
    "[1, \"x\"]",
    "[]",
    "[\n    1,\n    2\n  ]",
    "{}",
    "{\"x\": 1, \"y\": {\"z\": 2}}",
];
/// Lines between entries.
const GAPS: [&str; 4] = ["", "# a comment\n", "\n", "\n# a comment\n\n"];
const TRAILING: [&str; 2] = ["", " # behind"];

/// An entry without its key.
fn part(values: &'static [&'static str]) -> impl Strategy<Value = (usize, &'static str, &'static str)> {
    (0..GAPS.len(), select(values), select(&TRAILING))
}

fn fenced(fence: &str, lines: &str) -> String {
    format!("{fence}\n{lines}{fence}\n\nThe body.\n")
}

fn yaml() -> impl Strategy<Value = String> {
    prop::collection::vec(part(&YAML_VALUES), 1..6).prop_map(|parts| {
        let mut lines = String::new();
        for (number, (gap, value, trailing)) in parts.into_iter().enumerate() {
            let key = ["a", "b_c", "'d e'", "\"f\"", "g-h"][number];
            let space = if value.is_empty() || value.starts_with('\n') { "" } else { " " };
            // A comment behind a value of several lines would be part of it or stand elsewhere.
            let trailing = if value.contains('\n') { "" } else { trailing };
            lines.push_str(&format!("{}{key}:{space}{value}{trailing}\n", GAPS[gap]));
        }
        fenced("---", &lines)
    })
}

fn toml() -> impl Strategy<Value = String> {
    (prop::collection::vec(part(&TOML_VALUES), 0..5), select(&TOML_TABLES)).prop_map(|(parts, tables)| {
        let mut lines = String::new();
        for (number, (gap, value, trailing)) in parts.into_iter().enumerate() {
            let key = ["a", "b_c", "'d e'", "\"f\""][number];
            lines.push_str(&format!("{}{key} = {value}{trailing}\n", GAPS[gap]));
        }
        fenced("+++", &(lines + tables))
    })
}

fn json() -> impl Strategy<Value = String> {
    (prop::collection::vec(select(&JSON_VALUES), 0..5), any::<bool>()).prop_map(|(values, on_lines)| {
        let (start, between, end) = if on_lines { ("\n  ", ",\n  ", "\n") } else { ("", ", ", "") };
        let entries: Vec<String> =
            values.iter().enumerate().map(|(number, value)| format!("\"k{number}\": {value}")).collect();
        match entries.is_empty() {
            true => "{}\n\nThe body.\n".to_owned(),
            false => format!("{{{start}{}{end}}}\n\nThe body.\n", entries.join(between)),
        }
    })
}

/// A post with a valid header.
pub(super) fn post() -> impl Strategy<Value = String> {
    (prop_oneof![yaml(), toml(), json()], any::<bool>())
        .prop_map(|(post, windows)| if windows { post.replace('\n', "\r\n") } else { post })
}

/// Text that is dense in what headers are made of.
pub(super) fn broken() -> impl Strategy<Value = String> {
    let pieces = [
        "a: ",
        "b: ",
        "? ",
        "- ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "x",
        "'",
        "\"",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " # c\n",
        "|\n",
        ">-\n",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "a = ",
        "b.c = ",
        "[t]\n",
        "[[t]]\n",
        "\"k\": ",
        "1",
        "\\",
        "\t",
        "é",
        "🎉",
        "\u{85}",
        "\u{feff}",
        "...\n",
        "%Y\n",
        "~",
        "a:\n",
        "  - x\n",
        "  y: 1\n",
        "2024-01-01",
        "\"\"\"",
    ];
    let fences = select(vec![("---\n", "---\n"), ("+++\n", "+++\n"), ("{", "}\n"), ("---\r\n", "---\r\n")]);
    (fences, prop::collection::vec(select(pieces.to_vec()), 0..14))
        .prop_map(|((open, close), pieces)| format!("{open}{}\n{close}body", pieces.concat()))
}

/// Text that is easily taken for something else.
pub(super) fn text() -> impl Strategy<Value = String> {
    let tricky = select(vec![
        "",
        " ",
        "yes",
        "~",
        "null",
        "1.10",
        "0x1F",
        "2024-01-01",
        "a: b",
        "a #b",
        "#",
        "- a",
        "'",
        "\"",
        "\\",
        "[a]",
        "{a}",
        "a, b",
        "it's",
        "a\nb",
        "a\n",
        "\n",
        "\na",
        "a\n\n\nb\n",
        " a\nb",
        "a\tb",
        "a\r\nb",
        "\u{7f}",
        "\u{85}",
        "\u{feff}a",
        "\u{2028}",
        "---",
        "+++",
        "...",
        "---\nx",
        "\"\"\"",
        "'''",
        "&a",
        "*a",
        "!a",
        "%a",
        "{{ a }}",
        "é🎉",
        "\0",
        "a:",
        "?",
        "? a",
        "|",
        ">",
        "<<",
        "=",
        ".inf",
        "1e3",
        "true",
        "[[a]]",
    ]);
    prop_oneof![2 => tricky.prop_map(str::to_owned), 1 => any::<String>()]
}

/// Any value.
pub(super) fn value() -> impl Strategy<Value = Data> {
    let leaf = prop_oneof![
        4 => text().prop_map(Data::String),
        1 => select(vec!["1", "-1.5", "1e3"]).prop_map(|number| Data::Number(number.to_owned())),
        1 => any::<bool>().prop_map(Data::Bool),
        1 => Just(Data::Null),
        1 => Just(Data::Date("2024-01-31".to_owned())),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Data::List),
            prop::collection::btree_map(text(), inner, 0..3)
                .prop_map(|map| Data::Map(map.into_iter().collect())),
        ]
    })
}
