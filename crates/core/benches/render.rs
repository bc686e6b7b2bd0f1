//! Rendering a whole post beside pulldown-cmark's own HTML writer, in turn and pair by pair, so that a machine whose
//! speed drifts does not move the ratio. Run: `cargo bench -p foreword-core --bench render`, with `-- hugo` for one
//! dialect. It is no test: nothing fails on time.
#![expect(clippy::unwrap_used, reason = "what cannot be read ends the benchmark")]

use foreword_core::{Context, Document, dialects, html};
use pulldown_cmark::{Options, Parser};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Sizes of the posts (bytes) and how often each pair is measured.
const SIZES: [(usize, usize); 3] = [(25_000, 400), (100_000, 120), (1_000_000, 15)];

/// The project's own sample posts, one after the other, until so many bytes are there.
fn post(bytes: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/posts");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            let start =
                Document::parse(&text, Context::default()).front_matter.map_or(0, |header| header.span.end);
            text.get(start..).unwrap().to_owned()
        })
        .collect();
    let mut post = String::new();
    while post.len() < bytes {
        texts.iter().for_each(|text| post.push_str(text));
    }
    post
}

/// What pulldown-cmark makes of it by itself, with the extensions that most dialects have.
fn plain(text: &str) -> usize {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, Parser::new_ext(text, options));
    out.len()
}

fn ours(text: &str, dialect: &str) -> usize {
    let document = Document::parse(text, Context { dialect: Some(dialect), ..Context::default() });
    html::render(&document, html::Caps::NONE, None).html().len()
}

fn timed(work: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median<T: Copy + PartialOrd>(values: &mut [T]) -> T {
    values.sort_by(|a, b| a.partial_cmp(b).unwrap());
    *values.get(values.len() / 2).unwrap()
}

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    println!("{:>10}  {:<14} {:>12} {:>14} {:>7}", "bytes", "dialect", "ours", "pulldown-cmark", "ratio");
    for (bytes, pairs) in SIZES {
        let text = post(bytes);
        let is_wanted = |id: &str| wanted.as_deref().is_none_or(|wanted| wanted == id);
        for dialect in dialects::ALL.into_iter().filter(|dialect| is_wanted(dialect.id)) {
            let mut rows: Vec<(f64, f64)> = (0..pairs + 1)
                .map(|_| {
                    let ours = timed(|| ours(black_box(&text), dialect.id));
                    let plain = timed(|| plain(black_box(&text)));
                    (ours.as_secs_f64() * 1e3, plain.as_secs_f64() * 1e3)
                })
                .collect();
            // The first pair warms up.
            rows.remove(0);
            let mut ratios: Vec<f64> = rows.iter().map(|(ours, plain)| ours / plain).collect();
            let (mut ours, mut plain): (Vec<f64>, Vec<f64>) = rows.into_iter().unzip();
            println!(
                "{:>10}  {:<14} {:>9.2} ms {:>11.2} ms {:>7.2}",
                text.len(),
                dialect.id,
                median(&mut ours),
                median(&mut plain),
                median(&mut ratios)
            );
        }
    }
}
