//! Owns moving the keyboard focus with the arrow keys inside a toolbar, a list of tabs or a menu.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// The direction in which the items follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Axis {
    /// Left and right.
    Row,
    /// Up and down.
    Column,
}

/// Moves the focus to the item that the key asks for. Items are the visible, enabled elements that match `selector`.
/// True when the key was one of ours; the browser then does nothing with it.
pub(crate) fn follow(container: &Element, selector: &str, axis: Axis, event: &KeyboardEvent) -> bool {
    if event.default_prevented() {
        return false;
    }
    let items = visible(container, selector);
    let active = container.owner_document().and_then(|document| document.active_element());
    let current = items.iter().position(|item| Some(item.as_ref()) == active.as_ref());
    let key = event.key();
    let target = neighbour(&key, axis, is_rtl(container), current, items.len())
        .or_else(|| by_letter(&key, axis, event, current, &items));
    let Some(item) = target.and_then(|index| items.get(index)) else {
        return false;
    };
    event.prevent_default();
    focus(item);
    true
}

/// Focuses the first or the last visible item; in a list of alternatives the checked one.
pub(crate) fn enter(container: &Element, selector: &str, last: bool) {
    let items = visible(container, selector);
    let alternatives = items.first().is_some_and(|item| item.has_attribute("aria-checked"));
    let checked = items
        .iter()
        .filter(|_| alternatives)
        .find(|item| item.get_attribute("aria-checked").as_deref() == Some("true"));
    let item = if last { items.last() } else { checked.or_else(|| items.first()) };
    if let Some(item) = item {
        focus(item);
    }
}

/// Focuses an element; one that cannot take the focus leaves it where it is.
pub(crate) fn focus(element: &HtmlElement) {
    drop(element.focus());
}

fn visible(container: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = container.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok())
        .filter(|item| item.offset_parent().is_some() && !item.has_attribute("disabled"))
        .collect()
}

/// Whether the page reads from right to left.
pub(crate) fn is_rtl(container: &Element) -> bool {
    container
        .owner_document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("dir"))
        .as_deref()
        == Some("rtl")
}

/// The index that an arrow key, Home or End leads to; it wraps around at both ends.
fn neighbour(key: &str, axis: Axis, rtl: bool, current: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let (back, on) = match (axis, rtl) {
        (Axis::Row, false) => ("ArrowLeft", "ArrowRight"),
        (Axis::Row, true) => ("ArrowRight", "ArrowLeft"),
        (Axis::Column, _) => ("ArrowUp", "ArrowDown"),
    };
    match (key, current) {
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        (key, Some(at)) if key == on => Some(if at >= last { 0 } else { at + 1 }),
        (key, Some(at)) if key == back => Some(if at == 0 { last } else { at - 1 }),
        (key, None) if key == on => Some(0),
        (key, None) if key == back => Some(last),
        _ => None,
    }
}

/// In a menu a letter leads to the next item that begins with it.
fn by_letter(
    key: &str,
    axis: Axis,
    event: &KeyboardEvent,
    current: Option<usize>,
    items: &[HtmlElement],
) -> Option<usize> {
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return None;
    };
    if axis == Axis::Row
        || !letter.is_alphanumeric()
        || event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
    {
        return None;
    }
    let start = current.map_or(0, |at| at + 1);
    (0..items.len())
        .map(|step| (start + step) % items.len())
        .find(|&index| items.get(index).is_some_and(|item| begins_with(item, letter)))
}

fn begins_with(item: &HtmlElement, letter: char) -> bool {
    let text = item.text_content().unwrap_or_default();
    text.trim_start().to_lowercase().starts_with(&letter.to_lowercase().to_string())
}

#[cfg(test)]
mod tests {
    use super::{Axis, neighbour};

    #[test]
    fn arrows_wrap_around() {
        assert_eq!(neighbour("ArrowRight", Axis::Row, false, Some(2), 3), Some(0));
        assert_eq!(neighbour("ArrowLeft", Axis::Row, false, Some(0), 3), Some(2));
        assert_eq!(neighbour("ArrowDown", Axis::Column, false, None, 3), Some(0));
        assert_eq!(neighbour("ArrowUp", Axis::Column, false, None, 3), Some(2));
    }

    #[test]
    fn right_to_left_turns_a_row_around_but_not_a_column() {
        assert_eq!(neighbour("ArrowRight", Axis::Row, true, Some(1), 3), Some(0));
        assert_eq!(neighbour("ArrowDown", Axis::Column, true, Some(1), 3), Some(2));
    }

    #[test]
    fn other_keys_and_empty_lists_lead_nowhere() {
        assert_eq!(neighbour("ArrowDown", Axis::Row, false, Some(1), 3), None);
        assert_eq!(neighbour("Home", Axis::Row, false, None, 0), None);
        assert_eq!(neighbour("End", Axis::Row, false, None, 4), Some(3));
    }
}
