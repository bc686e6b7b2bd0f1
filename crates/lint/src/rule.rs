//! Owns what a rule is and how it reports.

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::facts::Facts;
use crate::{Environment, Folder};
use foreword_core::{Document, Span};

/// What a rule is about; the order in which groups are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The header.
    FrontMatter,
    /// How the Markdown is written.
    Markdown,
    /// Letters and words.
    Text,
    /// Where links and images lead.
    Links,
    /// Whether everyone can read it.
    Accessibility,
    /// What the site's generator makes of it.
    Dialect,
    /// Search results and previews in other places.
    Sharing,
}

impl Group {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Group; 7] = [
        Group::FrontMatter,
        Group::Markdown,
        Group::Text,
        Group::Links,
        Group::Accessibility,
        Group::Dialect,
        Group::Sharing,
    ];

    /// Its name in files: kebab case.
    pub fn id(self) -> &'static str {
        match self {
            Group::FrontMatter => "front-matter",
            Group::Markdown => "markdown",
            Group::Text => "text",
            Group::Links => "links",
            Group::Accessibility => "accessibility",
            Group::Dialect => "dialect",
            Group::Sharing => "sharing",
        }
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Group::FrontMatter => "Front matter",
            Group::Markdown => "Markdown",
            Group::Text => "Text",
            Group::Links => "Links and images",
            Group::Accessibility => "Accessibility",
            Group::Dialect => "Site generator",
            Group::Sharing => "Search and sharing",
        }
    }
}

/// Something about a rule that a person can choose.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its name in configuration files: snake case, the same as markdownlint's where it has one.
    pub name: &'static str,
    /// What it is when nobody chooses, as written in a file.
    pub default: &'static str,
    /// What it does, as a sentence.
    pub about: &'static str,
}

/// A rule. Its id names the fault and reads well after "allow".
#[derive(Debug)]
pub struct Rule {
    /// Kebab case, the same as its file's name.
    pub id: &'static str,
    /// Ids of the same rule in markdownlint.
    pub aliases: &'static [&'static str],
    /// What it is about.
    pub group: Group,
    /// How much its findings matter.
    pub severity: Severity,
    /// Whether it is quiet until somebody asks for it.
    pub quiet: bool,
    /// What can be chosen about it.
    pub choices: &'static [Choice],
    /// Markdown: a line on what it finds, then **Why**, a bad and a good example, **Fix**, **Source**. Empty
    /// without the feature `docs`: a page fetches them when somebody wants to read them.
    pub docs: &'static str,
    /// Looks at a document and reports.
    pub check: fn(&mut Context<'_, '_>),
}

/// What a rule sees while it checks.
pub struct Context<'d, 'a> {
    /// The post.
    pub document: &'d Document<'a>,
    /// Its lines and elements.
    pub facts: &'d Facts,
    environment: &'d Environment<'d>,
    rule: &'static Rule,
    found: &'d mut Vec<Diagnostic>,
}

impl<'d, 'a> Context<'d, 'a> {
    pub(crate) fn new(
        document: &'d Document<'a>,
        facts: &'d Facts,
        environment: &'d Environment<'d>,
        rule: &'static Rule,
        found: &'d mut Vec<Diagnostic>,
    ) -> Self {
        Context { document, facts, environment, rule, found }
    }

    /// The whole text.
    pub fn source(&self) -> &'a str {
        self.document.source
    }

    /// What is chosen for one of the rule's choices.
    pub fn chosen(&self, name: &str) -> &'d str {
        let default =
            self.rule.choices.iter().find(|choice| choice.name == name).map(|choice| choice.default);
        self.config().choice(self.rule.id, name).or(default).unwrap_or_default()
    }

    /// The same as a number, where it is one.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.chosen(name).parse().ok()
    }

    /// Whether a choice is `true`.
    pub fn is_on(&self, name: &str) -> bool {
        self.chosen(name) == "true"
    }

    /// The same as words, separated by commas.
    pub fn words(&self, name: &str) -> impl Iterator<Item = &'d str> {
        self.chosen(name).split(',').map(str::trim).filter(|word| !word.is_empty())
    }

    /// What is chosen about all rules.
    pub fn config(&self) -> &'d Config {
        self.environment.config
    }

    /// Whether the rule speaks where it would rather be silent by itself: somebody asked for it, or the post is for
    /// no site and must be fine anywhere.
    pub fn is_strict(&self) -> bool {
        let dialect = self.document.choice.dialect.id;
        self.config().is_asked_for(self.rule) || matches!(dialect, "commonmark" | "github")
    }

    /// Whether it is good enough that a writer keeps to one way: this is a post of a site, and nobody asked for the
    /// rule. A post for an unknown generator shows by its front matter that it is one.
    pub fn is_lenient(&self) -> bool {
        let is_known = self.document.choice.dialect.id != "generic";
        !self.is_strict() && (is_known || self.document.front_matter.is_some())
    }

    /// The same as `chosen`, where a text for no site has another default.
    pub fn chosen_or(&self, name: &str, without_site: &'static str) -> &'d str {
        let has_site = !matches!(self.document.choice.dialect.id, "commonmark" | "github");
        match self.config().choice(self.rule.id, name) {
            None if !has_site => without_site,
            _ => self.chosen(name),
        }
    }

    /// The other files of the site, where they are known.
    pub fn folder(&self) -> Option<&'d Folder> {
        self.environment.folder
    }

    /// The file's name, with folders where they are known.
    pub fn file_name(&self) -> Option<&'d str> {
        self.environment.file_name
    }

    /// Id of the generator whose keys apply, where somebody asked for one.
    pub fn generator(&self) -> Option<&'d str> {
        self.environment.generator
    }

    /// The current instant in Unix seconds, where it is known, and the writer's zone in minutes east of UTC.
    pub fn now(&self) -> Option<(i64, i32)> {
        self.environment.now
    }

    /// Reports a finding; a span without text is widened to the character after it, at the end to the one before.
    pub fn report(&mut self, span: Span, message: impl Into<String>, fixes: Vec<Fix>) {
        self.report_as(self.rule.severity, span, message, fixes);
    }

    /// The same, where a finding matters less or more than others of the rule; what somebody chose goes before it.
    pub fn report_as(&mut self, severity: Severity, span: Span, message: impl Into<String>, fixes: Vec<Fix>) {
        let source = self.document.source;
        let span = match source.get(span.start..).and_then(|rest| rest.chars().next()) {
            Some(next) if span.is_empty() => Span::new(span.start, span.start + next.len_utf8()),
            None => {
                let last = source.chars().next_back().map_or(0, char::len_utf8);
                Span::new(source.len() - last, source.len())
            }
            _ => span,
        };
        self.found.push(Diagnostic {
            rule: self.rule.id,
            group: self.rule.group,
            severity: self.config().chosen_severity(self.rule).unwrap_or(severity),
            span,
            message: message.into(),
            fixes,
        });
    }
}

/// Declares a rule with its documentation in one place.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])*
        $name:ident {
            id: $id:literal,
            $(aliases: [$($alias:literal),* $(,)?],)?
            group: $group:ident,
            severity: $severity:ident,
            $(quiet: $quiet:literal,)?
            $(choices: [$($choice:literal = $default:literal: $about:literal),* $(,)?],)?
            check: $check:path $(,)?
        }
    ) => {
        // Not as documentation of the item: rustdoc does not know what stands after `md` in the examples.
        pub(crate) static $name: $crate::Rule = $crate::Rule {
            id: $id,
            aliases: &[$($($alias),*)?],
            group: $crate::Group::$group,
            severity: $crate::Severity::$severity,
            quiet: false $(|| $quiet)?,
            choices: &[$($($crate::Choice { name: $choice, default: $default, about: $about }),*)?],
            docs: if cfg!(any(feature = "docs", test)) { concat!($($doc, "\n"),*) } else { "" },
            check: $check,
        };
    };
}
pub(crate) use rule;
