//! Owns the dialog that compares two dialects: which two, and what came of it. The kernel shows the blocks themselves, in
//! a sandboxed frame that it puts into the place with the id `comparison`.

use super::counted;
use crate::fields::picker::Modal;
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{Msg, Rendering};
use foreword_wire::{Command, ComparisonState, DialectChoice, DialectInfo, RenderingAsk};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A side: a dialect's id, or none for the rules that are in force for the post.
type Side = Option<String>;

#[derive(Properties, PartialEq)]
pub(crate) struct ElsewhereProps {
    pub(crate) open: bool,
    pub(crate) dialect: Shared<Option<DialectChoice>>,
    pub(crate) dialects: Shared<Vec<DialectInfo>>,
    pub(crate) rendering: Rendering,
    pub(crate) send: Callback<Msg>,
}

/// The dialog while it is open. What was chosen is remembered from one time to the next.
#[component]
pub(crate) fn Elsewhere(props: &ElsewhereProps) -> Html {
    let chosen = use_state_eq(|| None::<(Side, Side)>);
    let Some(dialect) = props.dialect.as_ref().filter(|_| props.open) else {
        return Html::default();
    };
    let set = chosen.setter();
    let (a, b) = (*chosen).clone().unwrap_or_else(|| (None, another(dialect, &props.dialects)));
    html! {
        <Opened
            {a}
            {b}
            choose={Callback::from(move |sides| set.set(Some(sides)))}
            dialect={dialect.clone()}
            dialects={props.dialects.clone()}
            rendering={props.rendering.clone()}
            send={props.send.clone()}
        />
    }
}

/// A dialect to compare with: the first site generator that is not in force.
fn another(dialect: &DialectChoice, dialects: &[DialectInfo]) -> Side {
    let other = dialects.iter().find(|info| info.id != "generic" && info.id != dialect.id);
    other.map(|info| info.id.clone())
}

#[derive(Properties, PartialEq)]
struct OpenedProps {
    a: Side,
    b: Side,
    choose: Callback<(Side, Side)>,
    dialect: DialectChoice,
    dialects: Shared<Vec<DialectInfo>>,
    rendering: Rendering,
    send: Callback<Msg>,
}

#[component]
fn Opened(props: &OpenedProps) -> Html {
    let (a, b) = (props.a.clone(), props.b.clone());
    use_effect_with((a.clone(), b.clone()), |(a, b)| {
        ask(RenderingAsk::Compare { a: a.clone(), b: b.clone() });
    });
    use_effect_with((), |()| || ask(RenderingAsk::EndComparison));
    let choose_a = {
        let b = b.clone();
        props.choose.reform(move |a: Side| (a, b.clone()))
    };
    let choose_b = {
        let a = a.clone();
        props.choose.reform(move |b: Side| (a.clone(), b))
    };
    let swap = {
        let (a, b) = (a.clone(), b.clone());
        props.choose.reform(move |_: MouseEvent| (b.clone(), a.clone()))
    };
    let state = props.rendering.comparison.as_ref();
    let same = matches!(state, Some(ComparisonState::Done { count: 0, more: 0, .. }));
    html! {
        <Modal
            title="How it will look elsewhere"
            class="elsewhere-dialog"
            close={props.send.reform(|()| Msg::DialogClosed)}
        >
            <div class="elsewhere-head">
                { side(props, "One side", "elsewhere-a", &a, choose_a) }
                <button type="button" class="button" onclick={swap}>{ "Swap" }</button>
                { side(props, "Other side", "elsewhere-b", &b, choose_b) }
            </div>
            <p class="elsewhere-said" role="status">{ said(state) }</p>
            if same {
                <div class="empty">
                    { Icon::CheckCircle.svg() }
                    <p class="empty-title">{ "Both come out the same" }</p>
                    <p>{ "No reader of this post could tell one from the other." }</p>
                </div>
            }
            <div id="comparison" class={classes!("elsewhere-rows", same.then_some("none"))} />
        </Modal>
    }
}

/// The choice of one side.
fn side(
    props: &OpenedProps,
    label: &'static str,
    id: &'static str,
    chosen: &Side,
    choose: Callback<Side>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            choose.emit(Some(select.value()).filter(|id| !id.is_empty()));
        }
    });
    html! {
        <div class="elsewhere-side">
            <label for={id}>{ label }</label>
            <select class="input" {id} {onchange}>
                <option value="" selected={chosen.is_none()}>{ as_it_is(&props.dialect, props.rendering.by_hand()) }</option>
                for info in props.dialects.iter() {
                    <option value={info.id.clone()} selected={chosen.as_ref() == Some(&info.id)}>{ info.name.clone() }</option>
                }
            </select>
        </div>
    }
}

/// The rules in force, in words.
fn as_it_is(dialect: &DialectChoice, by_hand: usize) -> String {
    let name = &dialect.name;
    match by_hand {
        0 => format!("This post now: {name}"),
        count => format!("This post now: {name} with {}", counted(count, "own setting", "own settings")),
    }
}

/// What came of it, as a sentence; nothing where the dialog says it otherwise.
fn said(state: Option<&ComparisonState>) -> String {
    let (count, more, shortened) = match state {
        None | Some(ComparisonState::Comparing) => return "Comparing…".to_owned(),
        Some(ComparisonState::Failed) => {
            return "The two could not be compared. Close this and try once more.".to_owned();
        }
        Some(ComparisonState::Done { count, more, shortened }) => (*count, *more, shortened.as_deref()),
    };
    let all = usize::try_from(count.saturating_add(more)).unwrap_or(usize::MAX);
    let mut said = match all {
        0 => String::new(),
        1 => "1 block comes out differently.".to_owned(),
        _ => format!("{} come out differently.", counted(all, "block", "blocks")),
    };
    if more > 0 && count == 0 {
        said.push_str(" That is too long to be shown.");
    } else if more > 0 {
        said.push_str(&format!(" The first {count} are shown."));
    }
    if let Some(sentence) = shortened {
        said = [&said, " ", sentence].concat().trim_start().to_owned();
    }
    said
}

fn ask(ask: RenderingAsk) {
    kernel::run(&Command::Rendering { ask });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(count: u32, more: u32, shortened: Option<&str>) -> String {
        said(Some(&ComparisonState::Done { count, more, shortened: shortened.map(str::to_owned) }))
    }

    #[test]
    fn what_came_of_it_is_said_in_words() {
        assert_eq!(said(None), "Comparing…");
        assert_eq!(done(0, 0, None), "");
        assert_eq!(done(1, 0, None), "1 block comes out differently.");
        assert_eq!(done(200, 1_050, None), "1,250 blocks come out differently. The first 200 are shown.");
        assert_eq!(done(0, 1, None), "1 block comes out differently. That is too long to be shown.");
        assert_eq!(done(0, 0, Some("It is too deep.")), "It is too deep.");
    }

    #[test]
    fn it_is_compared_with_a_generator_that_is_not_in_force() {
        let info = |id: &str| DialectInfo { id: id.to_owned(), name: id.to_owned(), about: String::new() };
        let all = [info("generic"), info("hugo"), info("jekyll")];
        let now = |id: &str| DialectChoice {
            id: id.to_owned(),
            name: id.to_owned(),
            reason: String::new(),
            by_hand: false,
            detected: None,
        };
        assert_eq!(another(&now("generic"), &all).as_deref(), Some("hugo"));
        assert_eq!(another(&now("hugo"), &all).as_deref(), Some("jekyll"));
        assert_eq!(another(&now("hugo"), &[]), None);
    }
}
