//! Owns the save state in the status bar: a picture, plain words, and on a press the details with what can be done.

use super::menu::{Group, Item, Menu, Side};
use crate::icons::Icon;
use crate::shared::Shared;
use crate::state::Msg;
use foreword_wire::{Command, SaveState};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SaveMenuProps {
    pub(crate) save: Shared<SaveState>,
    /// True when saving writes the file itself rather than downloading.
    pub(crate) in_place: bool,
    pub(crate) send: Callback<Msg>,
}

/// The save state. Only the bad news is announced: a report after every word would drown the text.
#[component]
pub(crate) fn SaveMenu(props: &SaveMenuProps) -> Html {
    let (icon, words, class, details) = describe(&props.save, props.in_place);
    let items = vec![
        Item::command("Save", Icon::Save, Command::Save),
        Item::command("Save as…", Icon::SaveAs, Command::SaveAs),
        Item::command("Download", Icon::Download, Command::Download),
    ];
    html! {
        <>
            <Menu
                class={classes!("status-button", "save-state", class)}
                title="Save"
                side={Side::AboveStart}
                intro={html! { <p>{ details.clone() }</p> }}
                groups={vec![Group { title: None, items }]}
                send={props.send.clone()}
            >
                { icon.svg() }
                <span>{ words }</span>
            </Menu>
            <span class="hidden" role="alert">
                if class == Some("error") {
                    { format!("Not saved. {details}") }
                }
            </span>
        </>
    }
}

/// Picture, words, class and details of a state.
fn describe(save: &SaveState, in_place: bool) -> (Icon, String, Option<&'static str>, String) {
    let how = if in_place { "Save writes them to the file." } else { "Save downloads the post with them." };
    match save {
        SaveState::Unchanged => (
            Icon::CheckCircle,
            "No changes".to_owned(),
            None,
            "Nothing was changed since the post was opened.".to_owned(),
        ),
        SaveState::Saving => (
            Icon::Saving,
            "Saving…".to_owned(),
            Some("busy"),
            "The latest changes are being written.".to_owned(),
        ),
        SaveState::OnDisk => {
            (Icon::Disk, "Saved to disk".to_owned(), None, "The file has every change.".to_owned())
        }
        SaveState::InBrowser => (
            Icon::Browser,
            "Kept in this browser".to_owned(),
            None,
            format!(
                "Every change is kept in this browser and comes back after a crash or a reload. The file does not have the latest ones yet. {how}"
            ),
        ),
        SaveState::NotSaved { why } => {
            (Icon::Error, format!("NOT SAVED — {why}"), Some("error"), why.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_news_is_loud_and_says_why() {
        let (_, words, class, details) =
            describe(&SaveState::NotSaved { why: "The disk is full.".to_owned() }, true);
        assert_eq!(words, "NOT SAVED — The disk is full.");
        assert_eq!(class, Some("error"));
        assert_eq!(details, "The disk is full.");
    }

    #[test]
    fn a_draft_says_what_saving_will_do() {
        assert!(describe(&SaveState::InBrowser, true).3.ends_with("writes them to the file."));
        assert!(describe(&SaveState::InBrowser, false).3.ends_with("downloads the post with them."));
    }
}
