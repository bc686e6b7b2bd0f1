//! Owns the texts that generators render: the bodies of the project's probes and posts, each under its own name.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Writes every body into the folder `input` as `NAME.md`, and tells how many there are.
pub(crate) fn gather(home: &Path, input: &Path) -> Result<usize> {
    if input.exists() {
        fs::remove_dir_all(input)?;
    }
    fs::create_dir_all(input)?;
    let mut count = 0;
    for folder in ["probes", "posts"].map(|name| home.join(name)) {
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let file = entry?.path();
            let Some(name) = file.file_name() else { continue };
            let to = input.join(name);
            if to.exists() {
                bail!("{} has the name of another text", file.display());
            }
            let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
            fs::write(to, body(&text))?;
            count += 1;
        }
    }
    Ok(count)
}

/// What follows the YAML header of a text. Headers differ between generators, so each gets one of its own.
fn body(text: &str) -> &str {
    let header = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    header.map_or(text, |(_, body)| body)
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn the_header_is_left_out() {
        assert_eq!(body("---\ntitle: A\n---\n\ntext\n\n---\nmore\n"), "\ntext\n\n---\nmore\n");
        assert_eq!(body("text\n\n---\n"), "text\n\n---\n");
    }
}
