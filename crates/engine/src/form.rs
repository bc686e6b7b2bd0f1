//! Owns the form over a header: what core knows about each entry, as fields.

use crate::change;
use crate::convert::{count, range};
use foreword_core::FrontMatter;
use foreword_core::front_matter::{self, End, Entry, Format, Node, Value, source_of};
use foreword_core::generators::Generator;
use foreword_core::schema::{self, CustomKeys, DateStyle, Field, Finding, Kind, Schema};
use foreword_core::slug;
use foreword_core::text::LineIndex;
use foreword_core::verdict::{Moment, Precision, Zone, read_date};
use foreword_wire as wire;

/// Maps in maps in maps: below this depth a form helps nobody.
const DEEPEST: usize = 6;
/// So many entries or items of one map or list are drawn; the others are left to the text.
const MOST: usize = 300;

/// The form of a post.
pub(crate) fn form(
    index: &LineIndex<'_>,
    source: &str,
    header: Option<&FrontMatter>,
    generator: &Generator,
    schema: &Schema,
    title: Option<&str>,
) -> wire::Form {
    let maker = Maker { index, source, header, schema };
    wire::Form {
        format: header.map(|header| format(header.format)),
        best_format: format(generator.format),
        range: header.map_or(wire::Range16 { from: 0, to: 0 }, |header| range(index, header.span)),
        locked: header.and_then(|header| maker.lock(header)),
        fields: maker.set(&[], header.map_or(&[], |header| &header.entries), &schema.fields),
        custom_under: match schema.custom_keys {
            CustomKeys::TopLevel => None,
            CustomKeys::Under(parent) => Some(parent.to_owned()),
        },
        title_slug: title.map(slug::for_address).unwrap_or_default(),
    }
}

pub(crate) fn format(format: Format) -> wire::FrontMatterFormat {
    match format {
        Format::Yaml => wire::FrontMatterFormat::Yaml,
        Format::Toml => wire::FrontMatterFormat::Toml,
        Format::Json => wire::FrontMatterFormat::Json,
    }
}

struct Maker<'a> {
    index: &'a LineIndex<'a>,
    source: &'a str,
    header: Option<&'a FrontMatter>,
    schema: &'a Schema,
}

impl Maker<'_> {
    fn lock(&self, header: &FrontMatter) -> Option<wire::Lock> {
        let (message, span) = match (header.problems.first(), header.end) {
            (Some(problem), _) => (problem.message.clone(), problem.span),
            (None, End::Missing { fence, .. }) => {
                (format!("The front matter has no closing `{fence}`."), header.open)
            }
            (None, End::Closed) => return None,
        };
        Some(lock(self.index, message, span))
    }

    /// The fields of a map. `known` are the schema's at this place.
    fn set(&self, path: &[wire::Step], entries: &[Entry], known: &[Field]) -> wire::FieldSet {
        let ignores_case = self.schema.ignores_case;
        let field_of = |key: &str| {
            let exact = known.iter().find(|field| field.key == key);
            exact.or_else(|| known.iter().find(|field| field.answers_to(key, ignores_case)))
        };
        let is_there = |field: &Field| entries.iter().any(|entry| field.answers_to(&entry.key, ignores_case));
        wire::FieldSet {
            present: entries
                .iter()
                .take(MOST)
                .map(|entry| self.field(path, entry, field_of(&entry.key)))
                .collect(),
            missing: known
                .iter()
                .filter(|field| !is_there(field))
                .map(|field| info(field, field.key.clone(), (field.kind, field.multiple)))
                .collect(),
        }
    }

    fn field(&self, parents: &[wire::Step], entry: &Entry, known: Option<&Field>) -> wire::Field {
        let value = &entry.value;
        let unknown = Field::of_value(&entry.key, &value.value);
        let field = known.unwrap_or(&unknown);
        let widget = field.widget(&value.value);
        let mut path = parents.to_vec();
        path.push(wire::Step::Key(entry.key.clone()));
        let (content, widget) = self.content(&path, value, field, widget);
        let text = match &value.value {
            Value::Date(text) | Value::String(text) if matches!(widget.0, Kind::Date | Kind::DateTime) => {
                Some(text)
            }
            _ => None,
        };
        let core_path: Vec<front_matter::Step> = path.iter().map(change::step).collect();
        let findings = self.schema.check(&core_path, entry, known);
        let whole = foreword_core::Span::new(entry.key_span.start, value.span.end.max(entry.key_span.end));
        wire::Field {
            info: info(field, entry.key.clone(), widget),
            known: known.is_some_and(|field| field.origin != schema::Origin::Posts),
            choices: field.choices.clone(),
            suggestions: field.suggestions.clone(),
            content,
            date: text.and_then(|text| date_parts(text)),
            source: self.header.map_or(String::new(), |header| source_of(self.source, header.format, value)),
            range: range(self.index, whole),
            line: count(self.index.line_of(entry.key_span.start) + 1),
            locked: self.entry_lock(entry),
            problems: findings.iter().map(problem).collect(),
            path,
        }
    }

    /// Why an entry alone can only be changed in the text.
    fn entry_lock(&self, entry: &Entry) -> Option<String> {
        let tagged = self.header?.tagged.contains(&entry.value.span);
        tagged.then(|| "This value has a YAML tag, whose meaning only your site knows.".to_owned())
    }

    /// The value, and the widget that can show it.
    fn content(
        &self,
        path: &[wire::Step],
        node: &Node,
        field: &Field,
        widget: (Kind, bool),
    ) -> (wire::Content, (Kind, bool)) {
        let raw = (wire::Content::Other, (Kind::Raw, false));
        match &node.value {
            Value::Map(entries) if path.len() < DEEPEST && entries.len() <= MOST => {
                (wire::Content::Map(self.set(path, entries, &field.fields)), (Kind::Object, false))
            }
            Value::List(items) if items.len() > MOST => raw,
            Value::List(items) if items.iter().all(is_scalar) => {
                (wire::Content::List(items.iter().map(scalar).collect()), widget)
            }
            Value::List(items)
                if path.len() < DEEPEST && items.iter().all(|item| matches!(item.value, Value::Map(_))) =>
            {
                let set = |(at, item): (usize, &Node)| {
                    let mut path = path.to_vec();
                    path.push(wire::Step::Index(count(at)));
                    match &item.value {
                        Value::Map(entries) => self.set(&path, entries, &field.fields),
                        _ => wire::FieldSet::default(),
                    }
                };
                let sets = items.iter().enumerate().map(set).collect();
                (wire::Content::Maps(sets), (Kind::ObjectList, false))
            }
            Value::List(_) | Value::Map(_) => raw,
            _ => (scalar(node), widget),
        }
    }
}

fn is_scalar(node: &Node) -> bool {
    !matches!(node.value, Value::List(_) | Value::Map(_))
}

fn scalar(node: &Node) -> wire::Content {
    match &node.value {
        Value::Null => wire::Content::Null,
        Value::Bool(truth) => wire::Content::Bool(*truth),
        Value::Number(text) => wire::Content::Number(text.clone()),
        Value::Date(text) => wire::Content::Date(text.clone()),
        Value::String(text) => wire::Content::Text(text.clone()),
        Value::List(_) | Value::Map(_) => wire::Content::Other,
    }
}

fn info(field: &Field, key: String, (kind, multiple): (Kind, bool)) -> wire::FieldInfo {
    wire::FieldInfo {
        key,
        label: field.label.clone(),
        kind: kind_of(kind),
        multiple,
        about: field.about.clone(),
        group: match field.group {
            schema::Group::Common => wire::FieldGroup::Common,
            schema::Group::Dates => wire::FieldGroup::Dates,
            schema::Group::Taxonomy => wire::FieldGroup::Taxonomy,
            schema::Group::More => wire::FieldGroup::More,
        },
        required: field.required,
        default: field.default.clone(),
    }
}

fn kind_of(kind: Kind) -> wire::FieldKind {
    match kind {
        Kind::Text => wire::FieldKind::Text,
        Kind::LongText => wire::FieldKind::LongText,
        Kind::Markdown => wire::FieldKind::Markdown,
        Kind::Number => wire::FieldKind::Number,
        Kind::Switch => wire::FieldKind::Switch,
        Kind::DateTime => wire::FieldKind::DateTime,
        Kind::Date => wire::FieldKind::Date,
        Kind::Choice => wire::FieldKind::Choice,
        Kind::MultiChoice => wire::FieldKind::MultiChoice,
        Kind::Tags => wire::FieldKind::Tags,
        Kind::List => wire::FieldKind::List,
        Kind::Object => wire::FieldKind::Object,
        Kind::ObjectList => wire::FieldKind::ObjectList,
        Kind::Image => wire::FieldKind::Image,
        Kind::File => wire::FieldKind::File,
        Kind::Slug => wire::FieldKind::Slug,
        Kind::Relation => wire::FieldKind::Relation,
        Kind::Colour => wire::FieldKind::Colour,
        Kind::Url => wire::FieldKind::Url,
        Kind::Email => wire::FieldKind::Email,
        Kind::Raw => wire::FieldKind::Raw,
    }
}

/// The parts of a date that can be written again in its style.
fn date_parts(text: &str) -> Option<wire::DateParts> {
    let style = DateStyle::of(text)?;
    let moment = read_date(text).ok()?;
    let rfc = Moment { zone: Zone::Missing, ..moment }.rfc3339();
    let (day, time) = rfc.split_once('T').map_or((rfc.as_str(), None), |(day, time)| (day, Some(time)));
    let length = if moment.precision == Precision::Minute { 5 } else { 8 };
    Some(wire::DateParts {
        day: day.to_owned(),
        time: time.and_then(|time| time.get(..length)).map(str::to_owned),
        zone: style.zone,
    })
}

fn problem(finding: &Finding) -> wire::FieldProblem {
    wire::FieldProblem {
        severity: wire::Severity::Warning,
        message: finding.message.clone(),
        fix: finding.fix.as_ref().and_then(|fix| {
            Some(wire::FieldFix { title: fix.title.clone(), change: change::of(&fix.path, &fix.operation)? })
        }),
    }
}

/// A reason with its place, in UTF-16.
pub(crate) fn lock(index: &LineIndex<'_>, message: String, span: foreword_core::Span) -> wire::Lock {
    wire::Lock { message, range: range(index, span), line: count(index.line_of(span.start) + 1) }
}
