//! Owns the fields of the form: which widget edits a value, and what every widget is given. One widget, one file below.

mod add;
mod choice;
mod colour;
mod date;
pub(crate) mod desk;
mod image;
mod list;
mod long_text;
mod multi_choice;
mod number;
mod object;
mod object_list;
pub(crate) mod path;
pub(crate) mod picker;
mod raw;
mod row;
mod row_menu;
mod slug;
mod switch;
mod tag_input;
mod tags;
mod text;
pub(crate) mod typed;
mod values;

pub(crate) use add::{AddField, GROUPS, addable, fits};
pub(crate) use row::{concerns_within, draw_refusal, rows};
pub(crate) use typed::typed_in;
pub(crate) use values::added;

use foreword_wire::{Content, Field, FieldKind, Step};
use std::rc::Rc;
use yew::prelude::*;

/// The widget that edits a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    LongText,
    Number,
    Switch,
    Date,
    Choice,
    MultiChoice,
    Tags,
    List,
    Object,
    ObjectList,
    Image,
    Slug,
    Colour,
    Raw,
}

impl Shape {
    /// The widget for a field: what its kind asks for, as far as the value that is there allows it.
    pub(crate) fn of(field: &Field) -> Self {
        let kind = field.info.kind;
        match (&field.content, kind) {
            (Content::Other, _) | (_, FieldKind::Raw) => Self::Raw,
            (Content::Map(_), _) => Self::Object,
            (Content::Maps(_), _) => Self::ObjectList,
            (Content::List(_) | Content::Null, FieldKind::Tags) if !field.info.multiple => Self::Tags,
            (Content::List(_) | Content::Null, FieldKind::MultiChoice) => Self::MultiChoice,
            (Content::List(items), FieldKind::ObjectList) if items.is_empty() => Self::ObjectList,
            (Content::List(_), _) => Self::List,
            (Content::Null, _) if field.info.multiple => Self::List,
            (Content::Null, FieldKind::List) => Self::List,
            (Content::Null, FieldKind::Object) => Self::Object,
            (Content::Null, FieldKind::ObjectList) => Self::ObjectList,
            (content, kind) => Self::of_one(content, kind),
        }
    }

    /// The widget for a value without parts, be it a field or an item of a list.
    pub(crate) fn of_one(content: &Content, kind: FieldKind) -> Self {
        match kind {
            FieldKind::Choice => Self::Choice,
            _ if matches!(content, Content::Bool(_)) => Self::Switch,
            FieldKind::Switch if *content == Content::Null => Self::Switch,
            FieldKind::LongText | FieldKind::Markdown => Self::LongText,
            FieldKind::Number => Self::Number,
            FieldKind::DateTime | FieldKind::Date => Self::Date,
            FieldKind::Image | FieldKind::File => Self::Image,
            FieldKind::Slug => Self::Slug,
            FieldKind::Colour => Self::Colour,
            _ => Self::Text,
        }
    }

    /// Whether it is made of several inputs, so that the field's name is the name of a group.
    pub(crate) fn is_group(self) -> bool {
        matches!(self, Self::MultiChoice | Self::List | Self::Object | Self::ObjectList)
    }

    /// Whether it edits a value without parts as text, so that another such widget could take its place.
    pub(crate) fn is_one_value(self) -> bool {
        matches!(
            self,
            Self::Text | Self::LongText | Self::Number | Self::Date | Self::Image | Self::Slug | Self::Colour
        )
    }

    /// The widget as an element.
    pub(crate) fn draw(self, props: WidgetProps) -> Html {
        match self {
            Self::Text => html! { <text::Text ..props /> },
            Self::LongText => html! { <long_text::LongText ..props /> },
            Self::Number => html! { <number::Number ..props /> },
            Self::Switch => html! { <switch::Switch ..props /> },
            Self::Date => html! { <date::Date ..props /> },
            Self::Choice => html! { <choice::Choice ..props /> },
            Self::MultiChoice => html! { <multi_choice::MultiChoice ..props /> },
            Self::Tags => html! { <tags::Tags ..props /> },
            Self::List => html! { <list::List ..props /> },
            Self::Object => html! { <object::Object ..props /> },
            Self::ObjectList => html! { <object_list::ObjectList ..props /> },
            Self::Image => html! { <image::Image ..props /> },
            Self::Slug => html! { <slug::Slug ..props /> },
            Self::Colour => html! { <colour::Colour ..props /> },
            Self::Raw => html! { <raw::Raw ..props /> },
        }
    }
}

/// What a widget edits, and how it is described.
#[derive(Clone, Properties, PartialEq)]
pub(crate) struct WidgetProps {
    pub(crate) field: Rc<Field>,
    /// Set where it edits one item of the field's list.
    pub(crate) item: Option<usize>,
    /// The id of the input.
    pub(crate) id: AttrValue,
    /// It can be read but not changed.
    pub(crate) readonly: bool,
    /// Ids of the sentences that describe it.
    pub(crate) described_by: Option<AttrValue>,
    /// Something is wrong with it.
    pub(crate) invalid: bool,
    /// The last change of it was refused.
    pub(crate) refused: bool,
}

impl WidgetProps {
    /// The value that is edited.
    pub(crate) fn content(&self) -> &Content {
        match (&self.field.content, self.item) {
            (Content::List(items), Some(at)) => items.get(at).unwrap_or(&Content::Null),
            (content, _) => content,
        }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> Vec<Step> {
        match self.item {
            Some(at) => path::item(&self.field.path, at),
            None => self.field.path.clone(),
        }
    }

    /// The name of the field for a person.
    pub(crate) fn name(&self) -> &str {
        name_of(&self.field)
    }

    /// The name of an item; a field has a label of its own.
    pub(crate) fn item_name(&self) -> Option<String> {
        self.item.map(|at| part(&format!("Item {}", at + 1), self.name()))
    }

    /// The id of a part of the widget.
    pub(crate) fn id_of(&self, part: &str) -> AttrValue {
        AttrValue::from([self.id.as_str(), part].join("-"))
    }

    /// For `aria-invalid`.
    pub(crate) fn aria_invalid(&self) -> Option<&'static str> {
        self.invalid.then_some("true")
    }
}

/// The name of a field for a person: its label, else its key.
pub(crate) fn name_of(field: &Field) -> &str {
    field.info.label.as_deref().unwrap_or(&field.info.key)
}

/// The name of a part of a field, for those who do not see where it stands: `Day of date`.
pub(crate) fn part(what: &str, name: &str) -> String {
    [what, name].join(" of ")
}

/// A square button with a picture.
pub(crate) fn tool(
    label: String,
    icon: crate::icons::Icon,
    disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="tool small" aria-label={label.clone()} title={label} {disabled} {onclick}>
            { icon.svg() }
        </button>
    }
}

#[cfg(test)]
mod tests;
