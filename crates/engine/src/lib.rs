//! Owns answering the kernel's requests: core and lint, turned into wire values.
//!
//! Invariant: an answer depends on the request and on the blocks of the answer before, nothing else.

mod convert;
mod exports;
mod splice;

use foreword_core::dialects;
use foreword_core::html::{self, Caps};
use foreword_core::text::LineIndex;
use foreword_core::{Context, Document};
use foreword_wire::{Analysed, DialectInfo, PROTOCOL, Request, Response};
use splice::Sent;

pub use convert::{diagnostic as diagnostic_to_wire, front_matter as front_matter_to_wire};
pub use exports::handle;

/// Answers requests, and remembers which blocks it has sent.
#[derive(Debug, Default)]
pub struct Engine {
    sent: Vec<Sent>,
}

impl Engine {
    /// An engine that has sent nothing yet.
    pub fn new() -> Engine {
        Engine::default()
    }

    /// The answer to a request.
    pub fn handle(&mut self, request: Request) -> Response {
        match request {
            Request::Hello { .. } => Response::Ready { protocol: PROTOCOL, dialects: dialects() },
            Request::Analyse { rev, text, file_name, dialect, reset } => {
                let context = Context { file_name: file_name.as_deref(), dialect: dialect.as_deref() };
                Response::Analysed { result: self.analyse(rev, &text, context, reset) }
            }
        }
    }

    fn analyse(&mut self, rev: u32, text: &str, context: Context<'_>, reset: bool) -> Analysed {
        let document = Document::parse(text, context);
        let index = LineIndex::new(text);
        let rendered = html::render(&document, Caps::PREVIEW, Some(&index));
        let blocks = rendered.blocks.into_iter().map(|block| convert::block(&index, block)).collect();
        Analysed {
            rev,
            dialect: convert::choice(&document.choice),
            blocks: splice::against(&mut self.sent, blocks, reset),
            diagnostics: foreword_lint::lint(&document)
                .iter()
                .map(|found| convert::diagnostic(&index, found))
                .collect(),
            front_matter: document.front_matter.as_ref().map(|header| convert::front_matter(&index, header)),
            outline: document.headings.iter().map(|heading| convert::heading(&index, heading)).collect(),
            stats: convert::stats(document.stats()),
            title: document.title().map(str::to_owned),
            lang: document.language().map(str::to_owned),
            shortened: rendered.shortened.map(str::to_owned),
        }
    }
}

fn dialects() -> Vec<DialectInfo> {
    let info = |dialect: &&dialects::Dialect| DialectInfo {
        id: dialect.id.to_owned(),
        name: dialect.name.to_owned(),
        about: dialect.about.to_owned(),
    };
    dialects::ALL.iter().map(info).collect()
}
