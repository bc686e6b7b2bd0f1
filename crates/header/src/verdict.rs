//! Owns the publish verdict: whether a post will be published, when, and why, by the rules of its generator.
//!
//! There is no clock here: the instant to judge at is an argument, and so is the zone of the person who asks.
//! What a generator reads is data ([`rules`]); what it does with it is one function each ([`generators`]).
//! An unknown generator is judged by the conventions that most share.

mod case;
pub(crate) mod civil;
mod date;
mod file_name;
mod generators;
mod rules;
#[cfg(test)]
mod tests;
mod traps;
mod wording;

use crate::front_matter::{End, Format, FrontMatter};
use crate::span::{Edit, Span};
use case::{Case, Outcome};

pub use date::{Moment, Precision, Zone, read_date};

/// When and where a post is judged.
#[derive(Clone, Copy, Debug, Default)]
pub struct Circumstances<'a> {
    /// The file's name, with folders where they are known.
    pub file_name: Option<&'a str>,
    /// The instant, in Unix seconds.
    pub now: i64,
    /// The zone of the person who asks, in minutes east of UTC.
    pub viewer_zone: i32,
    /// What is known of the site.
    pub site: SiteTime,
}

/// Settings of a site that bear on publishing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SiteTime {
    /// The site's zone, in minutes east of UTC, where it sets one.
    pub zone: Option<i32>,
    /// True when drafts are built.
    pub build_drafts: bool,
    /// True when posts dated in the future are built.
    pub build_future: bool,
    /// True when expired posts are built.
    pub build_expired: bool,
}

/// Whether a post will be published, when, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The verdict.
    pub publishes: Publishes,
    /// False where the site's own code decides, so that this is only what is usual.
    pub certain: bool,
    /// The verdict as a sentence, in the time of the person who asks.
    pub headline: String,
    /// Why, most telling first; never empty.
    pub because: Vec<Reason>,
    /// What may not be as the writer means it.
    pub traps: Vec<Trap>,
}

/// When a post is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publishes {
    /// With the next build.
    Now,
    /// With the first build after this instant, in Unix seconds.
    From(i64),
    /// Now, until this instant, in Unix seconds.
    Until(i64),
    /// Not as it stands.
    Never,
}

/// Something that a verdict rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// A sentence.
    pub message: String,
    /// The place in the post, where there is one.
    pub span: Option<Span>,
}

/// Something that may not mean what the writer thinks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trap {
    /// What kind of thing it is.
    pub about: TrapKind,
    /// A sentence.
    pub message: String,
    /// The place in the post; empty at the start of the post where it is about the file's name.
    pub span: Span,
    /// How to mend it, where that can be done in the text.
    pub fix: Option<Fix>,
}

/// What a trap is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrapKind {
    /// A date that cannot be read.
    Date,
    /// A date whose zone, or time, the generator makes up.
    Zone,
    /// A date in the future that keeps nothing back.
    Future,
    /// A date that is not the file name's.
    FileNameDate,
    /// A date after the post's end.
    Expiry,
    /// Text where `true`, `false` or a date belongs.
    Type,
    /// A draft that is published all the same.
    Draft,
    /// A file name that the generator passes over.
    FileName,
    /// A header in a language that the generator does not read.
    Format,
}

/// A change that mends a trap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as on a button.
    pub title: String,
    /// The change.
    pub edit: Edit,
}

/// The verdict by the rules of a generator: `hugo`, `jekyll`, `zola`, `eleventy`, `astro`, `docusaurus` or
/// `gatsby`; any other id stands for none in particular. `front_matter` is that of `source`.
pub fn verdict_for(
    generator: &str,
    source: &str,
    front_matter: Option<&FrontMatter>,
    at: &Circumstances<'_>,
) -> Verdict {
    let (rules, judge) = generators::by_id(generator);
    let mut case = Case::new(rules, source, front_matter, *at);
    let mut outcome = Outcome::default();
    if let Some(header) = front_matter.filter(|header| is_broken(header)) {
        let span = header.problems.first().map_or(header.open, |problem| problem.span);
        case.because("The front matter has a mistake, so the site cannot be built with it.", Some(span));
        outcome.hidden = true;
    } else {
        judge(&mut case, &mut outcome);
    }
    let publishes = outcome.publishes(case.stopped, at.now);
    if case.because.is_empty() {
        case.because("Nothing in it holds it back.", None);
    }
    Verdict {
        publishes,
        certain: outcome.certain,
        headline: headline(publishes, outcome.certain, at),
        because: case.because,
        traps: case.traps,
    }
}

/// Anything but a key that stands twice, which some generators let pass outside of TOML.
fn is_broken(header: &FrontMatter) -> bool {
    let only_twice = header.problems.iter().all(|problem| problem.is_repeated_key());
    let tolerated = only_twice && (header.format != Format::Toml || header.problems.is_empty());
    header.end != End::Closed || !tolerated
}

fn headline(publishes: Publishes, certain: bool, at: &Circumstances<'_>) -> String {
    let when = |instant| wording::when(instant, at.now, at.viewer_zone);
    let sentence = match (publishes, certain) {
        (Publishes::Now, true) => "Will be published with the next build".to_owned(),
        (Publishes::Now, false) => "Will probably be published with the next build".to_owned(),
        (Publishes::From(instant), true) => {
            format!("Will be published with the first build after {}", when(instant))
        }
        (Publishes::From(instant), false) => {
            format!("Will probably be published with the first build after {}", when(instant))
        }
        (Publishes::Until(instant), true) => format!("Is published until {}", when(instant)),
        (Publishes::Until(instant), false) => format!("Is probably published until {}", when(instant)),
        (Publishes::Never, true) => "Will not be published".to_owned(),
        (Publishes::Never, false) => "Will probably not be published".to_owned(),
    };
    format!("{sentence}.")
}
