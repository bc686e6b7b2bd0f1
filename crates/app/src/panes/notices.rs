//! Owns the bar above the panes: what went wrong, what needs a decision, and the buttons for it.

use super::prose::prose;
use super::{conflicts, counted};
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{Msg, Remote};
use foreword_wire::{Command, Notice, NoticeKind};
use yew::prelude::*;

/// How many host names are listed before the rest is only counted.
const HOSTS_SHOWN: usize = 2;

#[derive(Properties, PartialEq)]
pub(crate) struct NoticesProps {
    pub(crate) notices: Shared<Vec<Notice>>,
    /// Set when the preview was cut short.
    pub(crate) shortened: Shared<Option<String>>,
    /// Set when remote images wait for permission.
    pub(crate) remote: Option<Shared<Remote>>,
    /// How many conflicts with the file wait for a decision.
    pub(crate) undecided: usize,
    pub(crate) send: Callback<Msg>,
}

/// Both regions are always there, because screen readers announce only what is added to a known one.
#[component]
pub(crate) fn Notices(props: &NoticesProps) -> Html {
    let (alerts, rest): (Vec<&Notice>, Vec<&Notice>) =
        props.notices.iter().partition(|notice| notice.kind == NoticeKind::Error);
    html! {
        <>
            <div role="alert">
                for notice in alerts {
                    { draw(notice) }
                }
            </div>
            <div role="status">
                if props.undecided > 0 {
                    { conflicts::bar(props.undecided, &props.send) }
                }
                for notice in rest {
                    { draw(notice) }
                }
                if let Some(why) = props.shortened.as_ref() {
                    <div key="shortened" class="notice info">
                        { Icon::Info.svg() }
                        <p>{ prose(why) }</p>
                    </div>
                }
                if let Some(remote) = &props.remote {
                    { draw_remote(remote, &props.send) }
                }
            </div>
        </>
    }
}

fn draw(notice: &Notice) -> Html {
    let (class, icon) = match notice.kind {
        NoticeKind::Info => ("info", Icon::Info),
        NoticeKind::Warning => ("warning", Icon::Warning),
        NoticeKind::Error => ("error", Icon::Error),
    };
    let dismiss = Command::DismissNotice { id: notice.id.clone() };
    html! {
        <div key={notice.id.clone()} class={classes!("notice", class)}>
            { icon.svg() }
            <p dir="auto">{ prose(&notice.message) }</p>
            <div class="notice-actions">
                for action in &notice.actions {
                    { button(action.label.clone(), action.command.clone()) }
                }
            </div>
            { close(Callback::from(move |_| kernel::run(&dismiss))) }
        </div>
    }
}

fn draw_remote(remote: &Remote, send: &Callback<Msg>) -> Html {
    html! {
        <div key="remote" class="notice plain">
            { Icon::Remote.svg() }
            <p>{ remote_message(remote) }</p>
            <div class="notice-actions">
                { button("Load them".to_owned(), Command::AllowRemote { always: false }) }
                { button("Always load".to_owned(), Command::AllowRemote { always: true }) }
            </div>
            { close(send.reform(|_| Msg::RemoteDismissed)) }
        </div>
    }
}

fn remote_message(remote: &Remote) -> String {
    let count = usize::try_from(remote.blocked).unwrap_or(usize::MAX);
    let verb = if remote.blocked == 1 { "is" } else { "are" };
    let shown = remote.hosts.iter().take(HOSTS_SHOWN).cloned().collect::<Vec<_>>().join(", ");
    let hosts = match remote.hosts.len().saturating_sub(HOSTS_SHOWN) {
        _ if shown.is_empty() => String::new(),
        0 => format!(" ({shown})"),
        more => format!(" ({shown} and {more} more)"),
    };
    format!("{} {verb} not loaded{hosts}.", counted(count, "remote image", "remote images"))
}

fn button(label: String, command: Command) -> Html {
    html! {
        <button type="button" class="button" onclick={Callback::from(move |_: MouseEvent| kernel::run(&command))}>
            { label }
        </button>
    }
}

fn close(onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="tool" aria-label="Dismiss" title="Dismiss" {onclick}>
            { Icon::Close.svg() }
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(blocked: u32, hosts: &[&str]) -> String {
        let hosts = hosts.iter().map(|&host| host.to_owned()).collect();
        remote_message(&Remote { blocked, hosts, allowed: false })
    }

    #[test]
    fn the_remote_message_names_two_hosts_and_counts_the_rest() {
        assert_eq!(message(1, &["a.example"]), "1 remote image is not loaded (a.example).");
        assert_eq!(message(3, &["a", "b"]), "3 remote images are not loaded (a, b).");
        assert_eq!(message(9, &["a", "b", "c"]), "9 remote images are not loaded (a, b and 1 more).");
    }
}
