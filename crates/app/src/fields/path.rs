//! Owns the names of places in the header: as ids of elements, as JSON for tests, as words for a person.

use foreword_wire::Step;

/// The id of the input at a path: `field-title`, `field-extra-toc`, `field-tags-0`. Two paths never share one, and
/// none has a space, because lists of ids are separated by them.
pub(crate) fn id_of(path: &[Step]) -> String {
    let mut id = "field".to_owned();
    for step in path {
        id.push('-');
        match step {
            Step::Index(index) => id.push_str(&index.to_string()),
            Step::Key(key) => {
                for letter in key.chars() {
                    if letter.is_alphanumeric() || letter == '_' {
                        id.push(letter);
                    } else if letter == '-' {
                        id.push_str("--");
                    } else {
                        id.push('.');
                        id.push_str(&u32::from(letter).to_string());
                        id.push('.');
                    }
                }
            }
        }
    }
    id
}

/// A path as a JSON array.
pub(crate) fn json_of(path: &[Step]) -> String {
    let mut json = "[".to_owned();
    for (at, step) in path.iter().enumerate() {
        if at > 0 {
            json.push(',');
        }
        match step {
            Step::Index(index) => json.push_str(&index.to_string()),
            Step::Key(key) => {
                json.push('"');
                for letter in key.chars() {
                    match letter {
                        '"' | '\\' => json.extend(['\\', letter]),
                        '\u{0}'..='\u{1f}' => json.push_str(&format!("\\u{:04x}", u32::from(letter))),
                        letter => json.push(letter),
                    }
                }
                json.push('"');
            }
        }
    }
    json.push(']');
    json
}

/// The path of an item of a list.
pub(crate) fn item(path: &[Step], index: usize) -> Vec<Step> {
    let mut path = path.to_vec();
    path.push(Step::Index(u32::try_from(index).unwrap_or(u32::MAX)));
    path
}

/// The path of a key of a map.
pub(crate) fn key(path: &[Step], key: &str) -> Vec<Step> {
    let mut path = path.to_vec();
    path.push(Step::Key(key.to_owned()));
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_readable_and_never_shared() {
        let root = key(&[], "extra");
        assert_eq!(id_of(&key(&[], "title")), "field-title");
        assert_eq!(id_of(&key(&root, "toc")), "field-extra-toc");
        assert_eq!(id_of(&item(&root, 2)), "field-extra-2");
        assert_eq!(id_of(&key(&[], "extra-toc")), "field-extra--toc");
        assert_eq!(id_of(&key(&[], "a b")), "field-a.32.b");
        assert_eq!(id_of(&key(&[], "größe")), "field-größe");
    }

    #[test]
    fn paths_are_json() {
        assert_eq!(json_of(&item(&key(&[], "a\"b\\\n"), 3)), "[\"a\\\"b\\\\\\u000a\",3]");
        assert_eq!(json_of(&[]), "[]");
    }
}
