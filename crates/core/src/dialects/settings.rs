//! Owns what differs between dialects as plain data.

/// How a dialect makes the `id` of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingIds {
    /// None at all.
    None,
    /// github-slugger: lower case, punctuation dropped, spaces become hyphens, repeats get `-1`.
    Github,
    /// goldmark's `github` algorithm: the same, and an empty id becomes `heading`.
    Goldmark,
}

/// How footnotes are marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Footnotes {
    /// Not at all: `[^1]` is text.
    Off,
    /// As github.com does: `section[data-footnotes]`, ids `user-content-fn-…`.
    Github,
    /// As goldmark does: `div.footnotes` after a rule, ids `fn:…`.
    Goldmark,
}

/// Everything that decides how Markdown becomes HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// GFM tables.
    pub tables: bool,
    /// `~~struck~~`.
    pub strikethrough: bool,
    /// `- [ ] task`.
    pub task_lists: bool,
    /// Bare URLs and e-mail addresses become links.
    pub linkify: bool,
    /// `> [!NOTE]`.
    pub alerts: bool,
    /// A term, then `: definition`.
    pub definition_lists: bool,
    /// `$inline$` and `$$display$$`.
    pub math: bool,
    /// Curly quotes, dashes and ellipses.
    pub smart_punctuation: bool,
    /// `# Heading {#id .class}`.
    pub heading_attributes: bool,
    /// Raw HTML is kept; else it is left out, its text stays.
    pub raw_html: bool,
    /// Ids of headings.
    pub heading_ids: HeadingIds,
    /// Footnotes.
    pub footnotes: Footnotes,
}

impl Settings {
    /// CommonMark with nothing added.
    pub const COMMONMARK: Settings = Settings {
        tables: false,
        strikethrough: false,
        task_lists: false,
        linkify: false,
        alerts: false,
        definition_lists: false,
        math: false,
        smart_punctuation: false,
        heading_attributes: false,
        raw_html: true,
        heading_ids: HeadingIds::None,
        footnotes: Footnotes::Off,
    };
}
