//! Owns what differs between dialects as plain data, and the names by which a site sets it.

mod keys;
mod values;

pub use keys::{KEYS, Key, SettingProblem, Values};
pub use values::{
    Alerts, AltText, CodeEnd, CodeLanguage, Excerpt, ExternalLinks, Footnotes, Grammar, HeadingIds, Linkify,
    Named, ScriptLinks, Strikethrough, TableAlignment, TaskLists, Typographer,
};

/// Everything that decides how Markdown becomes HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The grammar of the body.
    pub grammar: Grammar,
    /// GFM tables.
    pub tables: bool,
    /// How a column's alignment is marked up.
    pub table_alignment: TableAlignment,
    /// `~~struck~~`.
    pub strikethrough: Strikethrough,
    /// `- [ ] task`.
    pub task_lists: TaskLists,
    /// Bare URLs and e-mail addresses become links.
    pub linkify: Linkify,
    /// `> [!NOTE]`.
    pub alerts: Alerts,
    /// A term, then `: definition`.
    pub definition_lists: bool,
    /// `$inline$` and `$$display$$`.
    pub math: bool,
    /// Curly quotes, dashes and ellipses.
    pub typographer: Typographer,
    /// `# Heading {#id .class}`.
    pub heading_attributes: bool,
    /// `{.class}` on a line of its own after a block.
    pub block_attributes: bool,
    /// Lines indented by four spaces are code.
    pub indented_code: bool,
    /// An indented blank line after link definitions is an empty paragraph.
    pub empty_paragraphs: bool,
    /// Every line end is a line break.
    pub hard_breaks: bool,
    /// `^up^`.
    pub superscript: bool,
    /// `~down~`; one tilde then strikes nothing.
    pub subscript: bool,
    /// `:tada:` becomes the character.
    pub emoji: bool,
    /// Raw HTML is kept; else it is left out, its text stays.
    pub raw_html: bool,
    /// Raw elements that GFM disallows (`<script>`, `<iframe>` …) are shown as text.
    pub tag_filter: bool,
    /// A heading of level one that comes first is the post's title, which stands elsewhere.
    pub title_heading: bool,
    /// Ids of headings.
    pub heading_ids: HeadingIds,
    /// Footnotes.
    pub footnotes: Footnotes,
    /// The class of a code block.
    pub code_language: CodeLanguage,
    /// What becomes of line ends at the end of a code block.
    pub code_end: CodeEnd,
    /// What `alt` says of an image's text.
    pub alt_text: AltText,
    /// What becomes of links that run a script.
    pub script_links: ScriptLinks,
    /// What becomes of `<!-- more -->`.
    pub excerpt: Excerpt,
    /// Which links lead to other sites.
    pub external_links: ExternalLinks,
    /// Links to other sites have `rel="external"`.
    pub external_links_external: bool,
    /// Links to other sites have `rel="nofollow"`.
    pub external_links_no_follow: bool,
    /// Links to other sites have `rel="noreferrer"`.
    pub external_links_no_referrer: bool,
    /// Links to other sites open a new tab (`target="_blank"`).
    pub external_links_target_blank: bool,
    /// Links to the post's sections and to files beside it begin with its permalink, where that is known.
    pub absolute_links: bool,
    /// The post's own address.
    pub permalink: Option<String>,
}

impl Settings {
    /// CommonMark with nothing added.
    pub const COMMONMARK: Settings = Settings {
        grammar: Grammar::CommonMark,
        tables: false,
        table_alignment: TableAlignment::Style,
        strikethrough: Strikethrough::Off,
        task_lists: TaskLists::Off,
        linkify: Linkify::Off,
        alerts: Alerts::Off,
        definition_lists: false,
        math: false,
        typographer: Typographer::Off,
        heading_attributes: false,
        block_attributes: false,
        indented_code: true,
        empty_paragraphs: false,
        hard_breaks: false,
        superscript: false,
        subscript: false,
        emoji: false,
        raw_html: true,
        tag_filter: false,
        title_heading: false,
        heading_ids: HeadingIds::Off,
        footnotes: Footnotes::Off,
        code_language: CodeLanguage::FirstWord,
        code_end: CodeEnd::Kept,
        alt_text: AltText::Text,
        script_links: ScriptLinks::Kept,
        excerpt: Excerpt::Off,
        external_links: ExternalLinks::Http,
        external_links_external: false,
        external_links_no_follow: false,
        external_links_no_referrer: false,
        external_links_target_blank: false,
        absolute_links: false,
        permalink: None,
    };

    /// The same settings with one of them changed. `key` is one of [`KEYS`], `value` as that key says.
    pub fn apply(mut self, key: &str, value: &str) -> Result<Settings, SettingProblem> {
        let known = keys::by_name(key).ok_or_else(|| SettingProblem::UnknownKey(key.to_owned()))?;
        if known.set(&mut self, value) {
            Ok(self)
        } else {
            Err(SettingProblem::UnknownValue {
                key: known.name,
                value: value.to_owned(),
                values: known.values,
            })
        }
    }
}
