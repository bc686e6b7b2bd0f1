//! Owns when and why a snapshot was taken, in words.

use foreword_wire::{Snapshot, Why};
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

const DAY: f64 = 86_400_000.0;

/// Writes moments as the browser's language does.
pub(super) struct Calendar {
    time: Intl::DateTimeFormat,
    day: Intl::DateTimeFormat,
    day_of_another_year: Intl::DateTimeFormat,
}

impl Calendar {
    pub(super) fn new() -> Self {
        Self {
            time: format(&[("hour", "2-digit"), ("minute", "2-digit")]),
            day: format(&[("day", "numeric"), ("month", "long")]),
            day_of_another_year: format(&[("day", "numeric"), ("month", "long"), ("year", "numeric")]),
        }
    }

    /// The time of today and yesterday, else the day with the time.
    pub(super) fn when(&self, at: f64) -> String {
        let (date, now) = (Date::new(&JsValue::from_f64(at)), Date::new_0());
        let day =
            if date.get_full_year() == now.get_full_year() { &self.day } else { &self.day_of_another_year };
        let days_ago = days_between(midnight(&date), midnight(&now));
        phrase(days_ago, &written(&self.time, &date), || written(day, &date))
    }
}

/// In the browser's own language, which an empty list of languages means.
fn format(parts: &[(&str, &str)]) -> Intl::DateTimeFormat {
    let options = Object::new();
    for (key, value) in parts {
        // Cannot fail on an object of our own.
        drop(Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value)));
    }
    Intl::DateTimeFormat::new(&Array::new(), &options)
}

/// Fails only for a date that is none.
fn written(format: &Intl::DateTimeFormat, date: &Date) -> String {
    let written = format.format().call1(&JsValue::UNDEFINED, date);
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

/// The local midnight before, in milliseconds.
fn midnight(date: &Date) -> f64 {
    let (month, day) = (date.get_month().cast_signed(), date.get_date().cast_signed());
    Date::new_with_year_month_day(date.get_full_year(), month, day).get_time()
}

/// Days have 23 to 25 hours where clocks are changed.
fn days_between(one: f64, other: f64) -> f64 {
    ((other - one) / DAY).round()
}

fn phrase(days_ago: f64, time: &str, date: impl FnOnce() -> String) -> String {
    match days_ago {
        0.0 => ["today ", time].concat(),
        1.0 => ["yesterday ", time].concat(),
        _ => [&date(), ", ", time].concat(),
    }
}

/// Why, or the name that the person gave it.
pub(super) fn why(snapshot: &Snapshot) -> &str {
    match (&snapshot.name, snapshot.why) {
        (Some(name), _) if !name.is_empty() => name,
        (_, Why::Opened) => "As it was opened",
        (_, Why::Worked) => "While writing",
        (_, Why::Saved) => "Saved",
        (_, Why::Named) => "Kept by you",
        (_, Why::BeforeRestore) => "Before an older one was brought back",
        (_, Why::BeforeMerge) => "Before a merge",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_and_yesterday_are_called_so() {
        let date = || "12 November".to_owned();
        assert_eq!(phrase(0.0, "14:05", date), "today 14:05");
        assert_eq!(phrase(1.0, "09:30", date), "yesterday 09:30");
        assert_eq!(phrase(2.0, "09:30", date), "12 November, 09:30");
        // A clock that was wrong.
        assert_eq!(phrase(-1.0, "09:30", date), "12 November, 09:30");
    }

    #[test]
    fn a_day_with_a_change_of_clocks_is_a_day() {
        assert!((days_between(0.0, DAY - 3_600_000.0) - 1.0).abs() < f64::EPSILON);
        assert!((days_between(0.0, DAY + 3_600_000.0) - 1.0).abs() < f64::EPSILON);
        assert!(days_between(0.0, 0.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_name_says_more_than_the_reason() {
        let snapshot = |name: Option<&str>, why| Snapshot {
            id: 1,
            at: 0.0,
            why,
            name: name.map(str::to_owned),
            length: 3,
        };
        assert_eq!(why(&snapshot(Some("Draft for Ada"), Why::Saved)), "Draft for Ada");
        assert_eq!(why(&snapshot(None, Why::Worked)), "While writing");
        assert_eq!(why(&snapshot(Some(""), Why::Named)), "Kept by you");
    }
}
