//! Owns reading what a rule says about itself: its documentation in parts.

use crate::Rule;

/// An example of a rule's documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// A post or a part of one.
    pub text: String,
    /// What is known besides it: the id of a dialect, and `name=value` for a file's name or a choice.
    pub info: Vec<String>,
}

/// What a rule says about itself. Sentences are Markdown of one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What it finds.
    pub about: String,
    /// Why that matters.
    pub why: String,
    /// Where it finds something.
    pub bad: Vec<Example>,
    /// Where it does not.
    pub good: Vec<Example>,
    /// What its fixes do; empty where it has none.
    pub fix: String,
    /// What it goes back to.
    pub source: String,
}

impl Page {
    /// Reads the documentation of a rule; empty without the feature `docs`.
    pub fn of(rule: &Rule) -> Page {
        let mut page = Page::default();
        let mut part = 0;
        let mut lines = rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        while let Some(line) = lines.next() {
            if let Some((fence, info)) = example(line) {
                let text: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
                let mut info = info.split_whitespace().map(str::to_owned);
                let list = if info.next().as_deref() == Some("bad") { &mut page.bad } else { &mut page.good };
                let info: Vec<String> = info.collect();
                let end = if info.iter().any(|word| word == "newline=none") { "" } else { "\n" };
                list.push(Example { text: text.join("\n") + end, info });
                continue;
            }
            let marks = [("**Why.** ", 1), ("**Fix.** ", 2), ("**Source.** ", 3)];
            let marked = marks.iter().find_map(|(mark, of)| line.strip_prefix(mark).map(|rest| (rest, *of)));
            let (line, of) = marked.unwrap_or((line, part));
            part = of;
            let text = match part {
                1 => &mut page.why,
                2 => &mut page.fix,
                3 => &mut page.source,
                _ => &mut page.about,
            };
            if !text.is_empty() && !line.is_empty() {
                text.push(' ');
            }
            text.push_str(line);
        }
        page
    }
}

/// The fence and the info string, without `md`, of a line with which an example begins.
pub(crate) fn example(line: &str) -> Option<(&str, &str)> {
    let (fence, rest) = line.split_at_checked(line.len() - line.trim_start_matches('`').len())?;
    rest.strip_prefix("md ").filter(|_| fence.len() >= 4).map(|info| (fence, info))
}
