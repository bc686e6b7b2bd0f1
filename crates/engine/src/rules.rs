//! Owns what the linter knows besides the open post: its configuration from the site's files, and the paths of those.

use crate::convert;
use foreword_lint::config::is_configuration;
use foreword_lint::{Config, Diagnostic, Environment, Folder, lint_in};
use foreword_wire::{PostFile, RuleLevel};

/// What was learned for the linter.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    /// Files that say something about rules, as they came.
    files: Vec<PostFile>,
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
    /// Takes those of the files that configure the linter; gives what is wrong in them, as sentences.
    pub(crate) fn learn(&mut self, files: &[PostFile]) -> Vec<String> {
        let before = self.files.len();
        self.files.extend(files.iter().filter(|file| is_configuration(&file.path)).cloned());
        if self.files.len() == before {
            return Vec::new();
        }
        let texts: Vec<(&str, &str)> =
            self.files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
        let (config, problems) = Config::read(&texts);
        self.config = config;
        problems
            .into_iter()
            .map(|problem| format!("{}, line {}: {}", problem.path, problem.line, problem.message))
            .collect()
    }

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
