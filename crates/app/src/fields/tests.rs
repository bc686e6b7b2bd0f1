//! Owns the tests of which widget edits a value.

use super::*;
use foreword_wire::{FieldGroup, FieldInfo, FieldSet, Range16};

fn field(kind: FieldKind, multiple: bool, content: Content) -> Field {
    Field {
        path: vec![Step::Key("key".to_owned())],
        info: FieldInfo {
            key: "key".to_owned(),
            label: None,
            kind,
            multiple,
            about: String::new(),
            group: FieldGroup::Common,
            required: false,
            default: None,
        },
        known: true,
        choices: vec![],
        suggestions: vec![],
        content,
        date: None,
        source: String::new(),
        range: Range16 { from: 0, to: 1 },
        line: 1,
        locked: None,
        problems: vec![],
    }
}

fn shape(kind: FieldKind, content: Content) -> Shape {
    Shape::of(&field(kind, false, content))
}

fn text() -> Content {
    Content::Text("a".to_owned())
}

#[test]
fn the_kind_chooses_the_widget() {
    assert_eq!(shape(FieldKind::Text, text()), Shape::Text);
    assert_eq!(shape(FieldKind::Relation, text()), Shape::Text);
    assert_eq!(shape(FieldKind::File, text()), Shape::Image);
    assert_eq!(shape(FieldKind::Tags, Content::Null), Shape::Tags);
    assert_eq!(shape(FieldKind::Object, Content::Null), Shape::Object);
    assert_eq!(shape(FieldKind::ObjectList, Content::List(vec![])), Shape::ObjectList);
    assert_eq!(shape(FieldKind::Raw, text()), Shape::Raw);
}

#[test]
fn a_value_of_another_kind_gets_the_widget_that_can_edit_it() {
    assert_eq!(shape(FieldKind::Tags, text()), Shape::Text);
    assert_eq!(shape(FieldKind::Text, Content::List(vec![text()])), Shape::List);
    assert_eq!(shape(FieldKind::Text, Content::Map(FieldSet::default())), Shape::Object);
    assert_eq!(shape(FieldKind::Text, Content::Bool(true)), Shape::Switch);
    assert_eq!(shape(FieldKind::Switch, text()), Shape::Text);
    assert_eq!(shape(FieldKind::Text, Content::Other), Shape::Raw);
}

#[test]
fn several_of_a_kind_are_a_list() {
    assert_eq!(Shape::of(&field(FieldKind::Image, true, Content::Null)), Shape::List);
    assert_eq!(Shape::of(&field(FieldKind::Image, true, Content::List(vec![text()]))), Shape::List);
    assert_eq!(Shape::of(&field(FieldKind::Image, true, text())), Shape::Image);
}
