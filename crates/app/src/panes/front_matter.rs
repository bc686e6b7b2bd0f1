//! Owns the front matter pane: the form over the header, put together, and what all of its fields share.

mod blank;
mod changes;
mod groups;
mod head;
mod verdict;

use crate::fields::desk::Desk;
use crate::fields::draw_refusal;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{Header, Msg};
use blank::Blank;
use changes::ChangesList;
use foreword_wire::{
    Command, Content, Field, FieldKind, FieldSet, Form, Lock, OpenDocument, Publishes, Range16,
};
use groups::Groups;
use head::Head;
use verdict::VerdictCard;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FrontMatterPaneProps {
    /// The revision that the verdict's fixes count in.
    pub(crate) rev: u32,
    pub(crate) header: Header,
    pub(crate) document: Shared<OpenDocument>,
    pub(crate) reveal: Callback<Range16>,
    pub(crate) send: Callback<Msg>,
}

/// The front matter pane.
#[component]
pub(crate) fn FrontMatterPane(props: &FrontMatterPaneProps) -> Html {
    let header = &props.header;
    let said = use_state_eq(String::new);
    let say = {
        let set = said.setter();
        use_callback((), move |text: String, ()| set.set(text))
    };
    let wish = use_memo((), |()| crate::fields::desk::Wish::default());
    {
        let (wish, say) = (wish.clone(), say.clone());
        use_effect_with(header.form.clone(), move |_| {
            if let Some(text) = wish.look() {
                say.emit(text);
            }
        });
    }
    let paths = use_memo(header.form.clone(), |form| {
        let mut paths = Vec::new();
        if let Some(form) = form.as_ref() {
            images(&form.fields, &mut paths);
        }
        paths
    });
    // The same paths mean other files in another post or folder.
    use_effect_with((paths, props.document.clone()), |(paths, _)| {
        if !paths.is_empty() {
            kernel::run(&Command::LookUpImages { paths: paths.to_vec() });
        }
    });
    let Some(form) = header.form.as_ref() else {
        return html! { <p class="quiet">{ "Reading the post…" }</p> };
    };
    let verdict = header.verdict.as_ref();
    let generator = header.generator.as_ref().filter(|generator| generator.id != "generic");
    let desk = Desk {
        opening: props.document.opening,
        locked: form.locked.is_some() || props.document.read_only,
        generator: generator.map(|generator| AttrValue::from(generator.name.clone())),
        title_slug: AttrValue::from(form.title_slug.clone()),
        published: verdict.is_some_and(|verdict| verdict.publishes == Publishes::Now),
        refusal: header.refusal.clone(),
        images: header.images.clone(),
        files: header.files.clone(),
        reveal: props.reveal.clone(),
        send: props.send.clone(),
        say,
        wish: wish.as_ref().clone(),
    };
    let top_refusal = header.refusal.as_ref().filter(|refusal| {
        !form.fields.present.iter().any(|field| crate::fields::concerns_within(&refusal.path, field))
    });
    html! {
        <ContextProvider<Desk> context={desk.clone()}>
            <div class="form" onkeydown={Callback::from(on_key)}>
                <p class="hidden" role="status">{ (*said).clone() }</p>
                if header.verdict.is_some() {
                    <VerdictCard rev={props.rev} verdict={header.verdict.clone()} reveal={props.reveal.clone()} />
                }
                if form.format.is_some() {
                    <Head
                        form={header.form.clone()}
                        generator={header.generator.clone()}
                        generators={header.generators.clone()}
                        locked={desk.locked}
                        send={props.send.clone()}
                    />
                }
                if let Some(lock) = &form.locked {
                    { draw_lock(lock, &props.reveal) }
                }
                if let Some(refusal) = top_refusal {
                    <div role="alert">{ draw_refusal(refusal, &desk) }</div>
                }
                { body(form, props, desk.locked) }
                <ChangesList changes={header.changes.clone()} />
            </div>
        </ContextProvider<Desk>>
    }
}

fn body(form: &Form, props: &FrontMatterPaneProps, locked: bool) -> Html {
    if form.format.is_some() {
        html! { <Groups form={props.header.form.clone()} {locked} /> }
    } else {
        html! { <Blank best={form.best_format} {locked} /> }
    }
}

fn draw_lock(lock: &Lock, reveal: &Callback<Range16>) -> Html {
    let range = lock.range;
    html! {
        <div class="form-notice">
            { crate::icons::Icon::Locked.svg() }
            <div>
                <p dir="auto">{ super::prose::prose(&lock.message) }</p>
                <p>{ "Until that is mended in the text, the fields can be read but not changed." }</p>
                <button type="button" class="button" onclick={reveal.reform(move |_: MouseEvent| range)}>
                    { ["Show line", &lock.line.to_string()].join(" ") }
                </button>
            </div>
        </div>
    }
}

/// Undo and redo are those of the text: an input only knows what was typed into itself. What is not yet in the text
/// stays with the input.
fn on_key(event: KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    let command = match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Command::Undo,
        ("z", true) | ("y", false) => Command::Redo,
        _ => return,
    };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| target.has_attribute("data-unsent")) {
        return;
    }
    event.prevent_default();
    kernel::run(&command);
}

/// The paths of all images of the form, each once.
fn images(set: &FieldSet, paths: &mut Vec<String>) {
    fn from(content: &Content, paths: &mut Vec<String>) {
        match content {
            Content::Text(path) if !path.is_empty() && !paths.contains(path) => paths.push(path.clone()),
            Content::List(items) => items.iter().for_each(|item| from(item, paths)),
            _ => {}
        }
    }
    let mut of = |field: &Field| match &field.content {
        Content::Map(set) => images(set, paths),
        Content::Maps(sets) => sets.iter().for_each(|set| images(set, paths)),
        content if field.info.kind == FieldKind::Image => from(content, paths),
        _ => {}
    };
    set.present.iter().for_each(&mut of);
}
