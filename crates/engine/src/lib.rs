//! Owns answering the kernel's requests: core and lint, turned into wire values.
//!
//! Invariant: an answer depends on the request and on the blocks of the answer before, nothing else.

mod change;
mod convert;
mod exports;
mod form;
mod rendering;
mod rules;
mod site;
mod splice;

use change::Here;
use foreword_core::generators::{self, GeneratorChoice};
use foreword_core::html::{self, Caps};
use foreword_core::site::Site as Configuration;
use foreword_core::text::LineIndex;
use foreword_core::verdict::{Circumstances, SiteTime, verdict_for};
use foreword_core::{Context, Document, dialects, prose};
use foreword_wire::{
    Analysed, DialectInfo, Form, GeneratorInfo, PROTOCOL, PostFile, PostSummary, RenderSetting, Request,
    Response, RuleLevel, SetByHand,
};
use rules::{About, Rules};
use site::Site;
use splice::Sent;
use std::rc::Rc;

pub use convert::diagnostic as diagnostic_to_wire;
pub use exports::handle;

/// Answers requests, and remembers what it has sent.
#[derive(Debug, Default)]
pub struct Engine {
    sent: Vec<Sent>,
    form: Option<SentForm>,
    settings: Option<SentSettings>,
    site: Site,
    /// The site's configuration and templates.
    configuration: Rc<Configuration>,
    rules: Rules,
}

/// What a form depends on, as of the last one sent.
#[derive(Debug, PartialEq, Eq)]
struct SentForm {
    header: String,
    generator: &'static str,
    file: Option<String>,
    title: Option<String>,
    /// [`Site::version`].
    site: u32,
}

/// What the settings of the rendering depend on, as of the last ones sent.
#[derive(Debug, PartialEq, Eq)]
struct SentSettings {
    dialect: &'static str,
    by_hand: Vec<SetByHand>,
    /// [`Site::version`].
    site: u32,
}

/// What a request says about the post besides its text.
#[derive(Clone, Copy)]
struct Post<'a> {
    context: Context<'a>,
    by_hand: &'a [SetByHand],
    generator: Option<&'a str>,
    levels: &'a [RuleLevel],
    /// Unix seconds.
    now: u32,
    /// Minutes east of UTC.
    zone: i32,
}

impl Engine {
    /// An engine that has sent nothing yet.
    pub fn new() -> Engine {
        Engine::default()
    }

    /// The answer to a request.
    pub fn handle(&mut self, request: Request) -> Response {
        let configuration = Rc::clone(&self.configuration);
        let site = Some(&*configuration);
        match request {
            Request::Hello { .. } => {
                let rules = foreword_lint::rules::all().map(convert::rule).collect();
                Response::Ready { protocol: PROTOCOL, dialects: dialects(), generators: generators(), rules }
            }
            Request::Analyse {
                rev,
                text,
                file_name,
                dialect,
                settings,
                generator,
                rules,
                now,
                zone,
                reset,
                words,
            } => {
                let context = Context {
                    file_name: file_name.as_deref(),
                    dialect: dialect.as_deref(),
                    site,
                    ..Context::default()
                };
                let generator = generator.as_deref();
                let post = Post { context, by_hand: &settings, generator, levels: &rules, now, zone };
                Response::Analysed { result: self.analyse(rev, &text, post, reset, words) }
            }
            Request::LearnSite { files, paths, reset } => {
                // With the only other holder gone it is changed in place, however many files come.
                drop(configuration);
                let problems = self.learn(&files, reset);
                paths.into_iter().for_each(|paths| self.rules.learn_paths(paths));
                Response::Learned { problems }
            }
            Request::Summarise { files, now, zone } => Response::Summaries {
                summaries: files.into_iter().map(|file| summarise(file, now, zone)).collect(),
            },
            Request::Compare { rev, text, file_name, dialect, settings, a, b } => {
                let context = Context {
                    file_name: file_name.as_deref(),
                    dialect: dialect.as_deref(),
                    site,
                    ..Context::default()
                };
                let sides = [a.as_deref(), b.as_deref()];
                Response::Compared { comparison: rendering::compare(rev, &text, context, &settings, sides) }
            }
            Request::Change { rev, text, file_name, dialect, generator, now, zone, change } => {
                let context = Context {
                    file_name: file_name.as_deref(),
                    dialect: dialect.as_deref(),
                    site,
                    ..Context::default()
                };
                let document = Document::parse(&text, context);
                let chosen = document.generator(generator.as_deref(), context.file_name);
                let here = Here {
                    site: &self.site,
                    generator: chosen.generator,
                    file: context.file_name,
                    now: i64::from(now),
                    zone,
                };
                match change::carry_out(&document, here, &change) {
                    Ok(edits) => Response::Changed { rev, edits, refused: None },
                    Err(lock) => Response::Changed { rev, edits: Vec::new(), refused: Some(lock) },
                }
            }
        }
    }

    fn learn(&mut self, files: &[PostFile], reset: bool) -> Vec<String> {
        if reset {
            self.site.forget();
            self.rules.forget();
            self.configuration = Rc::default();
        }
        self.site.add(files);
        let configuration = Rc::make_mut(&mut self.configuration);
        for file in files {
            configuration.add(&file.path, &file.text);
        }
        self.rules.learn(files)
    }

    fn analyse(&mut self, rev: u32, text: &str, post: Post<'_>, reset: bool, words: bool) -> Analysed {
        let document = rendering::parse(text, post.context, post.by_hand);
        let index = LineIndex::new(text);
        let rendered = html::render(&document, Caps::PREVIEW, Some(&index));
        let blocks = rendered.blocks.into_iter().map(|block| convert::block(&index, block)).collect();
        let generator = document.generator(post.generator, post.context.file_name);
        let circumstances = Circumstances {
            file_name: post.context.file_name,
            now: i64::from(post.now),
            viewer_zone: post.zone,
            site: SiteTime::default(),
        };
        let verdict =
            verdict_for(generator.generator.id, text, document.front_matter.as_ref(), &circumstances);
        let about = About {
            file_name: post.context.file_name,
            generator: post.generator,
            now: (i64::from(post.now), post.zone),
            levels: post.levels,
        };
        let diagnostics = self.rules.lint(&document, &about);
        Analysed {
            rev,
            dialect: convert::choice(&document, post.context),
            settings: self.settings(document.choice.dialect, post, reset),
            generator: convert::generator(&generator),
            blocks: splice::against(&mut self.sent, blocks, reset),
            diagnostics: diagnostics.iter().map(|found| convert::diagnostic(&index, found)).collect(),
            form: self.form(&index, &document, &generator, post.context.file_name, reset),
            verdict: convert::verdict(&index, &verdict),
            outline: document.headings.iter().map(|heading| convert::heading(&index, heading)).collect(),
            stats: convert::stats(document.stats()),
            title: document.title().map(str::to_owned),
            lang: document.language().map(str::to_owned),
            words: words.then(|| convert::places(text, &prose::words(&document))),
            shortened: rendered.shortened.map(str::to_owned),
        }
    }

    /// The settings of the rendering, unless they are the ones sent last.
    fn settings(
        &mut self,
        dialect: &'static dialects::Dialect,
        post: Post<'_>,
        reset: bool,
    ) -> Option<Vec<RenderSetting>> {
        let by_hand = post.by_hand.to_vec();
        let now = SentSettings { dialect: dialect.id, by_hand, site: self.site.version() };
        if !reset && self.settings.as_ref() == Some(&now) {
            return None;
        }
        self.settings = Some(now);
        Some(rendering::settings(dialect, post.context.site, post.by_hand))
    }

    /// The form, unless it is the one sent last: typing in the body costs nothing here.
    fn form(
        &mut self,
        index: &LineIndex<'_>,
        document: &Document<'_>,
        generator: &GeneratorChoice,
        file: Option<&str>,
        reset: bool,
    ) -> Option<Form> {
        let header = document.front_matter.as_ref();
        let now = SentForm {
            header: header.map_or("", |header| header.span.slice(document.source)).to_owned(),
            generator: generator.generator.id,
            file: file.map(str::to_owned),
            title: document.title().map(str::to_owned),
            site: self.site.version(),
        };
        if !reset && self.form.as_ref() == Some(&now) {
            return None;
        }
        let schema = self.site.schema(document.source, header, generator.generator, file);
        let title = now.title.as_deref();
        let form = form::form(index, document.source, header, generator.generator, &schema, title);
        self.form = Some(now);
        Some(form)
    }
}

fn summarise(file: PostFile, now: u32, zone: i32) -> PostSummary {
    let file_name = Some(file.path.as_str());
    let document = Document::parse(&file.text, Context { file_name, ..Context::default() });
    let at = Circumstances { file_name, now: i64::from(now), viewer_zone: zone, site: SiteTime::default() };
    convert::summary(file.path.clone(), &document, &at)
}

fn generators() -> Vec<GeneratorInfo> {
    let info = |generator: &&generators::Generator| GeneratorInfo {
        id: generator.id.to_owned(),
        name: generator.name.to_owned(),
    };
    generators::ALL.iter().map(info).collect()
}

fn dialects() -> Vec<DialectInfo> {
    let info = |dialect: &&dialects::Dialect| DialectInfo {
        id: dialect.id.to_owned(),
        name: dialect.name.to_owned(),
        about: dialect.about.to_owned(),
    };
    dialects::ALL.iter().map(info).collect()
}
