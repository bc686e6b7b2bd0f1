//! Owns values as source text: for what no widget can edit, and for whoever would rather write it.

use super::data::{Data, Step};
use super::edit::{Refusal, RefusalKind, locate, readable};
use super::{End, Format, FrontMatter, Node, Value};
use crate::span::{Edit, Span, apply};

/// The source of a value, without the indentation that its lines have in common with its first one.
pub fn source_of(source: &str, format: Format, node: &Node) -> String {
    let span = whole(source, format, node);
    let indent = indent_of(source, span.start);
    let mut lines = span.slice(source).lines();
    let mut out = lines.next().unwrap_or("").to_owned();
    for line in lines {
        out.push('\n');
        let common = line.bytes().zip(indent.bytes()).take_while(|(own, first)| own == first).count();
        out.push_str(line.get(common..).unwrap_or(line));
    }
    out
}

/// The edits that put `text` in the place of a value. Refused where the header would not be valid, or where
/// anything but this value would change.
pub fn set_source(source: &str, path: &[Step], text: &str) -> Result<Vec<Edit>, Refusal> {
    let header = readable(source)?;
    let node = locate(&header.entries, path).ok_or_else(|| Refusal {
        kind: RefusalKind::NoSuchPlace,
        message: "There is no such entry any more.".to_owned(),
        span: header.open,
    })?;
    if text == source_of(source, header.format, node) {
        return Ok(Vec::new());
    }
    let span = whole(source, header.format, node);
    let line_end = if header.span.slice(source).contains("\r\n") { "\r\n" } else { "\n" };
    let indent = indent_of(source, span.start);
    let mut lines = text.trim_end_matches(['\n', '\r']).lines();
    let mut written = String::new();
    if span.is_empty() && source.get(..span.start).is_some_and(|before| before.ends_with(':')) {
        written.push(' ');
    }
    written.push_str(lines.next().unwrap_or(""));
    for line in lines {
        written.push_str(line_end);
        if !line.is_empty() {
            written.push_str(&indent);
        }
        written.push_str(line);
    }
    let edits = vec![Edit::replace(span, written)];
    let patched = apply(source, &edits);
    check(source, &header, &patched, path, node)?;
    Ok(edits)
}

/// Everything but the value at the path must mean what it meant.
fn check(
    source: &str,
    header: &FrontMatter,
    patched: &str,
    path: &[Step],
    node: &Node,
) -> Result<(), Refusal> {
    let refuse = |message: String| Err(Refusal { kind: RefusalKind::Invalid, message, span: node.span });
    let Some(after) = FrontMatter::read(patched) else {
        return refuse("The front matter would come to its end in the middle of this.".to_owned());
    };
    if let Some(problem) = after.problems.first() {
        return refuse(problem.message.clone());
    }
    let same_body = patched.get(after.span.end..) == source.get(header.span.end..);
    if after.end != End::Closed || !same_body {
        return refuse("The front matter would come to its end in the middle of this.".to_owned());
    }
    let without = |header: &FrontMatter| {
        let mut data = Data::map(&header.entries);
        data.blank(path).then_some(data)
    };
    if without(&after).is_none_or(|data| Some(data) != without(header)) {
        return refuse("This would change other entries too.".to_owned());
    }
    Ok(())
}

/// The value with the tag and the anchor before it. A block scalar ends before the line end that belongs to it;
/// everything else ends where it ends.
fn whole(source: &str, header: Format, node: &Node) -> Span {
    let mut start = node.span.start;
    loop {
        let before = source.get(..start).unwrap_or("");
        let trimmed = before.trim_end_matches(' ');
        let word = trimmed.rfind([' ', '\n', '\r']).map_or(0, |at| at + 1);
        if header != Format::Yaml
            || trimmed.len() == before.len()
            || !trimmed.get(word..).unwrap_or("").starts_with(['!', '&'])
        {
            break;
        }
        start = word;
    }
    let span = Span::new(start, node.span.end);
    match node.value {
        Value::String(_) => span.trim_end(source),
        _ => span,
    }
}

/// The white space before the value's first character, where nothing but that and list marks stand on its line;
/// else the indentation of the line.
fn indent_of(source: &str, at: usize) -> String {
    let before = source.get(..at).unwrap_or("");
    let line = before.get(before.rfind(['\n', '\r']).map_or(0, |end| end + 1)..).unwrap_or("");
    let marks_only = line.chars().all(|c| c.is_whitespace() || c == '-');
    let count = if marks_only { line.chars().count() } else { line.len() - line.trim_start().len() };
    if line.starts_with('\t') { line.get(..count).unwrap_or("").to_owned() } else { " ".repeat(count) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_matter::{Step, parse_path};
    use proptest::prelude::*;

    #[track_caller]
    fn shown(source: &str, path: &str) -> String {
        let header = FrontMatter::read(source).unwrap();
        source_of(source, header.format, locate(&header.entries, &parse_path(path).unwrap()).unwrap())
    }

    #[track_caller]
    fn set(source: &str, path: &str, text: &str) -> Result<String, String> {
        set_source(source, &parse_path(path).unwrap(), text)
            .map(|edits| apply(source, &edits))
            .map_err(|refusal| refusal.message)
    }

    #[test]
    fn a_value_is_shown_without_its_indentation_and_written_back_with_it() {
        let source = "---\na:\n  - b: 1\n    c: |\n      x\n       y\n  - d\nz: 1\n---\n";
        assert_eq!(shown(source, "a"), "- b: 1\n  c: |\n    x\n     y\n- d");
        assert_eq!(shown(source, "a[0]"), "b: 1\nc: |\n  x\n   y");
        assert_eq!(set(source, "a", &shown(source, "a")).unwrap(), source);
        assert_eq!(
            set(source, "a", "- b: 2\n  c: [x,\n    y]").unwrap(),
            "---\na:\n  - b: 2\n    c: [x,\n      y]\nz: 1\n---\n"
        );
    }

    #[test]
    fn one_line_values_and_empty_ones() {
        assert_eq!(
            set("---\na: !!str 1\nb: 2\n---\n", "a", "!!str 2").unwrap(),
            "---\na: !!str 2\nb: 2\n---\n"
        );
        assert_eq!(set("---\na:\nb: 2\n---\n", "a", "1").unwrap(), "---\na: 1\nb: 2\n---\n");
        assert_eq!(
            set("+++\na = 1\r\n+++\r\n", "a", "[\n1,\n]").unwrap(),
            "+++\na = [\r\n1,\r\n]\r\n+++\r\n"
        );
    }

    #[test]
    fn what_would_break_the_header_or_touch_others_is_refused() {
        for text in ["[", "1\nc: 3", "1\n---\n", "\"x"] {
            assert!(set("---\na: 1\nb: 2\n---\n", "a", text).is_err(), "{text}");
        }
        assert!(set("{\"a\": 1}\n", "a", "1, \"b\": 2").is_err());
        assert!(set("+++\na = 1\n+++\n", "a", "1\nb = 2").is_err());
    }

    proptest! {
        #[test]
        fn whatever_is_written_leaves_the_other_entries_alone(text in "[a-z0-9:#\\[\\]{}\"'|> \n,&*!=-]{0,24}", at in 0usize..4) {
            let posts = [
                "---\na: 1\nb:\n  - x\n  - y: 2\nc: 'z' # c\n---\nBody\n",
                "+++\na = 1\nb = [\"x\", {y = 2}]\nc = 'z' # c\n[d]\ne = 1\n+++\nBody\n",
                "{\"a\": 1, \"b\": [\"x\", {\"y\": 2}], \"c\": \"z\"}\nBody\n",
            ];
            for source in posts {
                let header = FrontMatter::read(source).unwrap();
                let Some(entry) = header.entries.get(at) else { continue };
                let path = [Step::Key(entry.key.clone())];
                let Ok(edits) = set_source(source, &path, &text) else { continue };
                let patched = apply(source, &edits);
                let after = FrontMatter::read(&patched).unwrap();
                prop_assert_eq!(&after.problems, &[]);
                prop_assert!(patched.ends_with("Body\n"));
                for (before, after) in header.entries.iter().zip(&after.entries) {
                    prop_assert_eq!(&before.key, &after.key);
                    prop_assert!(before.key == entry.key || Data::from(&before.value) == Data::from(&after.value));
                }
            }
        }
    }
}
