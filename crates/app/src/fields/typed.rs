//! Owns what is being typed in a field. The text of the post is the only truth, but it answers a little later than a
//! person types: until then the field shows what was typed, and never loses a character, the caret or the focus.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The two sides of a field: what it shows, and what the text said last.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typing {
    /// What the field shows.
    shown: AttrValue,
    /// What the text said last.
    heard: AttrValue,
    /// What was sent and not yet seen in the text, oldest first.
    awaited: Vec<AttrValue>,
    /// Whether the last change was refused.
    refused: bool,
}

impl Typing {
    fn new(model: AttrValue) -> Self {
        Self { shown: model.clone(), heard: model, awaited: Vec::new(), refused: false }
    }

    /// Takes what the text says now. An echo of something sent settles that and all before it; anything else comes
    /// from elsewhere (the source, undo) and replaces what is shown.
    fn hear(&mut self, model: &AttrValue, refused: bool) {
        if refused && !self.refused {
            // There will be no answer. What was typed stays, so that it can be mended.
            self.awaited.clear();
        }
        self.refused = refused;
        if *model == self.heard {
            return;
        }
        self.heard = model.clone();
        match self.awaited.iter().position(|sent| sent == model) {
            Some(at) => drop(self.awaited.drain(..=at)),
            None => {
                self.awaited.clear();
                self.shown = model.clone();
            }
        }
    }

    /// Something was typed, and sent or held back because it is no value yet.
    fn typed(&mut self, text: AttrValue, sent: bool) {
        if sent {
            self.awaited.push(text.clone());
        }
        self.shown = text;
    }

    /// The field was left. Where the text already says what was sent last there will be no further answer: changes
    /// that wait for their turn are replaced by later ones, and the last of them may have changed nothing.
    fn rest(&mut self) {
        if self.awaited.last() == Some(&self.heard) {
            self.awaited.clear();
        }
    }

    /// Whether what is shown is neither in the text nor on its way there.
    fn held(&self) -> bool {
        self.shown != *self.awaited.last().unwrap_or(&self.heard)
    }
}

/// What a component needs of a field that is typed in.
pub(crate) struct Typed {
    /// What to show.
    pub(crate) value: AttrValue,
    /// Whether it is no value yet, and so not in the text.
    pub(crate) held: bool,
    /// For the input element.
    pub(crate) oninput: Callback<InputEvent>,
    /// For the input element.
    pub(crate) onblur: Callback<FocusEvent>,
    /// Another value that did not come from typing.
    pub(crate) set: Callback<AttrValue>,
}

/// Keeps what is being typed. `model` is what the text says; `refused` whether it refused the last change; `send`
/// sends a value, or returns false to hold it back.
#[hook]
pub(crate) fn use_typed(model: AttrValue, refused: bool, send: Callback<AttrValue, bool>) -> Typed {
    let typing = {
        let model = model.clone();
        use_mut_ref(move || Typing::new(model))
    };
    let redraw = use_force_update();
    typing.borrow_mut().hear(&model, refused);
    let (value, held) = {
        let typing = typing.borrow();
        (typing.shown.clone(), typing.held())
    };
    let set = {
        let typing = typing.clone();
        Callback::from(move |text: AttrValue| {
            let sent = send.emit(text.clone());
            typing.borrow_mut().typed(text, sent);
            redraw.force_update();
        })
    };
    let oninput = set.reform(|event: InputEvent| AttrValue::from(typed_in(&event)));
    let onblur = Callback::from(move |_: FocusEvent| typing.borrow_mut().rest());
    Typed { value, held, oninput, onblur, set }
}

/// What an input or text area has now.
pub(crate) fn typed_in(event: &InputEvent) -> String {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        return input.value();
    }
    event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(model: &'static str) -> Typing {
        Typing::new(AttrValue::Static(model))
    }

    fn send(typing: &mut Typing, texts: &[&'static str]) {
        for text in texts {
            typing.typed(AttrValue::Static(text), true);
        }
    }

    fn hear(typing: &mut Typing, model: &'static str) {
        typing.hear(&AttrValue::Static(model), false);
    }

    #[test]
    fn late_echoes_never_take_back_what_was_typed_since() {
        let mut typing = at("a");
        send(&mut typing, &["ab", "abc", "abcd"]);
        hear(&mut typing, "a");
        hear(&mut typing, "ab");
        assert_eq!(typing.shown, "abcd");
        hear(&mut typing, "abcd");
        assert_eq!(typing.shown, "abcd");
        assert!(typing.awaited.is_empty());
        assert!(!typing.held());
    }

    #[test]
    fn an_answer_may_skip_what_was_replaced_on_the_way() {
        let mut typing = at("");
        send(&mut typing, &["a", "ab", "abc"]);
        hear(&mut typing, "ab");
        assert_eq!(typing.awaited, ["abc"]);
        assert_eq!(typing.shown, "abc");
    }

    #[test]
    fn a_change_from_elsewhere_replaces_what_is_shown() {
        let mut typing = at("a");
        hear(&mut typing, "typed in the source");
        assert_eq!(typing.shown, "typed in the source");
        // Undo while an answer is outstanding.
        send(&mut typing, &["b", "bc"]);
        hear(&mut typing, "b");
        hear(&mut typing, "a");
        assert_eq!(typing.shown, "a");
        assert!(typing.awaited.is_empty());
    }

    #[test]
    fn typing_and_taking_it_back_is_settled_when_the_field_is_left() {
        let mut typing = at("a");
        send(&mut typing, &["ab", "a"]);
        typing.rest();
        assert!(typing.awaited.is_empty());
        send(&mut typing, &["ab"]);
        typing.rest();
        assert_eq!(typing.awaited, ["ab"]);
    }

    #[test]
    fn a_refusal_ends_the_waiting_and_keeps_what_was_typed() {
        let mut typing = at("a");
        send(&mut typing, &["b"]);
        typing.hear(&AttrValue::Static("a"), true);
        assert_eq!(typing.shown, "b");
        assert!(typing.held());
        // What is typed while the refusal still shows is waited for again.
        send(&mut typing, &["bc", "bcd"]);
        typing.hear(&AttrValue::Static("bc"), true);
        assert_eq!(typing.shown, "bcd");
    }

    #[test]
    fn what_is_no_value_is_held_until_the_text_says_something_else() {
        let mut typing = at("1");
        typing.typed(AttrValue::Static("1x"), false);
        assert!(typing.held());
        hear(&mut typing, "1");
        assert_eq!(typing.shown, "1x");
        hear(&mut typing, "2");
        assert_eq!(typing.shown, "2");
        assert!(!typing.held());
    }
}
