//! Owns which names may appear where: machine paths nowhere, the editor's library in one folder, storage in another.

use crate::project::{Text, expect_none, expect_some, sources, texts};

/// The kernel's sources, without what is generated.
fn kernel() -> Vec<Text> {
    let mut kernel = sources();
    kernel.retain(|source| source.is_in("www/src"));
    expect_some("kernel sources", kernel.len());
    kernel
}

/// Every place outside of the given folders and files that has one of the words.
fn places(of: &[Text], words: &[&str], allowed: &[&str]) -> Vec<String> {
    of.iter()
        .filter(|text| !allowed.iter().any(|place| text.path == *place || text.is_in(place)))
        .flat_map(|text| words.iter().flat_map(|word| text.places_of(word)))
        .collect()
}

#[test]
fn nothing_names_a_place_on_one_machine() {
    // Put together here, so that this file does not break its own rule.
    let machine = [["/wo", "rk/"].concat(), ["/ro", "ot/"].concat(), ["/hom", "e/"].concat()];
    let samples = ["shar", "ed/"].concat();
    let mut problems = Vec::new();
    for text in texts() {
        problems.extend(machine.iter().flat_map(|word| text.places_of(word)));
        // Tests may look for larger samples beside the project, and do without when there are none.
        let may_look = text.is_in("tests") || text.path.contains("/tests/") || text.is_in("www/test");
        let beside = format!("../{samples}");
        problems.extend(
            text.content
                .lines()
                .filter(|line| line.contains(&samples) && !(may_look && line.contains(&beside)))
                .map(|line| format!("{}: {}", text.path, line.trim())),
        );
    }
    expect_none("The project works in any folder of any machine", &problems);
}

#[test]
fn only_the_surface_names_the_editor_library() {
    let problems = places(
        &kernel(),
        &["\"@codemirror/", "\"@lezer/", "'@codemirror/", "'@lezer/"],
        &["www/src/surface"],
    );
    expect_none("Only www/src/surface imports CodeMirror and lezer", &problems);
}

#[test]
fn only_what_keeps_work_names_the_database() {
    let problems = places(
        &kernel(),
        &["indexedDB", "IDBDatabase", "from \"idb\"", "import(\"idb\")"],
        &[
            "www/src/documents",
            "www/src/history/store.ts",
            "www/src/images/kept-store.ts",
            "www/src/workspace/remembered.ts",
            "www/src/offline",
        ],
    );
    expect_none(
        "Only drafts, the history, kept images, remembered folders and what was shared with us name IndexedDB",
        &problems,
    );
}

#[test]
fn only_what_keeps_work_and_settings_names_other_storage() {
    let allowed = [
        "www/src/documents",
        "www/src/images/kept-store.ts",
        "www/src/page",
        "www/src/kernel/settings.ts",
        "www/src/workspace",
    ];
    let problems = places(&kernel(), &["localStorage", "sessionStorage", "navigator.storage"], &allowed);
    expect_none(
        "Only documents, kept images, workspaces, the page and the settings name browser storage",
        &problems,
    );
}

#[test]
fn the_app_names_no_storage() {
    let mut app = sources();
    app.retain(|source| source.is_in("crates/app/src"));
    expect_some("app sources", app.len());
    let words =
        ["local_storage", "session_storage", "LocalStorage", "SessionStorage", "indexed_db", "IdbFactory"];
    expect_none("The app keeps nothing; the kernel does", &places(&app, &words, &[]));
}

#[test]
fn markup_reaches_the_page_in_one_place() {
    let words = [
        ".innerHTML",
        ".outerHTML =",
        ".srcdoc",
        "new DOMParser",
        "insertAdjacentHTML",
        "document.write",
        "createPolicy(",
        "createContextualFragment",
    ];
    let problems = places(&kernel(), &words, &["www/src/preview/policy.ts"]);
    expect_none("Only www/src/preview/policy.ts turns text into markup", &problems);
}

#[test]
fn nothing_is_left_over() {
    let mark = ["// TO", "DO"].concat();
    let mut problems = places(&sources(), &[mark.as_str()], &[]);
    problems.extend(places(&kernel(), &["console.log(", "debugger;"], &[]));
    expect_none("No notes to self, no debugging output", &problems);
}

#[test]
fn no_merge_was_left_half_done() {
    // Put together here, so that this file does not break its own rule.
    let marks = ["<", ">"].map(|sign| format!("{} ", sign.repeat(7)));
    let begins = |line: &str| marks.iter().any(|mark| line.starts_with(mark.as_str()));
    let problems: Vec<String> = texts()
        .iter()
        // The page of a rule about such marks shows them.
        .filter(|text| !text.is_in("docs/rules"))
        .flat_map(|text| {
            text.content.lines().filter(|line| begins(line)).map(|line| format!("{}: {line}", text.path))
        })
        .collect();
    expect_none("Conflict markers are resolved", &problems);
}
