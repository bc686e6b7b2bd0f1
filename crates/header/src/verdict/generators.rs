//! Owns which function judges for which generator.

mod conventions;
mod docusaurus;
mod eleventy;
mod hugo;
mod jekyll;
mod zola;

use super::case::{Case, Outcome};
use super::rules::{self, Rules};

/// Judges a post: adds reasons and traps to the case and says when it is published.
pub(super) type Judge = fn(&mut Case<'_>, &mut Outcome);

/// The rules of a generator, and its judge.
pub(super) fn by_id(id: &str) -> (&'static Rules, Judge) {
    match id {
        "hugo" => (&rules::HUGO, hugo::judge),
        "jekyll" => (&rules::JEKYLL, jekyll::judge),
        "zola" => (&rules::ZOLA, zola::judge),
        "eleventy" => (&rules::ELEVENTY, eleventy::judge),
        "astro" => (&rules::ASTRO, conventions::astro),
        "docusaurus" => (&rules::DOCUSAURUS, docusaurus::judge),
        "gatsby" => (&rules::GATSBY, conventions::gatsby),
        _ => (&rules::GENERIC, conventions::generic),
    }
}
