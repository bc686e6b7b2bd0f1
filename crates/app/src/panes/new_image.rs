//! Owns the dialog in which an image is put into the post: its frame, and the moment in which it goes.

mod facts;
mod form;

use crate::fields::picker::Modal;
use crate::kernel;
use crate::shared::Shared;
use foreword_wire::{Command, ImageAsk, NewImage as Asked};
use form::Form;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct NewImageProps {
    pub(crate) image: Shared<Option<Asked>>,
}

/// The dialog, as long as there is an image to ask about. Of several, one follows the other in it.
#[component]
pub(crate) fn NewImage(props: &NewImageProps) -> Html {
    let open = props.image.is_some();
    let described = props.image.as_ref().map(|image| image.described);
    {
        let last = use_mut_ref(|| None);
        use_effect_with(described, move |&described| {
            // What was pasted or dropped had no button; the writing goes on in the text.
            if last.replace(described) == Some(true) && !open {
                kernel::run(&Command::FocusText);
            }
        });
    }
    let Some(image) = props.image.as_ref() else {
        return Html::default();
    };
    let title = if image.count > 1 {
        format!("Insert image {} of {}", image.number, image.count)
    } else {
        "Insert image".to_owned()
    };
    let id = image.id;
    let close = Callback::from(move |()| ask(ImageAsk::Cancel { id }));
    html! {
        <Modal {title} class="image-dialog" close={close.clone()}>
            if let Some(problem) = &image.problem {
                <div class="image-problem">
                    <p class="image-file" dir="auto">{ image.file.clone() }</p>
                    <p role="alert">{ problem.clone() }</p>
                    <div class="image-foot">{ rest(image, close) }</div>
                </div>
            } else {
                <Form key={image.id} image={props.image.clone()} {close} />
            }
        </Modal>
    }
}

/// The buttons that put nothing into the post.
fn rest(image: &Asked, close: Callback<()>) -> Html {
    let id = image.id;
    html! {
        <>
            <button type="button" class="button" onclick={close.reform(|_: MouseEvent| ())}>
                { if image.number < image.count { "Cancel all" } else { "Cancel" } }
            </button>
            if image.number < image.count {
                <button type="button" class="button" onclick={Callback::from(move |_: MouseEvent| ask(ImageAsk::Skip { id }))}>
                    { "Leave this one out" }
                </button>
            }
        </>
    }
}

/// Asks the kernel something about images.
fn ask(ask: ImageAsk) {
    kernel::run(&Command::Image { ask });
}
