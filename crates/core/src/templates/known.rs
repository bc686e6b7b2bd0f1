//! Owns the values that templates may ask for: those of the header and of the site's configuration.

use super::custom::Templates;
use crate::front_matter::{FrontMatter, Node, Value};
use crate::site::Site;

/// What is known where a post is read.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// The post.
    pub source: &'k str,
    /// Its header.
    pub front_matter: Option<&'k FrontMatter>,
    /// Its site, as far as it was told.
    pub site: Option<&'k Site>,
}

impl<'k> Known<'k> {
    pub(super) fn templates(&self) -> Option<&'k Templates> {
        self.site.map(|site| &site.templates)
    }

    /// The value under a dotted path in the header, as text; none for lists and maps.
    pub(super) fn of_page(&self, path: &str) -> Option<String> {
        let header = self.front_matter?;
        let mut steps = path.split('.');
        let mut node: &Node = header.get(&[steps.next()?])?;
        for step in steps {
            let Value::Map(entries) = &node.value else { return None };
            node = &entries.iter().find(|entry| entry.key == step)?.value;
        }
        match &node.value {
            Value::String(text) | Value::Number(text) | Value::Date(text) => Some(text.clone()),
            Value::Bool(truth) => Some(truth.to_string()),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The value under a dotted path in the site's configuration, as text.
    pub(super) fn of_site(&self, path: &str) -> Option<String> {
        self.site?.value(path).map(str::to_owned)
    }
}
