//! Owns the list of panes: each file below draws one part of the page and holds no state but what is being operated.

mod conflicts;
mod dialect;
mod dialogs;
mod elsewhere;
mod front_matter;
mod history;
mod limit;
mod main_menu;
pub(crate) mod menu;
mod new_image;
mod notices;
mod outline;
mod own_words;
mod posts;
mod problems;
pub(crate) mod prose;
mod rendering;
mod save;
mod search;
mod side;
mod side_buttons;
mod status;
mod toolbar;
mod top;
mod view_switch;

pub(crate) use conflicts::Decision;
pub(crate) use dialogs::Dialogs;
pub(crate) use elsewhere::Elsewhere;
pub(crate) use history::History;
pub(crate) use new_image::NewImage;
pub(crate) use notices::Notices;
pub(crate) use problems::{RulePageDialog, Rules};
pub(crate) use side::Side;
pub(crate) use status::Status;
pub(crate) use top::Top;

/// A number with its noun: `1 word`, `2,345 words`.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn counts_are_grouped_and_agree_with_their_noun() {
        assert_eq!(counted(0, "word", "words"), "0 words");
        assert_eq!(counted(1, "word", "words"), "1 word");
        assert_eq!(counted(999, "word", "words"), "999 words");
        assert_eq!(counted(1_234_567, "word", "words"), "1,234,567 words");
    }
}
