//! Owns the list of rules about letters and words.

use super::rules;

rules! {
    bidirectional_control::BIDIRECTIONAL_CONTROL,
    confusable_letters::CONFUSABLE_LETTERS,
    double_space::DOUBLE_SPACE,
    garbled_text::GARBLED_TEXT,
    invisible_character::INVISIBLE_CHARACTER,
    repeated_word::REPEATED_WORD,
    todo_in_comment::TODO_IN_COMMENT,
    todo_in_text::TODO_IN_TEXT,
}
