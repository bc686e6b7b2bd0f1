//! Whether `docs/rules` says what the rules say.

use foreword_lint::pages;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_pages_about_rules_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    let wanted = pages::files();
    if std::env::var_os("FOREWORD_UPDATE").is_some() {
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        wanted.iter().for_each(|(name, text)| std::fs::write(folder.join(name), text).unwrap());
    }
    let have = std::fs::read_dir(&folder).into_iter().flatten();
    let have: BTreeSet<String> =
        have.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    let names: BTreeSet<String> = wanted.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(have, names, "run `cargo xtask docs`");
    for (name, text) in wanted {
        let have = std::fs::read_to_string(folder.join(&name)).unwrap();
        assert!(have == text, "docs/rules/{name} is not what the rule says; run `cargo xtask docs`");
    }
}
