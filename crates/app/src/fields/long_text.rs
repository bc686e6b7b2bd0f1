//! Owns text of several lines; its area grows with it.

use super::WidgetProps;
use super::text::use_text;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Text of several lines or sentences.
#[component]
pub(crate) fn LongText(props: &WidgetProps) -> Html {
    let typed = use_text(props);
    let area = use_node_ref();
    {
        let area = area.clone();
        use_effect_with(typed.value.clone(), move |_| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                grow(&area);
            }
        });
    }
    html! {
        <textarea
            ref={area}
            class="input area"
            id={props.id.clone()}
            dir="auto"
            rows="2"
            readonly={props.readonly}
            aria-label={props.item_name()}
            aria-describedby={props.described_by.clone()}
            aria-invalid={props.aria_invalid()}
            value={typed.value.clone()}
            oninput={typed.oninput.clone()}
            onblur={typed.onblur.clone()}
        />
    }
}

/// Makes an area as high as its text, where the browser cannot do that by itself (`field-sizing`).
pub(crate) fn grow(area: &HtmlTextAreaElement) {
    let style = area.style();
    if !style.get_property_value("field-sizing").unwrap_or_default().is_empty() {
        return;
    }
    // A style that is not taken leaves an area that scrolls.
    drop(style.set_property("block-size", "auto"));
    let height = [&(area.scroll_height() + 2).to_string(), "px"].concat();
    drop(style.set_property("block-size", &height));
}
