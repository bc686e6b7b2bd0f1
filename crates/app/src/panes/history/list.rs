//! Owns the list of snapshots, and what can be done with one or with all of them.

use super::ask;
use super::name::Name;
use super::when::why;
use crate::icons::Icon;
use crate::panes::counted;
use crate::roving::{self, Axis};
use crate::shared::Shared;
use foreword_wire::{HistoryAsk, Snapshot};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

const ROWS: &str = ".snapshot";
const KEEP: &str = ".snapshot-keep";
const LEAVE: &str = ".snapshot-leave";

/// What is being done besides looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Nothing,
    /// The moment is about to be kept.
    Keeping,
    /// The chosen snapshot gets a name.
    Naming,
    /// The person is asked whether the chosen one may go.
    Forgetting,
}

#[derive(Properties, PartialEq)]
pub(super) struct SnapshotsProps {
    pub(super) list: Shared<Option<Vec<Snapshot>>>,
    /// When each was taken, in words.
    pub(super) whens: Rc<Vec<String>>,
    /// The one that is looked at.
    pub(super) shown: Option<u32>,
    /// Another one, or the latest.
    pub(super) choose: Callback<Option<u32>>,
}

/// Buttons below each other; the arrow keys lead from one to the next and show it.
#[component]
pub(super) fn Snapshots(props: &SnapshotsProps) -> Html {
    let doing = use_state_eq(|| Doing::Nothing);
    let element = use_node_ref();
    // Where the focus goes once that is drawn.
    let wish = use_mut_ref(|| None::<String>);
    {
        let (element, wish) = (element.clone(), wish.clone());
        use_effect(move || {
            if let Some(selector) = wish.take()
                && let Some(element) = element.cast::<Element>()
                && let Ok(Some(target)) = element.query_selector(&selector)
                && let Some(target) = target.dyn_ref::<HtmlElement>()
            {
                roving::focus(target);
            }
        });
    }
    let go: Go = {
        let (set, wish) = (doing.setter(), wish.clone());
        Callback::from(move |(what, focus): (Doing, Option<String>)| {
            wish.replace(focus);
            set.set(what);
        })
    };
    let keep = {
        let (go, choose) = (go.clone(), props.choose.clone());
        Callback::from(move |name: Option<String>| {
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                ask(HistoryAsk::Keep { name });
                choose.emit(None);
            }
            go.emit((Doing::Nothing, Some(KEEP.to_owned())));
        })
    };
    let choose = {
        let (set, choose) = (doing.setter(), props.choose.clone());
        Callback::from(move |id: u32| {
            set.set(Doing::Nothing);
            choose.emit(Some(id));
        })
    };
    let onkeydown = {
        let element = element.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(element) = element.cast::<Element>() {
                roving::follow(&element, ROWS, Axis::Column, &event);
            }
        })
    };
    let draw = |at: usize, list: &[Snapshot]| {
        let Some(snapshot) = list.get(at) else {
            return Html::default();
        };
        let id = snapshot.id;
        let is_shown = props.shown == Some(id);
        let pick = choose.reform(move |()| id);
        html! {
            <li key={id}>
                <button
                    type="button"
                    id={row_id(id)}
                    class="snapshot"
                    aria-current={is_shown.then_some("true")}
                    tabindex={if is_shown { "0" } else { "-1" }}
                    onclick={pick.reform(|_: MouseEvent| ())}
                    onfocus={(!is_shown).then(|| pick.reform(|_: FocusEvent| ()))}
                    onkeydown={onkeydown.clone()}
                >
                    <span class="snapshot-when">{ props.whens.get(at).cloned().unwrap_or_default() }</span>
                    <span class="snapshot-why" dir="auto">{ why(snapshot).to_owned() }</span>
                    <span class="snapshot-length">
                        { counted(usize::try_from(snapshot.length).unwrap_or(usize::MAX), "character", "characters") }
                    </span>
                </button>
                if is_shown {
                    { match *doing {
                        Doing::Naming => naming(snapshot, &go),
                        Doing::Forgetting => {
                            let next = list.get(at + 1).or_else(|| list.get(at.checked_sub(1)?)).map(|next| next.id);
                            forgetting(id, next, &props.choose, &go)
                        }
                        Doing::Nothing | Doing::Keeping => html! {
                            <div class="snapshot-tools">
                                <button type="button" class="quiet-button" onclick={go.reform(|_: MouseEvent| (Doing::Naming, None))}>{ "Name…" }</button>
                                <button type="button" class="quiet-button" onclick={go.reform(|_: MouseEvent| (Doing::Forgetting, Some(LEAVE.to_owned())))}>{ "Forget…" }</button>
                            </div>
                        },
                    } }
                }
            </li>
        }
    };
    let rows = match props.list.as_deref() {
        Some(list) => (0..list.len()).map(|at| draw(at, list)).collect::<Html>(),
        None => Html::default(),
    };
    let some = props.list.as_deref().is_some_and(|list| !list.is_empty());
    html! {
        <div class={classes!("snapshots", (props.list.as_deref() == Some(&[])).then_some("none"))} ref={element}>
            if *doing == Doing::Keeping {
                <Name label="A name for this moment" button="Keep" required={true} done={keep} />
            } else {
                <button type="button" class="button snapshot-keep" onclick={go.reform(|_: MouseEvent| (Doing::Keeping, None))}>
                    { Icon::Add.svg() }
                    { "Keep this moment…" }
                </button>
            }
            <p class="quiet snapshots-state" role="status">
                { match props.list.as_deref() {
                    None => "Looking for snapshots…",
                    Some([]) => "No snapshots yet.",
                    Some(_) => "",
                } }
            </p>
            if some {
                <ol class="snapshot-list" role="list" aria-label="Snapshots, the latest first">{ rows }</ol>
            }
            <div class="snapshots-foot">
                <p class="quiet">
                    { "A snapshot is taken every five minutes of work and whenever you save. They are kept for 30 days, up to 50 of each post, in this browser only; those with a name stay." }
                </p>
                if some {
                    <button type="button" class="button" onclick={Callback::from(|_: MouseEvent| ask(HistoryAsk::Export))}>
                        { Icon::Download.svg() }
                        { "Download all as zip" }
                    </button>
                }
            </div>
        </div>
    }
}

/// Something else is being done, and the focus goes to what this selects.
type Go = Callback<(Doing, Option<String>)>;

fn row_id(id: u32) -> String {
    format!("snapshot-{id}")
}

/// Back to looking, with the focus on this snapshot.
fn back_to(id: u32) -> (Doing, Option<String>) {
    (Doing::Nothing, Some(["#", &row_id(id)].concat()))
}

fn naming(snapshot: &Snapshot, go: &Go) -> Html {
    let (id, go) = (snapshot.id, go.clone());
    let done = Callback::from(move |name: Option<String>| {
        if let Some(name) = name {
            ask(HistoryAsk::Name { id, name: Some(name).filter(|name| !name.is_empty()) });
        }
        go.emit(back_to(id));
    });
    html! {
        <Name
            label="Name of this snapshot (empty: none)"
            value={snapshot.name.clone().unwrap_or_default()}
            button="Name it"
            {done}
        />
    }
}

/// A question, because nothing brings a snapshot back that is gone.
fn forgetting(id: u32, next: Option<u32>, choose: &Callback<Option<u32>>, go: &Go) -> Html {
    let forget = {
        let (choose, go) = (choose.clone(), go.clone());
        Callback::from(move |_: MouseEvent| {
            ask(HistoryAsk::Remove { id });
            choose.emit(next);
            go.emit(next.map_or((Doing::Nothing, Some(KEEP.to_owned())), back_to));
        })
    };
    let onkeydown = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // Not the dialog.
                event.prevent_default();
                event.stop_propagation();
                go.emit(back_to(id));
            }
        })
    };
    html! {
        <div class="snapshot-question" role="group" aria-labelledby="snapshot-question" {onkeydown}>
            <p id="snapshot-question">{ "Forget this snapshot for good? Your text stays as it is." }</p>
            <div class="buttons">
                <button type="button" class="button" onclick={forget}>{ "Forget it" }</button>
                <button
                    type="button"
                    class="button snapshot-leave"
                    aria-describedby="snapshot-question"
                    onclick={go.reform(move |_: MouseEvent| back_to(id))}
                >
                    { "Leave it" }
                </button>
            </div>
        </div>
    }
}
