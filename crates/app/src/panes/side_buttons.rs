//! Owns the buttons in the header that open the side panel, with the number of problems.

use crate::icons::Icon;
use crate::state::{Msg, Tab};
use crate::tally::Tally;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SideButtonsProps {
    pub(crate) side: Option<Tab>,
    pub(crate) tally: Tally,
    pub(crate) send: Callback<Msg>,
}

/// Four toggle buttons; on a narrow page the style leaves out the last one, and the panel has tabs.
#[component]
pub(crate) fn SideButtons(props: &SideButtonsProps) -> Html {
    let count = props.tally.count;
    let problems = match count {
        0 => "Problems: none".to_owned(),
        count => format!("Problems: {count}"),
    };
    let badge = (count > 0).then(|| {
        let class = classes!("badge", props.tally.class());
        html! { <span {class} aria-hidden="true">{ if count > 99 { "99+".to_owned() } else { count.to_string() } }</span> }
    });
    html! {
        <div class="side-buttons">
            { draw(props, Tab::Posts, Icon::Posts, "Posts".to_owned(), None) }
            { draw(props, Tab::Problems, Icon::Problems, problems, badge) }
            { draw(props, Tab::FrontMatter, Icon::FrontMatter, "Front matter".to_owned(), None) }
            { draw(props, Tab::Outline, Icon::Outline, "Outline".to_owned(), None) }
        </div>
    }
}

fn draw(props: &SideButtonsProps, tab: Tab, icon: Icon, label: String, badge: Option<Html>) -> Html {
    let open = props.side == Some(tab);
    let class = classes!("tool", (tab == Tab::Outline).then_some("when-roomy"));
    html! {
        <button
            type="button"
            {class}
            aria-label={label.clone()}
            title={label}
            aria-expanded={if open { "true" } else { "false" }}
            aria-controls="side"
            onclick={props.send.reform(move |_: MouseEvent| Msg::SideToggled(tab))}
        >
            { icon.svg() }
            { badge.unwrap_or_default() }
        </button>
    }
}
