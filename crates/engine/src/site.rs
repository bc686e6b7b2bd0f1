//! Owns what is known of the site that a post belongs to: what its configuration declares, what its other posts do.

use foreword_core::FrontMatter;
use foreword_core::generators::Generator;
use foreword_core::schema::{self, Schema, import, learn};
use foreword_wire::PostFile;

/// A site, as far as it was told.
#[derive(Debug, Default)]
pub(crate) struct Site {
    learner: learn::Learner,
    learned: Option<learn::Learned>,
    collections: Vec<import::Collection>,
    /// Counts what was told, so that a form that depends on it can be seen to be old.
    version: u32,
}

impl Site {
    /// Takes files of the site into account: configuration by its path, and posts.
    pub(crate) fn add(&mut self, files: &[PostFile]) {
        self.version += 1;
        for file in files {
            if import::source_of(&file.path).is_some() {
                self.collections.extend(import::read(&file.path, &file.text));
            } else if let Some(header) = FrontMatter::read(&file.text) {
                self.learner.add(&file.text, &header);
            }
        }
        self.learned = Some(self.learner.clone().finish());
    }

    /// Forgets everything: it is another site.
    pub(crate) fn forget(&mut self) {
        *self = Site { version: self.version + 1, ..Site::default() };
    }

    /// How often it was told something.
    pub(crate) fn version(&self) -> u32 {
        self.version
    }

    /// The schema of a post: its generator's, with what the site declares and does, and what the post itself does.
    pub(crate) fn schema(
        &self,
        source: &str,
        header: Option<&FrontMatter>,
        generator: &Generator,
        file: Option<&str>,
    ) -> Schema {
        let base = schema::for_generator(generator.id, file);
        let imported = import::for_post(&self.collections, header, file);
        let of_site = schema::merge(base, imported, self.learned.as_ref());
        let own = header.map(|header| learn::from_posts([(source, header)]));
        schema::merge(of_site, None, own.as_ref())
    }
}
