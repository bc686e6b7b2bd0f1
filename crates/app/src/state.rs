//! Owns all state of the user interface: what the kernel said last, and which panel, dialog or notice is open.

use crate::looked::Looked;
use crate::shared::Shared;
use foreword_wire::{
    ChangedLine, Diagnostic, DialectChoice, DialectInfo, Encoding, EngineState, Event, FileList, Form,
    GeneratorChoice, GeneratorInfo, NewImage, Notice, OpenDocument, OutlineItem, Refusal, SaveState, Stats,
    Theme, Verdict, View,
};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Reducible;

mod folders;
mod lint;
mod past;
mod rendering;
mod spelling;

pub(crate) use folders::Folders;
pub(crate) use lint::{Filter, GROUPS, Lint, SEVERITIES, group_name, severity_name};
pub(crate) use past::{Comparison, Conflicts, Past};
pub(crate) use rendering::Rendering;
pub(crate) use spelling::Spelling;

/// A tab of the side panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The posts of a folder.
    Posts,
    /// What the linter found.
    Problems,
    /// The header of the post as a form.
    FrontMatter,
    /// The headings.
    Outline,
    /// The settings of the rendering.
    Rendering,
}

/// A modal dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// The list of keyboard shortcuts.
    Shortcuts,
    /// What Foreword is.
    About,
    /// Snapshots of the post.
    History,
    /// What comes out differently under another dialect.
    Elsewhere,
    /// The linter's rules.
    Rules,
    /// The writer's own words.
    Words,
}

/// What the kernel said about the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cursor {
    /// From 1.
    pub(crate) line: u32,
    /// From 1.
    pub(crate) column: u32,
    /// 0 when nothing is selected.
    pub(crate) selected_words: u32,
    /// Offset in UTF-16 code units.
    pub(crate) offset: u32,
}

/// Remote images of the open post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Remote {
    /// How many wait for permission.
    pub(crate) blocked: u32,
    /// From which hosts.
    pub(crate) hosts: Vec<String>,
    /// Whether they are loaded in this post.
    pub(crate) allowed: bool,
}

/// How the text differs from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Lines in text order.
    pub(crate) lines: Vec<ChangedLine>,
    /// How many more there are.
    pub(crate) more: u32,
}

/// What the form over the header shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Header {
    /// The form over the header; none before the first analysis.
    pub(crate) form: Shared<Option<Form>>,
    /// Whether the post will be published; none before the first analysis.
    pub(crate) verdict: Shared<Option<Verdict>>,
    /// Whose keys and publishing rules apply; none before the first analysis.
    pub(crate) generator: Shared<Option<GeneratorChoice>>,
    /// Whose keys are known.
    pub(crate) generators: Shared<Vec<GeneratorInfo>>,
    /// The change of the header that was refused last, until it is forgotten.
    pub(crate) refusal: Shared<Option<Refusal>>,
    /// How the text differs from the file; none until it was asked for.
    pub(crate) changes: Shared<Option<Changes>>,
    /// Addresses of the images that can be shown, by what the header has.
    pub(crate) images: Shared<BTreeMap<String, String>>,
    /// Files that can be chosen.
    pub(crate) files: Shared<Option<FileList>>,
}

/// Everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    /// What is open.
    pub(crate) document: Shared<OpenDocument>,
    /// The post's title, where it has one.
    pub(crate) title: Shared<Option<String>>,
    /// The revision that the findings count in.
    pub(crate) rev: u32,
    /// Rules applied, and why; none before the first analysis.
    pub(crate) dialect: Shared<Option<DialectChoice>>,
    /// What can be chosen.
    pub(crate) dialects: Shared<Vec<DialectInfo>>,
    /// Findings in text order.
    pub(crate) diagnostics: Shared<Vec<Diagnostic>>,
    /// The header of the post.
    pub(crate) header: Header,
    /// Folders of posts.
    pub(crate) folders: Folders,
    /// The post's past, and conflicts with its file.
    pub(crate) past: Past,
    /// The image that is about to be put into the post.
    pub(crate) image: Shared<Option<NewImage>>,
    /// How the post is rendered.
    pub(crate) rendering: Rendering,
    /// The linter's rules.
    pub(crate) lint: Lint,
    /// Headings in text order.
    pub(crate) outline: Shared<Vec<OutlineItem>>,
    /// Counts.
    pub(crate) stats: Stats,
    /// Set when the preview was cut short.
    pub(crate) shortened: Shared<Option<String>>,
    /// Where the cursor is.
    pub(crate) cursor: Cursor,
    /// Where the latest change is kept.
    pub(crate) save: Shared<SaveState>,
    /// How the engine is doing.
    pub(crate) engine: Shared<EngineState>,
    /// Which panes are seen.
    pub(crate) view: View,
    /// Light or dark.
    pub(crate) theme: Theme,
    /// Remote images are loaded in every post.
    pub(crate) remote_always: bool,
    /// Spell checking.
    pub(crate) spelling: Shared<Spelling>,
    /// Remote images of this post.
    pub(crate) remote: Shared<Remote>,
    /// Hosts whose images the person chose to leave out of this post without being reminded.
    pub(crate) remote_dismissed: Shared<Vec<String>>,
    /// Notices of the kernel.
    pub(crate) notices: Shared<Vec<Notice>>,
    /// Undo is possible.
    pub(crate) can_undo: bool,
    /// Redo is possible.
    pub(crate) can_redo: bool,
    /// The open tab of the side panel; none when it is closed.
    pub(crate) side: Option<Tab>,
    /// The open dialog.
    pub(crate) dialog: Option<Dialog>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            document: Shared::new(OpenDocument {
                opening: 0,
                name: None,
                read_only: false,
                in_place: false,
                encoding: Encoding::Utf8,
                bom: false,
                line_end: "LF".to_owned(),
                mixed_line_ends: false,
                folder: None,
            }),
            title: Shared::default(),
            rev: 0,
            dialect: Shared::default(),
            dialects: Shared::default(),
            diagnostics: Shared::default(),
            header: Header::default(),
            past: Past::default(),
            folders: Folders::default(),
            image: Shared::default(),
            rendering: Rendering::default(),
            lint: Lint::default(),
            outline: Shared::default(),
            stats: Stats::default(),
            shortened: Shared::default(),
            cursor: Cursor { line: 1, column: 1, selected_words: 0, offset: 0 },
            save: Shared::new(SaveState::Unchanged),
            engine: Shared::new(EngineState::Starting),
            view: View::default(),
            theme: Theme::default(),
            remote_always: false,
            spelling: Shared::default(),
            remote: Shared::default(),
            remote_dismissed: Shared::default(),
            notices: Shared::default(),
            can_undo: false,
            can_redo: false,
            side: None,
            dialog: None,
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    /// The kernel said something.
    KernelSaid(Event),
    /// A tab's button in the header was pressed: opens that tab, or closes the panel that shows it.
    SideToggled(Tab),
    /// A tab was chosen.
    TabChosen(Tab),
    /// The side panel was closed.
    SideClosed,
    /// A dialog was asked for.
    DialogOpened(Dialog),
    /// The dialog was closed.
    DialogClosed,
    /// Conflicts are to be decided now, or later.
    Deciding(bool),
    /// Another part of the list of posts is looked at.
    Looked(Looked),
    /// The person does not want to be reminded of these remote images.
    RemoteDismissed,
}

impl Reducible for State {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match msg {
            Msg::KernelSaid(event) => next.hear(event),
            Msg::SideToggled(tab) => next.side = if self.side == Some(tab) { None } else { Some(tab) },
            Msg::TabChosen(tab) => next.side = Some(tab),
            Msg::SideClosed => next.side = None,
            Msg::DialogOpened(dialog) => {
                next.dialog = Some(dialog);
                next.past.look_again();
                next.rendering.comparison = Shared::default();
            }
            Msg::DialogClosed => next.dialog = None,
            Msg::Deciding(now) => next.past.deciding = now,
            Msg::Looked(looked) => next.folders.looked = self.folders.looked.updated(looked),
            Msg::RemoteDismissed => next.remote_dismissed = Shared::new(self.remote.hosts.clone()),
        }
        // The same allocation tells yew that nothing is to be drawn.
        if next == *self { self } else { Rc::new(next) }
    }
}

impl State {
    /// Whether the file lacks changes that were made.
    pub(crate) fn unsaved(&self) -> bool {
        !matches!(*self.save, SaveState::Unchanged | SaveState::OnDisk)
    }

    /// Whether to offer to load remote images.
    pub(crate) fn asks_for_remote(&self) -> bool {
        self.remote.blocked > 0
            && !self.remote.allowed
            && self.remote.hosts.iter().any(|host| !self.remote_dismissed.contains(host))
    }

    /// The heading whose section holds the cursor, as an index of the outline.
    pub(crate) fn section(&self) -> Option<usize> {
        self.outline.iter().rposition(|item| item.range.from <= self.cursor.offset)
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Document { document } => {
                if self.document.opening != document.opening {
                    // Nothing that is typed into the form of the post before may reach this one.
                    self.header.form = Shared::default();
                    self.remote_dismissed = Shared::default();
                    self.header.refusal = Shared::default();
                    self.header.changes = Shared::default();
                    self.header.images = Shared::default();
                    self.header.files = Shared::default();
                    self.past.leave();
                }
                self.document = self.document.updated(document);
            }
            Event::Analysed {
                rev,
                dialect,
                diagnostics,
                generator,
                verdict,
                outline,
                stats,
                title,
                shortened,
            } => {
                self.rev = rev;
                self.dialect = self.dialect.updated(Some(*dialect));
                self.diagnostics = self.diagnostics.updated(diagnostics);
                self.header.generator = self.header.generator.updated(Some(generator));
                self.header.verdict = self.header.verdict.updated(Some(verdict));
                self.outline = self.outline.updated(outline);
                self.stats = stats;
                self.title = self.title.updated(title);
                self.shortened = self.shortened.updated(shortened);
            }
            Event::RenderSettings { settings } => self.rendering.hear_settings(settings),
            Event::Comparison { comparison } => self.rendering.hear_comparison(comparison),
            Event::Form { form } => self.header.form = self.header.form.updated(Some(form)),
            Event::Refusal { refusal } => self.header.refusal = self.header.refusal.updated(refusal),
            Event::Changes { lines, more } => {
                self.header.changes = self.header.changes.updated(Some(Changes { lines, more }));
            }
            Event::Images { found } => {
                let found = found.into_iter().filter_map(|image| Some((image.path, image.url?))).collect();
                self.header.images = self.header.images.updated(found);
            }
            Event::Image { image } => self.image = self.image.updated(image.map(|image| *image)),
            Event::Snapshots { list } => self.past.hear_snapshots(list),
            Event::SnapshotDiff { id, now, rows, more } => {
                self.past.hear_comparison(Comparison { id, now, rows, more });
            }
            Event::Conflicts { name, list } => self.past.hear_conflicts(Conflicts { name, list }),
            Event::Files { files } => self.header.files = self.header.files.updated(files),
            Event::Workspace { workspace, recent, post } => self.folders.enter(workspace, recent, post),
            Event::Posts { list } => self.folders.list = self.folders.list.updated(list),
            Event::Trash { items } => self.folders.trash = self.folders.trash.updated(Some(items)),
            Event::FolderProgress { progress } => self.folders.progress = progress,
            Event::Cursor { line, column, selected_words, offset } => {
                self.cursor = Cursor { line, column, selected_words, offset };
            }
            Event::Saved { save } => self.save = self.save.updated(save),
            Event::Engine { engine, dialects, generators, rules } => {
                self.lint.hear_rules(rules);
                self.engine = self.engine.updated(engine);
                self.dialects = self.dialects.updated(dialects);
                self.header.generators = self.header.generators.updated(generators);
            }
            Event::RuleLevels { levels } => self.lint.hear_levels(levels),
            Event::RulePage { page } => self.lint.hear_page(page),
            Event::Settings { view, theme, remote_always } => {
                self.view = view;
                self.theme = theme;
                self.remote_always = remote_always;
            }
            Event::Spelling { on, language, words } => {
                self.spelling = self.spelling.updated(Spelling { on, language, words });
            }
            Event::Remote { blocked, hosts, allowed } => {
                self.remote = self.remote.updated(Remote { blocked, hosts, allowed });
            }
            Event::Notices { notices } => self.notices = self.notices.updated(notices),
            Event::History { undo, redo } => {
                self.can_undo = undo;
                self.can_redo = redo;
            }
            // The kernel shows these itself, so that they also appear when this module is dead.
            Event::Toast { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests;
