//! Owns the posts pane: the posts of the open folder, or the ways to open one; what is looked at is told to the kernel.

mod choose;
mod create;
mod filters;
mod head;
mod list;
mod marks;
mod row;
mod select;
mod trash;

use crate::kernel;
use crate::looked::{grouped, reading};
use crate::state::{Folders, Msg};
use choose::Choose;
use filters::Filters;
use foreword_wire::{Access, Command, Doing, FolderAsk, Progress, WorkspaceInfo};
use head::Head;
use list::List;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct PostsPaneProps {
    pub(crate) folders: Folders,
    /// Asks for something that opens a post.
    pub(crate) open: Callback<FolderAsk>,
    pub(crate) send: Callback<Msg>,
}

/// The posts pane.
#[component]
pub(crate) fn PostsPane(props: &PostsPaneProps) -> Html {
    let folders = &props.folders;
    let choosing = use_state_eq(|| false);
    let id = folders.workspace.as_ref().map(|info| info.id.clone());
    use_effect_with((id.clone(), folders.looked.clone()), |(id, looked)| {
        if id.is_some() {
            ask(FolderAsk::View { view: looked.view() });
        }
    });
    {
        let set = choosing.setter();
        use_effect_with(id, move |_| set.set(false));
    }
    let choose = {
        let set = choosing.setter();
        use_callback((), move |on: bool, ()| set.set(on))
    };
    html! {
        <div class="posts">
            <p class="hidden" role="status">{ said(folders) }</p>
            { draw_progress(folders.progress) }
            if let Some(info) = folders.workspace.as_ref().filter(|_| !*choosing) {
                { draw_folder(info, props, choose.reform(|()| true)) }
            } else {
                <Choose
                    open={folders.workspace.clone()}
                    recent={folders.recent.clone()}
                    done={choose.reform(|()| false)}
                    send={props.send.clone()}
                />
            }
        </div>
    }
}

fn draw_folder(info: &WorkspaceInfo, props: &PostsPaneProps, another: Callback<()>) -> Html {
    let folders = &props.folders;
    let known = folders.list.as_ref().is_some_and(|list| list.total > 0);
    html! {
        <>
            <Head
                info={info.clone()}
                list={folders.list.clone()}
                looked={folders.looked.clone()}
                trash={folders.trash.clone()}
                {another}
                open={props.open.clone()}
                send={props.send.clone()}
            />
            if info.access == Access::Granted || known {
                <Filters list={folders.list.clone()} looked={folders.looked.clone()} send={props.send.clone()} />
                <List
                    list={folders.list.clone()}
                    looked={folders.looked.clone()}
                    post={folders.post.clone()}
                    writable={info.writable}
                    open={props.open.clone()}
                    send={props.send.clone()}
                />
            }
        </>
    }
}

/// What a screen reader is told. The same words as long as something lasts, so that they are said once.
fn said(folders: &Folders) -> String {
    const READING: &str = "Reading the folder.";
    let looked = &folders.looked;
    match (folders.progress, folders.workspace.as_ref(), folders.list.as_ref()) {
        (Some(progress), ..) => [doing_words(progress.doing), "."].concat(),
        (None, None, _) => String::new(),
        (None, Some(info), _) if info.access != Access::Granted => String::new(),
        (None, Some(_), None) => READING.to_owned(),
        (None, Some(_), Some(list)) if reading(list).is_some() => READING.to_owned(),
        (None, Some(_), Some(list)) if looked.narrows() => looked.tally(list),
        (None, Some(_), Some(_)) => String::new(),
    }
}

fn draw_progress(progress: Option<Progress>) -> Html {
    let Some(progress) = progress else {
        return Html::default();
    };
    let max = (progress.total > 0).then(|| progress.total.to_string());
    let value = max.is_some().then(|| progress.done.to_string());
    html! {
        <div class="posts-progress">
            <p>{ progress_words(progress) }</p>
            <progress {max} {value} aria-label={doing_words(progress.doing)} />
        </div>
    }
}

fn doing_words(doing: Doing) -> &'static str {
    match doing {
        Doing::Copying => "Copying into this browser",
        Doing::Packing => "Making the zip",
        Doing::Unpacking => "Opening the zip",
    }
}

fn progress_words(Progress { doing, done, total }: Progress) -> String {
    let words = doing_words(doing);
    let done = grouped(done);
    if total > 0 {
        let total = grouped(total);
        format!("{words}: {done} of {total} files…")
    } else {
        format!("{words}: {done} files…")
    }
}

/// Asks something of folders.
fn ask(ask: FolderAsk) {
    kernel::run(&Command::Folder { ask });
}

/// A click that asks something of folders.
fn asks(what: FolderAsk) -> Callback<MouseEvent> {
    Callback::from(move |_| ask(what.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_piece_of_work_says_how_far_it_is() {
        let words = |doing, done, total| progress_words(Progress { doing, done, total });
        assert_eq!(words(Doing::Copying, 20, 1500), "Copying into this browser: 20 of 1,500 files…");
        assert_eq!(words(Doing::Unpacking, 50, 0), "Opening the zip: 50 files…");
    }
}
