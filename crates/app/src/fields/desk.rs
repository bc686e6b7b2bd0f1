//! Owns what every field of the form shares: the state of the form, the way to the text, and what the form waits for.

use super::path;
use crate::kernel;
use crate::roving;
use crate::shared::Shared;
use crate::state::Msg;
use foreword_wire::{Change, Command, FileList, Range16, Refusal, Step};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What takes the focus by itself.
const FOCUSABLE: &str = "input, textarea, select, button, summary";

thread_local! {
    /// The post that is open, known before anything of the one before is taken away.
    static OPEN: Cell<u32> = const { Cell::new(0) };
}

/// Takes note of the post that is open.
pub(crate) fn now_open(opening: u32) {
    OPEN.set(opening);
}

/// What every field shares; a context, so that it reaches fields inside of fields.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Desk {
    /// The post that the form is of.
    pub(crate) opening: u32,
    /// Nothing in the form can be changed.
    pub(crate) locked: bool,
    /// The generator's name; none where no generator is known.
    pub(crate) generator: Option<AttrValue>,
    /// The title as a part of an address.
    pub(crate) title_slug: AttrValue,
    /// The post is on the web, or will be with the next build.
    pub(crate) published: bool,
    pub(crate) refusal: Shared<Option<Refusal>>,
    /// Addresses of images that can be shown.
    pub(crate) images: Shared<BTreeMap<String, String>>,
    pub(crate) files: Shared<Option<FileList>>,
    pub(crate) reveal: Callback<Range16>,
    pub(crate) send: Callback<Msg>,
    /// Tells a screen reader something.
    pub(crate) say: Callback<String>,
    pub(crate) wish: Wish,
}

impl Desk {
    /// Whether the form is still that of the open post: an input that is taken away with its post loses the focus,
    /// and what it has to say then would reach the next one.
    pub(crate) fn is_open(&self) -> bool {
        self.opening == OPEN.get()
    }
}

/// The desk of the form.
#[hook]
pub(crate) fn use_desk() -> Desk {
    use_context::<Desk>().unwrap_or_default()
}

/// Asks for a change of the header. `typing` for a key press, which is undone together with those before it.
pub(crate) fn ask(change: Change, typing: bool) {
    kernel::run(&Command::Change { change, typing });
}

/// Something to do when the form shows what was asked for: the answer comes later than the click.
struct Wanted {
    /// The field that comes, or the one that goes.
    id: String,
    goes: bool,
    /// What is focused then.
    focus: String,
    /// What is told to a screen reader then.
    say: String,
}

/// The one thing that the form waits for.
#[derive(Clone, Default)]
pub(crate) struct Wish(Rc<RefCell<Option<Wanted>>>);

impl PartialEq for Wish {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Wish {
    /// The field at a path is awaited; it is focused when it comes.
    pub(crate) fn for_new(&self, path: &[Step], say: String) {
        let id = path::id_of(path);
        *self.0.borrow_mut() = Some(Wanted { focus: id.clone(), id, goes: false, say });
    }

    /// An element is expected to go; another one is focused then.
    pub(crate) fn for_gone(&self, id: String, focus: String, say: String) {
        *self.0.borrow_mut() = Some(Wanted { id, goes: true, focus, say });
    }

    /// The element with one id is awaited, and another one focused then: a copy stands beside the original, but it
    /// is the last place that is new.
    pub(crate) fn for_copy(&self, id: String, focus: String, say: String) {
        *self.0.borrow_mut() = Some(Wanted { id, goes: false, focus, say });
    }

    /// Focuses an element with the next form, for example the button that goes along with a moved row.
    pub(crate) fn for_focus(&self, focus: String, say: String) {
        *self.0.borrow_mut() = Some(Wanted { id: focus.clone(), goes: false, focus, say });
    }

    /// Whether the element with this id is awaited.
    pub(crate) fn is_for(&self, id: &str) -> bool {
        self.0.borrow().as_ref().is_some_and(|wanted| wanted.id == id && !wanted.goes)
    }

    /// Looks whether the form shows what was asked for. What to say then.
    pub(crate) fn look(&self) -> Option<String> {
        let mut wanted = self.0.borrow_mut();
        let there = find(&wanted.as_ref()?.id).is_some();
        if there == wanted.as_ref()?.goes {
            return None;
        }
        let Wanted { focus, say, .. } = wanted.take()?;
        if let Some(element) = find(&focus).and_then(focusable) {
            roving::focus(&element);
        }
        Some(say)
    }
}

/// An input by its id, else the field around it: some fields have no input of their own.
fn find(id: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id).or_else(|| document.get_element_by_id(&around(id)))
}

/// The id of the field around an input.
pub(crate) fn around(id: &str) -> String {
    let mut id = id.to_owned();
    id.push_str("-field");
    id
}

/// What takes the focus in an element: itself, else what is edited, else what adds to it, else any button.
fn focusable(element: Element) -> Option<HtmlElement> {
    if element.matches(FOCUSABLE).unwrap_or(false) {
        return element.dyn_into().ok();
    }
    let within = |selector: &str| element.query_selector(selector).ok().flatten();
    within("input, textarea, select").or_else(|| within(".add")).or_else(|| within("button"))?.dyn_into().ok()
}
