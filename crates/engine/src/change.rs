//! Owns carrying out what a form asks for: a change becomes edits of the text, as small as they can be.

use crate::form::lock;
use crate::site::Site;
use foreword_core::document::Document;
use foreword_core::front_matter::{
    Data, Format, Operation, Refusal, RefusalKind, Step, add_header, convert, edit, remove_header, set_source,
};
use foreword_core::generators::Generator;
use foreword_core::schema::{self, DateStyle, Kind, Schema, learn};
use foreword_core::text::LineIndex;
use foreword_core::verdict::{Zone, read_date};
use foreword_core::{Edit, FrontMatter, Span};
use foreword_wire as wire;

/// Where and when a change is made.
#[derive(Clone, Copy)]
pub(crate) struct Here<'a> {
    pub(crate) site: &'a Site,
    pub(crate) generator: &'static Generator,
    pub(crate) file: Option<&'a str>,
    /// Unix seconds.
    pub(crate) now: i64,
    /// Minutes east of UTC.
    pub(crate) zone: i32,
}

/// The edits of a change in UTF-16, or why it is refused.
pub(crate) fn carry_out(
    document: &Document<'_>,
    here: Here<'_>,
    change: &wire::Change,
) -> Result<Vec<wire::Edit16>, wire::Lock> {
    let source = document.source;
    let index = LineIndex::new(source);
    match edits(document, here, change) {
        Ok(edits) => Ok(edits
            .iter()
            .map(|edit| smallest(source, edit))
            .filter(|edit| !edit.span.is_empty() || !edit.text.is_empty())
            .map(|edit| wire::Edit16 { range: crate::convert::range(&index, edit.span), text: edit.text })
            .collect()),
        Err(refusal) => Err(lock(&index, refusal.message, refusal.span)),
    }
}

fn edits(document: &Document<'_>, here: Here<'_>, change: &wire::Change) -> Result<Vec<Edit>, Refusal> {
    let source = document.source;
    let header = document.front_matter.as_ref();
    let at = |steps: &[wire::Step]| steps.iter().map(step).collect::<Vec<_>>();
    match change {
        wire::Change::Set { path, value } => set(document, here, &at(path), data(value)),
        wire::Change::SetDate { path, day, time, zone } => {
            let path = at(path);
            let value =
                Dates { header, source, here, path: &path }.picked(day, time.as_deref(), zone.as_deref());
            set(document, here, &path, value.ok_or_else(|| no_date(header))?)
        }
        wire::Change::SetNow { path } => {
            let path = at(path);
            set(document, here, &path, Dates { header, source, here, path: &path }.now())
        }
        wire::Change::Insert { path, value } => edit(source, &at(path), &Operation::Insert(data(value))),
        wire::Change::Remove { path } => edit(source, &at(path), &Operation::Remove),
        wire::Change::Rename { path, key } => edit(source, &at(path), &Operation::Rename(key.clone())),
        wire::Change::Move { path, to } => edit(source, &at(path), &Operation::Move(*to as usize)),
        wire::Change::Source { path, text } => set_source(source, &at(path), text),
        wire::Change::AddHeader { format } => add_header(source, self::format(*format)),
        wire::Change::RemoveHeader => remove_header(source),
        wire::Change::Convert { format } => convert(source, self::format(*format)),
        wire::Change::DisableRule { rule } => Ok(vec![foreword_lint::turn_off(document, here.file, rule)]),
    }
}

/// Gives a key a value; a key that is not there is added at the schema's place, with the map that it belongs in.
fn set(document: &Document<'_>, here: Here<'_>, path: &[Step], value: Data) -> Result<Vec<Edit>, Refusal> {
    let (source, header) = (document.source, document.front_matter.as_ref());
    here.site.schema(source, header, here.generator, here.file).set(source, header, path, value)
}

/// Writing a date at a path.
struct Dates<'a> {
    header: Option<&'a FrontMatter>,
    source: &'a str,
    here: Here<'a>,
    path: &'a [Step],
}

impl Dates<'_> {
    /// The date that is there, if it can be read.
    fn old(&self) -> Option<(String, bool)> {
        let data = Data::map(&self.header?.entries);
        match data.at(self.path)? {
            Data::Date(text) => Some((text.clone(), true)),
            Data::String(text) => Some((text.clone(), false)),
            _ => None,
        }
        .filter(|(text, _)| DateStyle::of(text).is_some() && read_date(text).is_ok())
    }

    /// How a new date is written here: as the header's others, else as the generator's manual does.
    fn style(&self, schema: &Schema) -> DateStyle {
        let learned = self.header.and_then(|header| learn::from_posts([(self.source, header)]).dates);
        let manual = DateStyle::from_pattern(schema::date_pattern(self.here.generator.id));
        let style = learned.unwrap_or(manual);
        let field = schema.field(self.path);
        if field.is_some_and(|field| field.kind == Kind::Date) { style.day_alone() } else { style }
    }

    /// The present moment.
    fn now(&self) -> Data {
        let old = self.old();
        let style = match &old {
            Some((text, _)) => DateStyle::of(text),
            None => Some(self.style(&self.schema())),
        };
        let style = style.unwrap_or_else(|| DateStyle::from_pattern("YYYY-MM-DD"));
        let zone = match old.as_ref().and_then(|(text, _)| read_date(text).ok()).map(|moment| moment.zone) {
            Some(Zone::Stated(zone)) => zone,
            _ if style.pattern.ends_with('Z') => 0,
            _ => self.here.zone,
        };
        let written = self.here.now.saturating_add(i64::from(zone) * 60);
        self.value(style.spell(written, zone, ""), old)
    }

    /// What was chosen in a picker: the time and the zone that are there stay where no other is given.
    fn picked(&self, day: &str, time: Option<&str>, zone: Option<&str>) -> Option<Data> {
        let old = self.old();
        let before = old.as_ref().and_then(|(text, _)| read_date(text).ok());
        let text = match time {
            Some(time) => format!("{day}T{time}"),
            None => day.to_owned(),
        };
        let mut written = read_date(&text).ok()?.written;
        if time.is_none() {
            written = written.saturating_add(before.map_or(0, |before| before.written.rem_euclid(86_400)));
        }
        let mut style = match &old {
            Some((text, _)) => DateStyle::of(text)?,
            None => self.style(&self.schema()),
        };
        if time.is_some() {
            style = style.with_time(text.matches(':').count() > 1);
        }
        let stated = match zone {
            Some("Z") => Some(0),
            Some(zone) => match read_date(&format!("2000-01-01T00:00:00{zone}")).ok()?.zone {
                Zone::Stated(zone) => Some(zone),
                Zone::Missing => None,
            },
            None => None,
        };
        if stated.is_some() {
            let ruby = style.pattern.contains(' ')
                && self.header.is_some_and(|header| header.format == Format::Yaml);
            style = style.with_zone(ruby);
        }
        let zone = stated.unwrap_or(match before.map(|before| before.zone) {
            Some(Zone::Stated(zone)) => zone,
            _ => self.here.zone,
        });
        // Who does not touch the time keeps its fraction.
        let same_time =
            before.is_some_and(|before| before.written.rem_euclid(86_400) == written.rem_euclid(86_400));
        let fraction = match &old {
            Some((text, _)) if same_time => style.fraction(text),
            _ => "",
        };
        Some(self.value(style.spell(written, zone, fraction), old.clone()))
    }

    fn schema(&self) -> Schema {
        self.here.site.schema(self.source, self.header, self.here.generator, self.here.file)
    }

    /// Text stays text; a new date is one of the language where it has dates.
    fn value(&self, text: String, old: Option<(String, bool)>) -> Data {
        let json = self.header.is_some_and(|header| header.format == Format::Json);
        let native = old.map_or(!json, |(_, native)| native);
        let plain = text.starts_with(|first: char| first.is_ascii_digit()) && text.contains('-');
        if native && plain { Data::Date(text) } else { Data::String(text) }
    }
}

fn no_date(header: Option<&FrontMatter>) -> Refusal {
    Refusal {
        kind: RefusalKind::NoSuchPlace,
        message: "This is no date.".to_owned(),
        span: header.map_or(Span::new(0, 0), |header| header.open),
    }
}

/// The edit without what it leaves as it is at both ends, so that cursors beside it stay where they are.
fn smallest(source: &str, edit: &Edit) -> Edit {
    let old = edit.span.slice(source);
    let head: usize = old
        .chars()
        .zip(edit.text.chars())
        .take_while(|(old, new)| old == new)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let (old_rest, new_rest) = (old.get(head..).unwrap_or(""), edit.text.get(head..).unwrap_or(""));
    let tail: usize = old_rest
        .chars()
        .rev()
        .zip(new_rest.chars().rev())
        .take_while(|(old, new)| old == new)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let span = Span::new(edit.span.start + head, edit.span.end - tail);
    Edit::replace(span, new_rest.get(..new_rest.len() - tail).unwrap_or(""))
}

pub(crate) fn step(step: &wire::Step) -> Step {
    match step {
        wire::Step::Key(key) => Step::Key(key.clone()),
        wire::Step::Index(index) => Step::Index(*index as usize),
    }
}

fn format(format: wire::FrontMatterFormat) -> Format {
    match format {
        wire::FrontMatterFormat::Yaml => Format::Yaml,
        wire::FrontMatterFormat::Toml => Format::Toml,
        wire::FrontMatterFormat::Json => Format::Json,
    }
}

fn data(value: &wire::NewValue) -> Data {
    match value {
        wire::NewValue::Null => Data::Null,
        wire::NewValue::Bool(truth) => Data::Bool(*truth),
        wire::NewValue::Number(text) => Data::Number(text.clone()),
        wire::NewValue::Date(text) => Data::Date(text.clone()),
        wire::NewValue::Text(text) => Data::String(text.clone()),
        wire::NewValue::List(items) => Data::List(items.iter().map(data).collect()),
        wire::NewValue::Map(entries) => {
            Data::Map(entries.iter().map(|(key, value)| (key.clone(), data(value))).collect())
        }
    }
}

fn value(data: &Data) -> wire::NewValue {
    match data {
        Data::Null => wire::NewValue::Null,
        Data::Bool(truth) => wire::NewValue::Bool(*truth),
        Data::Number(text) => wire::NewValue::Number(text.clone()),
        Data::Date(text) => wire::NewValue::Date(text.clone()),
        Data::String(text) => wire::NewValue::Text(text.clone()),
        Data::List(items) => wire::NewValue::List(items.iter().map(value).collect()),
        Data::Map(entries) => {
            wire::NewValue::Map(entries.iter().map(|(key, data)| (key.clone(), value(data))).collect())
        }
    }
}

/// An operation of core as a change of the wire, where a form can ask for it.
pub(crate) fn of(path: &[Step], operation: &Operation) -> Option<wire::Change> {
    let path = path
        .iter()
        .map(|step| match step {
            Step::Key(key) => wire::Step::Key(key.clone()),
            Step::Index(index) => wire::Step::Index(u32::try_from(*index).unwrap_or(u32::MAX)),
        })
        .collect();
    Some(match operation {
        Operation::Set(data) => wire::Change::Set { path, value: value(data) },
        Operation::Insert(data) => wire::Change::Insert { path, value: value(data) },
        Operation::Remove => wire::Change::Remove { path },
        Operation::Rename(key) => wire::Change::Rename { path, key: key.clone() },
        Operation::Move(to) => wire::Change::Move { path, to: u32::try_from(*to).ok()? },
        Operation::Add(..) => return None,
    })
}
