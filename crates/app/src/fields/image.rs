//! Owns the path or address of a file; that of an image has its picture beside it.

use super::WidgetProps;
use super::desk::{ask, use_desk};
use super::picker::Picker;
use super::text::{LineStyle, line, use_text};
use super::values::spelling;
use crate::icons::Icon;
use crate::kernel;
use foreword_wire::{Change, Command, FieldKind, ImageAsk, NewValue};
use yew::prelude::*;

/// A path that can be typed or chosen from the open folder.
#[component]
pub(crate) fn Image(props: &WidgetProps) -> Html {
    let desk = use_desk();
    let typed = use_text(props);
    let choosing = use_state_eq(|| false);
    let images = props.field.info.kind == FieldKind::Image;
    let url = if images { desk.images.get(spelling(props.content())).cloned() } else { None };
    let open = {
        let set = choosing.setter();
        Callback::from(move |_: MouseEvent| {
            kernel::run(&Command::ListFiles { images });
            set.set(true);
        })
    };
    let close = {
        let set = choosing.setter();
        Callback::from(move |()| set.set(false))
    };
    let choose = {
        let path = props.path();
        Callback::from(move |chosen: String| {
            ask(Change::Set { path: path.clone(), value: NewValue::Text(chosen) }, false);
        })
    };
    let add = images.then(|| {
        let path = props.path();
        Callback::from(move |()| {
            kernel::run(&Command::Image { ask: ImageAsk::Pick { field: Some(path.clone()) } });
        })
    });
    html! {
        <div class="image-field">
            if images {
                <span class="thumbnail">
                    if let Some(url) = url {
                        <img src={url} alt="" />
                    } else {
                        { Icon::Image.svg() }
                    }
                </span>
            }
            <div class="beside">
                { line(props, &typed, LineStyle { kind: None, mode: None, code: true }) }
                if !props.readonly {
                    <button type="button" class="button" aria-haspopup="dialog" onclick={open}>{ "Choose…" }</button>
                }
            </div>
            if *choosing {
                <Picker {images} {choose} {add} {close} />
            }
        </div>
    }
}
