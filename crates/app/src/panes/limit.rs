//! Owns the length of long lists: so many rows are drawn, the next ones on request, so that typing never waits for a list.

use yew::prelude::*;

/// Rows that are drawn at first, and more at each request. A hundred take a few milliseconds.
const STEP: usize = 100;

/// How many rows to draw.
#[hook]
pub(super) fn use_limit() -> UseStateHandle<usize> {
    use_state_eq(|| STEP)
}

/// The button below the rows, where some are not drawn.
pub(super) fn more(limit: &UseStateHandle<usize>, count: usize) -> Html {
    let hidden = count.saturating_sub(**limit);
    if hidden == 0 {
        return Html::default();
    }
    let (set, next) = (limit.setter(), **limit + STEP);
    html! {
        <button type="button" class="button show-more" onclick={Callback::from(move |_: MouseEvent| set.set(next))}>
            { format!("Show {} more of {hidden}", hidden.min(STEP)) }
        </button>
    }
}
