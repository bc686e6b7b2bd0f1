//! Owns what the linter knows besides the open post: its configuration from the site's files, and the paths of those.

use crate::convert;
use foreword_lint::{Config, Diagnostic, Environment, Folder, lint_in};
use foreword_wire::RuleLevel;

/// What was learned for the linter.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    config: Config,
    folder: Option<Folder>,
}

/// What is known of the open post itself.
pub(crate) struct About<'a> {
    pub(crate) file_name: Option<&'a str>,
    pub(crate) generator: Option<&'a str>,
    /// Unix seconds, and minutes east of UTC.
    pub(crate) now: (i64, i32),
    /// What a person chose.
    pub(crate) levels: &'a [RuleLevel],
}

impl Rules {
    /// Takes the paths of all files of the site.
    pub(crate) fn learn_paths(&mut self, paths: Vec<String>) {
        self.folder = Some(Folder::new(paths));
    }

    /// Forgets everything: it is another site.
    pub(crate) fn forget(&mut self) {
        *self = Rules::default();
    }

    /// The findings about a post.
    pub(crate) fn lint(&self, document: &foreword_core::Document<'_>, about: &About<'_>) -> Vec<Diagnostic> {
        let config = convert::config(&self.config, about.levels);
        let environment = Environment {
            config: &config,
            folder: self.folder.as_ref(),
            file_name: about.file_name,
            generator: about.generator,
            now: Some(about.now),
        };
        lint_in(document, &environment)
    }
}
