//! Owns one post under judgement: its header as the generator reads it, and what has been found so far.

use super::date::{Form, Moment, Precision, Spelling, Zone, ZoneForm, spell};
use super::file_name::FileName;
use super::rules::{Rules, SpellingRule, Taken};
use super::wording::when;
use super::{Circumstances, Publishes, Reason, Trap};
use crate::front_matter::{Entry, Format, FrontMatter, Value};
use crate::span::Span;

/// A post under judgement.
pub(super) struct Case<'a> {
    pub(super) rules: &'static Rules,
    pub(super) source: &'a str,
    pub(super) header: Option<&'a FrontMatter>,
    pub(super) file: FileName<'a>,
    pub(super) at: Circumstances<'a>,
    pub(super) because: Vec<Reason>,
    pub(super) traps: Vec<Trap>,
    /// True when something was found at which the build stops.
    pub(super) stopped: bool,
}

/// What a generator makes of a post.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    /// True when no passing of time will publish it.
    pub(super) hidden: bool,
    /// Not published before.
    pub(super) from: Option<i64>,
    /// Not published after.
    pub(super) until: Option<i64>,
    /// False where the site's own code decides.
    pub(super) certain: bool,
}

impl Default for Outcome {
    fn default() -> Outcome {
        Outcome { hidden: false, from: None, until: None, certain: true }
    }
}

impl Outcome {
    pub(super) fn publishes(&self, stopped: bool, now: i64) -> Publishes {
        let from = self.from.filter(|from| *from > now);
        let over = self.until.is_some_and(|until| until < now || from.is_some_and(|from| until <= from));
        match (from, self.until) {
            _ if self.hidden || stopped || over => Publishes::Never,
            (Some(from), _) => Publishes::From(from),
            (None, Some(until)) => Publishes::Until(until),
            (None, None) => Publishes::Now,
        }
    }
}

/// A date of the header.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated<'a> {
    pub(super) entry: &'a Entry,
    pub(super) spelling: Spelling<'a>,
    /// True for a date without quotes.
    pub(super) native: bool,
    /// The zone that the generator takes where none is written.
    pub(super) missing: i32,
    /// Unix seconds, as the generator reads it.
    pub(super) instant: i64,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        rules: &'static Rules,
        source: &'a str,
        header: Option<&'a FrontMatter>,
        at: Circumstances<'a>,
    ) -> Case<'a> {
        let file = FileName::new(at.file_name);
        Case { rules, source, header, file, at, because: Vec::new(), traps: Vec::new(), stopped: false }
    }

    /// Adds a reason.
    pub(super) fn because(&mut self, message: &str, span: Option<Span>) {
        self.because.push(Reason { message: sentence(message), span });
    }

    /// Adds a reason for which the build stops.
    pub(super) fn stop(&mut self, message: &str, span: Span) {
        self.stopped = true;
        self.because(message, Some(span));
    }

    /// The name of the generator.
    pub(super) fn name(&self) -> &'static str {
        self.rules.name
    }

    /// The language of the header.
    pub(super) fn format(&self) -> Format {
        self.header.map_or(Format::Yaml, |header| header.format)
    }

    /// An instant in the words of the person who asks.
    pub(super) fn when(&self, instant: i64) -> String {
        when(instant, self.at.now, self.at.viewer_zone)
    }

    /// The first of these top-level keys that is present.
    pub(super) fn entry(&self, keys: &[&str]) -> Option<&'a Entry> {
        self.find(&self.header?.entries, keys)
    }

    /// The first of these keys in the map that a top-level key holds.
    pub(super) fn inside(&self, parents: &[&str], keys: &[&str]) -> Option<&'a Entry> {
        match &self.entry(parents)?.value.value {
            Value::Map(entries) => self.find(entries, keys),
            _ => None,
        }
    }

    fn find(&self, entries: &'a [Entry], keys: &[&str]) -> Option<&'a Entry> {
        keys.iter().find_map(|key| {
            entries.iter().find(|entry| {
                entry.key == *key || (self.rules.folds_case && entry.key.eq_ignore_ascii_case(key))
            })
        })
    }

    /// A value that ought to be `true` or `false`, as the generator takes it, with its entry.
    pub(super) fn switch(&mut self, keys: &[&str]) -> Option<(bool, &'a Entry)> {
        let entry = self.entry(keys)?;
        self.switch_of(entry).map(|taken| (taken, entry))
    }

    /// The same of an entry in hand.
    pub(super) fn switch_of(&mut self, entry: &'a Entry) -> Option<bool> {
        let node = &entry.value;
        let tagged = self.header.is_some_and(|header| header.tagged.contains(&node.span));
        let written = node.span.slice(self.source);
        let plain =
            !tagged && matches!(&node.value, Value::String(text) | Value::Number(text) if text == written);
        let read = self.rules.switch.read(&node.value, plain)?;
        if let Some(meant) = read.meant {
            self.switch_trap(entry, read.taken, meant);
        }
        match read.taken {
            Taken::For(taken) => Some(taken),
            Taken::Nothing => None,
            Taken::Mistake => {
                let message =
                    format!("{} stops the build: `{}` must be `true` or `false`.", self.name(), entry.key);
                self.stop(&message, entry.value.span);
                None
            }
        }
    }

    /// The date of the first of these keys that is present and not empty. One that cannot be read is a trap,
    /// and the keys after it are tried.
    pub(super) fn date(&mut self, keys: &[&str]) -> Option<Dated<'a>> {
        keys.iter().find_map(|key| {
            let entry = self.entry(&[key])?;
            self.date_of(entry)
        })
    }

    fn date_of(&mut self, entry: &'a Entry) -> Option<Dated<'a>> {
        let read = match &entry.value.value {
            Value::Null => return None,
            Value::String(text) if text.trim().is_empty() => return None,
            Value::String(text) | Value::Date(text) => spell(text),
            Value::Number(text) if self.rules.spelling == SpellingRule::Go => unix_seconds(text),
            Value::Number(_) => Err("it is a number".to_owned()),
            Value::Bool(_) if entry.key.eq_ignore_ascii_case("published") => return None,
            Value::Bool(_) | Value::List(_) | Value::Map(_) => Err("it is no date".to_owned()),
        };
        let spelling = match read {
            Ok(spelling) => spelling,
            Err(reason) => {
                self.unreadable(entry, &reason);
                return None;
            }
        };
        let native = matches!(entry.value.value, Value::Date(_) | Value::Number(_));
        if !matches!(entry.value.value, Value::Number(_))
            && !self.rules.spelling.reads(&spelling, native, self.format())
        {
            self.misspelt(entry, &spelling);
            return None;
        }
        let missing = self.rules.zone.missing(&spelling, native, self.at.site.zone);
        let instant = spelling.moment.instant(missing);
        Some(Dated { entry, spelling, native, missing, instant })
    }

    /// Holds the post back until a date that is in the future, or says that it has passed.
    pub(super) fn wait_for(&mut self, dated: &Dated<'_>, outcome: &mut Outcome) {
        let (key, span) = (&dated.entry.key, Some(dated.entry.value.span));
        let when = self.when(dated.instant);
        if dated.instant <= self.at.now {
            self.because(&format!("`{key}` has passed: {when}."), span);
        } else if self.at.site.build_future {
            self.because(&format!("`{key}` is in the future, {when}, and the site builds such posts."), span);
        } else {
            outcome.from = Some(dated.instant);
            self.because(&format!("`{key}` is in the future: {when}."), span);
        }
    }

    /// The same for a day that the file's name begins with.
    pub(super) fn wait_for_file_name(&mut self, day: &Spelling<'_>, outcome: &mut Outcome) {
        let instant = day.moment.instant(self.at.site.zone.unwrap_or(0));
        let when = self.when(instant);
        if instant <= self.at.now {
            self.because(&format!("The day of the file name has passed: {when}."), None);
        } else if self.at.site.build_future {
            self.because("The file name has a day in the future, and the site builds such posts.", None);
        } else {
            outcome.from = Some(instant);
            self.because(&format!("The day of the file name is in the future: {when}."), None);
        }
    }

    /// Hides a draft, unless the site builds drafts.
    pub(super) fn draft(&mut self, entry: &Entry, outcome: &mut Outcome) {
        let span = Some(entry.value.span);
        if self.at.site.build_drafts {
            self.because("It is a draft, and the site builds drafts.", span);
        } else {
            outcome.hidden = true;
            let value = entry.value.span.slice(self.source).trim();
            self.because(&format!("It is a draft: `{}` is `{value}`.", entry.key), span);
        }
    }
}

/// A date given in Unix seconds, which Hugo takes.
fn unix_seconds(text: &str) -> Result<Spelling<'_>, String> {
    let written = text.parse().map_err(|_| "it is a number".to_owned())?;
    Ok(Spelling {
        moment: Moment { written, precision: Precision::Second, zone: Zone::Stated(0) },
        text,
        form: Form::Dashes,
        day_length: text.len(),
        time_length: text.len(),
        padded: true,
        has_t: true,
        zone: ZoneForm::Utc,
        fraction: "",
    })
}

/// With a capital at its start.
pub(super) fn sentence(message: &str) -> String {
    let mut characters = message.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters.as_str().chars()).collect())
}
