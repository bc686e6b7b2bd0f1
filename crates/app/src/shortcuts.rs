//! Owns the keyboard shortcuts as they are shown; the kernel acts on them. `Mod` is ⌘ on an Apple device and Ctrl
//! elsewhere. Where the keys differ, those of other systems come first and Apple's after a bar.

/// Redo, which is different nearly everywhere.
pub(crate) const REDO: &str = "Mod-y|Mod-Shift-z";

/// A shortcut in the list of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shortcut {
    /// The keys, joined by `-`.
    pub(crate) keys: &'static str,
    /// What it does.
    pub(crate) label: &'static str,
}

/// A titled group of shortcuts.
pub(crate) type Group = (&'static str, &'static [Shortcut]);

const fn shortcut(keys: &'static str, label: &'static str) -> Shortcut {
    Shortcut { keys, label }
}

/// All shortcuts, in the order to show.
pub(crate) const GROUPS: &[Group] = &[
    (
        "Post",
        &[
            shortcut("Mod-o", "Open"),
            shortcut("Mod-s", "Save"),
            shortcut("Mod-\\", "Next view: text, both, preview"),
        ],
    ),
    (
        "Text",
        &[
            shortcut("Mod-z", "Undo"),
            shortcut(REDO, "Redo"),
            shortcut("Mod-f", "Find and replace"),
            shortcut("Mod-d", "Select the next same word"),
            shortcut("Mod-Alt-ArrowDown", "Add a cursor below"),
        ],
    ),
    (
        "Format",
        &[
            shortcut("Mod-b", "Bold"),
            shortcut("Mod-i", "Italic"),
            shortcut("Mod-k", "Link"),
            shortcut("Mod-e", "Code"),
            shortcut("Mod-Shift-x", "Strikethrough"),
        ],
    ),
    (
        "Problems",
        &[
            shortcut("F8", "Next problem"),
            shortcut("Shift-F8", "Previous problem"),
            shortcut("Alt-.", "Fixes for the problem at the cursor"),
        ],
    ),
    (
        "Lists and focus",
        &[
            shortcut("Tab", "Indent a list item"),
            shortcut("Shift-Tab", "Outdent a list item"),
            shortcut("Escape", "The next Tab leaves the text"),
        ],
    ),
];

/// Whether this is a Mac, an iPhone or an iPad.
pub(crate) fn on_apple() -> bool {
    web_sys::window()
        .and_then(|window| window.navigator().platform().ok())
        .is_some_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}

/// How the keys are written for a person: `⌘⇧Z` or `Ctrl+Shift+Z`.
pub(crate) fn written(keys: &str, apple: bool) -> String {
    let parts = chosen(keys, apple).split('-').map(|part| match (part, apple) {
        ("Mod", true) => "⌘".to_owned(),
        ("Mod", false) => "Ctrl".to_owned(),
        ("Shift", true) => "⇧".to_owned(),
        ("Alt", true) => "⌥".to_owned(),
        ("ArrowDown", _) => "↓".to_owned(),
        ("Escape", _) => "Esc".to_owned(),
        (key, _) if key.chars().count() == 1 => key.to_uppercase(),
        (key, _) => key.to_owned(),
    });
    parts.collect::<Vec<_>>().join(if apple { "" } else { "+" })
}

/// The keys in the notation of `aria-keyshortcuts`.
pub(crate) fn announced(keys: &str, apple: bool) -> String {
    chosen(keys, apple).replace("Mod", if apple { "Meta" } else { "Control" }).replace('-', "+")
}

/// The keys for this system.
fn chosen(keys: &str, apple: bool) -> &str {
    match keys.split_once('|') {
        Some((_, keys)) if apple => keys,
        Some((keys, _)) => keys,
        None => keys,
    }
}

#[cfg(test)]
mod tests {
    use super::{REDO, announced, written};

    #[test]
    fn keys_are_written_as_the_system_writes_them() {
        assert_eq!(written(REDO, false), "Ctrl+Y");
        assert_eq!(written(REDO, true), "⌘⇧Z");
        assert_eq!(written("Mod-Alt-ArrowDown", true), "⌘⌥↓");
    }

    #[test]
    fn keys_are_announced_in_the_notation_of_aria() {
        assert_eq!(announced("Mod-b", false), "Control+b");
        assert_eq!(announced(REDO, true), "Meta+Shift+z");
    }
}
