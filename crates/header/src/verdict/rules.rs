//! Owns how each generator reads a date and a switch: the facts that are data, one table entry a generator.

use super::date::{Form, Precision, Spelling, ZoneForm};
use crate::front_matter::{Format, Value};

/// How one generator reads a header.
#[derive(Debug)]
pub(super) struct Rules {
    /// The name to show.
    pub(super) name: &'static str,
    pub(super) zone: ZoneRule,
    pub(super) spelling: SpellingRule,
    pub(super) switch: SwitchRule,
    /// True when a date in the future keeps a post back.
    pub(super) waits: bool,
    /// True when a date that cannot be read stops the build.
    pub(super) stops_at_bad_date: bool,
    /// True when `publishdate` is the same key as `publishDate`.
    pub(super) folds_case: bool,
}

/// Which zone counts where none is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ZoneRule {
    /// The site's own, else UTC.
    Site,
    /// UTC for a full date-time without quotes, as Ruby's YAML has it (Jekyll issue 3998); else the site's own.
    RubyYaml,
    /// UTC.
    Utc,
    /// UTC without quotes and for a day alone; else the zone of the machine, as JavaScript's `Date` has it.
    JavaScript,
}

/// Which spellings of a date are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SpellingRule {
    /// Go's layouts (spf13/cast): two digits everywhere, seconds always.
    Go,
    /// TOML's dates and YAML 1.1's (<https://yaml.org/type/timestamp.html>).
    YamlOrToml,
    /// YAML 1.1's, or ISO 8601 with a `T`.
    YamlOrIso,
    /// All that are known here.
    Any,
}

/// What counts as true and false.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SwitchRule {
    /// Text is read as Go's `ParseBool` does, YAML 1.1's words as in its older parsers.
    Go,
    /// YAML 1.1's words are switches; other text is true.
    Ruby,
    /// Text stops the build.
    Strict,
    /// Nobody knows; as meant.
    Guess,
    /// Text is true, `"false"` too.
    Truthy,
    /// The texts `true` and `false` are taken for the switches; other text stops the build.
    Joi,
}

pub(super) static HUGO: Rules = Rules {
    name: "Hugo",
    zone: ZoneRule::Site,
    spelling: SpellingRule::Go,
    switch: SwitchRule::Go,
    waits: true,
    stops_at_bad_date: true,
    folds_case: true,
};

pub(super) static JEKYLL: Rules = Rules {
    name: "Jekyll",
    zone: ZoneRule::RubyYaml,
    spelling: SpellingRule::Any,
    switch: SwitchRule::Ruby,
    waits: true,
    stops_at_bad_date: true,
    folds_case: false,
};

pub(super) static ZOLA: Rules = Rules {
    name: "Zola",
    zone: ZoneRule::Utc,
    spelling: SpellingRule::YamlOrToml,
    switch: SwitchRule::Strict,
    waits: false,
    stops_at_bad_date: true,
    folds_case: false,
};

pub(super) static ELEVENTY: Rules = Rules {
    name: "Eleventy",
    zone: ZoneRule::Utc,
    spelling: SpellingRule::YamlOrIso,
    switch: SwitchRule::Truthy,
    waits: false,
    stops_at_bad_date: true,
    folds_case: false,
};

pub(super) static ASTRO: Rules = Rules {
    name: "Astro",
    zone: ZoneRule::JavaScript,
    spelling: SpellingRule::Any,
    switch: SwitchRule::Truthy,
    waits: false,
    stops_at_bad_date: true,
    folds_case: false,
};

pub(super) static DOCUSAURUS: Rules = Rules {
    name: "Docusaurus",
    zone: ZoneRule::JavaScript,
    spelling: SpellingRule::Any,
    switch: SwitchRule::Joi,
    waits: false,
    stops_at_bad_date: true,
    folds_case: false,
};

pub(super) static GATSBY: Rules = Rules {
    name: "Gatsby",
    zone: ZoneRule::JavaScript,
    spelling: SpellingRule::Any,
    switch: SwitchRule::Truthy,
    waits: false,
    stops_at_bad_date: false,
    folds_case: false,
};

/// No generator in particular: dates wait, since that is the reading that nobody is surprised by.
pub(super) static GENERIC: Rules = Rules {
    name: "your site",
    zone: ZoneRule::Site,
    spelling: SpellingRule::Any,
    switch: SwitchRule::Guess,
    waits: true,
    stops_at_bad_date: false,
    folds_case: false,
};

impl ZoneRule {
    /// Minutes east of UTC where `spelling` has no zone. `native` is a date without quotes.
    pub(super) fn missing(self, spelling: &Spelling<'_>, native: bool, site: Option<i32>) -> i32 {
        let utc = match self {
            ZoneRule::Site => false,
            ZoneRule::RubyYaml => native && spelling.moment.precision >= Precision::Second,
            ZoneRule::Utc => true,
            ZoneRule::JavaScript => native || (spelling.is_day_alone() && spelling.form == Form::Dashes),
        };
        if utc { 0 } else { site.unwrap_or(0) }
    }
}

impl SpellingRule {
    /// True when the generator understands this spelling of a valid date. `native` is a date without quotes.
    pub(super) fn reads(self, spelling: &Spelling<'_>, native: bool, format: Format) -> bool {
        let zone = spelling.zone_text();
        match self {
            SpellingRule::Any => true,
            SpellingRule::Go if native && format == Format::Toml => true,
            SpellingRule::Go => go(spelling),
            SpellingRule::YamlOrToml => yaml(spelling),
            SpellingRule::YamlOrIso => {
                let iso = spelling.form == Form::Dashes && spelling.padded && !zone.starts_with([' ', '\t']);
                (native && yaml(spelling)) || (iso && (spelling.is_day_alone() || spelling.has_t))
            }
        }
    }
}

/// YAML 1.1's timestamps: seconds always, a colon in the zone.
fn yaml(spelling: &Spelling<'_>) -> bool {
    let zone = match spelling.zone {
        ZoneForm::None | ZoneForm::Colon | ZoneForm::Hours => true,
        ZoneForm::Utc => spelling.text.ends_with(['Z', 'z']),
        ZoneForm::Basic => false,
    };
    let exact = spelling.is_day_alone() || spelling.moment.precision >= Precision::Second;
    spelling.form == Form::Dashes && zone && exact
}

/// Those of Go's layouts that spf13/cast tries: RFC 3339, its variants with a space, `02 Jan 2006`, RFC 1123.
fn go(spelling: &Spelling<'_>) -> bool {
    let (zone, seconds) = (spelling.zone_text(), spelling.moment.precision >= Precision::Second);
    let after_day = spelling.text.get(spelling.day_length..).unwrap_or("");
    let one_space = after_day.starts_with(' ') && !after_day.starts_with("  ");
    let numeric = matches!(spelling.zone, ZoneForm::Colon | ZoneForm::Basic);
    let iso = seconds
        && (one_space || after_day.starts_with('T'))
        && (zone.is_empty() || zone == "Z" || (numeric && (one_space || !zone.starts_with(' '))));
    match spelling.form {
        Form::Dashes => spelling.padded && (spelling.is_day_alone() || iso),
        Form::DayFirst if spelling.is_day_alone() => {
            spelling.padded && spelling.text.len() == "02 Jan 2006".len() && !spelling.text.contains('-')
        }
        Form::DayFirst => {
            let rfc1123 = spelling.day_length == "Mon, 02 Jan 2006".len();
            spelling.padded && seconds && rfc1123 && zone.starts_with(' ')
        }
        Form::Slashes | Form::MonthFirst => false,
    }
}

/// What a generator takes a value for that ought to be `true` or `false`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// For this.
    For(bool),
    /// For nothing; it is as if the key were not there.
    Nothing,
    /// For a mistake that stops the build.
    Mistake,
}

/// A value read as a switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Switch {
    pub(super) taken: Taken,
    /// What was most likely meant, where the value is not a plain `true` or `false`.
    pub(super) meant: Option<bool>,
}

impl SwitchRule {
    /// Reads a value; none where it is missing or holds nothing that looks like a switch. `plain` is text
    /// without quotes.
    pub(super) fn read(self, value: &Value, plain: bool) -> Option<Switch> {
        let text = match value {
            Value::Bool(truth) => return Some(Switch { taken: Taken::For(*truth), meant: None }),
            Value::String(text) | Value::Number(text) => text.as_str(),
            _ => return None,
        };
        let lower = text.trim().to_ascii_lowercase();
        let meant = match lower.as_str() {
            "true" | "yes" | "on" | "y" | "t" | "1" => true,
            "false" | "no" | "off" | "n" | "f" | "0" | "" => false,
            _ => return None,
        };
        let is_word = plain && matches!(lower.as_str(), "yes" | "no" | "on" | "off");
        let is_name = matches!(lower.as_str(), "true" | "false");
        let taken = match self {
            SwitchRule::Go if lower.is_empty() => Taken::Nothing,
            SwitchRule::Go if is_word || is_name || matches!(lower.as_str(), "t" | "f" | "1" | "0") => {
                Taken::For(meant)
            }
            SwitchRule::Go => Taken::Nothing,
            SwitchRule::Guess => Taken::For(meant),
            SwitchRule::Ruby => Taken::For(meant || !is_word),
            SwitchRule::Truthy => Taken::For(!matches!(text, "" | "0") || (text == "0" && !plain)),
            SwitchRule::Joi if is_name => Taken::For(meant),
            SwitchRule::Joi | SwitchRule::Strict => Taken::Mistake,
        };
        Some(Switch { taken, meant: Some(meant) })
    }
}
