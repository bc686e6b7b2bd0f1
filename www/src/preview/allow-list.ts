// Owns what a post's HTML may consist of: elements, attributes, URL schemes, style properties. Both sanitisers read it.
// Invariant: no attribute in here makes the browser load anything. What loads is carried in `data-fw-*` attributes and
// set by `finish.ts`, after the sanitiser, through DOM properties and only after a check of its own.

/** Attributes that any allowed element may carry. */
export const GLOBAL_ATTRIBUTES: readonly string[] = [
  "class", "id", "title", "lang", "dir", "role", "align", "width", "height",
  "aria-label", "aria-hidden", "aria-describedby", "aria-labelledby", "aria-level",
  "data-o", "data-fw-style", "data-footnotes", "data-footnote-ref", "data-footnote-backref",
];

/** Facts that the facade pass leaves for the steps after the sanitiser. */
const FACTS = [
  "data-fw-src", "data-fw-embed", "data-fw-id", "data-fw-start", "data-fw-hash", "data-fw-media", "data-fw-label", "data-fw-note",
];

/** Every element that may be in a preview, with the attributes that it has beyond the global ones. */
export const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "name"],
  abbr: [], address: [], article: [], aside: [], b: [], bdi: [], bdo: [], big: [], blockquote: ["cite"], br: [], caption: [],
  center: [], cite: [], code: [],
  col: ["span"], colgroup: ["span"],
  data: ["value"], dd: [], del: ["cite", "datetime"],
  details: ["open", "name"],
  dfn: [], div: [], dl: [], dt: [], em: [], figcaption: [], figure: [],
  font: ["color", "size"],
  footer: [], h1: [], h2: [], h3: [], h4: [], h5: [], h6: [], header: [], hgroup: [], hr: [], i: [],
  img: ["alt", "data-fw-src"],
  input: ["type", "checked", "disabled"],
  ins: ["cite", "datetime"],
  kbd: [], li: ["value"], main: [], mark: [], nav: [],
  ol: ["start", "reversed", "type"],
  p: [], pre: [], q: ["cite"], rp: [], rt: [], ruby: [], s: [], samp: [], section: [], small: [],
  span: FACTS,
  strike: [], strong: [], sub: [], summary: [], sup: [],
  table: ["border", "cellpadding", "cellspacing"],
  tbody: [],
  td: ["abbr", "colspan", "rowspan", "headers", "valign"],
  tfoot: [],
  th: ["abbr", "colspan", "rowspan", "headers", "scope", "valign"],
  thead: [],
  time: ["datetime"],
  tr: ["valign"],
  tt: [], u: [], ul: ["type"], var: [], wbr: [],
};

/** Attributes that name an element or point to one by its name; the facade pass prefixes what they hold. */
export const ID_ATTRIBUTES: readonly string[] = ["id", "name", "headers", "aria-describedby", "aria-labelledby"];

/** Stands before every id of a post in the frame, so that none can shadow a name of ours or of the browser. */
export const ID_PREFIX = "uc-";

const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
const BASE = "https://relative.invalid/";

/** Where a link goes. */
export type LinkKind = "anchor" | "site" | "outside";

/** Looks like a scheme that runs something once white space is gone that browsers keep, but other readers may not. */
const DISGUISED = /^(?:javascript|vbscript|data):/i;

/** What a link's address is, or null when it must not be followed (`javascript:`, `data:`, nonsense). */
export function linkKind(href: string): LinkKind | null {
  let url: URL;
  try {
    url = new URL(href, BASE);
  } catch {
    return null;
  }
  if (DISGUISED.test(href.replace(/[\s\p{C}]+/gu, ""))) return null;
  if (!SCHEMES.has(url.protocol)) return null;
  if (url.origin !== new URL(BASE).origin) return "outside";
  return href.trim().startsWith("#") ? "anchor" : "site";
}

const LENGTH = /^(?:auto|[\d.]{1,8}(?:px|em|rem|ch|ex|%|pt)?)(?: (?:auto|[\d.]{1,8}(?:px|em|rem|ch|ex|%|pt)?)){0,3}$/;
const SIZE = /^(?:auto|0|(?:min|max|fit)-content|[\d.]{1,8}(?:px|em|rem|ch|ex|%|pt))$/;
const COLOUR = /^(?:[a-z]{3,24}|#[\da-f]{3,8}|(?:rgb|rgba|hsl|hsla)\([\d\s.,%/]{1,48}\))$/i;
const KEYWORDS = /^[a-z][a-z -]{0,40}$/;
const BORDER = /^[\w\s.#%(),]{1,64}$/;

/** Style properties that a post may set, each with the shape its value must have. Nothing that loads, moves or covers. */
const STYLES: Readonly<Record<string, RegExp>> = {
  "text-align": KEYWORDS, "vertical-align": /^[a-z\d.% -]{1,20}$/, "white-space": KEYWORDS, "float": KEYWORDS, "clear": KEYWORDS,
  "display": /^(?:none|block|inline|inline-block|flex|inline-flex|table|grid|list-item)$/,
  "width": SIZE, "max-width": SIZE, "min-width": SIZE, "height": SIZE, "max-height": SIZE,
  "aspect-ratio": /^[\d.]{1,6}(?: ?\/ ?[\d.]{1,6})?$/, "object-fit": KEYWORDS,
  "color": COLOUR, "background-color": COLOUR,
  "margin-top": LENGTH, "margin-right": LENGTH, "margin-bottom": LENGTH, "margin-left": LENGTH,
  "padding-top": LENGTH, "padding-right": LENGTH, "padding-bottom": LENGTH, "padding-left": LENGTH,
  "border-top": BORDER, "border-right": BORDER, "border-bottom": BORDER, "border-left": BORDER,
  "border-radius": LENGTH, "border-collapse": KEYWORDS,
  "font-weight": /^(?:[a-z]{4,8}|\d{3})$/, "font-style": KEYWORDS, "font-size": /^(?:[a-z-]{5,8}|[\d.]{1,6}(?:px|em|rem|%|pt))$/,
  "text-decoration": /^[a-z -]{1,32}$/, "text-transform": KEYWORDS, "line-height": /^[\d.]{1,6}(?:px|em|rem|%)?$/,
  "list-style-type": KEYWORDS, "gap": SIZE, "justify-content": KEYWORDS, "align-items": KEYWORDS, "flex-wrap": KEYWORDS,
};

/** The allowed part of a style declaration, as `[property, value]` pairs. */
export function allowedStyles(style: CSSStyleDeclaration): [string, string][] {
  const kept: [string, string][] = [];
  for (const [property, shape] of Object.entries(STYLES)) {
    const value = style.getPropertyValue(property);
    if (value && shape.test(value)) kept.push([property, value]);
  }
  return kept;
}
