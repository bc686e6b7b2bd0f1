//! Owns checking words against a Hunspell dictionary, and what might have been meant.
//!
//! This is a module of its own, which the page loads only for those who switch spell checking on. Which words of a
//! post are prose is not its business: the engine has parsed the post anyway and says so with each analysis. With a
//! parser in here it would be ten times as large, and every post would be parsed twice.

mod exports;
mod personal;
mod script;

use script::Script;
use spellbook::Dictionary;

pub use exports::{check, load, suggest};
pub use personal::Personal;

/// So many proposals are of use; the first are the best.
const MOST: usize = 5;

/// Longer words (characters) get no proposals: looking for words like them takes seconds, and they are rarely words.
const LONGEST: usize = 30;

/// A dictionary.
#[derive(Debug)]
pub struct Checker {
    dictionary: Dictionary,
    script: Script,
}

impl Checker {
    /// Reads a dictionary's two files. The problem is a sentence for the console, not for the writer.
    pub fn load(aff: &str, dic: &str) -> Result<Checker, String> {
        let dictionary = Dictionary::new(aff, dic).map_err(|problem| problem.to_string())?;
        Ok(Checker { dictionary, script: Script::of_text(dic) })
    }

    /// Whether a word is spelled right, as far as the dictionary and the writer's own words tell.
    pub fn is_right(&self, word: &str, personal: &Personal) -> bool {
        let plain = plain(word);
        self.knows(word, personal)
            || self.knows(&plain, personal)
            // Of a compound each part may be a word of the writer.
            || (plain.contains('-') && plain.split('-').all(|part| part.is_empty() || self.knows(part, personal)))
    }

    fn knows(&self, word: &str, personal: &Personal) -> bool {
        !self.script.is_in(word) || personal.has(word) || self.dictionary.check(word)
    }

    /// What may have been meant, best first, with the apostrophe that the word is written with.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        if word.chars().count() > LONGEST {
            return Vec::new();
        }
        let mut found = Vec::new();
        self.dictionary.suggest(&plain(word), &mut found);
        let (not_used, used) = if word.contains('’') { ("'", "’") } else { ("’", "'") };
        let mut proposals: Vec<String> = Vec::new();
        for proposal in found {
            let proposal = proposal.replace(not_used, used);
            // Two words are proposed with a space and with a hyphen; one of both is enough.
            let is_said = proposals.contains(&proposal) || proposals.contains(&proposal.replace('-', " "));
            if proposal != word && !is_said {
                proposals.push(proposal);
            }
        }
        proposals.truncate(MOST);
        proposals
    }
}

/// The word as dictionaries have it: a plain apostrophe, a plain hyphen, nothing that is not seen.
fn plain(word: &str) -> String {
    let shown = word.chars().filter(|c| !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}'));
    shown
        .map(|c| match c {
            '’' | 'ʼ' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AFF: &str =
        "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s [^s]\nSFX P Y 1\nSFX P 0 's .\n";
    const DIC: &str = "8\nharbour/SP\nlight/S\nhouse/S\nreceive/S\nthe\ndon't\nMaria\ncafé\n";

    fn wrong<'a>(words: &[&'a str], personal: &[&str]) -> Vec<&'a str> {
        let checker = Checker::load(AFF, DIC).unwrap();
        let personal = Personal::new(personal.iter().map(|word| (*word).to_owned()));
        words.iter().filter(|word| !checker.is_right(word, &personal)).copied().collect()
    }

    #[test]
    fn words_and_their_forms_are_known_and_others_are_not() {
        let words =
            ["harbour", "Harbours", "harbour's", "light-house", "Maria", "harbur", "maria", "lights-hose"];
        assert_eq!(wrong(&words, &[]), ["harbur", "maria", "lights-hose"]);
    }

    #[test]
    fn an_apostrophe_of_either_sort_and_invisible_characters_make_no_fault() {
        assert_eq!(wrong(&["don’t", "don't", "har\u{AD}bour", "light\u{2011}house"], &[]), [""; 0]);
    }

    #[test]
    fn words_in_another_script_are_not_for_this_dictionary() {
        assert_eq!(wrong(&["маяк", "λόγος", "cafè"], &[]), ["cafè"]);
        let russian = Checker::load("SET UTF-8\n", "1\nмаяк\n").unwrap();
        let nothing = Personal::default();
        assert!(russian.is_right("lighthouse", &nothing) && russian.is_right("маяк", &nothing));
        assert!(!russian.is_right("майак", &nothing));
    }

    #[test]
    fn the_writers_own_words_are_right_also_in_a_compound() {
        assert_eq!(wrong(&["Zola", "zola-light", "Zola-harbur", "Zola"], &["zola"]), ["Zola-harbur"]);
    }

    #[test]
    fn proposals_come_best_first_with_the_writers_apostrophe() {
        let checker = Checker::load(AFF, DIC).unwrap();
        assert_eq!(checker.suggest("recieve").first().map(String::as_str), Some("receive"));
        assert_eq!(checker.suggest("Teh").first().map(String::as_str), Some("The"));
        assert_eq!(checker.suggest("dno’t"), ["don’t"]);
        assert_eq!(checker.suggest("dno't"), ["don't"]);
    }

    #[test]
    fn two_words_are_proposed_in_one_way() {
        let checker = Checker::load(AFF, DIC).unwrap();
        let proposals = checker.suggest("lighthouse");
        assert!(proposals.contains(&"light house".to_owned()), "{proposals:?}");
        assert!(!proposals.contains(&"light-house".to_owned()), "{proposals:?}");
    }

    #[test]
    fn there_are_at_most_five_proposals_and_none_for_a_word_without_end() {
        let many: Vec<String> = "bcdfghlmnp".chars().map(|c| format!("{c}at")).collect();
        let checker =
            Checker::load("SET UTF-8\nTRY bcdfghlmnpzat\n", &format!("10\n{}\n", many.join("\n"))).unwrap();
        assert_eq!(checker.suggest("zat").len(), 5);
        assert_eq!(checker.suggest(&"at".repeat(16)), [""; 0]);
    }

    #[test]
    fn a_damaged_dictionary_is_an_error_and_no_panic() {
        assert!(Checker::load("SFX A Y many\n", "x\n").is_err());
    }
}
