//! Owns a part of the post's address: text, made from the title on request, and kept from harm once it is in use.

use super::WidgetProps;
use super::desk::{ask, use_desk};
use super::text::{LineStyle, line, use_text};
use super::values::spelling;
use crate::icons::Icon;
use foreword_wire::{Change, NewValue};
use yew::prelude::*;

/// A slug. That of a published post is locked until the person says otherwise: other pages may link to it.
#[component]
pub(crate) fn Slug(props: &WidgetProps) -> Html {
    let desk = use_desk();
    let typed = use_text(props);
    let unlocked = use_state_eq(|| false);
    // What counts is how the form found it: a slug that is typed just now is in no link.
    let in_use = use_memo((), |()| desk.published && !spelling(props.content()).is_empty());
    let guarded = *in_use && desk.published && !*unlocked && !props.readonly;
    let style = LineStyle { kind: None, mode: None, code: true };
    if guarded {
        let unlock = Callback::from(move |_: MouseEvent| unlocked.set(true));
        let shown = WidgetProps {
            readonly: true,
            described_by: Some(props.described_by.iter().fold(props.id_of("guard"), |all, more| {
                AttrValue::from([all.as_str(), more.as_str()].join(" "))
            })),
            ..props.clone()
        };
        return html! {
            <>
                <div class="beside">
                    { line(&shown, &typed, style) }
                    <button type="button" class="button" onclick={unlock}>
                        { Icon::Locked.svg() }
                        { "Unlock" }
                    </button>
                </div>
                <p class="hint" id={props.id_of("guard")}>
                    { "This post is published. Another address breaks the links to it." }
                </p>
            </>
        };
    }
    let from_title = {
        let (path, slug) = (props.path(), desk.title_slug.clone());
        Callback::from(move |_: MouseEvent| {
            ask(Change::Set { path: path.clone(), value: NewValue::Text(slug.to_string()) }, false);
        })
    };
    let of_use =
        !props.readonly && !desk.title_slug.is_empty() && desk.title_slug != spelling(props.content());
    html! {
        <div class="beside">
            { line(props, &typed, style) }
            if of_use {
                <button type="button" class="button" title={["Use", desk.title_slug.as_str()].join(" ")} onclick={from_title}>
                    { "From title" }
                </button>
            }
        </div>
    }
}
