//! Owns the rule `space-in-link-destination`.

use crate::rule::rule;
use crate::{Context, Fix, Place};
use foreword_core::{Edit, Span};

rule! {
    /// The address of a link or image has a space in it.
    ///
    /// **Why.** An address ends at a space, so this is no link: readers see the brackets.
    ///
    /// ````md bad
    /// See [the map](maps/old town.pdf).
    /// ````
    ///
    /// ````md bad
    /// ![A map of the old town](old town.png "The old town")
    /// ````
    ///
    /// ````md good
    /// See [the map](maps/old%20town.pdf), [the list]({{ site.files }}/list) and [the legend](<the legend.pdf>), or call list[0](a, b).
    /// ````
    ///
    /// **Fix.** Writes the space as `%20`.
    ///
    /// **Source.** CommonMark 0.31.2, section 6.3.
    SPACE_IN_LINK_DESTINATION { id: "space-in-link-destination", group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let lines = cx.facts.lines.iter().filter(|line| line.place == Place::Text);
    let mut found = Vec::new();
    for line in lines {
        let text = line.text(source);
        let mut opening = None;
        let mut at = 0;
        while let Some(next) = text.get(at..).and_then(|rest| rest.find(['[', ']'])).map(|next| at + next) {
            at = next + 1;
            let rest = text.get(next..).unwrap_or("");
            if rest.starts_with('[') {
                opening = Some(next);
            } else if let Some(start) = opening.take()
                && let Some(after) = rest.strip_prefix("](")
                && let Some(length) = destination(after)
            {
                let place = Span::new(next + 2, next + 2 + length).shifted(line.span.start);
                let image = text.get(..start).is_some_and(|before| before.ends_with('!'));
                found.push((Span::new(line.span.start + start - usize::from(image), place.end + 1), place));
            }
        }
    }
    for (whole, place) in found {
        // What the parser took for a link is one, and in code it is code.
        if is_prose(cx, place.start - 1) {
            let fix = place.slice(source).trim().replace([' ', '\t'], "%20");
            let fixes = vec![Fix::suggested("Write the space as %20", vec![Edit::replace(place, fix)])];
            cx.report(whole, "A space in this address keeps it from being a link.", fixes);
        }
    }
}

/// No address of a file that somebody types is longer.
const LONGEST: usize = 300;

/// How long an address with a space in it is, up to a title or the bracket.
fn destination(text: &str) -> Option<usize> {
    let mut depth = 0;
    let (end, _) = text.char_indices().take(LONGEST).find(|(_, c)| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' if depth == 0 => true,
        ')' => {
            depth -= 1;
            false
        }
        _ => false,
    })?;
    let inside = text.get(..end)?;
    let title = [" \"", " '", " ("].into_iter().filter_map(|mark| inside.find(mark)).min();
    let address = inside.get(..title.unwrap_or(inside.len()))?.trim_end();
    let looks_like_one = address.contains('/') || has_extension(address);
    let has_space = address.trim_start().contains([' ', '\t']);
    // What a template fills in may have spaces around it.
    let is_filled_in = ["{{", "{%"].iter().any(|sign| address.contains(sign));
    (has_space && looks_like_one && !is_filled_in && !address.contains(['<', '>', ',']))
        .then_some(address.len())
}

fn has_extension(address: &str) -> bool {
    address.rsplit_once('.').is_some_and(|(name, extension)| {
        !name.is_empty()
            && (2..=5).contains(&extension.len())
            && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Whether readers see what stands here.
fn is_prose(cx: &Context<'_, '_>, at: usize) -> bool {
    let after = cx.facts.prose.partition_point(|span| span.start <= at);
    after.checked_sub(1).and_then(|before| cx.facts.prose.get(before)).is_some_and(|span| span.contains(at))
}
