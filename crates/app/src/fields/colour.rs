//! Owns a colour: the browser's picker and the text.

use super::WidgetProps;
use super::text::{LineStyle, label_of_part, line, use_text};
use yew::prelude::*;

/// A colour. The picker knows `#rrggbb` only; anything else can be typed.
#[component]
pub(crate) fn Colour(props: &WidgetProps) -> Html {
    let typed = use_text(props);
    let shown = if is_hex(&typed.value) { typed.value.clone() } else { AttrValue::Static("#000000") };
    html! {
        <div class="beside">
            <input
                class="swatch"
                type="color"
                id={props.id_of("picker")}
                aria-label={label_of_part("Colour picker", props)}
                disabled={props.readonly}
                value={shown}
                oninput={typed.oninput.clone()}
            />
            { line(props, &typed, LineStyle { kind: None, mode: None, code: true }) }
        </div>
    }
}

fn is_hex(text: &str) -> bool {
    text.len() == 7
        && text.strip_prefix('#').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
