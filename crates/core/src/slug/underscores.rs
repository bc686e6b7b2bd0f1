//! Owns Zola's ids where `slugify.anchors` is `safe` or `off`
//! (<https://www.getzola.org/documentation/getting-started/configuration/#slugification-strategies>).

/// Each ASCII white space becomes `_`, all else stays.
pub(super) fn slug(text: &str) -> String {
    text.replace(|c: char| c.is_ascii_whitespace(), "_")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn examples() {
        assert_eq!(slug("What's new,  Ünï?"), "What's_new,__Ünï?");
    }
}
