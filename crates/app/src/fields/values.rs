//! Owns the way between values and what a person sees or types: spelling, reading, empty values, copies, summaries.

use super::path;
use foreword_wire::{Change, Content, Field, FieldInfo, FieldKind, FieldSet, NewValue, Step};

/// A value without parts as it is spelt; empty for anything else.
pub(crate) fn spelling(content: &Content) -> &str {
    match content {
        Content::Bool(true) => "true",
        Content::Bool(false) => "false",
        Content::Number(text) | Content::Date(text) | Content::Text(text) => text,
        Content::Null | Content::List(_) | Content::Map(_) | Content::Maps(_) | Content::Other => "",
    }
}

/// What was typed, as a value of the kind that was there: `12` stays a number where a number was, and is text
/// elsewhere.
pub(crate) fn like(content: &Content, text: &str) -> NewValue {
    let owned = || text.to_owned();
    match content {
        Content::Number(_) if is_number(text) => NewValue::Number(owned()),
        Content::Date(_) if is_date(text) => NewValue::Date(owned()),
        Content::Bool(_) if text == "true" || text == "false" => NewValue::Bool(text == "true"),
        _ => NewValue::Text(owned()),
    }
}

/// Whether this is a decimal number in the notation that YAML, TOML and JSON share.
pub(crate) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, part) = match number.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (number, None),
    };
    let leads = whole == "0" || !whole.starts_with('0');
    leads && digits(whole) && part.is_none_or(digits) && exponent.is_none_or(digits)
}

/// Whether this is a whole date, `2024-01-31`, or one with a time, `2024-01-31T10:00:00+02:00`.
pub(crate) fn is_date(text: &str) -> bool {
    let Some(day) = text.get(..10) else {
        return false;
    };
    let rest = text.get(10..).unwrap_or_default();
    is_day(day) && (rest.is_empty() || rest.strip_prefix(['T', 't', ' ']).is_some_and(is_time))
}

/// Whether this is a day of a year with four digits.
pub(crate) fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    year.len() == 4 && digits(year) && within(month, 1, 12) && within(day, 1, 31)
}

/// Whether this is a zone, `Z` or `+02:00`.
pub(crate) fn is_zone(text: &str) -> bool {
    let Some(offset) = text.strip_prefix(['+', '-']) else {
        return matches!(text, "Z" | "z");
    };
    match offset.split_once(':') {
        Some((hours, minutes)) => within(hours, 0, 23) && within(minutes, 0, 59),
        None => within(offset.get(..2).unwrap_or_default(), 0, 23) && matches!(offset.len(), 2 | 4),
    }
}

fn is_time(text: &str) -> bool {
    let clock = text.find(['Z', 'z', '+', '-', ' ']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(clock);
    let mut parts = clock.splitn(3, ':');
    let (Some(hours), Some(minutes)) = (parts.next(), parts.next()) else {
        return false;
    };
    let seconds = parts.next().is_none_or(|seconds| {
        let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
        within(seconds, 0, 60) && digits(fraction)
    });
    let zone = zone.trim_start_matches(' ');
    within(hours, 0, 23) && within(minutes, 0, 59) && seconds && (zone.is_empty() || is_zone(zone))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Two digits of a number between two others.
fn within(text: &str, least: u8, most: u8) -> bool {
    text.len() == 2 && digits(text) && text.parse::<u8>().is_ok_and(|number| (least..=most).contains(&number))
}

/// A copy of a value. None where a part of it only exists as source.
pub(crate) fn copy(content: &Content) -> Option<NewValue> {
    Some(match content {
        Content::Null => NewValue::Null,
        Content::Bool(on) => NewValue::Bool(*on),
        Content::Number(text) => NewValue::Number(text.clone()),
        Content::Date(text) => NewValue::Date(text.clone()),
        Content::Text(text) => NewValue::Text(text.clone()),
        Content::List(items) => NewValue::List(items.iter().map(copy).collect::<Option<_>>()?),
        Content::Map(set) => copy_map(set)?,
        Content::Maps(sets) => NewValue::List(sets.iter().map(copy_map).collect::<Option<_>>()?),
        Content::Other => return None,
    })
}

/// A copy of a map.
pub(crate) fn copy_map(set: &FieldSet) -> Option<NewValue> {
    let entry = |field: &Field| Some((field.info.key.clone(), copy(&field.content)?));
    Some(NewValue::Map(set.present.iter().map(entry).collect::<Option<_>>()?))
}

/// The change that adds a missing key below a map.
pub(crate) fn added(base: &[Step], info: &FieldInfo) -> Change {
    let path = path::key(base, &info.key);
    match info.kind {
        FieldKind::DateTime | FieldKind::Date if !info.multiple => Change::SetNow { path },
        _ => Change::Set { path, value: empty(info) },
    }
}

fn empty(info: &FieldInfo) -> NewValue {
    if info.multiple {
        return NewValue::List(Vec::new());
    }
    match info.kind {
        // Whoever adds a switch wants the other position than the one that counts without it.
        FieldKind::Switch => NewValue::Bool(info.default.as_deref() != Some("true")),
        FieldKind::Tags | FieldKind::List | FieldKind::MultiChoice | FieldKind::ObjectList => {
            NewValue::List(Vec::new())
        }
        FieldKind::Object => NewValue::Map(Vec::new()),
        kind => empty_item(kind),
    }
}

/// What a new row of a list begins with.
pub(crate) fn empty_item(kind: FieldKind) -> NewValue {
    match kind {
        FieldKind::Number | FieldKind::DateTime | FieldKind::Date | FieldKind::Raw => NewValue::Null,
        FieldKind::Switch => NewValue::Bool(false),
        _ => NewValue::Text(String::new()),
    }
}

/// What tells a map from its neighbours: its first text, else how many fields it has.
pub(crate) fn summary(set: &FieldSet) -> String {
    let text = set.present.iter().find_map(|field| match &field.content {
        Content::Text(text) if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    });
    text.unwrap_or_else(|| crate::panes::counted(set.present.len(), "field", "fields"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_that_all_three_languages_read() {
        for text in ["0", "-1", "12.50", "1e6", "2.5E-3", "0.1"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "-", "1.", ".5", "01", "1e", "0x1f", "1,5", "nan", "1 "] {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn dates_are_whole_before_they_count() {
        for text in [
            "2024-01-31",
            "2024-01-31T10:00",
            "2024-01-31 10:00:00",
            "2024-01-31T10:00:00.5Z",
            "2024-01-31 10:00:00 +0200",
            "2024-01-31T10:00:00-05:30",
        ] {
            assert!(is_date(text), "{text}");
        }
        for text in
            ["", "2024-01", "2024-13-01", "2024-01-31T", "2024-01-31T10", "2024-01-31T10:00:00+2", "later"]
        {
            assert!(!is_date(text), "{text}");
        }
        assert!(is_day("2024-02-30") && !is_day("204-02-03"));
    }

    #[test]
    fn a_value_keeps_its_type_while_what_is_typed_allows_it() {
        let number = Content::Number("1".to_owned());
        assert_eq!(like(&number, "2"), NewValue::Number("2".to_owned()));
        assert_eq!(like(&number, "two"), NewValue::Text("two".to_owned()));
        assert_eq!(like(&Content::Text("1".to_owned()), "2"), NewValue::Text("2".to_owned()));
        assert_eq!(like(&Content::Bool(true), "false"), NewValue::Bool(false));
        assert_eq!(like(&Content::Null, ""), NewValue::Text(String::new()));
    }

    #[test]
    fn a_copy_needs_every_part() {
        let list = Content::List(vec![Content::Number("1".to_owned()), Content::Null]);
        assert_eq!(copy(&list), Some(NewValue::List(vec![NewValue::Number("1".to_owned()), NewValue::Null])));
        assert_eq!(copy(&Content::List(vec![Content::Other])), None);
    }
}
