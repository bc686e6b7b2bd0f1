//! Owns a row in the list of posts: what it says of a post, and what can be done with it.

use super::{ask, marks};
use crate::icons::Icon;
use crate::panes::counted;
use crate::panes::menu::{Deed, Group, Item, Menu};
use crate::roving;
use crate::state::Msg;
use foreword_wire::{Command, FolderAsk, PostRow, Publishes};
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

/// So many tags are shown.
const TAGS: usize = 3;

#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    pub(super) row: Rc<PostRow>,
    /// Its place among the rows.
    pub(super) place: usize,
    /// Whether it is the open post.
    pub(super) current: bool,
    /// Whether the Tab key leads to it; the arrow keys lead to the others.
    pub(super) reached: bool,
    pub(super) writable: bool,
    /// Told when it gets the focus.
    pub(super) activate: Callback<(String, usize)>,
    pub(super) open: Callback<FolderAsk>,
    pub(super) send: Callback<Msg>,
}

/// A post.
#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let renaming = use_state_eq(|| false);
    let button = use_node_ref();
    let row = &props.row;
    let set_renaming = {
        let (set, button) = (renaming.setter(), button.clone());
        Callback::from(move |on: bool| {
            set.set(on);
            if let (false, Some(button)) = (on, button.cast::<HtmlElement>()) {
                roving::focus(&button);
            }
        })
    };
    let onclick = {
        let (open, path) = (props.open.clone(), row.path.clone());
        Callback::from(move |_: MouseEvent| open.emit(FolderAsk::Open { path: path.clone() }))
    };
    let onfocusin = {
        let (activate, path, place) = (props.activate.clone(), row.path.clone(), props.place);
        Callback::from(move |_: FocusEvent| activate.emit((path.clone(), place)))
    };
    let tabindex = if props.reached { "0" } else { "-1" };
    html! {
        <li class="post-row" data-path={row.path.clone()} {onfocusin}>
            <button
                type="button"
                class="post"
                ref={button}
                {tabindex}
                aria-current={props.current.then_some("true")}
                {onclick}
            >
                { draw(row) }
            </button>
            { menu(props, tabindex, set_renaming.reform(|()| true)) }
            if *renaming {
                <Rename path={row.path.clone()} title={row.title.clone()} done={set_renaming.reform(|()| false)} />
            }
        </li>
    }
}

fn draw(row: &PostRow) -> Html {
    let more = row.tags.len().saturating_sub(TAGS);
    html! {
        <>
            <span class="post-title" dir="auto">{ &row.title }</span>
            <span class="post-facts">
                if let Some((word, class)) = badge(row) {
                    <span class={classes!("post-state", class)}>{ word }</span>
                }
                if let Some(date) = &row.date {
                    <span>{ date }</span>
                }
                for tag in row.tags.iter().take(TAGS) {
                    <span class="post-tag" dir="auto">{ tag }</span>
                }
                if more > 0 {
                    <span>{ format!("+{more}") }<span class="hidden">{ if more == 1 { " more tag" } else { " more tags" } }</span></span>
                }
                if row.matches > 0 {
                    <span>{ counted(crate::looked::count(row.matches), "match", "matches") }</span>
                }
            </span>
            <span class="post-path" dir="ltr">{ &row.path }</span>
            if let Some(problem) = &row.problem {
                <span class="post-problem">{ Icon::Warning.svg() }<span>{ problem }</span></span>
            }
            for snippet in &row.snippets {
                { marks::draw(snippet) }
            }
        </>
    }
}

/// The word for a post that is not simply published, and the class of its colour; none before that is known.
fn badge(row: &PostRow) -> Option<(&'static str, &'static str)> {
    match row.publishes {
        _ if !row.read || row.problem.is_some() => None,
        Publishes::Now => None,
        Publishes::Later => Some(("Scheduled", "later")),
        Publishes::Never => Some(("Hidden", "never")),
    }
}

fn menu(props: &RowProps, tabindex: &'static str, rename: Callback<()>) -> Html {
    let path = &props.row.path;
    let opens = |label: &'static str, icon: Icon, what: FolderAsk| Item {
        icon: Some(icon),
        ..Item::new(label, Deed::Call(props.open.reform(move |()| what.clone())))
    };
    let mut groups = vec![vec![opens("Open", Icon::Open, FolderAsk::Open { path: path.clone() })]];
    if props.writable {
        groups.push(vec![
            opens("Duplicate", Icon::Copy, FolderAsk::Duplicate { path: path.clone() }),
            Item { icon: Some(Icon::Source), ..Item::new("Rename…", Deed::Call(rename)) },
        ]);
        let remove = Command::Folder { ask: FolderAsk::Remove { path: path.clone() } };
        groups.push(vec![Item::command("Move to trash", Icon::Trash, remove)]);
    }
    let groups = groups.into_iter().map(|items| Group { title: None, items }).collect::<Vec<_>>();
    let name = ["Actions for", &props.row.title].join(" ");
    html! {
        <Menu class="tool small" label={name.clone()} title={name} {groups} {tabindex} send={props.send.clone()}>
            { Icon::More.svg() }
        </Menu>
    }
}

#[derive(Properties, PartialEq)]
struct RenameProps {
    path: String,
    title: String,
    done: Callback<()>,
}

/// The input for another file name.
#[component]
fn Rename(props: &RenameProps) -> Html {
    let input = use_node_ref();
    {
        let (input, slug) = (input.clone(), slug_of(&props.path).to_owned());
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.set_value(&slug);
                roving::focus(&input);
                input.select();
            }
        });
    }
    let onsubmit = {
        let (input, path, done) = (input.clone(), props.path.clone(), props.done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let name = name.trim();
            if !name.is_empty() && name != slug_of(&path) {
                ask(FolderAsk::Rename { path: path.clone(), name: name.to_owned() });
            }
            done.emit(());
        })
    };
    let onkeydown = {
        let done = props.done.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                done.emit(());
            }
        })
    };
    html! {
        <form class="post-rename" {onsubmit} {onkeydown}>
            <input
                ref={input}
                class="input"
                type="text"
                dir="auto"
                autocapitalize="off"
                autocomplete="off"
                spellcheck="false"
                aria-label={["New file name for", &props.title].join(" ")}
            />
            <div class="buttons">
                <button type="submit" class="button primary">{ "Rename" }</button>
                <button type="button" class="button" onclick={props.done.reform(|_: MouseEvent| ())}>{ "Cancel" }</button>
            </div>
        </form>
    }
}

/// The part of a path that names the post, much as the kernel sees it: without folders, a date in front, language and ending;
/// of a bundle, its folder's.
fn slug_of(path: &str) -> &str {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let name = match stem.rsplit_once('.') {
        Some((name, language)) if is_language(language) && !name.is_empty() => name,
        _ => stem,
    };
    if name == "index" && !folder.is_empty() {
        without_date(folder.rsplit_once('/').map_or(folder, |(_, name)| name))
    } else {
        without_date(name)
    }
}

/// `de`, `pt-BR`.
fn is_language(part: &str) -> bool {
    let (language, region) = part.split_once('-').unwrap_or((part, "XX"));
    let letters = |part: &str, most: usize| {
        (2..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    letters(language, 3) && letters(region, 4)
}

fn without_date(name: &str) -> &str {
    let mut parts = name.splitn(4, '-');
    let mut digits = |least: usize, most: usize| {
        parts.next().is_some_and(|part| {
            (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let dated = digits(4, 4) && digits(1, 2) && digits(1, 2);
    match parts.next() {
        Some(rest) if dated && !rest.is_empty() => rest,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(publishes: Publishes, read: bool, problem: Option<&str>) -> PostRow {
        PostRow {
            path: "posts/a.md".to_owned(),
            title: "A".to_owned(),
            date: None,
            instant: None,
            publishes,
            tags: vec![],
            categories: vec![],
            dialect: String::new(),
            generator: String::new(),
            words: None,
            modified: 0.0,
            size: 0.0,
            read,
            problem: problem.map(str::to_owned),
            snippets: vec![],
            matches: 0,
        }
    }

    #[test]
    fn only_what_is_not_simply_published_has_a_word() {
        assert_eq!(badge(&row(Publishes::Now, true, None)), None);
        assert_eq!(badge(&row(Publishes::Later, true, None)), Some(("Scheduled", "later")));
        assert_eq!(badge(&row(Publishes::Never, true, None)), Some(("Hidden", "never")));
    }

    #[test]
    fn nothing_is_said_of_a_post_that_was_not_read_or_could_not_be() {
        assert_eq!(badge(&row(Publishes::Never, false, None)), None);
        assert_eq!(badge(&row(Publishes::Never, true, Some("Not text."))), None);
    }

    #[test]
    fn a_new_name_begins_as_the_old_one() {
        assert_eq!(slug_of("content/posts/hello-world.md"), "hello-world");
        assert_eq!(slug_of("_posts/2024-01-02-hello.markdown"), "hello");
        assert_eq!(slug_of("posts/hello/index.md"), "hello");
        assert_eq!(slug_of("posts/2024-01-02-hello/index.de.md"), "hello");
        assert_eq!(slug_of("index.md"), "index");
        assert_eq!(slug_of("2024-01-02.md"), "2024-01-02");
        assert_eq!(slug_of("24-1-2-hello.md"), "24-1-2-hello");
        assert_eq!(slug_of("notes-on-1.2.md"), "notes-on-1.2");
        assert_eq!(slug_of("hello.pt-BR.md"), "hello");
    }
}
