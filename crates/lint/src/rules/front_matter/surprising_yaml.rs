//! Owns the rule `surprising-yaml`.

use crate::Context;
use crate::rule::rule;
use foreword_core::Span;
use foreword_core::front_matter::{Data, Format, Node, Operation, Step, Value};
use foreword_core::schema::{Field, Kind};

rule! {
    /// A text without quotes is something else to YAML.
    ///
    /// **Why.** `1.10` is a number, which sites print as 1.1. By YAML's older rules, which Jekyll follows, `no` is
    /// false, also where Norwegian is meant, `010` is eight and `12:30` is 750.
    ///
    /// ````md bad jekyll
    /// ---
    /// title: Three days in Bergen
    /// lang: no
    /// ---
    ///
    /// It rained, as it does.
    /// ````
    ///
    /// ````md bad
    /// ---
    /// title: What is new
    /// version: 1.10
    /// ---
    ///
    /// Two things are.
    /// ````
    ///
    /// ````md bad jekyll
    /// ---
    /// title: Three days in Bergen
    /// start: 12:30
    /// ---
    ///
    /// It rained, as it does.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Bergen
    /// lang: "no"
    /// version: "1.10"
    /// weight: 10
    /// ---
    ///
    /// It rained, as it does.
    /// ````
    ///
    /// **Fix.** Puts quotes around it.
    ///
    /// **Source.** YAML 1.1, types bool, int and float; YAML 1.2.2, section 10.3.
    SURPRISING_YAML { id: "surprising-yaml", group: FrontMatter, severity: Warning, check: check }
}

/// A value without quotes, and what is known of its place.
struct Place<'a> {
    text: &'a str,
    key: &'a str,
    field: Option<&'a Field>,
    generator: &'a str,
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = cx.front_matter().filter(|header| header.format == Format::Yaml) else { return };
    let generator = cx.header().generator.id;
    for known in cx.entries() {
        let mut look = |path: Vec<Step>, node: &Node| {
            let text = node.span.slice(cx.source());
            let is_plain = match &node.value {
                Value::String(value) | Value::Number(value) => value == text,
                _ => false,
            };
            let tagged = header.tagged.contains(&node.span);
            let place = Place { text, key: &known.entry.key, field: known.field, generator };
            if let Some(reading) = place.reading().filter(|_| is_plain && !tagged) {
                let quoted = Operation::Set(Data::String(text.to_owned()));
                let fixes = quotes(cx, &path, node.span, &quoted);
                cx.report(node.span, reading, fixes);
            }
        };
        match &known.entry.value.value {
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    let mut path = known.path.clone();
                    path.push(Step::Index(index));
                    look(path, item);
                }
            }
            _ => look(known.path.clone(), &known.entry.value),
        }
    }
}

/// Text needs an edit of the source where its value stays the same.
fn quotes(cx: &Context<'_, '_>, path: &[Step], span: Span, quoted: &Operation) -> Vec<crate::Fix> {
    let title = "Put quotes around it";
    let fixes = cx.change(title.to_owned(), path, quoted);
    if !fixes.is_empty() {
        return fixes;
    }
    let text = format!("\"{}\"", span.slice(cx.source()));
    vec![crate::Fix::suggested(title, vec![foreword_core::Edit::replace(span, text)])]
}

impl Place<'_> {
    /// What YAML makes of the text, as a sentence, where that is a surprise.
    fn reading(&self) -> Option<String> {
        let (text, old) = (self.text, self.generator == "jekyll");
        let who = match self.generator {
            "jekyll" => "Jekyll reads",
            _ => "YAML reads",
        };
        let holds_text = self.field.is_some_and(|field| {
            field.kind.is_text() || matches!(field.kind, Kind::Tags | Kind::List | Kind::MultiChoice)
        });
        let lower = text.to_ascii_lowercase();
        if old
            && matches!(lower.as_str(), "yes" | "no" | "on" | "off")
            && (holds_text || self.names_language())
        {
            let truth = matches!(lower.as_str(), "yes" | "on");
            return Some(format!("{who} “{text}” as `{truth}`, by YAML's older rules."));
        }
        if old && let Some(seconds) = sexagesimal(text) {
            return Some(format!("{who} “{text}” as the number {seconds}, by YAML's older rules."));
        }
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if holds_text && text.len() > 1 && text.starts_with('0') && digits(text) {
            return Some(format!("{who} “{text}” as a number, without the zero at its start."));
        }
        let (whole, fraction) = text.split_once('.')?;
        let is_version = holds_text || ["version", "release"].iter().any(|word| self.key.contains(word));
        if is_version && digits(whole) && digits(fraction) && fraction.ends_with('0') {
            let number = text.trim_end_matches('0').trim_end_matches('.');
            return Some(format!("{who} “{text}” as the number {number}."));
        }
        None
    }

    fn names_language(&self) -> bool {
        ["lang", "language", "locale", "country"].contains(&self.key)
    }
}

/// `12:30` or `1:02:03` as YAML 1.1 reads it: a number with digits to the base of 60.
fn sexagesimal(text: &str) -> Option<u64> {
    let mut parts = text.split(':');
    let first = parts.next().filter(|first| matches!(first.len(), 1..=4) && !first.starts_with('0'))?;
    let mut value: u64 = first.parse().ok()?;
    let mut count = 0;
    for part in parts {
        let digit: u64 = part.parse().ok().filter(|digit| *digit < 60 && part.len() <= 2)?;
        value = value.checked_mul(60)?.checked_add(digit)?;
        count += 1;
    }
    (count > 0 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::sexagesimal;

    #[test]
    fn times_of_day_are_numbers_to_old_yaml() {
        assert_eq!(sexagesimal("12:30"), Some(750));
        assert_eq!(sexagesimal("1:02:03"), Some(3723));
        for text in ["12", "09:30", "12:60", "a:b", "12:", "+1:20"] {
            assert_eq!(sexagesimal(text), None, "{text}");
        }
    }
}
