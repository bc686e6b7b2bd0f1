//! Owns reading the CommonMark specification's examples from npm's `commonmark-spec`.

/// An example of the specification.
pub(crate) struct Example {
    /// Its number, from 1.
    pub(crate) number: u64,
    pub(crate) markdown: String,
    pub(crate) html: String,
}

/// All of them, in order.
pub(crate) fn examples() -> Vec<Example> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/node_modules/commonmark-spec/spec.txt");
    let spec = std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{path}: {error}; `cargo xtask test` installs it"));
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    let mut rest = spec.as_str();
    while let Some(start) = rest.find(&format!("\n{fence} example\n")) {
        let body = &rest[start + fence.len() + 10..];
        let end = body.find(&format!("\n{fence}\n")).unwrap();
        let (markdown, html) = body[..end + 1]
            .split_once("\n.\n")
            .or(body[..end + 1].strip_prefix(".\n").map(|html| ("", html)))
            .unwrap();
        let plain = |text: &str| text.replace('→', "\t");
        examples.push(Example {
            number: examples.len() as u64 + 1,
            markdown: plain(markdown) + "\n",
            html: plain(html),
        });
        rest = &body[end..];
    }
    examples
}
