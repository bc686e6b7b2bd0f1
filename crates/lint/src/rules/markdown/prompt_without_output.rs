//! Owns the rule `prompt-without-output`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};
use pulldown_cmark::Event;

rule! {
    /// Every line of a code block begins with the `$` of a prompt.
    ///
    /// **Why.** The sign tells commands from what they print. Where nothing is printed it tells nothing, and
    /// readers who copy the commands have to take it out.
    ///
    /// ````md bad
    /// ```shell
    /// $ make soup
    /// $ make bread
    /// ```
    /// ````
    ///
    /// ````md good
    /// ```shell
    /// make soup
    /// make bread
    /// ```
    /// ````
    ///
    /// ````md good
    /// ```console
    /// $ make soup
    /// The soup is hot.
    /// ```
    /// ````
    ///
    /// **Fix.** Takes the sign away.
    ///
    /// **Source.** markdownlint MD014.
    PROMPT_WITHOUT_OUTPUT {
        id: "prompt-without-output",
        aliases: ["MD014"],
        group: Markdown,
        severity: Info,
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for block in cx.facts.all(Kind::CodeBlock) {
        let prompts = prompts(cx, block.events.clone()).unwrap_or_default();
        // In a site's posts, those of a block are one finding.
        let together = if cx.is_lenient() { prompts.len().max(1) } else { 1 };
        for some in prompts.chunks(together) {
            let Some(first) = some.first() else { continue };
            let edits = some.iter().map(|prompt| Edit::replace(*prompt, "")).collect();
            let (title, message) = match some.len() {
                1 => ("Take the prompt away", "The “$” before this command is no part of it."),
                _ => ("Take the prompts away", "The “$” before these commands is no part of them."),
            };
            cx.report(*first, message, vec![Fix::suggested(title, edits)]);
        }
    }
}

/// The prompts with the white space after them, where every line has one.
fn prompts(cx: &Context<'_, '_>, events: std::ops::Range<usize>) -> Option<Vec<Span>> {
    let mut found = Vec::new();
    for (event, span) in cx.document.events.get(events)? {
        if !matches!(event, Event::Text(_)) {
            continue;
        }
        let mut start = span.start;
        for line in span.slice(cx.source()).split_inclusive('\n') {
            let text = line.trim_end_matches(['\n', '\r']);
            if !text.is_empty() {
                let command = text.trim_start();
                let after = command.strip_prefix('$')?;
                let white = after.len() - after.trim_start().len();
                if white == 0 {
                    return None;
                }
                let at = start + text.len() - command.len();
                found.push(Span::new(at, at + 1 + white));
            }
            start += line.len();
        }
    }
    Some(found)
}
