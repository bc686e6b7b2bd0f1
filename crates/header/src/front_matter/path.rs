//! Owns paths as people write them: `params.author.name`, `tags[0]`, `"a.b".c`.

use super::Step;

/// Reads a path. A part in double quotes is one key whatever it holds; `[2]` is an index, and so is a part
/// of digits after a dot. None for an empty path or unbalanced quotes or brackets.
pub fn parse_path(text: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut rest = text;
    loop {
        if let Some(quoted) = rest.strip_prefix('"') {
            let end = quoted.find('"')?;
            steps.push(Step::Key(quoted.get(..end)?.to_owned()));
            rest = quoted.get(end + 1..)?;
        } else if let Some(bracket) = rest.strip_prefix('[') {
            let end = bracket.find(']')?;
            steps.push(Step::Index(bracket.get(..end)?.trim().parse().ok()?));
            rest = bracket.get(end + 1..)?;
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let part = rest.get(..end).filter(|part| !part.is_empty())?;
            let index = part.parse().ok().filter(|_| !steps.is_empty());
            steps.push(index.map_or_else(|| Step::Key(part.to_owned()), Step::Index));
            rest = rest.get(end..)?;
        }
        match rest.chars().next() {
            None => return Some(steps),
            Some('.') => rest = rest.get(1..)?,
            Some('[') => {}
            Some(_) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let key = |text: &str| Step::Key(text.to_owned());
        assert_eq!(parse_path("title"), Some(vec![key("title")]));
        assert_eq!(parse_path("a.b-c.0"), Some(vec![key("a"), key("b-c"), Step::Index(0)]));
        assert_eq!(parse_path("tags[12].x"), Some(vec![key("tags"), Step::Index(12), key("x")]));
        assert_eq!(parse_path("\"a.b\".c"), Some(vec![key("a.b"), key("c")]));
        assert_eq!(parse_path("2024"), Some(vec![key("2024")]));
        for bad in ["", ".", "a.", "a[", "a[x]", "\"a", "\"a\"b"] {
            assert_eq!(parse_path(bad), None, "{bad}");
        }
    }
}
