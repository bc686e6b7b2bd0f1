//! Owns the rule `repeated-heading`.

use crate::headings;
use crate::rule::rule;
use crate::{Context, text_of};
use std::collections::BTreeSet;

rule! {
    /// Two headings say the same.
    ///
    /// **Why.** A table of contents lists both, and nobody can tell them apart. Links to the second one break when
    /// the first is taken out. The same words under different headings (“Ingredients” of each recipe) are fine.
    ///
    /// ````md bad
    /// ## Soup
    ///
    /// It is hot.
    ///
    /// ## Soup
    ///
    /// It is red.
    /// ````
    ///
    /// ````md bad siblings_only=false
    /// ## Soup
    ///
    /// ### Ingredients
    ///
    /// ## Bread
    ///
    /// ### Ingredients
    /// ````
    ///
    /// ````md good
    /// ## Soup
    ///
    /// ### Ingredients
    ///
    /// Tomatoes.
    ///
    /// ## Bread
    ///
    /// ### Ingredients
    ///
    /// Flour.
    /// ````
    ///
    /// **Source.** markdownlint MD024; WCAG 2.2, success criterion 2.4.6.
    REPEATED_HEADING {
        id: "repeated-heading",
        aliases: ["MD024"],
        group: Markdown,
        severity: Info,
        choices: [
            "siblings_only" = "true": "Whether only headings that stand under the same heading are compared; by default not in texts for GitHub or plain CommonMark.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (source, siblings_only) = (cx.source(), cx.chosen_or("siblings_only", "false") == "true");
    // The texts known at each level; those of lower levels are forgotten at the next heading above them.
    let mut known: [BTreeSet<String>; 6] = Default::default();
    let mut last = 1;
    for heading in headings::all(cx).filter(|heading| !heading.is_tab(source)) {
        let text = text_of(cx.document, heading.element);
        if siblings_only {
            known.iter_mut().take(last).skip(heading.level).for_each(BTreeSet::clear);
            last = heading.level;
        }
        let level = if siblings_only { heading.level } else { 1 };
        let Some(known) = known.get_mut(level - 1) else { continue };
        if known.contains(&text) {
            let message = match text.trim() {
                "" => "There is another heading without text.".to_owned(),
                text => format!("There is another heading “{text}” before this one."),
            };
            cx.report(heading.span, message, Vec::new());
        } else {
            known.insert(text);
        }
    }
}
