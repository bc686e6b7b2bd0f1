//! Owns CommonMark 0.31.2 (<https://spec.commonmark.org/0.31.2/>) with no extension.

use super::{Dialect, Settings};

pub(super) static DIALECT: Dialect = Dialect {
    id: "commonmark",
    name: "CommonMark",
    about: "The plain standard: no tables, footnotes, task lists or automatic links.",
    generator: "generic",
    settings: Settings::COMMONMARK,
    templates: &[],
    detect: |_| None,
};
