//! Owns what the finished page allows itself: the content security policy, and the integrity of its lazy scripts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::html;
use crate::precache;
use crate::sources;

/// Everything but scripts, whose hashes are added. A post may show pictures and play media from https once its
/// writer allows it; nothing else leaves for another host, except the two players a click can open.
const POLICY: &[&str] = &[
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "media-src 'self' blob: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types foreword dompurify",
];

/// Writes the policy and the import map into `index.html` of a finished page.
pub(crate) fn apply(page: &Path) -> Result<()> {
    let file = page.join("index.html");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let text = with_policy(&without_preload_integrity(&text), &import_map(page)?)?;
    fs::write(&file, text).with_context(|| format!("writing {}", file.display()))
}

/// Adds an import map and the policy, as early in the head as the character set allows.
fn with_policy(page: &str, import_map: &str) -> Result<String> {
    // A browser reads line ends as \n before it hashes a script.
    let page = page.replace("\r\n", "\n");
    let map = format!("<script type=\"importmap\">{import_map}</script>\n");
    let Some(place) = html::after_charset(&page) else {
        bail!("index.html has no <meta charset> in its <head>");
    };
    let (before, after) = page.split_at(place);
    let whole = format!("{before}{map}{after}");
    let policy = policy_for(&whole);
    Ok(format!("{before}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{map}{after}"))
}

/// Takes the integrity off preloads of data: no browser checks it there, and Chromium says so in the console.
fn without_preload_integrity(page: &str) -> String {
    let mut page = page.to_owned();
    let preloads: Vec<_> = html::tags(&page)
        .iter()
        .filter(|tag| tag.attribute("rel") == Some("preload") && tag.attribute("as") == Some("fetch"))
        .filter_map(|tag| Some(format!(" integrity=\"{}\"", tag.attribute("integrity")?)))
        .collect();
    for attribute in preloads {
        page = page.replace(&attribute, "");
    }
    page
}

/// The policy for a page: exactly its own scripts may run.
pub(crate) fn policy_for(page: &str) -> String {
    let mut scripts = String::from("script-src 'self' 'wasm-unsafe-eval'");
    for script in html::inline_scripts(page) {
        scripts.push_str(&format!(" '{}'", sha256(script.as_bytes())));
    }
    let (first, rest) = POLICY.split_at(1);
    [first, &[scripts.as_str()], rest].concat().join("; ")
}

/// The integrity of every script of the page: a chunk that is loaded later is checked like the first one.
fn import_map(page: &Path) -> Result<String> {
    let mut entries = Vec::new();
    for file in sources::files(&[page.to_path_buf()]) {
        let below = file.strip_prefix(page)?.to_string_lossy().replace('\\', "/");
        // The service worker holds the page's hash, so the page cannot hold its.
        if below.ends_with(".js") && below != precache::WORKER {
            let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            // The shorter hash: with a hundred grammars of code blocks, this map is most of the page's own bytes.
            entries.push(format!("\"./{below}\":\"{}\"", sha256(&content)));
        }
    }
    Ok(format!("{{\"integrity\":{{{}}}}}", entries.join(",")))
}

/// The integrity value of the import map and of the service worker's list.
pub(crate) fn sha256(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// The integrity value that trunk gives a file.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::{integrity, policy_for, with_policy, without_preload_integrity};

    #[test]
    fn every_inline_script_is_hashed_byte_for_byte() {
        let policy = policy_for("<head><script>alert('Hello, world.');</script></head>");
        // The example of the CSP specification.
        assert!(policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{policy}");
    }

    #[test]
    fn the_policy_stands_before_every_script() {
        let page = with_policy("<html><head><meta charset=\"utf-8\"><script>1</script></head></html>", "{}")
            .unwrap();
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(page.find("charset").unwrap() < policy);
        assert!(policy < page.find("importmap").unwrap());
        assert_eq!(page.matches("sha256-").count(), 2);
    }

    #[test]
    fn only_data_preloads_lose_their_integrity() {
        let page =
            "<link rel=\"modulepreload\" integrity=\"a\"><link rel=\"preload\" integrity=\"b\" as=\"fetch\">";
        let kept = "<link rel=\"modulepreload\" integrity=\"a\"><link rel=\"preload\" as=\"fetch\">";
        assert_eq!(without_preload_integrity(page), kept);
    }

    #[test]
    fn integrity_is_the_value_browsers_compute() {
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
