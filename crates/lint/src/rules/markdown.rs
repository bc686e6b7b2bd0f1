//! Owns the list of rules about how Markdown is written.

mod emphasis_markers;
mod tables;

use super::rules;

rules! {
    bare_url::BARE_URL,
    code_without_language::CODE_WITHOUT_LANGUAGE,
    duplicate_footnote::DUPLICATE_FOOTNOTE,
    empty_section::EMPTY_SECTION,
    fence_without_blank_lines::FENCE_WITHOUT_BLANK_LINES,
    inline_html::INLINE_HTML,
    list_without_blank_lines::LIST_WITHOUT_BLANK_LINES,
    markdown_in_html::MARKDOWN_IN_HTML,
    merge_conflict::MERGE_CONFLICT,
    missing_final_newline::MISSING_FINAL_NEWLINE,
    missing_table_cells::MISSING_TABLE_CELLS,
    mixed_code_block_styles::MIXED_CODE_BLOCK_STYLES,
    mixed_emphasis_markers::MIXED_EMPHASIS_MARKERS,
    mixed_fence_styles::MIXED_FENCE_STYLES,
    mixed_strong_markers::MIXED_STRONG_MARKERS,
    mixed_table_pipes::MIXED_TABLE_PIPES,
    mixed_thematic_breaks::MIXED_THEMATIC_BREAKS,
    nested_fence::NESTED_FENCE,
    skipped_heading_level::SKIPPED_HEADING_LEVEL,
    space_inside_code::SPACE_INSIDE_CODE,
    space_inside_emphasis::SPACE_INSIDE_EMPHASIS,
    space_inside_link::SPACE_INSIDE_LINK,
    surplus_table_cells::SURPLUS_TABLE_CELLS,
    table_without_blank_lines::TABLE_WITHOUT_BLANK_LINES,
    unclosed_comment::UNCLOSED_COMMENT,
    undefined_footnote::UNDEFINED_FOOTNOTE,
    unused_footnote::UNUSED_FOOTNOTE,
}
