//! Owns in what two pieces of HTML differ for a reader of the page.

use super::tokens::{Token, is_block, tokens};

/// In what two renderings differ, the first that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only the one side shows anything.
    OnlyA,
    /// Only the other side does.
    OnlyB,
    /// Other words, or the same with other characters.
    Text,
    /// The same words in other elements, or with other attributes.
    Markup,
    /// Links or files with other addresses.
    Addresses,
    /// Only what places are called, so that links to them need another name.
    Ids,
}

/// Attributes with the names of places, or references to them.
const IDS: [&str; 5] = ["id", "name", "aria-describedby", "aria-labelledby", "aria-label"];

/// Attributes with addresses.
const ADDRESSES: [&str; 3] = ["href", "src", "srcset"];

/// In what they differ; nothing where a reader cannot tell them apart.
pub(super) fn difference(a: &str, b: &str) -> Option<Kind> {
    let (a, b) = (tokens(a), tokens(b));
    if a == b {
        return None;
    }
    if b.is_empty() {
        return Some(Kind::OnlyA);
    }
    if a.is_empty() {
        return Some(Kind::OnlyB);
    }
    if !text(&a)
        .split(' ')
        .filter(|word| !word.is_empty())
        .eq(text(&b).split(' ').filter(|word| !word.is_empty()))
    {
        return Some(Kind::Text);
    }
    Some(of_tags(&a, &b))
}

/// All text; a space stands between blocks.
fn text(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        match token {
            Token::Text(text) => out.push_str(text),
            Token::Open { name, .. } | Token::Close { name } if is_block(name) => out.push(' '),
            Token::Open { .. } | Token::Close { .. } => {}
        }
    }
    out
}

/// In what they differ, where the text is the same.
fn of_tags(a: &[Token], b: &[Token]) -> Kind {
    if a.len() != b.len() {
        return Kind::Markup;
    }
    let mut kind = Kind::Ids;
    for pair in a.iter().zip(b) {
        match pair {
            (a, b) if a == b => {}
            (Token::Open { name: a, attributes: of_a }, Token::Open { name: b, attributes: of_b })
                if a == b =>
            {
                if without(of_a, &IDS).eq(without(of_b, &IDS)) {
                    continue;
                }
                let either = [IDS.as_slice(), ADDRESSES.as_slice()].concat();
                if !without(of_a, &either).eq(without(of_b, &either)) {
                    return Kind::Markup;
                }
                kind = Kind::Addresses;
            }
            _ => return Kind::Markup,
        }
    }
    kind
}

/// The attributes but those of these names. A link to a place on the page goes with the names of places.
fn without<'t>(
    attributes: &'t [(String, String)],
    names: &'t [&str],
) -> impl Iterator<Item = &'t (String, String)> {
    attributes.iter().filter(move |(name, value)| {
        let to_a_place = name == "href" && value.starts_with('#') && names.contains(&"id");
        !to_a_place && !names.contains(&name.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Option<Kind>) {
        assert_eq!(difference(a, b), expected);
        assert_eq!(
            difference(b, a),
            if expected == Some(Kind::OnlyA) { Some(Kind::OnlyB) } else { expected }
        );
    }

    #[test]
    fn what_a_reader_cannot_tell_apart_is_no_difference() {
        check("<p>a<br />b</p>\n", "<p>a<br>b</p>", None);
        check("<!-- left out -->", "", None);
    }

    #[test]
    fn kinds() {
        check("<div>x</div>", "<!-- left out -->", Some(Kind::OnlyA));
        check("<p>\"a\"</p>", "<p>“a”</p>", Some(Kind::Text));
        check("<p>a</p><p>b</p>", "<p>ab</p>", Some(Kind::Text));
        check("<p>a</p><p>b</p>", "<p>a b</p>", Some(Kind::Markup));
        check("<del>a</del>", "<s>a</s>", Some(Kind::Markup));
        check("<td align=\"right\">1</td>", "<td style=\"text-align: right\">1</td>", Some(Kind::Markup));
        check("<p><a href=\"b\">a</a></p>", "<p><a href=\"/x/b\">a</a></p>", Some(Kind::Addresses));
        check("<p><a href=\"#a\">a</a></p>", "<p><a href=\"/x/#a\">a</a></p>", Some(Kind::Addresses));
        check("<h2 id=\"a-b\">A B</h2>", "<h2>A B</h2>", Some(Kind::Ids));
        check("<sup id=\"a\"><a href=\"#b\">1</a></sup>", "<sup><a href=\"#c\">1</a></sup>", Some(Kind::Ids));
    }
}
