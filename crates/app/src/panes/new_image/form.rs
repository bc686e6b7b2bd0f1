//! Owns what is asked about an image: what it shows, its name and place, its size and format.

use super::facts::{facts, saved, sized};
use super::{ask, rest};
use crate::fields::typed_in;
use crate::icons::Icon;
use crate::roving;
use crate::shared::Shared;
use foreword_wire::{ImageAsk, ImageChoice, NewImage};
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, SubmitEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FormProps {
    pub(super) image: Shared<Option<NewImage>>,
    pub(super) close: Callback<()>,
}

/// The questions. Enter inserts.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let alt = use_state_eq(String::new);
    let decorative = use_state_eq(|| false);
    let warned = use_state_eq(|| false);
    let name =
        use_state_eq(|| props.image.as_ref().map(|image| image.choice.name.clone()).unwrap_or_default());
    let first = use_node_ref();
    let to_first = {
        let first = first.clone();
        move || {
            if let Some(element) = first.cast::<HtmlElement>() {
                roving::focus(&element);
            }
        }
    };
    use_effect_with((), {
        let to_first = to_first.clone();
        move |()| to_first()
    });
    let Some(image) = props.image.as_ref() else {
        return Html::default();
    };
    let id = image.id;
    // What is typed here is newer than what the kernel has heard.
    let chosen = ImageChoice { name: (*name).clone(), ..image.choice.clone() };
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |change: Change| {
            ask(ImageAsk::Choose { id, choice: change.made_to(chosen.clone()) })
        })
    };
    let onsubmit = {
        let (alt, decorative, warned) = (alt.clone(), *decorative, warned.clone());
        let (described, ready) = (image.described, image.path.is_some() && !image.busy);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !ready {
                return;
            }
            if described && !decorative && !*warned && alt.trim().is_empty() {
                warned.set(true);
                to_first();
                return;
            }
            let alt = if decorative { String::new() } else { alt.trim().to_owned() };
            ask(ImageAsk::Insert { id, choice: chosen.clone(), alt });
        })
    };
    let without = *warned && !*decorative && alt.trim().is_empty();
    html! {
        <form class="image-form" {onsubmit}>
            { draw_image(image) }
            if image.described {
                <div class="image-field-block">
                    <label for="image-alt">{ "What does it show?" }</label>
                    <input
                        id="image-alt"
                        class="input"
                        ref={first.clone()}
                        value={(*alt).clone()}
                        disabled={*decorative}
                        autocomplete="off"
                        autofocus={true}
                        aria-describedby="image-alt-why"
                        oninput={let set = alt.setter(); Callback::from(move |event: InputEvent| set.set(typed_in(&event)))}
                    />
                    <p id="image-alt-why" class={if without { "image-why wanted" } else { "image-why" }} role={without.then_some("alert")}>
                        { if without {
                            "Without a description, people who cannot see the image learn nothing of it. One sentence is enough. If the image only decorates, say so below; or insert it as it is."
                        } else {
                            "Read out to people who cannot see the image, and shown while it does not load."
                        } }
                    </p>
                    <label class="option">
                        <input
                            type="checkbox"
                            checked={*decorative}
                            onchange={let set = decorative.setter(); Callback::from(move |event: Event| {
                                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                                    set.set(input.checked());
                                }
                            })}
                        />
                        { "It only decorates: there is nothing to describe" }
                    </label>
                </div>
            }
            <div class="image-field-block">
                <label for="image-name">{ "File name" }</label>
                <div class="image-name">
                    <input
                        id="image-name"
                        class="input code"
                        ref={if image.described { NodeRef::default() } else { first.clone() }}
                        value={(*name).clone()}
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        aria-describedby="image-path"
                        oninput={
                            let (set, choose) = (name.setter(), choose.clone());
                            Callback::from(move |event: InputEvent| {
                                let typed = typed_in(&event);
                                set.set(typed.clone());
                                choose.emit(Change::Name(typed));
                            })
                        }
                    />
                    <span class="image-ending">{ image.ending.clone() }</span>
                </div>
                { draw_place(image, &choose) }
            </div>
            { draw_shape(image, &choose) }
            if let Some(failure) = &image.failure {
                <p class="image-failure" role="alert">{ failure.clone() }</p>
            }
            <div class="image-foot">
                { rest(image, props.close.clone()) }
                <button type="submit" class="button primary" aria-disabled={(image.path.is_none() || image.busy).then_some("true")}>
                    { if image.busy { "Writing…" } else if without { "Insert without a description" } else { "Insert" } }
                </button>
            </div>
        </form>
    }
}

/// One thing that is chosen.
enum Change {
    Name(String),
    Place(u32),
    Width(Option<u32>),
    Webp(bool),
}

impl Change {
    fn made_to(self, mut choice: ImageChoice) -> ImageChoice {
        match self {
            Self::Name(name) => choice.name = name,
            Self::Place(place) => choice.place = place,
            Self::Width(width) => choice.width = width,
            Self::Webp(webp) => choice.webp = webp,
        }
        choice
    }
}

fn draw_image(image: &NewImage) -> Html {
    html! {
        <div class="image-shown">
            <span class="image-thumbnail">
                if let Some(url) = &image.url {
                    <img src={url.clone()} alt="" />
                } else {
                    { Icon::Image.svg() }
                }
            </span>
            <div class="image-facts">
                <p class="image-file" dir="auto">{ image.file.clone() }</p>
                <p>{ if image.url.is_some() { facts(&image.original) } else { "Looking at it…".to_owned() } }</p>
                for note in &image.notes {
                    <p class="image-why">{ note.clone() }</p>
                }
            </div>
        </div>
    }
}

/// Where it is written. The only place there is needs no choice.
fn draw_place(image: &NewImage, choose: &Callback<Change>) -> Html {
    let chosen = image.choice.place;
    let kept =
        usize::try_from(chosen).ok().and_then(|at| image.places.get(at)).is_some_and(|place| place.kept);
    let onchange = choose.reform(|event: Event| {
        let at = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|select| select.selected_index())
            .unwrap_or_default();
        Change::Place(u32::try_from(at).unwrap_or_default())
    });
    html! {
        <>
            if image.places.len() > 1 {
                <label for="image-place">{ "Place" }</label>
                <select id="image-place" class="input" aria-describedby="image-path" {onchange}>
                    for (at, place) in image.places.iter().enumerate() {
                        <option value={at.to_string()} selected={u32::try_from(at) == Ok(chosen)}>
                            { place_words(&place.folder, &place.why) }
                        </option>
                    }
                </select>
            }
            <p id="image-path" class="image-why" role="status">
                if let (Some(path), Some(link)) = (&image.path, &image.link) {
                    if kept {
                        { "No folder to write into is open, so it is kept in this browser with the draft, and comes along in a zip when you download the post. The post names it " }
                        <code>{ link.clone() }</code>
                        { "." }
                    } else {
                        { "Written to " }
                        <code>{ path.clone() }</code>
                        { "." }
                    }
                    if image.taken {
                        { " The name is taken, so it gets a number." }
                    }
                }
            </p>
        </>
    }
}

fn place_words(folder: &str, why: &str) -> String {
    let folder = if folder.is_empty() { "The folder itself" } else { folder };
    [folder, " – ", why].concat()
}

/// Size and format, and what comes of them.
fn draw_shape(image: &NewImage, choose: &Callback<Change>) -> Html {
    let choice = &image.choice;
    let changed = choice.width.is_some() || choice.webp;
    if image.widths.is_empty() && !image.webp {
        return Html::default();
    }
    let option = |name: &'static str,
                  label: String,
                  checked: bool,
                  change: fn(Option<u32>) -> Change,
                  value: Option<u32>| {
        html! {
            <label class="option" key={label.clone()}>
                <input type="radio" {name} {checked} onchange={choose.reform(move |_: Event| change(value))} />
                { label }
            </label>
        }
    };
    html! {
        <div class="image-shape">
            if !image.widths.is_empty() {
                <fieldset class="options">
                    <legend>{ "Width" }</legend>
                    { option("image-width", format!("{} px, as it is", image.original.width), choice.width.is_none(), Change::Width, None) }
                    for &width in &image.widths {
                        { option("image-width", format!("{width} px"), choice.width == Some(width), Change::Width, Some(width)) }
                    }
                </fieldset>
            }
            if image.webp {
                <fieldset class="options">
                    <legend>{ "Format" }</legend>
                    { option("image-format", image.keeps.clone(), !choice.webp, |_| Change::Webp(false), None) }
                    { option("image-format", "WebP, usually the smallest".to_owned(), choice.webp, |_| Change::Webp(true), None) }
                </fieldset>
            }
            <p class="image-outcome" role="status">
                if let Some(outcome) = &image.outcome {
                    <b>{ sized(outcome.bytes) }</b>
                    { format!(", {} × {} px", outcome.width, outcome.height) }
                    { saved(image.original.bytes, outcome.bytes) }
                    if changed {
                        { ". What the file says about place and camera is left out." }
                    }
                } else {
                    { "Converting…" }
                }
            </p>
        </div>
    }
}
