//! Owns one line of text: plain, a web or e-mail address, or the name of another post. Other widgets use its input.

use super::desk::ask;
use super::typed::{Typed, use_typed};
use super::values::{like, spelling};
use super::{WidgetProps, part};
use foreword_wire::{Change, FieldKind};
use yew::prelude::*;

/// What kind of line it is.
#[derive(Clone, Copy, Default)]
pub(crate) struct LineStyle {
    /// The type of the input; `text` where there is none.
    pub(crate) kind: Option<&'static str>,
    /// Which keyboard a phone shows.
    pub(crate) mode: Option<&'static str>,
    /// It is code rather than prose: no spell check, no capitals.
    pub(crate) code: bool,
}

/// The text of a field, sent with every key.
#[hook]
pub(crate) fn use_text(props: &WidgetProps) -> Typed {
    let (path, content) = (props.path(), props.content().clone());
    let model = AttrValue::from(spelling(&content).to_owned());
    let send = Callback::from(move |text: AttrValue| {
        ask(Change::Set { path: path.clone(), value: like(&content, &text) }, true);
        true
    });
    use_typed(model, props.refused, send)
}

/// An input for one line.
pub(crate) fn line(props: &WidgetProps, typed: &Typed, style: LineStyle) -> Html {
    let suggestions = &props.field.suggestions;
    let list = (!suggestions.is_empty()).then(|| props.id_of("list"));
    html! {
        <>
            <input
                class={classes!("input", style.code.then_some("code"))}
                id={props.id.clone()}
                type={style.kind.unwrap_or("text")}
                inputmode={style.mode}
                dir="auto"
                autocomplete="off"
                autocapitalize={style.code.then_some("off")}
                spellcheck={style.code.then_some("false")}
                list={list.clone()}
                readonly={props.readonly}
                aria-label={props.item_name()}
                aria-describedby={props.described_by.clone()}
                aria-invalid={props.aria_invalid()}
                data-unsent={typed.held.then_some("")}
                value={typed.value.clone()}
                oninput={typed.oninput.clone()}
                onblur={typed.onblur.clone()}
            />
            if let Some(list) = list {
                <datalist id={list}>
                    for suggestion in suggestions {
                        <option value={suggestion.clone()} />
                    }
                </datalist>
            }
        </>
    }
}

/// A sentence below an input about what is typed there.
pub(crate) fn remark(text: &str) -> Html {
    html! { <p class="remark" role="status">{ text.to_owned() }</p> }
}

/// The label of a second input of a field.
pub(crate) fn label_of_part(what: &str, props: &WidgetProps) -> String {
    match props.item_name() {
        Some(item) => part(what, &item),
        None => part(what, props.name()),
    }
}

/// One line of text.
#[component]
pub(crate) fn Text(props: &WidgetProps) -> Html {
    let typed = use_text(props);
    let style = match props.field.info.kind {
        FieldKind::Url => LineStyle { kind: Some("url"), mode: Some("url"), code: true },
        FieldKind::Email => LineStyle { kind: Some("email"), mode: Some("email"), code: true },
        _ => LineStyle::default(),
    };
    line(props, &typed, style)
}
