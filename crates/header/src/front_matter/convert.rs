//! Owns turning a header into another language: entries in order, comments kept where the target has them.
//!
//! The new header is built by the same checked edits as every other change, one entry at a time.

use super::edit::{Refusal, RefusalKind, edit};
use super::{Data, Format, FrontMatter, Operation, Step};
use crate::span::{Edit, Span, apply};

/// The edits that turn the header into `to`; none when it is in that language already.
///
/// A value that the target cannot express becomes the nearest one that it can: nothing becomes an empty text in
/// TOML, a date becomes text in JSON. Comments have no place in JSON and go.
pub fn convert(source: &str, to: Format) -> Result<Vec<Edit>, Refusal> {
    let header = super::edit::readable(source)?;
    if header.format == to {
        return Ok(Vec::new());
    }
    let line_end = if header.span.slice(source).contains("\r\n") { "\r\n" } else { "\n" };
    let mut text = match to {
        Format::Yaml => format!("---{line_end}---{line_end}"),
        Format::Toml => format!("+++{line_end}+++{line_end}"),
        Format::Json => format!("{{}}{line_end}"),
    };
    let data: Vec<(String, Data)> =
        header.entries.iter().map(|entry| (entry.key.clone(), Data::from(&entry.value))).collect();
    let (plain, tables): (Vec<_>, Vec<_>) =
        data.iter().partition(|(_, value)| to != Format::Toml || !is_table(value));
    for (key, value) in plain {
        text = with(&text, &[Step::Key(key.clone())], value, to)?;
    }
    for (key, value) in tables {
        text = with_table(&text, key, value, line_end)?;
    }
    if to == Format::Json {
        text = on_lines(&text, line_end);
    } else {
        for (comment, place) in comments(source, &header) {
            text = with_comment(&text, &comment, place, line_end);
        }
    }
    Ok(vec![Edit::replace(header.span, text)])
}

fn is_table(value: &Data) -> bool {
    matches!(value, Data::Map(entries) if !entries.is_empty())
}

/// The header with one more entry.
fn with(text: &str, path: &[Step], value: &Data, to: Format) -> Result<String, Refusal> {
    let fitted = fitted(value, to);
    let edits = edit(text, path, &Operation::Set(fitted.clone()))
        .or_else(|_| edit(text, path, &Operation::Set(spelt_out(&fitted))))?;
    Ok(apply(text, &edits))
}

/// A map as a TOML table with its own header.
fn with_table(text: &str, key: &str, value: &Data, line_end: &str) -> Result<String, Refusal> {
    let Data::Map(entries) = value else {
        return Ok(text.to_owned());
    };
    let fence = text.rfind("+++").unwrap_or(text.len());
    let bare = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let name = if bare { key.to_owned() } else { format!("{key:?}") };
    let mut text = apply(text, &[Edit::insert(fence, format!("{line_end}[{name}]{line_end}"))]);
    for (inner, value) in entries {
        let path = [Step::Key(key.to_owned()), Step::Key(inner.clone())];
        text = with(&text, &path, value, Format::Toml)?;
    }
    Ok(text)
}

/// The value as the target can hold it.
fn fitted(value: &Data, to: Format) -> Data {
    match value {
        Data::Null if to == Format::Toml => Data::String(String::new()),
        Data::Date(text) => match to {
            Format::Yaml => Data::Date(text.clone()),
            Format::Toml => Data::Date(rfc_3339(text)),
            Format::Json => Data::String(text.clone()),
        },
        Data::List(items) => Data::List(items.iter().map(|item| fitted(item, to)).collect()),
        Data::Map(entries) => {
            Data::Map(entries.iter().map(|(key, value)| (key.clone(), fitted(value, to))).collect())
        }
        other => other.clone(),
    }
}

/// Numbers and dates as text: for spellings that the target does not know (`0o17`, `.inf`).
fn spelt_out(value: &Data) -> Data {
    match value {
        Data::Number(text) | Data::Date(text) => Data::String(text.clone()),
        Data::List(items) => Data::List(items.iter().map(spelt_out).collect()),
        Data::Map(entries) => {
            Data::Map(entries.iter().map(|(key, value)| (key.clone(), spelt_out(value))).collect())
        }
        other => other.clone(),
    }
}

/// `2024-4-7 11:05:09 +0500` as TOML wants it: `2024-04-07T11:05:09+05:00`.
fn rfc_3339(text: &str) -> String {
    let (date, time) = text.split_once(['T', 't', ' ']).unwrap_or((text, ""));
    let padded: Vec<String> = date.split('-').map(|part| format!("{part:0>2}")).collect();
    let mut out = padded.join("-");
    let time = time.trim();
    if time.is_empty() {
        return out;
    }
    let clock_length = time.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(time.len());
    let (clock, zone) = time.split_at(clock_length);
    out.push('T');
    out.push_str(clock);
    let zone = zone.trim();
    match (zone.chars().next(), zone.len()) {
        (Some('z' | 'Z'), _) => out.push('Z'),
        (Some('+' | '-'), 5) if !zone.contains(':') => {
            out.push_str(zone.get(..3).unwrap_or(""));
            out.push(':');
            out.push_str(zone.get(3..).unwrap_or(""));
        }
        (Some('+' | '-'), 3) => {
            out.push_str(zone);
            out.push_str(":00");
        }
        _ => out.push_str(zone),
    }
    out
}

/// Where a comment belongs.
enum Place {
    Before(String),
    Behind(String),
    AtTheEnd,
}

/// Every comment with the top-level entry that it belongs to.
fn comments(source: &str, header: &FrontMatter) -> Vec<(String, Place)> {
    super::edit::comments(header, source)
        .into_iter()
        .map(|comment| {
            let text = comment.slice(source).trim_end().to_owned();
            let before = header.entries.iter().rev().find(|entry| entry.key_span.start < comment.start);
            let between = |entry: &super::Entry| Span::new(entry.value.span.end, comment.start).slice(source);
            let inside_or_behind = before.filter(|entry| {
                comment.start < entry.value.span.end || !between(entry).contains(['\n', '\r'])
            });
            let place = match inside_or_behind {
                Some(entry) if comment.start >= entry.value.span.end => Place::Behind(entry.key.clone()),
                Some(entry) => Place::Before(entry.key.clone()),
                None => header
                    .entries
                    .iter()
                    .find(|entry| entry.key_span.start > comment.start)
                    .map_or(Place::AtTheEnd, |entry| Place::Before(entry.key.clone())),
            };
            (text, place)
        })
        .collect()
}

fn with_comment(text: &str, comment: &str, place: Place, line_end: &str) -> String {
    let Some(header) = FrontMatter::read(text) else {
        return text.to_owned();
    };
    let find = |key: &str| header.entries.iter().find(|entry| entry.key == key);
    let line_start =
        |at: usize| text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let edit = match &place {
        Place::Before(key) => find(key)
            .map(|entry| Edit::insert(line_start(entry.key_span.start), format!("{comment}{line_end}"))),
        Place::Behind(key) => find(key).map(|entry| {
            let one_line = !entry.value.span.slice(text).contains('\n');
            if one_line && entry.value.span.start > entry.key_span.end && !is_below(text, entry) {
                Edit::insert(entry.value.span.end, format!(" {comment}"))
            } else {
                Edit::insert(line_start(entry.key_span.start), format!("{comment}{line_end}"))
            }
        }),
        Place::AtTheEnd => Some(Edit::insert(header.inner.end, format!("{comment}{line_end}"))),
    };
    edit.map_or_else(|| text.to_owned(), |edit| apply(text, &[edit]))
}

/// True when the value begins on a line below its key.
fn is_below(text: &str, entry: &super::Entry) -> bool {
    Span::new(entry.key_span.end, entry.value.span.start).slice(text).contains('\n')
}

/// A JSON header with each entry on a line of its own.
fn on_lines(text: &str, line_end: &str) -> String {
    let Some(header) = FrontMatter::read(text) else {
        return text.to_owned();
    };
    let entries: Vec<String> = header
        .entries
        .iter()
        .map(|entry| format!("  {}", Span::new(entry.key_span.start, entry.value.span.end).slice(text)))
        .collect();
    if entries.is_empty() {
        return text.to_owned();
    }
    format!("{{{line_end}{}{line_end}}}{line_end}", entries.join(&format!(",{line_end}")))
}

/// The edits that give a post without a header an empty one.
pub fn add_header(source: &str, format: Format) -> Result<Vec<Edit>, Refusal> {
    if let Some(header) = FrontMatter::read(source) {
        return Err(Refusal {
            kind: RefusalKind::NoSuchPlace,
            message: "This post has a front matter already.".to_owned(),
            span: header.open,
        });
    }
    let start =
        if source.starts_with(super::BYTE_ORDER_MARK) { super::BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let line_end = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let header = match format {
        Format::Yaml => format!("---{line_end}title: \"\"{line_end}---{line_end}{line_end}"),
        Format::Toml => format!("+++{line_end}title = \"\"{line_end}+++{line_end}{line_end}"),
        Format::Json => format!("{{{line_end}  \"title\": \"\"{line_end}}}{line_end}{line_end}"),
    };
    Ok(vec![Edit::insert(start, header)])
}

/// The edits that take the whole header away.
pub fn remove_header(source: &str) -> Result<Vec<Edit>, Refusal> {
    let header = super::edit::readable(source)?;
    let rest = source.get(header.span.end..).unwrap_or("");
    let blank = rest.len() - rest.trim_start_matches(['\n', '\r']).len();
    Ok(vec![Edit::replace(Span::new(header.span.start, header.span.end + blank), "")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, to: Format, expected: &str) {
        let edits = convert(source, to).unwrap();
        assert_eq!(apply(source, &edits), expected);
    }

    const YAML: &str = "---\n# head\ntitle: \"A: b\" # why\ndate: 2024-04-07 11:05:09 +0500\ntags: [x, 'y']\nempty:\nextra:\n  deep: 1.10 # inside\n# tail\n---\nbody\n";

    #[test]
    fn yaml_to_toml() {
        check(
            YAML,
            Format::Toml,
            "+++\n# head\ntitle = \"A: b\" # why\ndate = 2024-04-07T11:05:09+05:00\ntags = [\"x\", \"y\"]\nempty = \"\"\n\n# inside\n[extra]\ndeep = 1.10\n# tail\n+++\nbody\n",
        );
    }

    #[test]
    fn yaml_to_json() {
        check(
            YAML,
            Format::Json,
            "{\n  \"title\": \"A: b\",\n  \"date\": \"2024-04-07 11:05:09 +0500\",\n  \"tags\": [\"x\", \"y\"],\n  \"empty\": null,\n  \"extra\": {\"deep\": 1.10}\n}\nbody\n",
        );
    }

    #[test]
    fn toml_to_yaml() {
        let toml = "+++\r\ntitle = 'yes' # c\r\ndraft = false\r\ntags = [\r\n  'a', # first\r\n]\r\n[params]\r\nx = 1\r\n+++\r\nbody\r\n";
        check(
            toml,
            Format::Yaml,
            "---\r\ntitle: \"yes\" # c\r\ndraft: false\r\n# first\r\ntags:\r\n  - a\r\nparams:\r\n  x: 1\r\n---\r\nbody\r\n",
        );
    }

    #[test]
    fn there_and_back_means_the_same() {
        let there = apply(YAML, &convert(YAML, Format::Toml).unwrap());
        let back = apply(&there, &convert(&there, Format::Yaml).unwrap());
        let title = |post: &str| FrontMatter::read(post).unwrap().text(&["title"]).map(str::to_owned);
        assert_eq!(title(&back), title(YAML));
        assert!(back.contains("# head") && back.contains("# inside") && back.contains("# tail"));
    }

    #[test]
    fn whole_headers() {
        assert_eq!(apply("x", &add_header("x", Format::Yaml).unwrap()), "---\ntitle: \"\"\n---\n\nx");
        assert!(add_header(YAML, Format::Yaml).is_err());
        assert_eq!(apply(YAML, &remove_header(YAML).unwrap()), "body\n");
    }
}
