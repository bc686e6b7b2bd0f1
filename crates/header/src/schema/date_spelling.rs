//! Owns writing a date the way another one is written.

use super::DateStyle;
use super::dates;
use crate::verdict::civil::{Civil, DAY, MONTHS};

impl DateStyle {
    /// The style of a date; none where the text is no date.
    pub fn of(text: &str) -> Option<DateStyle> {
        dates::read(text.trim())
    }

    /// The style with this pattern; `zone` is one in its spelling.
    pub fn from_pattern(pattern: &str) -> DateStyle {
        DateStyle { pattern: pattern.to_owned(), zone: None }
    }

    /// The same without the time of day and the zone.
    pub fn day_alone(&self) -> DateStyle {
        let end = self.pattern.find(['H', 'm']).unwrap_or(self.pattern.len());
        let day = self.pattern.get(..end).unwrap_or("");
        DateStyle::from_pattern(day.trim_end_matches(['T', 't', ' ']))
    }

    /// The same with a time of day where it has none, to the minute or to the second.
    pub fn with_time(mut self, seconds: bool) -> DateStyle {
        if !self.has_time() {
            let gap = if self.pattern.contains(' ') { " " } else { "T" };
            self.pattern.push_str(gap);
            self.pattern.push_str(if seconds { "HH:mm:ss" } else { "HH:mm" });
        }
        self
    }

    /// The same with a zone where it has none; `spaced` for Ruby's way, ` +0100`.
    pub fn with_zone(mut self, spaced: bool) -> DateStyle {
        if self.has_time() && !self.has_zone() {
            self.pattern.push_str(if spaced { " ±hhmm" } else { "±hh:mm" });
        }
        self
    }

    /// True when a zone is part of it.
    pub fn has_zone(&self) -> bool {
        self.pattern.contains('±') || self.pattern.ends_with('Z')
    }

    /// The digits of the fraction of a second in a date of this style; empty where it has none.
    pub fn fraction<'t>(&self, text: &'t str) -> &'t str {
        let Some(from) = self.pattern.find('S') else {
            return "";
        };
        let length = self.pattern.bytes().filter(|byte| *byte == b'S').count();
        text.trim().get(from..from + length).unwrap_or("")
    }

    /// A date in this style. `written` is what clock and calendar show, in seconds from 1970-01-01 00:00;
    /// `zone` is in minutes east of UTC and written only where the style has a zone; `fraction` are digits of a
    /// second's fraction, filled up with zeros where the style has more.
    pub fn spell(&self, written: i64, zone: i32, fraction: &str) -> String {
        let Civil { year, month, day } = Civil::from_days(written.div_euclid(DAY));
        let clock = written.rem_euclid(DAY);
        let mut out = String::new();
        let mut rest = self.pattern.as_str();
        while let Some(letter) = rest.chars().next() {
            let length = rest.chars().take_while(|next| *next == letter).count();
            let digits = |value: i64| format!("{value:0length$}");
            let month_name = usize::try_from(month)
                .ok()
                .and_then(|month| MONTHS.get(month.wrapping_sub(1)))
                .unwrap_or(&"");
            if letter == '±' {
                let shape = if rest.starts_with("±hh:mm") {
                    "±hh:mm"
                } else if rest.starts_with("±hhmm") {
                    "±hhmm"
                } else {
                    "±hh"
                };
                out.push_str(&offset(shape, zone));
                rest = rest.get(shape.len()..).unwrap_or("");
                continue;
            }
            match letter {
                'Y' => out.push_str(&digits(year)),
                'M' if length == 3 => out.push_str(month_name.get(..3).unwrap_or(month_name)),
                'M' if length > 3 => out.push_str(month_name),
                'M' => out.push_str(&digits(i64::from(month))),
                'D' => out.push_str(&digits(i64::from(day))),
                'H' => out.push_str(&digits(clock / 3_600)),
                'm' => out.push_str(&digits(clock / 60 % 60)),
                's' => out.push_str(&digits(clock % 60)),
                'S' => out.extend(fraction.chars().chain(std::iter::repeat('0')).take(length)),
                'Z' if zone != 0 => out.push_str(&offset("±hh:mm", zone)),
                other => out.extend(std::iter::repeat_n(other, length)),
            }
            rest = rest.get(length * letter.len_utf8()..).unwrap_or("");
        }
        out
    }
}

/// A zone; one with odd minutes does not fit `±hh` and gets them all the same.
fn offset(shape: &str, zone: i32) -> String {
    let sign = if zone < 0 { '-' } else { '+' };
    let (hours, minutes) = (zone.unsigned_abs() / 60, zone.unsigned_abs() % 60);
    match shape {
        "±hh" if minutes == 0 => format!("{sign}{hours:02}"),
        "±hhmm" => format!("{sign}{hours:02}{minutes:02}"),
        _ => format!("{sign}{hours:02}:{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::{Zone, read_date};
    use proptest::prelude::*;

    const NOON: i64 = 1_712_491_509; // 2024-04-07 12:05:09 on the clock

    #[track_caller]
    fn check(model: &str, zone: i32, spelt: &str) {
        assert_eq!(DateStyle::of(model).unwrap().spell(NOON, zone, ""), spelt, "{model}");
    }

    #[test]
    fn a_date_is_written_like_its_model() {
        check("2023-01-31", 0, "2024-04-07");
        check("2023/1/3", 0, "2024/4/7");
        check("2023-01-31T10:00:00Z", 0, "2024-04-07T12:05:09Z");
        check("2023-01-31T10:00:00Z", 120, "2024-04-07T12:05:09+02:00");
        check("2024-03-25T17:46:05.964Z", 0, "2024-04-07T12:05:09.000Z");
        check("2023-03-09T10:53:13+01:00", 60, "2024-04-07T12:05:09+01:00");
        check("2024-01-31 9:00 -0500", -300, "2024-04-07 12:05 -0500");
        check("2024-01-31 09:00:00+01", 330, "2024-04-07 12:05:09+05:30");
        let exact = DateStyle::of("2024-03-25T17:46:05.964Z").unwrap();
        assert_eq!(exact.fraction("2024-03-25T17:46:05.964Z"), "964");
        assert_eq!(exact.spell(NOON, 0, "96"), "2024-04-07T12:05:09.960Z");
        check("15 Oct 2023", 0, "07 Apr 2024");
        check("October 5, 2023", 0, "April 7, 2024");
    }

    #[test]
    fn what_a_style_lacks_is_added() {
        let day = DateStyle::of("2023-01-31").unwrap();
        assert_eq!(day.clone().with_time(false).spell(NOON, 0, ""), "2024-04-07T12:05");
        assert_eq!(
            day.clone().with_time(true).with_zone(false).spell(NOON, 60, ""),
            "2024-04-07T12:05:09+01:00"
        );
        assert_eq!(day.clone().with_zone(false).pattern, "YYYY-MM-DD");
        let ruby = DateStyle::from_pattern("YYYY-MM-DD HH:mm:ss").with_zone(true);
        assert_eq!(ruby.spell(NOON, 60, ""), "2024-04-07 12:05:09 +0100");
        assert_eq!(ruby.day_alone(), day);
        assert_eq!(DateStyle::of("2024-01-31T10:00Z").unwrap().day_alone(), day);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_as_meant(written in -2_000_000_000i64..4_000_000_000, zone in -720i32..=840) {
            for pattern in ["YYYY-MM-DDTHH:mm:ss±hh:mm", "YYYY-MM-DD HH:mm:ss ±hhmm", "YYYY-MM-DDTHH:mm:ssZ"] {
                let text = DateStyle::from_pattern(pattern).spell(written, zone, "");
                let read = read_date(&text).unwrap();
                prop_assert_eq!(read.written, written);
                prop_assert_eq!(read.zone, Zone::Stated(zone));
            }
        }
    }
}
