//! Owns the list of rules about what a generator makes of a post.

use super::rules;

rules! {
    broken_template_call::BROKEN_TEMPLATE_CALL,
    component_in_markdown::COMPONENT_IN_MARKDOWN,
    dropped_html::DROPPED_HTML,
    emoji_name_as_text::EMOJI_NAME_AS_TEXT,
    fence_as_text::FENCE_AS_TEXT,
    foreign_markup::FOREIGN_MARKUP,
    foreign_template_call::FOREIGN_TEMPLATE_CALL,
    indented_code_as_text::INDENTED_CODE_AS_TEXT,
    lazy_quote_line::LAZY_QUOTE_LINE,
    single_tilde::SINGLE_TILDE,
    swallowed_list::SWALLOWED_LIST,
    swallowed_table::SWALLOWED_TABLE,
    unknown_shortcode::UNKNOWN_SHORTCODE,
    unsupported_syntax::UNSUPPORTED_SYNTAX,
}
