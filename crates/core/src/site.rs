//! Owns what is known of the site that a post belongs to: settings and values from its configuration, and its templates.

use crate::templates::Templates;

/// A site, as far as it was told.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Its own templates for its own constructs.
    pub templates: Templates,
}

impl Site {
    /// The value under a dotted path in its configuration.
    pub fn value(&self, _path: &str) -> Option<&str> {
        None
    }
}
