//! Owns a value as it stands in the text. It is no value at every key press, so it is applied as a whole.

use super::WidgetProps;
use super::desk::ask;
use super::long_text::grow;
use super::typed::typed_in;
use foreword_wire::Change;
use web_sys::{HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

/// Source text with Apply and Discard.
#[component]
pub(crate) fn Raw(props: &WidgetProps) -> Html {
    let draft = use_state_eq(|| None::<AttrValue>);
    let applied = use_mut_ref(|| false);
    let area = use_node_ref();
    let source = AttrValue::from(props.field.source.clone());
    {
        let (set, applied) = (draft.setter(), applied.clone());
        use_effect_with(source.clone(), move |_| {
            // The text has answered; what was typed is in it, in the style of the file.
            if applied.replace(false) {
                set.set(None);
            }
        });
    }
    let value = (*draft).clone().unwrap_or_else(|| source.clone());
    {
        let area = area.clone();
        use_effect_with(value.clone(), move |_| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                grow(&area);
            }
        });
    }
    let unsent = value != source;
    let oninput = {
        let set = draft.setter();
        Callback::from(move |event: InputEvent| set.set(Some(typed_in(&event).into())))
    };
    let apply = {
        let (path, value) = (props.path(), value.clone());
        Callback::from(move |()| {
            if unsent {
                *applied.borrow_mut() = true;
                ask(Change::Source { path: path.clone(), text: value.to_string() }, false);
            }
        })
    };
    let discard = {
        let set = draft.setter();
        Callback::from(move |()| set.set(None))
    };
    let onkeydown = {
        let (apply, discard) = (apply.clone(), discard.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                apply.emit(());
            }
            // With nothing to discard the key means what it means elsewhere in the panel.
            "Escape" if unsent => {
                event.prevent_default();
                event.stop_propagation();
                discard.emit(());
            }
            _ => {}
        })
    };
    html! {
        <>
            <textarea
                ref={area}
                class="input area source"
                id={props.id.clone()}
                rows="2"
                spellcheck="false"
                autocapitalize="off"
                readonly={props.readonly}
                aria-describedby={props.described_by.clone()}
                aria-invalid={props.aria_invalid()}
                data-unsent={unsent.then_some("")}
                {value}
                {oninput}
                {onkeydown}
            />
            if unsent {
                <div class="buttons">
                    <button type="button" class="button primary" title="Ctrl+Enter" onclick={apply.reform(|_: MouseEvent| ())}>
                        { "Apply" }
                    </button>
                    <button type="button" class="button" title="Esc" onclick={discard.reform(|_: MouseEvent| ())}>
                        { "Discard" }
                    </button>
                </div>
            }
        </>
    }
}
