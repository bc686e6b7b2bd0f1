//! Owns Astro's older Markdown pipeline, remark and rehype: the default until version 6
//! (<https://docs.astro.build/en/guides/markdown-content/#markdown-plugins>).

use super::{CodeEnd, Dialect, Settings, TableAlignment, Typographer, astro};

pub(super) static DIALECT: Dialect = Dialect {
    id: "astro-remark",
    name: "Astro (remark)",
    about: "Astro up to version 6, or with the remark pipeline: `--` is a long dash.",
    generator: "astro",
    settings: Settings {
        table_alignment: TableAlignment::Align,
        typographer: Typographer::Smartypants,
        code_end: CodeEnd::LessOne,
        ..astro::SETTINGS
    },
    templates: &[],
    detect: |_| None,
};
