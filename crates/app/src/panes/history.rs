//! Owns the dialog with the history of the post: which snapshot is looked at, and what is asked of the kernel for it.

mod compare;
mod lines;
mod list;
mod name;
mod when;

use crate::fields::picker::Modal;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{Comparison, Msg};
use compare::{Compare, Layout};
use foreword_wire::{Command, HistoryAsk, Snapshot};
use list::Snapshots;
use when::Calendar;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct HistoryProps {
    pub(crate) open: bool,
    pub(crate) snapshots: Shared<Option<Vec<Snapshot>>>,
    pub(crate) comparison: Shared<Option<Comparison>>,
    pub(crate) read_only: bool,
    pub(crate) narrow: bool,
    pub(crate) send: Callback<Msg>,
}

/// The dialog while it is open. How a comparison is laid out is remembered from one time to the next.
#[component]
pub(crate) fn History(props: &HistoryProps) -> Html {
    let wished = use_state_eq(|| None::<Layout>);
    if !props.open {
        return Html::default();
    }
    let set = wished.setter();
    html! {
        <Opened
            snapshots={props.snapshots.clone()}
            comparison={props.comparison.clone()}
            read_only={props.read_only}
            layout={wished.unwrap_or(if props.narrow { Layout::Inline } else { Layout::SideBySide })}
            set_layout={Callback::from(move |layout| set.set(Some(layout)))}
            send={props.send.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct OpenedProps {
    snapshots: Shared<Option<Vec<Snapshot>>>,
    comparison: Shared<Option<Comparison>>,
    read_only: bool,
    layout: Layout,
    set_layout: Callback<Layout>,
    send: Callback<Msg>,
}

#[component]
fn Opened(props: &OpenedProps) -> Html {
    // None is the latest, whichever that is.
    let chosen = use_state_eq(|| None::<u32>);
    let now = use_state_eq(|| true);
    use_effect_with((), |()| {
        ask(HistoryAsk::Watch { on: true });
        || ask(HistoryAsk::Watch { on: false })
    });
    let whens = use_memo(props.snapshots.clone(), |list| {
        let calendar = Calendar::new();
        list.iter().flatten().map(|snapshot| calendar.when(snapshot.at)).collect::<Vec<String>>()
    });
    let list: &[Snapshot] = props.snapshots.as_deref().unwrap_or_default();
    let at = list.iter().position(|snapshot| Some(snapshot.id) == *chosen).unwrap_or(0);
    let shown = list.get(at).map(|snapshot| snapshot.id);
    {
        let wanted = shown.map(|id| (id, *now));
        use_effect_with((wanted, props.comparison.clone()), |(wanted, comparison)| {
            // Also when a late answer to an older question comes last.
            if let Some((id, now)) = *wanted
                && !answers(comparison, id, now)
            {
                ask(HistoryAsk::Show { id, now });
            }
        });
    }
    let choose = {
        let set = chosen.setter();
        Callback::from(move |id: Option<u32>| set.set(id))
    };
    let set_now = {
        let set = now.setter();
        Callback::from(move |now: bool| set.set(now))
    };
    html! {
        <Modal title="History" class="history-dialog" close={props.send.reform(|()| Msg::DialogClosed)}>
            <Snapshots list={props.snapshots.clone()} whens={whens.clone()} {shown} {choose} />
            if let Some(id) = shown {
                <Compare
                    {id}
                    when={whens.get(at).cloned().unwrap_or_default()}
                    oldest={at + 1 == list.len()}
                    answered={answers(&props.comparison, id, *now)}
                    comparison={props.comparison.clone()}
                    now={*now}
                    {set_now}
                    layout={props.layout}
                    set_layout={props.set_layout.clone()}
                    read_only={props.read_only}
                    send={props.send.clone()}
                />
            }
        </Modal>
    }
}

/// Whether this is the comparison that is wanted.
fn answers(comparison: &Option<Comparison>, id: u32, now: bool) -> bool {
    comparison.as_ref().is_some_and(|comparison| comparison.id == id && comparison.now == now)
}

fn ask(ask: HistoryAsk) {
    kernel::run(&Command::History { ask });
}
