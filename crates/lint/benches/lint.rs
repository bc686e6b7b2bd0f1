//! Owns how long checking takes: parsing a post, and parsing and checking it by all rules that are on when nobody chose.
//! Run: `cargo bench -p foreword-lint --bench lint`, with `-- FILE…` for other posts. It is no test: nothing fails on
//! time. `tests/bench/lint.mjs` has other linters beside it.
#![expect(clippy::unwrap_used, reason = "what cannot be read ends the benchmark")]

use foreword_core::{Context, Document, FrontMatter};
use foreword_lint::{Config, Environment, Level, lint, lint_in, rules};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Each is measured for about so long, but often enough for a median.
const LONG_ENOUGH: Duration = Duration::from_millis(1500);
const OFTEN_ENOUGH: usize = 9;

/// The project's own sample posts, one after the other below the first one's header, until so many bytes are there.
fn post(bytes: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/posts");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let mut post = texts.first().unwrap().clone();
    for text in texts.iter().cycle() {
        if post.len() >= bytes {
            return post;
        }
        let header = FrontMatter::read(text).map_or(0, |header| header.span.end);
        post.push_str(text.get(header..).unwrap());
    }
    post
}

/// The median of how long this takes, in milliseconds, and how often it was done.
fn measured(mut work: impl FnMut() -> usize) -> f64 {
    let mut times = Vec::new();
    let started = Instant::now();
    while started.elapsed() < LONG_ENOUGH || times.len() < OFTEN_ENOUGH {
        let start = Instant::now();
        black_box(work());
        times.push(start.elapsed());
    }
    times.sort();
    times.get(times.len() / 2).unwrap().as_secs_f64() * 1e3
}

fn row(name: &str, text: &str) {
    let parse = measured(|| Document::parse(black_box(text), Context::default()).events.len());
    let both = measured(|| lint(&Document::parse(black_box(text), Context::default())).len());
    let found = lint(&Document::parse(text, Context::default())).len();
    println!(
        "{:>10} bytes  {parse:>9.3} ms parsing  {both:>9.3} ms parsing and checking  {found:>6} findings  {name}",
        text.len()
    );
}

/// How long each rule takes by itself, the slowest first: `-- --rules`.
fn by_rule(text: &str) {
    let document = Document::parse(text, Context::default());
    let time = |only: Option<&str>| {
        let mut config = Config::new();
        for rule in rules::all() {
            config.set_level(rule, if only == Some(rule.id) { Level::On } else { Level::Off });
        }
        let environment = Environment { config: &config, ..Environment::default() };
        let mut times: Vec<Duration> = (0..OFTEN_ENOUGH)
            .map(|_| {
                let start = Instant::now();
                black_box(lint_in(black_box(&document), &environment).len());
                start.elapsed()
            })
            .collect();
        times.sort();
        times.get(OFTEN_ENOUGH / 2).unwrap().as_secs_f64() * 1e3
    };
    let nothing = time(None);
    println!("{nothing:>9.3} ms for the facts that rules share");
    let mut rows: Vec<(f64, &str)> =
        rules::all().map(|rule| (time(Some(rule.id)) - nothing, rule.id)).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    rows.iter().for_each(|(time, id)| println!("{time:>9.3} ms  {id}"));
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.iter().any(|argument| argument == "--rules") {
        return by_rule(&post(1_000_000));
    }
    for path in &arguments {
        row(path, &std::fs::read_to_string(path).unwrap());
    }
    if arguments.is_empty() {
        [25_000, 1_000_000].into_iter().for_each(|bytes| row("the sample posts", &post(bytes)));
    }
}
