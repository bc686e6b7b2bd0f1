//! Owns the list of rules about how Markdown is written.

use super::rules;

rules! {
    bare_url::BARE_URL,
    crowded_heading::CROWDED_HEADING,
    extra_closed_heading_space::EXTRA_CLOSED_HEADING_SPACE,
    extra_heading_space::EXTRA_HEADING_SPACE,
    extra_marker_space::EXTRA_MARKER_SPACE,
    extra_quote_space::EXTRA_QUOTE_SPACE,
    hard_tab::HARD_TAB,
    heading_punctuation::HEADING_PUNCTUATION,
    indented_heading::INDENTED_HEADING,
    misnumbered_item::MISNUMBERED_ITEM,
    missing_closed_heading_space::MISSING_CLOSED_HEADING_SPACE,
    missing_heading_space::MISSING_HEADING_SPACE,
    mixed_bullets::MIXED_BULLETS,
    mixed_heading_styles::MIXED_HEADING_STYLES,
    odd_list_indent::ODD_LIST_INDENT,
    prompt_without_output::PROMPT_WITHOUT_OUTPUT,
    repeated_blank_lines::REPEATED_BLANK_LINES,
    repeated_heading::REPEATED_HEADING,
    reversed_link::REVERSED_LINK,
    second_title::SECOND_TITLE,
    skipped_heading_level::SKIPPED_HEADING_LEVEL,
    split_quote::SPLIT_QUOTE,
    trailing_spaces::TRAILING_SPACES,
    uneven_list_indent::UNEVEN_LIST_INDENT,
}
