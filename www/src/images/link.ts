// Owns how an image is written in a post: Markdown, or the shortcode that the site's other posts use. Pure.

/** How a site writes its images. */
export type Style = "markdown" | "figure";

/** What in a destination would end it, or be read as something else; letters of every script stay readable. */
const SPECIAL = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029"#%'()<>?[\\\]`{|}]/g;

/** A path as the destination of a link. */
export function encodePath(path: string): string {
  return path.replace(SPECIAL, (letter) => [...new TextEncoder().encode(letter)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""));
}

/** A description as the text of an image: one line, and nothing in it is markup or template code. */
export function escapeAlt(alt: string): string {
  return oneLine(alt)
    .replace(/[\\[\]`*<{}$~|]/g, "\\$&")
    // Inside of a word an underscore is none of Markdown's business.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w+;)/g, "\\&");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The whole image, ready to be put into a post. `path` as it is, not encoded. */
export function imageMarkup(path: string, alt: string, style: Style = "markdown"): string {
  if (style === "markdown") return `![${escapeAlt(alt)}](${encodePath(path)})`;
  const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&").replaceAll(">}}", "> }}").replaceAll("%}}", "% }}")}"`;
  return `{{< figure src=${quoted(encodePath(path))} alt=${quoted(oneLine(alt))} >}}`;
}
