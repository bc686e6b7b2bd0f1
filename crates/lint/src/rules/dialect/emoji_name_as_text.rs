//! Owns the rule `emoji-name-as-text`.

use crate::rule::rule;
use crate::{Context, Fix, Severity};
use foreword_core::{Edit, Span, emoji};

rule! {
    /// The name of an emoji between colons stays as it is.
    ///
    /// **Why.** GitHub and Docusaurus make the picture of `:wave:`. Hugo does so only where the site sets
    /// `enableEmoji`; with most others it takes a plugin. The picture itself works everywhere.
    ///
    /// ````md bad hugo
    /// Hello! :wave:
    /// ````
    ///
    /// ````md bad
    /// The bridge is open :tada:
    /// ````
    ///
    /// ````md good hugo
    /// Hello! 👋
    /// ````
    ///
    /// ````md good github
    /// Hello! :wave:
    /// ````
    ///
    /// **Fix.** Writes the emoji.
    ///
    /// **Source.** Hugo's page on emojis (`enableEmoji`); the names are GitHub's.
    EMOJI_NAME_AS_TEXT { id: "emoji-name-as-text", group: Dialect, severity: Warning, check: check }
}

/// No name is longer.
const LONGEST: usize = 48;

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    if document.settings.emoji {
        return;
    }
    let source = cx.source();
    let dialect = document.choice.dialect;
    let facts = cx.facts;
    for prose in &facts.prose {
        let text = prose.slice(source);
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find(':')) {
            let start = at + found;
            at = start + 1;
            let rest = text.get(at..).unwrap_or("");
            let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+');
            let length = rest.bytes().take(LONGEST).take_while(|byte| is_name(*byte)).count();
            let name = rest.get(..length).unwrap_or("");
            // `10:30:15` and `a:b:c` are no names.
            let joined = text.get(..start).unwrap_or("").ends_with(|c: char| c.is_alphanumeric() || c == ':');
            let ends =
                rest.get(length..).is_some_and(|rest| rest.starts_with(':') && !rest.starts_with("::"));
            let Some(picture) = emoji::by_name(name).filter(|_| ends && !joined) else { continue };
            let span = Span::new(prose.start + start, prose.start + at + length + 1);
            let (severity, message) = match dialect.id {
                "generic" => (Severity::Info, format!("Not every generator makes {picture} of “:{name}:”.")),
                _ => (
                    Severity::Warning,
                    format!("{} shows “:{name}:” as text unless the site asks for emoji.", dialect.name),
                ),
            };
            cx.report_as(
                severity,
                span,
                message,
                vec![Fix::suggested(format!("Write {picture}"), vec![Edit::replace(span, picture)])],
            );
            at += length + 1;
        }
    }
}
