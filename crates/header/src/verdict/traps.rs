//! Owns the traps that generators have in common, each with its fix where the text can mend it.

use super::case::{Case, Dated, sentence};
use super::civil::DAY;
use super::date::{Form, Moment, Precision, Spelling, Zone, ZoneForm, iso_day, offset_text};
use super::rules::{SwitchRule, Taken, ZoneRule};
use super::wording::{calendar, local, zone_name};
use super::{Fix, Trap, TrapKind};
use crate::front_matter::{Entry, Format};
use crate::span::{Edit, Span};

impl<'a> Case<'a> {
    /// Adds a trap.
    pub(super) fn trap(&mut self, about: TrapKind, message: &str, span: Span, fix: Option<Fix>) {
        self.traps.push(Trap { about, message: sentence(message), span, fix });
    }

    /// A value that is text where a switch belongs.
    pub(super) fn switch_trap(&mut self, entry: &Entry, taken: Taken, meant: bool) {
        let (name, key, span) = (self.name(), &entry.key, entry.value.span);
        let written = span.slice(self.source).trim();
        let quoted = written.starts_with(['"', '\'']);
        let message = match (taken, self.rules.switch) {
            (Taken::For(_), SwitchRule::Guess) => {
                format!("`{written}` is a switch to some generators and text to others.")
            }
            (Taken::For(taken), SwitchRule::Ruby) if !quoted && taken == meant => {
                format!("{name} reads `{written}` as `{taken}`, by YAML's older rules.")
            }
            (Taken::For(taken), SwitchRule::Go) if !quoted => {
                format!(
                    "`{written}` is `{taken}` only by YAML's older rules, which not every {name} follows."
                )
            }
            (Taken::For(taken), _) => {
                format!("`{written}` is text, not a switch: {name} takes `{key}` for `{taken}`.")
            }
            (Taken::Nothing, _) => format!("`{written}` is text, not a switch: {name} ignores `{key}`."),
            (Taken::Mistake, _) => format!("`{written}` is text, not a switch: {name} refuses `{key}`."),
        };
        let fix = self.rewrite(entry, &meant.to_string(), format!("Write `{meant}`"));
        self.trap(TrapKind::Type, &message, span, fix);
    }

    /// A date that is none.
    pub(super) fn unreadable(&mut self, entry: &Entry, reason: &str) {
        let span = entry.value.span;
        self.trap(
            TrapKind::Date,
            &format!("`{}` cannot be read as a date: {reason}.", entry.key),
            span,
            None,
        );
        self.stop_at_date(entry);
    }

    /// A date in a spelling that this generator does not understand.
    pub(super) fn misspelt(&mut self, entry: &Entry, spelling: &Spelling<'_>) {
        let plain = spelling.moment.with_fraction(kept_fraction(spelling));
        let fix = self.replace(entry, spelling, 0..spelling.text.len(), &plain, format!("Write `{plain}`"));
        let message = format!("{} does not understand this spelling of a date.", self.name());
        self.trap(TrapKind::Date, &message, entry.value.span, fix);
        self.stop_at_date(entry);
    }

    fn stop_at_date(&mut self, entry: &Entry) {
        if self.rules.stops_at_bad_date {
            let message =
                format!("{} stops the build at a `{}` that it cannot read.", self.name(), entry.key);
            self.stop(&message, entry.value.span);
        }
    }

    /// No zone, or no time, where that moves the post to an hour that the writer does not expect.
    /// Posts that came out more than a day ago are left in peace.
    pub(super) fn zone_trap(&mut self, dated: &Dated<'_>) {
        let (spelling, viewer) = (&dated.spelling, self.at.viewer_zone);
        let moment = spelling.moment;
        let meant = moment.instant(viewer);
        let lately = self.at.now.saturating_sub(DAY);
        if moment.zone != Zone::Missing || dated.missing == viewer || dated.instant.max(meant) <= lately {
            return;
        }
        let (name, span, when) = (self.name(), dated.entry.value.span, self.when(dated.instant));
        let zone = zone_name(dated.missing);
        let reads = if self.rules.switch == SwitchRule::Guess { "may read" } else { "reads" };
        let fix = self.zone_fix(dated);
        if moment.precision != Precision::Day {
            let message = format!("No zone: {name} {reads} this as {zone}, that is {when} where you are.");
            return self.trap(TrapKind::Zone, &message, span, fix);
        }
        let day_before = local(dated.instant, viewer) < moment.written;
        let message = if self.rules.waits {
            format!("No time: {name} {reads} this as midnight {zone}, that is {when} where you are.")
        } else if self.shows_local_time() && day_before {
            format!(
                "No time: {name} {reads} this as midnight {zone}, that is {when} where you are; \
                 a template in local time shows the day before."
            )
        } else {
            return;
        };
        self.trap(TrapKind::Zone, &message, span, fix);
    }

    /// True where templates are JavaScript, whose dates show in local time.
    fn shows_local_time(&self) -> bool {
        self.rules.zone == ZoneRule::JavaScript || self.name() == "Eleventy"
    }

    fn zone_fix(&self, dated: &Dated<'_>) -> Option<Fix> {
        let (spelling, viewer) = (&dated.spelling, self.at.viewer_zone);
        if viewer.unsigned_abs() >= 24 * 60 {
            return None;
        }
        let zone = offset_text(viewer, ":");
        if spelling.moment.precision == Precision::Day {
            let text = format!("{}T00:00:00{zone}", iso_day(spelling.moment.written));
            let title = "Start at midnight where you are".to_owned();
            return self.replace(dated.entry, spelling, 0..spelling.text.len(), &text, title);
        }
        let title = format!("Add your zone, {zone}");
        if spelling.form != Form::Dashes || !spelling.padded {
            let moment = Moment { zone: Zone::Stated(viewer), ..spelling.moment };
            let text = moment.with_fraction(kept_fraction(spelling));
            return self.replace(dated.entry, spelling, 0..spelling.text.len(), &text, title);
        }
        let seconds = if spelling.moment.precision == Precision::Minute { ":00" } else { "" };
        // `2024-04-07 11:05:09 +0500` is how Jekyll's manual writes it; the others all read `+05:00`.
        let ruby = self.rules.zone == ZoneRule::RubyYaml && !spelling.has_t;
        let zone = if ruby { format!(" {}", offset_text(viewer, "")) } else { zone };
        let end = spelling.time_length;
        self.replace(dated.entry, spelling, end..spelling.text.len(), &format!("{seconds}{zone}"), title)
    }

    /// A header whose day is not that of the file's name.
    pub(super) fn file_name_trap(&mut self, dated: &Dated<'_>) {
        let Some(day) = self.file.date() else {
            return;
        };
        let spelling = &dated.spelling;
        let (file, header) = (day.moment.written.div_euclid(DAY), spelling.moment.written.div_euclid(DAY));
        if file == header {
            return;
        }
        let message = format!(
            "The file name says {}, `{}` says {}; {} goes by `{}`.",
            calendar(file),
            dated.entry.key,
            calendar(header),
            self.name(),
            dated.entry.key,
        );
        let fix = self.replace(
            dated.entry,
            spelling,
            0..spelling.day_length,
            &iso_day(day.moment.written),
            "Use the day of the file name".to_owned(),
        );
        let fix = fix.filter(|_| spelling.form == Form::Dashes || spelling.day_length == spelling.text.len());
        self.trap(TrapKind::FileNameDate, &message, dated.entry.value.span, fix);
    }

    /// A date in the future that keeps nothing back.
    pub(super) fn future_trap(&mut self, dated: &Dated<'_>) {
        if dated.instant > self.at.now {
            let when = self.when(dated.instant);
            let message = format!(
                "`{}` is in the future, {when}, but {} does not wait for it.",
                dated.entry.key,
                self.name()
            );
            self.trap(TrapKind::Future, &message, dated.entry.value.span, None);
        }
    }

    /// A date in quotes in TOML.
    pub(super) fn quoted_date_trap(&mut self, dated: &Dated<'_>) {
        if dated.native || self.format() != Format::Toml {
            return;
        }
        let spelling = &dated.spelling;
        let gap = spelling.zone_text().starts_with([' ', '\t']);
        let is_toml = spelling.padded
            && !gap
            && matches!(spelling.zone, ZoneForm::None | ZoneForm::Utc | ZoneForm::Colon);
        let text = if is_toml {
            spelling.text.to_owned()
        } else {
            spelling.moment.with_fraction(kept_fraction(spelling))
        };
        let fix = self.rewrite(dated.entry, &text, "Take the quotes away".to_owned());
        let message = format!("This date is text: in TOML {} wants dates without quotes.", self.name());
        self.trap(TrapKind::Type, &message, dated.entry.value.span, fix);
    }

    /// A fix that gives an entry another value.
    fn rewrite(&self, entry: &Entry, text: &str, title: String) -> Option<Fix> {
        let span = entry.value.span;
        let written = span.slice(self.source);
        let tagged = self.header.is_some_and(|header| header.tagged.contains(&span));
        let simple = !written.is_empty() && !written.starts_with(['*', '&', '|', '>', '!']);
        (simple && !tagged).then(|| Fix { title, edit: Edit::replace(span, text) })
    }

    /// A fix that replaces a part of a date; none where the date is not in the text as it reads.
    fn replace(
        &self,
        entry: &Entry,
        spelling: &Spelling<'_>,
        part: std::ops::Range<usize>,
        text: &str,
        title: String,
    ) -> Option<Fix> {
        let at = entry.value.span.start + entry.value.span.slice(self.source).find(spelling.text)?;
        Some(Fix { title, edit: Edit::replace(Span::from(part).shifted(at), text) })
    }
}

/// The fraction of a second where RFC 3339 can keep it.
fn kept_fraction<'a>(spelling: &Spelling<'a>) -> &'a str {
    if spelling.fraction.len() > 1 && spelling.fraction.starts_with('.') { spelling.fraction } else { "" }
}
