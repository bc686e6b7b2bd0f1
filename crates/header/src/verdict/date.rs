//! Owns reading dates in every spelling that posts are written with.
//!
//! ISO 8601 and RFC 3339 with any precision, with `T` or spaces, with `Z`, `+05:00`, `+0500`, `+5` or no zone;
//! one-digit months and days; `15 Oct 2023`, `Oct 15, 2023`, `Sun, 15 Oct 2023 10:00:00 GMT`; slashes.

use super::civil::{Civil, DAY, MONTHS, days_in_month};

/// A date or date-time as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Seconds from 1970-01-01 00:00 to the day and time that are written, zone not counted.
    pub written: i64,
    /// How exactly it is given.
    pub precision: Precision,
    /// The zone that is written.
    pub zone: Zone,
}

/// How exactly a moment is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A day without a time.
    Day,
    /// Hours and minutes.
    Minute,
    /// Seconds.
    Second,
    /// Fractions of a second, which are not kept.
    Fraction,
}

/// The zone of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Minutes east of UTC, less than a day.
    Stated(i32),
    /// None is written.
    Missing,
}

impl Moment {
    /// Unix seconds; `missing` is the zone, in minutes east of UTC, where none is written.
    pub fn instant(&self, missing: i32) -> i64 {
        let offset = match self.zone {
            Zone::Stated(offset) => offset,
            Zone::Missing => missing,
        };
        self.written.saturating_sub(i64::from(offset) * 60)
    }

    /// The moment as RFC 3339, a day alone as `2024-04-07`. Without fractions.
    pub fn rfc3339(&self) -> String {
        self.with_fraction("")
    }

    pub(super) fn with_fraction(&self, fraction: &str) -> String {
        let day = iso_day(self.written);
        if self.precision == Precision::Day {
            return day;
        }
        let time = self.written.rem_euclid(DAY);
        let zone = match self.zone {
            Zone::Missing => String::new(),
            Zone::Stated(0) => "Z".to_owned(),
            Zone::Stated(offset) => offset_text(offset, ":"),
        };
        format!("{day}T{:02}:{:02}:{:02}{fraction}{zone}", time / 3_600, time / 60 % 60, time % 60)
    }
}

/// `+05:00`; `colon` stands between hours and minutes.
pub(super) fn offset_text(minutes: i32, colon: &str) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}{colon}{:02}", minutes / 60, minutes % 60)
}

/// `2024-04-07`.
pub(super) fn iso_day(written: i64) -> String {
    let Civil { year, month, day } = Civil::from_days(written.div_euclid(DAY));
    format!("{year:04}-{month:02}-{day:02}")
}

/// Reads a date or date-time. The error says why not, as the end of a sentence without its full stop.
pub fn read_date(text: &str) -> Result<Moment, String> {
    spell(text).map(|spelling| spelling.moment)
}

/// How a date part is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `2024-04-07`.
    Dashes,
    /// `2024/04/07`.
    Slashes,
    /// `7 Apr 2024`.
    DayFirst,
    /// `Apr 7, 2024`.
    MonthFirst,
}

/// How a zone is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ZoneForm {
    None,
    /// `Z`, `UTC` or `GMT`.
    Utc,
    /// `+05:00`.
    Colon,
    /// `+0500`.
    Basic,
    /// `+5` or `+05`.
    Hours,
}

/// A moment and how it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spelling<'a> {
    pub(super) moment: Moment,
    /// All of it, without white space around it.
    pub(super) text: &'a str,
    pub(super) form: Form,
    /// Bytes of the day.
    pub(super) day_length: usize,
    /// Bytes of day and time, without the zone.
    pub(super) time_length: usize,
    /// True when month, day and hour have two digits.
    pub(super) padded: bool,
    /// True when a `T` stands between day and time.
    pub(super) has_t: bool,
    pub(super) zone: ZoneForm,
    /// The fraction with its point, or nothing.
    pub(super) fraction: &'a str,
}

impl<'a> Spelling<'a> {
    /// True for a day without a time.
    pub(super) fn is_day_alone(&self) -> bool {
        self.moment.precision == Precision::Day
    }

    /// The zone with the white space before it, or nothing.
    pub(super) fn zone_text(&self) -> &'a str {
        self.text.get(self.time_length..).unwrap_or("")
    }
}

const NO_DATE: &str = "it is not written as a date";

/// The same as [`read_date`], with how it is written.
pub(super) fn spell(text: &str) -> Result<Spelling<'_>, String> {
    let text = text.trim();
    let mut cursor = Cursor { text, at: 0 };
    let Some((civil, form, padded)) = cursor.day() else {
        let has_time = cursor.number(1, 2).is_some() && cursor.eat(':');
        return Err(if has_time { "it is a time without a day" } else { NO_DATE }.to_owned());
    };
    check_day(civil)?;
    let mut spelling = Spelling {
        moment: Moment { written: civil.days() * DAY, precision: Precision::Day, zone: Zone::Missing },
        text,
        form,
        day_length: cursor.at,
        time_length: cursor.at,
        padded,
        has_t: false,
        zone: ZoneForm::None,
        fraction: "",
    };
    if cursor.rest().is_empty() {
        return Ok(spelling);
    }
    cursor.time(&mut spelling)?;
    cursor.spaces();
    cursor.zone(&mut spelling)?;
    if cursor.rest().is_empty() { Ok(spelling) } else { Err(NO_DATE.to_owned()) }
}

fn check_day(civil: Civil) -> Result<(), String> {
    let Civil { year, month, day } = civil;
    let Some(name) = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?)) else {
        return Err(format!("there is no month {month}"));
    };
    if (1..=days_in_month(year, month)).contains(&day) {
        return Ok(());
    }
    Err(format!("{year} has no {day} {name}"))
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.rest().starts_with(wanted);
        self.at += if found { wanted.len_utf8() } else { 0 };
        found
    }

    fn spaces(&mut self) -> usize {
        let length = self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
        self.at += length;
        length
    }

    /// A number of at least `fewest` and at most `most` digits (`most` below 10), and how many it has.
    fn number(&mut self, fewest: usize, most: usize) -> Option<(u32, usize)> {
        let length = self.rest().bytes().take(most).take_while(u8::is_ascii_digit).count();
        let value = self.rest().get(..length).filter(|_| length >= fewest)?.parse().ok()?;
        self.at += length;
        Some((value, length))
    }

    fn word(&mut self) -> &'a str {
        let length = self.rest().bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = self.rest().get(..length).unwrap_or("");
        self.at += length;
        word
    }

    fn day(&mut self) -> Option<(Civil, Form, bool)> {
        let found = self.numeric_day().or_else(|| self.day_in_words());
        if found.is_none() {
            self.at = 0;
        }
        found
    }

    fn numeric_day(&mut self) -> Option<(Civil, Form, bool)> {
        let (year, _) = self.number(4, 4)?;
        let form = if self.eat('-') { Form::Dashes } else { Form::Slashes };
        let separator = if form == Form::Dashes { '-' } else { '/' };
        if form == Form::Slashes && !self.eat('/') {
            return None;
        }
        let (month, month_length) = self.number(1, 2)?;
        let (day, day_length) = self.eat(separator).then(|| self.number(1, 2))??;
        let padded = month_length == 2 && day_length == 2;
        Some((Civil { year: i64::from(year), month, day }, form, padded))
    }

    fn day_in_words(&mut self) -> Option<(Civil, Form, bool)> {
        const WEEKDAYS: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        self.at = 0;
        let mut name = self.word();
        if position(&WEEKDAYS, name).is_some() {
            self.eat(',');
            self.spaces();
            name = self.word();
        }
        let form = if name.is_empty() { Form::DayFirst } else { Form::MonthFirst };
        let (month, (day, length)) = if form == Form::DayFirst {
            let day = self.number(1, 2)?;
            self.gap()?;
            (position(&MONTHS, self.word())?, day)
        } else {
            let month = position(&MONTHS, name)?;
            self.gap()?;
            (month, self.number(1, 2)?)
        };
        self.eat(',');
        self.gap()?;
        let (year, _) = self.number(4, 4)?;
        let month = u32::try_from(month + 1).ok()?;
        Some((Civil { year: i64::from(year), month, day }, form, length == 2))
    }

    fn gap(&mut self) -> Option<()> {
        (self.spaces() > 0 || self.eat('-')).then_some(())
    }

    fn time(&mut self, spelling: &mut Spelling<'a>) -> Result<(), String> {
        spelling.has_t = self.eat('T') || self.eat('t');
        if !spelling.has_t && self.spaces() == 0 {
            return Err(NO_DATE.to_owned());
        }
        let (hour, length) = self.number(1, 2).ok_or(NO_DATE)?;
        let (minute, _) = self.eat(':').then(|| self.number(2, 2)).flatten().ok_or(NO_DATE)?;
        let mut precision = Precision::Minute;
        let mut second = 0;
        if self.eat(':') {
            (second, _) = self.number(2, 2).ok_or(NO_DATE)?;
            precision = Precision::Second;
            let start = self.at;
            if self.eat('.') || self.eat(',') {
                let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
                self.at += digits;
                precision = Precision::Fraction;
                spelling.fraction = self.text.get(start..self.at).unwrap_or("");
            }
        }
        // A leap second, 60, counts as the one after it.
        for (value, most, unit) in [(hour, 23, "hour"), (minute, 59, "minute"), (second, 60, "second")] {
            if value > most {
                return Err(format!("there is no {unit} {value}"));
            }
        }
        spelling.padded &= length == 2;
        spelling.moment.precision = precision;
        spelling.moment.written += i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
        spelling.time_length = self.at;
        Ok(())
    }

    fn zone(&mut self, spelling: &mut Spelling<'a>) -> Result<(), String> {
        if self.rest().is_empty() {
            return Ok(());
        }
        let sign = if self.eat('+') {
            1
        } else if self.eat('-') || self.eat('\u{2212}') {
            -1
        } else {
            let name = self.word();
            let utc = ["z", "utc", "gmt"].iter().any(|known| known.eq_ignore_ascii_case(name));
            (spelling.zone, spelling.moment.zone) = (ZoneForm::Utc, Zone::Stated(0));
            return if utc { Ok(()) } else { Err(NO_DATE.to_owned()) };
        };
        let (hours, _) = self.number(1, 2).ok_or(NO_DATE)?;
        let colon = self.eat(':');
        let minutes = self.number(2, 2).map(|(minutes, _)| minutes);
        if colon && minutes.is_none() {
            return Err(NO_DATE.to_owned());
        }
        if hours > 23 || minutes.is_some_and(|minutes| minutes > 59) {
            return Err("there is no such zone".to_owned());
        }
        spelling.zone = match minutes {
            Some(_) if colon => ZoneForm::Colon,
            Some(_) => ZoneForm::Basic,
            None => ZoneForm::Hours,
        };
        let offset = i32::try_from(hours * 60 + minutes.unwrap_or(0)).unwrap_or(0);
        spelling.moment.zone = Zone::Stated(sign * offset);
        Ok(())
    }
}

/// Which of `names` the word is, whole or shortened to three letters or more.
fn position(names: &[&str], word: &str) -> Option<usize> {
    if word.len() < 3 {
        return None;
    }
    names.iter().position(|name| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests;
