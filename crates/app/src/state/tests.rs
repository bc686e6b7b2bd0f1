//! Owns the tests of the reducer, which need no page.

use super::*;
use foreword_wire::{
    Access, FieldSet, FrontMatterFormat, ImageFile, Lock, Publishes, Range16, WorkspaceInfo, WorkspaceKind,
};

fn after(state: Rc<State>, messages: impl IntoIterator<Item = Msg>) -> Rc<State> {
    messages.into_iter().fold(state, |state, msg| state.reduce(msg))
}

fn fresh() -> Rc<State> {
    Rc::new(State::default())
}

fn heading(from: u32) -> OutlineItem {
    OutlineItem {
        level: 2,
        text: "A heading".to_owned(),
        anchor: None,
        range: Range16 { from, to: from + 9 },
    }
}

fn analysed(rev: u32, outline: Vec<OutlineItem>) -> Msg {
    Msg::KernelSaid(Event::Analysed {
        rev,
        dialect: Box::new(DialectChoice {
            id: "hugo".to_owned(),
            name: "Hugo".to_owned(),
            reason: "The front matter is TOML.".to_owned(),
            by_hand: false,
            detected: None,
        }),
        diagnostics: vec![],
        generator: GeneratorChoice {
            id: "hugo".to_owned(),
            name: "Hugo".to_owned(),
            reason: "The front matter is TOML.".to_owned(),
            by_hand: false,
        },
        verdict: Verdict {
            publishes: Publishes::Now,
            headline: "Will be published with the next build.".to_owned(),
            because: vec![],
            traps: vec![],
        },
        outline,
        stats: Stats::default(),
        title: None,
        shortened: None,
    })
}

#[test]
fn spell_checking_is_off_until_the_kernel_says_otherwise() {
    assert!(!fresh().spelling.on);
    let words = vec!["wharfside".to_owned()];
    let said =
        Event::Spelling { on: true, language: Some("British English".to_owned()), words: words.clone() };
    let state = after(fresh(), [Msg::KernelSaid(said)]);
    assert!(state.spelling.on);
    assert_eq!(
        (state.spelling.language.as_deref(), &state.spelling.words),
        (Some("British English"), &words)
    );
}

fn cursor(offset: u32) -> Msg {
    Msg::KernelSaid(Event::Cursor { line: 1, column: 1, selected_words: 0, offset })
}

fn saved(save: SaveState) -> Msg {
    Msg::KernelSaid(Event::Saved { save })
}

fn remote(hosts: &[&str], allowed: bool) -> Msg {
    let hosts: Vec<String> = hosts.iter().map(|&host| host.to_owned()).collect();
    Msg::KernelSaid(Event::Remote { blocked: 2, hosts, allowed })
}

#[test]
fn a_tab_button_opens_switches_and_closes() {
    let state = after(fresh(), [Msg::SideToggled(Tab::Problems)]);
    assert_eq!(state.side, Some(Tab::Problems));
    let state = after(state, [Msg::SideToggled(Tab::Outline)]);
    assert_eq!(state.side, Some(Tab::Outline));
    let state = after(state, [Msg::SideToggled(Tab::Outline)]);
    assert_eq!(state.side, None);
}

#[test]
fn an_event_that_says_nothing_new_draws_nothing() {
    let state = after(fresh(), [analysed(1, vec![heading(0)]), cursor(3)]);
    let again = after(Rc::clone(&state), [cursor(3), analysed(1, vec![heading(0)])]);
    assert!(Rc::ptr_eq(&state, &again));
    let toast = Msg::KernelSaid(Event::Toast { message: "Copied.".to_owned() });
    assert!(Rc::ptr_eq(&state, &after(Rc::clone(&state), [toast])));
}

#[test]
fn an_analysis_keeps_the_parts_that_did_not_change() {
    let state = after(fresh(), [analysed(1, vec![heading(0)])]);
    let next = after(Rc::clone(&state), [analysed(2, vec![heading(5)])]);
    assert_eq!(next.rev, 2);
    assert!(next.dialect == state.dialect);
    assert!(next.outline != state.outline);
}

fn form(title_slug: &str) -> Msg {
    Msg::KernelSaid(Event::Form {
        form: Form {
            format: Some(FrontMatterFormat::Yaml),
            best_format: FrontMatterFormat::Yaml,
            range: Range16 { from: 0, to: 20 },
            locked: None,
            fields: FieldSet::default(),
            custom_under: None,
            title_slug: title_slug.to_owned(),
        },
    })
}

fn refused() -> Msg {
    let lock = Lock { message: "An anchor.".to_owned(), range: Range16 { from: 0, to: 1 }, line: 2 };
    Msg::KernelSaid(Event::Refusal { refusal: Some(Refusal { path: vec![], lock }) })
}

fn opened(opening: u32, name: &str) -> Msg {
    let mut document = OpenDocument::clone(&State::default().document);
    document.opening = opening;
    document.name = Some(name.to_owned());
    Msg::KernelSaid(Event::Document { document })
}

#[test]
fn typing_in_the_body_leaves_the_form_as_it_is() {
    let state = after(fresh(), [form("a"), analysed(1, vec![heading(0)])]);
    let next = after(Rc::clone(&state), [analysed(2, vec![heading(5)]), cursor(9)]);
    assert_eq!(next.header, state.header);
    assert!(after(next, [form("b")]).header != state.header);
}

#[test]
fn another_post_forgets_the_form_and_what_belongs_to_it_but_another_name_does_not() {
    let found = vec![
        ImageFile { path: "a.png".to_owned(), url: Some("blob:a".to_owned()) },
        ImageFile { path: "b.png".to_owned(), url: None },
    ];
    let images = Msg::KernelSaid(Event::Images { found });
    let changes = Msg::KernelSaid(Event::Changes { lines: vec![], more: 0 });
    let state = after(fresh(), [opened(1, "a.md"), form("a"), refused(), images, changes]);
    assert_eq!(state.header.images.keys().collect::<Vec<_>>(), ["a.png"]);
    assert!(state.header.refusal.is_some() && state.header.changes.is_some());
    let same = after(Rc::clone(&state), [opened(1, "a.md")]);
    assert!(Rc::ptr_eq(&state, &same));
    let renamed = after(Rc::clone(&state), [opened(1, "b.md")]);
    assert!(renamed.header == state.header);
    let next = after(state, [opened(2, "b.md")]);
    assert!(next.header.images.is_empty());
    assert!(next.header.refusal.is_none() && next.header.changes.is_none());
    assert!(next.header.form.is_none());
}

#[test]
fn the_section_is_the_last_heading_at_or_before_the_cursor() {
    let state = after(fresh(), [analysed(1, vec![heading(10), heading(40)]), cursor(9)]);
    assert_eq!(state.section(), None);
    assert_eq!(after(Rc::clone(&state), [cursor(10)]).section(), Some(0));
    assert_eq!(after(Rc::clone(&state), [cursor(39)]).section(), Some(0));
    assert_eq!(after(state, [cursor(400)]).section(), Some(1));
}

#[test]
fn unsaved_means_that_the_file_lacks_changes() {
    let unsaved = |save: SaveState| after(fresh(), [saved(save)]).unsaved();
    assert!(!unsaved(SaveState::Unchanged));
    assert!(!unsaved(SaveState::OnDisk));
    assert!(unsaved(SaveState::Saving));
    assert!(unsaved(SaveState::InBrowser));
    assert!(unsaved(SaveState::NotSaved { why: "The disk is full.".to_owned() }));
}

#[test]
fn remote_images_are_asked_for_until_allowed_or_dismissed() {
    let state = after(fresh(), [remote(&["a.example"], false)]);
    assert!(state.asks_for_remote());
    assert!(!after(Rc::clone(&state), [remote(&["a.example"], true)]).asks_for_remote());
    let dismissed = after(state, [Msg::RemoteDismissed]);
    assert!(!dismissed.asks_for_remote());
    assert!(after(dismissed, [remote(&["a.example", "b.example"], false)]).asks_for_remote());
}

#[test]
fn a_dialog_opens_and_closes() {
    let state = after(fresh(), [Msg::DialogOpened(Dialog::Shortcuts)]);
    assert_eq!(state.dialog, Some(Dialog::Shortcuts));
    assert_eq!(after(state, [Msg::DialogClosed]).dialog, None);
}

fn entered(id: &str, post: Option<&str>) -> Msg {
    let workspace = WorkspaceInfo {
        id: id.to_owned(),
        name: id.to_owned(),
        kind: WorkspaceKind::Folder,
        writable: true,
        access: Access::Granted,
        opened: 0.0,
    };
    let post = post.map(str::to_owned);
    Msg::KernelSaid(Event::Workspace { workspace: Some(workspace), recent: vec![], post })
}

#[test]
fn another_folder_is_looked_at_from_the_start() {
    let looked = Looked::default().with_search("rust".to_owned());
    let trash = Msg::KernelSaid(Event::Trash { items: vec![] });
    let state = after(fresh(), [entered("a", None), Msg::Looked(looked.clone()), trash]);
    let same = after(Rc::clone(&state), [entered("a", Some("post.md"))]);
    assert_eq!(*same.folders.looked, looked);
    assert_eq!(same.folders.post.as_deref(), Some("post.md"));
    assert!(same.folders.workspace == state.folders.workspace && same.folders.trash.is_some());
    let other = after(state, [entered("b", None)]);
    assert_eq!(*other.folders.looked, Looked::default());
    assert!(other.folders.trash.is_none());
}
