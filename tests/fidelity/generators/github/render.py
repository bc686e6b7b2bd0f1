# Owns rendering with cmark-gfm, the parser that github.com publishes. What github.com does after it (alerts, ids of
# headings, its sanitiser) is not part of any package, and so not of what this writes.

import pathlib
import sys

import cmarkgfm
from cmarkgfm.cmark import Options

OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES

source, output = map(pathlib.Path, sys.argv[1:3])
output.mkdir(parents=True, exist_ok=True)
for post in sorted(source.glob("*.md")):
    html = cmarkgfm.github_flavored_markdown_to_html(post.read_text(encoding="utf-8"), OPTIONS)
    (output / f"{post.stem}.html").write_text(html.strip() + "\n", encoding="utf-8")
