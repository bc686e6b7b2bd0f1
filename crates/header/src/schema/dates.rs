//! Owns how dates are spelt: the pattern of one date, so that another can be written the same way.

use crate::verdict::civil::MONTHS;

/// How a date is spelt.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateStyle {
    /// `YYYY`, `MM` or `M`, `MMM` (Jan) or `MMMM` (January), `DD` or `D`, `HH` or `H`, `mm`, `ss`, `SSS` (as
    /// many as there are digits), and for the zone `Z`, `±hh:mm`, `±hhmm` or `±hh`; the rest stands for itself.
    pub pattern: String,
    /// The zone as spelt, `Z` or `+02:00`; none where the date has none.
    pub zone: Option<String>,
}

impl DateStyle {
    /// True when a time of day is part of it.
    pub fn has_time(&self) -> bool {
        self.pattern.contains(":mm")
    }
}

/// The style of a date; none where the text is no date.
pub(super) fn read(text: &str) -> Option<DateStyle> {
    // Everything below is ASCII, and no date is longer than this.
    if text.len() > 40 || !text.is_ascii() {
        return None;
    }
    let mut reader = Reader { rest: text, pattern: String::new(), zone: None };
    if text.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit())) {
        reader.numeric()?;
    } else {
        reader.with_month_name()?;
    }
    if !reader.rest.is_empty() {
        reader.time()?;
        reader.zone()?;
    }
    reader.rest.is_empty().then_some(DateStyle { pattern: reader.pattern, zone: reader.zone })
}

struct Reader<'a> {
    rest: &'a str,
    pattern: String,
    zone: Option<String>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn count(&self, test: fn(&u8) -> bool) -> usize {
        self.rest.bytes().take_while(test).count()
    }

    /// A number of one or two digits, up to `max`; the pattern has as many letters.
    fn number(&mut self, letter: char, max: u8) -> Option<()> {
        let digits = self.count(u8::is_ascii_digit);
        if digits == 0 || digits > 2 || self.take(digits)?.parse::<u8>().ok()? > max {
            return None;
        }
        self.pattern.extend(std::iter::repeat_n(letter, digits));
        Some(())
    }

    fn literal(&mut self, one_of: &[char]) -> Option<char> {
        let next = self.rest.chars().next().filter(|next| one_of.contains(next))?;
        self.take(1)?;
        self.pattern.push(next);
        Some(next)
    }

    fn year(&mut self) -> Option<()> {
        (self.count(u8::is_ascii_digit) == 4).then_some(())?;
        self.take(4)?;
        self.pattern.push_str("YYYY");
        Some(())
    }

    fn numeric(&mut self) -> Option<()> {
        self.year()?;
        let separator = self.literal(&['-', '/'])?;
        self.number('M', 12)?;
        self.literal(&[separator])?;
        self.number('D', 31)
    }

    /// `15 Oct 2023`, `October 15, 2023`.
    fn with_month_name(&mut self) -> Option<()> {
        let day_first = self.rest.starts_with(|first: char| first.is_ascii_digit());
        if day_first {
            self.number('D', 31)?;
            self.literal(&[' '])?;
        }
        let name = self.take(self.count(u8::is_ascii_alphabetic))?;
        let is_full = MONTHS.iter().any(|month| month.eq_ignore_ascii_case(name));
        let is_short = name.len() == 3
            && MONTHS
                .iter()
                .any(|month| month.get(..3).is_some_and(|short| short.eq_ignore_ascii_case(name)));
        self.pattern.push_str(match (is_full, is_short) {
            (_, true) => "MMM",
            (true, _) => "MMMM",
            _ => return None,
        });
        if !day_first {
            self.literal(&[' '])?;
            self.number('D', 31)?;
        }
        let _ = self.literal(&[',']);
        self.literal(&[' '])?;
        self.year()
    }

    fn time(&mut self) -> Option<()> {
        self.literal(&['T', 't', ' '])?;
        self.number('H', 24)?;
        self.literal(&[':'])?;
        self.number('m', 59)?;
        if self.literal(&[':']).is_some() {
            self.number('s', 60)?;
            if self.literal(&['.']).is_some() {
                let digits = self.count(u8::is_ascii_digit);
                self.take(digits)?;
                self.pattern.extend(std::iter::repeat_n('S', digits));
            }
        }
        Some(())
    }

    fn zone(&mut self) -> Option<()> {
        let _ = self.literal(&[' ']);
        if self.rest.is_empty() {
            return Some(());
        }
        let zone = self.take(self.rest.len())?;
        let shape: String = zone
            .chars()
            .map(|character| match character {
                '0'..='9' => '0',
                '+' | '-' => '±',
                other => other,
            })
            .collect();
        self.pattern.push_str(match shape.as_str() {
            "Z" | "z" => "Z",
            "±00:00" => "±hh:mm",
            "±0000" => "±hhmm",
            "±00" => "±hh",
            _ => return None,
        });
        self.zone = Some(zone.to_owned());
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pattern: &str, zone: Option<&str>) {
        let style = read(text).unwrap_or_else(|| panic!("{text} is a date"));
        assert_eq!((style.pattern.as_str(), style.zone.as_deref()), (pattern, zone));
    }

    #[test]
    fn spellings_keep_precision_separator_and_zone() {
        check("2024-01-31", "YYYY-MM-DD", None);
        check("2024/1/3", "YYYY/M/D", None);
        check("2024-01-31T10:00:00Z", "YYYY-MM-DDTHH:mm:ssZ", Some("Z"));
        check("2024-03-25T17:46:05.964Z", "YYYY-MM-DDTHH:mm:ss.SSSZ", Some("Z"));
        check("2023-03-09T10:53:13+01:00", "YYYY-MM-DDTHH:mm:ss±hh:mm", Some("+01:00"));
        check("2024-01-31 9:00 -0500", "YYYY-MM-DD H:mm ±hhmm", Some("-0500"));
        check("15 Oct 2023", "DD MMM YYYY", None);
        check("October 5, 2023", "MMMM D, YYYY", None);
        check("May 5, 2023", "MMM D, YYYY", None);
    }

    #[test]
    fn other_text_is_no_date() {
        for text in [
            "",
            "2024",
            "2024-01",
            "2024-13-01",
            "2024-01/02",
            "2024-01-31T",
            "2024-01-31 then",
            "Mai 5, 2023",
            "2024-01-31 10:00 CET",
            "1.2.2023",
            "15 Oct",
            "２０２４-01-01",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
