//! What kramdown makes of a text, construct by construct.

use crate::html::{Caps, render};
use crate::{Context, Document};
use insta::assert_snapshot;

fn html(source: &str) -> String {
    let document = Document::parse(source, Context { dialect: Some("jekyll"), ..Context::default() });
    render(&document, Caps::NONE, None).html()
}
