//! Owns JSON with the comments and last commas that editors allow in their settings.

/// JSON with spaces where it has comments and commas before a closing bracket.
pub fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    // Where a comma stands that nothing but white space follows so far.
    let mut comma: Option<usize> = None;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '"' => string_length(rest),
            '/' if rest.starts_with("//") => rest.find(['\n', '\r']).unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            _ => next.len_utf8(),
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        if next == '/' && length > 1 {
            plain.extend(piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
            continue;
        }
        match (next, comma) {
            (']' | '}', Some(at)) => plain.replace_range(at..=at, " "),
            (',', _) => comma = Some(plain.len()),
            _ => {}
        }
        if next != ',' && !next.is_ascii_whitespace() {
            comma = None;
        }
        plain.push_str(piece);
    }
    plain
}

/// The length of the string that a text begins with, both quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn comments_and_last_commas_become_spaces() {
        let check = |text: &str, plain: &str| assert_eq!(without_comments(text), plain);
        check("{\"a\": 1, // é\n\"b\": 2}", "{\"a\": 1,      \n\"b\": 2}");
        check("{/* x\ny */\"a\": \"// \\\" no\"}", "{    \n    \"a\": \"// \\\" no\"}");
        check("[1, 2, /* , */ ]", "[1, 2          ]");
        check("[\"a,\"]", "[\"a,\"]");
        check("{\"a\": 1,}", "{\"a\": 1 }");
        check("/* never ends", "             ");
        check("\"never ends", "\"never ends");
    }

    proptest! {
        #[test]
        fn places_stay(text in "[\"/*,\\[\\]{}\\\\\n aé]{0,40}") {
            let plain = without_comments(&text);
            prop_assert_eq!(plain.len(), text.len());
            let ends = |text: &str| text.match_indices('\n').map(|(at, _)| at).collect::<Vec<_>>();
            prop_assert_eq!(ends(&plain), ends(&text));
        }
    }
}
