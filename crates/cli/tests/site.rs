//! What `foreword render --site` takes from a site's folder.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

use std::path::Path;
use std::process::Command;

/// Renders a post by a site's folder; gives what it printed, the content or why there is none.
fn render(site: &Path, post: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foreword"));
    let output = command.args(["render", "--site"]).arg(site).arg(post).output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn its_settings_and_templates_count() {
    let folder = std::env::temp_dir().join(format!("foreword-site-{}", std::process::id()));
    let templates = folder.join(".foreword/templates");
    std::fs::create_dir_all(&templates).unwrap();
    std::fs::write(folder.join("hugo.toml"), "[markup.goldmark.renderer]\nunsafe = true\n").unwrap();
    std::fs::write(templates.join("note.html"), "<aside>{{ inner }}</aside>").unwrap();
    let post = folder.join("post.md");
    std::fs::write(&post, "<kbd>a</kbd>\n\n{{< note >}}\n*b*\n{{< /note >}}\n").unwrap();
    let printed = render(&folder, &post);
    let without_a_folder = render(Path::new("nowhere"), &post);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(printed, "<p><kbd>a</kbd></p>\n<aside>\n<p><em>b</em></p>\n</aside>\n");
    assert_eq!(without_a_folder, "foreword: nowhere: no such folder\n");
}
