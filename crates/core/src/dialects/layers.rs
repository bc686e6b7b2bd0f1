//! Owns settings on top of each other: a dialect's defaults, then what the site sets, then what a person sets by hand.
//! Each value knows where it came from.

use super::settings::{KEYS, Key, SettingProblem, Settings};

/// Where the value of a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is the dialect's default.
    Dialect,
    /// A file of the site sets it.
    Site {
        /// The file's path from the site's root.
        file: String,
        /// The line, from 1.
        line: usize,
    },
    /// A person set it for this post.
    ByHand,
}

/// Settings, and where each came from.
#[derive(Clone, Debug)]
pub struct Layers {
    defaults: Settings,
    settings: Settings,
    /// In the order of [`KEYS`].
    origins: Vec<Origin>,
}

impl Layers {
    /// Nothing but these defaults.
    pub fn over(defaults: Settings) -> Layers {
        Layers { settings: defaults.clone(), defaults, origins: vec![Origin::Dialect; KEYS.len()] }
    }

    /// Sets a value on top of what is there. What it cannot be set to changes nothing.
    pub fn set(&mut self, key: &str, value: &str, origin: Origin) -> Result<(), SettingProblem> {
        self.settings = self.settings.clone().apply(key, value)?;
        if let Some((_, slot)) = KEYS.iter().zip(&mut self.origins).find(|(known, _)| known.name == key) {
            *slot = origin;
        }
        Ok(())
    }

    /// The settings with all that was set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Every setting in the order to show them: its key, its value, its default and where the value came from.
    pub fn active(&self) -> impl Iterator<Item = (&'static Key, &str, &str, &Origin)> {
        KEYS.iter()
            .zip(&self.origins)
            .map(|(key, origin)| (key, key.get(&self.settings), key.get(&self.defaults), origin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialects;

    fn hugo() -> Layers {
        Layers::over(dialects::by_id("hugo").unwrap().settings.clone())
    }

    #[track_caller]
    fn check(layers: &Layers, key: &str, value: &str, default: &str, origin: &Origin) {
        let found = layers.active().find(|(known, ..)| known.name == key).unwrap();
        assert_eq!((found.1, found.2, found.3), (value, default, origin));
    }

    fn site() -> Origin {
        Origin::Site { file: "hugo.toml".to_owned(), line: 7 }
    }

    #[test]
    fn a_value_is_the_dialects_until_something_sets_it() {
        let layers = hugo();
        check(&layers, "raw-html", "off", "off", &Origin::Dialect);
        assert_eq!(layers.active().count(), KEYS.len());
    }

    #[test]
    fn the_last_one_to_set_it_counts() {
        let mut layers = hugo();
        layers.set("raw-html", "on", site()).unwrap();
        layers.set("footnotes", "off", site()).unwrap();
        layers.set("footnotes", "github", Origin::ByHand).unwrap();
        check(&layers, "raw-html", "on", "off", &site());
        check(&layers, "footnotes", "github", "goldmark", &Origin::ByHand);
        assert!(layers.settings().raw_html);
    }

    #[test]
    fn what_is_set_to_its_default_still_says_who_did() {
        let mut layers = hugo();
        layers.set("raw-html", "off", Origin::ByHand).unwrap();
        check(&layers, "raw-html", "off", "off", &Origin::ByHand);
    }

    #[test]
    fn what_cannot_be_set_changes_nothing() {
        let mut layers = hugo();
        assert!(layers.set("raw-html", "perhaps", Origin::ByHand).is_err());
        assert!(layers.set("colour", "red", Origin::ByHand).is_err());
        check(&layers, "raw-html", "off", "off", &Origin::Dialect);
    }
}
