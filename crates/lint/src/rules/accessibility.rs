//! Owns the list of rules about whether everyone can read a post.

use super::rules;

rules! {
    bold_line_as_heading::BOLD_LINE_AS_HEADING,
    emoji_in_heading::EMOJI_IN_HEADING,
    empty_table_header::EMPTY_TABLE_HEADER,
    file_name_as_alt_text::FILE_NAME_AS_ALT_TEXT,
    long_alt_text::LONG_ALT_TEXT,
    missing_alt_text::MISSING_ALT_TEXT,
    placeholder_alt_text::PLACEHOLDER_ALT_TEXT,
    redundant_alt_text::REDUNDANT_ALT_TEXT,
    repeated_emoji::REPEATED_EMOJI,
    sensory_instruction::SENSORY_INSTRUCTION,
    unnamed_link::UNNAMED_LINK,
    untitled_iframe::UNTITLED_IFRAME,
    vague_iframe_title::VAGUE_IFRAME_TITLE,
}
