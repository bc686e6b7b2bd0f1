//! Owns checking a finished page: every file it names is its own, is there, and has the integrity it says; and every
//! file is in the list for working offline.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::html::{self, Tag};
use crate::policy;
use crate::precache;

/// What the check found.
pub(crate) struct Findings {
    pub(crate) passed: u32,
    pub(crate) problems: Vec<String>,
}

impl Findings {
    fn expect(&mut self, holds: bool, problem: impl FnOnce() -> String) {
        if holds {
            self.passed += 1;
        } else {
            self.problems.push(problem());
        }
    }
}

/// Checks the page in a folder.
pub(crate) fn page(folder: &Path) -> Result<Findings> {
    let file = folder.join("index.html");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let mut findings = Findings { passed: 0, problems: Vec::new() };
    let tags = html::tags(&text);
    for tag in &tags {
        check_reference(folder, tag, &mut findings);
    }
    let handlers: Vec<_> = tags
        .iter()
        .flat_map(Tag::attributes)
        .map(|(name, _)| name)
        .filter(|name| name.to_ascii_lowercase().starts_with("on"))
        .collect();
    findings.expect(handlers.is_empty(), || {
        format!("The policy forbids inline handlers: {}", handlers.join(", "))
    });
    let policy = tags.iter().find(|tag| tag.attribute("http-equiv") == Some("Content-Security-Policy"));
    let policy = policy.and_then(|tag| tag.attribute("content"));
    findings.expect(policy == Some(&policy::policy_for(&text)), || {
        "The policy does not fit the page's scripts".to_owned()
    });
    findings.expect(precache::holds(folder)?, || {
        "The service worker's list does not say what is in the folder".to_owned()
    });
    Ok(findings)
}

/// Checks the file that a script, style sheet, preload or picture names.
fn check_reference(folder: &Path, tag: &Tag<'_>, findings: &mut Findings) {
    let named = match tag.name.as_str() {
        "script" | "img" | "iframe" => tag.attribute("src"),
        "link" => tag.attribute("href"),
        _ => None,
    };
    let Some(named) = named else { return };
    if named.starts_with("data:") {
        return;
    }
    let own = !named.starts_with('/') && !named.contains(':');
    findings.expect(own, || format!("{named} is not an address relative to the page"));
    let content = fs::read(folder.join(named.split(['?', '#']).next().unwrap_or(named)));
    findings.expect(content.is_ok(), || format!("{named} is not in the folder"));
    if let (Ok(content), Some(integrity)) = (content, tag.attribute("integrity")) {
        findings.expect(integrity == policy::integrity(&content), || {
            format!("{named} does not have the integrity it says")
        });
    }
}
