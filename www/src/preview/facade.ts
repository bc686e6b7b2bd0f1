// Owns the pass over a post's HTML before the sanitiser: it turns everything that would load, run or be sent into plain
// facts (`data-fw-*`), unwraps what is unknown, and prefixes ids. It works on an inert fragment.
// This pass is for a good preview; safety does not rest on it, since the sanitiser comes after it.

import { allowedStyles, ELEMENTS, ID_ATTRIBUTES, ID_PREFIX, linkKind } from "./allow-list";
import { inert } from "./policy";
import { sourceOf, videoOf } from "./sources";

const HTML = "http://www.w3.org/1999/xhtml";
/** Known and not shown, with all they hold. */
const DROPPED = new Set([
  "applet", "area", "base", "basefont", "bgsound", "canvas", "command", "datalist", "dialog", "frame", "frameset", "head", "link",
  "map", "meta", "noembed", "noframes", "noscript", "param", "portal", "select", "slot", "source", "style", "template",
  "textarea", "title", "track", "xmp",
]);
const ROLE = /^(?:doc-[a-z]{3,24}|img|note|presentation|none|list|listitem|group|math)$/;

const HANDLER = /([\s"'/])on(?=[a-z]+\s*=)/gi;
const TAG = /<[a-z][^<>]*/gi;

/**
 * Renames event handlers, so that parsing them, though it runs nothing, fills nobody's console with refusals. It misses
 * some and needs to hit none: the sanitiser drops them all, under any name.
 */
export function hush(html: string): string {
  return html.search(HANDLER) < 0 ? html : html.replace(TAG, (tag) => tag.replace(HANDLER, "$1data-on"));
}

/** Rewrites `root` in place. */
export function facade(root: DocumentFragment): void {
  dissolveForms(root);
  let dropped = false;
  for (const element of root.querySelectorAll("*")) {
    // What was inside of something dropped is no longer part of the post.
    if (dropped && !root.contains(element)) continue;
    const by = rewrite(element);
    if (by === element) continue;
    if (by === "unwrap") {
      element.replaceWith(...element.childNodes);
    } else {
      dropped = true;
      if (by) element.replaceWith(by);
      else element.remove();
    }
  }
}

const firstChild = Object.getOwnPropertyDescriptor(Node.prototype, "firstChild")?.get;

/**
 * Leaves the contents of forms without the forms. A form's inputs appear as its properties under their names and can
 * stand in for any of the DOM's own, `childNodes` or `remove`, so these are called from the prototype.
 */
function dissolveForms(root: DocumentFragment): void {
  for (const form of root.querySelectorAll("form")) {
    let child = firstChild?.call(form) as Node | null;
    while (child) {
      Element.prototype.before.call(form, child);
      child = firstChild?.call(form) as Node | null;
    }
    Element.prototype.remove.call(form);
  }
}

/** What takes the place of `element`: itself, its children, something that stands for it, or nothing. */
function rewrite(element: Element): Element | "unwrap" | null {
  if (element.namespaceURI !== HTML) return drawing(element);
  const html = element as HTMLElement;
  switch (html.localName) {
    case "iframe":
    case "embed":
    case "object":
      return embed(html);
    case "script":
      return script(html);
    case "video":
    case "audio":
      return media(html);
    case "input":
      if (html.getAttribute("type")?.toLowerCase() !== "checkbox") return null;
      html.setAttribute("disabled", "");
      break;
    case "img":
      image(html);
      break;
  }
  if (DROPPED.has(html.localName)) return null;
  if (!Object.hasOwn(ELEMENTS, html.localName)) return "unwrap";
  attributes(html);
  return html;
}

function attributes(element: HTMLElement): void {
  if (!OURS.has(element)) {
    for (const name of element.getAttributeNames()) if (name.startsWith("data-fw-")) element.removeAttribute(name);
  }
  if (!/^\d{1,9}$/.test(element.getAttribute("data-o") ?? "0")) element.removeAttribute("data-o");
  if (element.hasAttribute("style")) {
    const kept = allowedStyles(element.style);
    element.removeAttribute("style");
    if (kept.length) element.setAttribute("data-fw-style", kept.map(([name, value]) => `${name}: ${value}`).join("; "));
  }
  for (const name of ID_ATTRIBUTES) {
    const value = element.getAttribute(name)?.trim();
    if (value) element.setAttribute(name, value.split(/\s+/).map((id) => ID_PREFIX + id).join(" "));
    else if (value === "") element.removeAttribute(name);
  }
  // Classes with our prefix would let a post dress up as the preview itself.
  for (const name of [...element.classList]) if (name.startsWith("fw-")) element.classList.remove(name);
  const role = element.getAttribute("role");
  if (role !== null && !ROLE.test(role)) element.removeAttribute("role");
  const href = element.getAttribute("href");
  if (href !== null && element.localName === "a") link(element, href);
}

/** Elements whose facts this pass has set itself; a post's own `data-*` is not kept. */
const OURS = new WeakSet<Element>();

function link(element: HTMLElement, href: string): void {
  const kind = linkKind(href);
  if (kind === null) element.removeAttribute("href");
  else if (kind === "anchor") element.setAttribute("href", "#" + ID_PREFIX + href.trim().slice(1));
}

/** An image keeps its element; where it is goes to `data-fw-src`. */
function image(element: HTMLElement): void {
  const candidates = element.getAttribute("srcset")?.trim().split(/\s+/)[0]?.replace(/,$/, "") ?? "";
  const address = element.getAttribute("src")?.trim() || element.getAttribute("data-src")?.trim() || candidates;
  for (const name of element.getAttributeNames()) if (name.startsWith("data-fw-")) element.removeAttribute(name);
  element.setAttribute("data-fw-src", address);
  OURS.add(element);
}

/** A span that stands for something else, with the place and the size of what it stands for. */
function stand(element: Element, facts: Record<string, string | null>): HTMLElement {
  const span = inert.createElement("span");
  for (const [name, value] of Object.entries(facts)) if (value) span.setAttribute(`data-fw-${name}`, value);
  for (const name of ["width", "height", "data-o", "id"]) {
    const value = element.getAttribute(name);
    if (value) span.setAttribute(name, value);
  }
  OURS.add(span);
  attributes(span);
  return span;
}

function embed(element: HTMLElement): HTMLElement | null {
  const address = element.getAttribute("src") ?? element.getAttribute("data") ?? element.getAttribute("data-src") ?? "";
  const label = element.getAttribute("title");
  const video = videoOf(address);
  if (video) return stand(element, { embed: video.provider, id: video.id, start: video.start, hash: video.hash, label });
  const source = sourceOf(address);
  if (source.kind === "remote") return stand(element, { embed: "other", src: source.url, label });
  if (source.kind === "local") return stand(element, { embed: "other", src: source.path, label });
  return stand(element, { embed: "other", label });
}

/** Scripts with an address draw widgets on the published page (gists, posts of other networks): say what is missing. */
function script(element: HTMLElement): HTMLElement | null {
  const source = sourceOf(element.getAttribute("src") ?? "");
  return source.kind === "remote" ? stand(element, { embed: "script", src: source.url }) : null;
}

function media(element: HTMLElement): HTMLElement {
  const first = element.getAttribute("src") ?? element.querySelector("source[src]")?.getAttribute("src") ?? "";
  return stand(element, { media: element.localName, src: first, label: element.getAttribute("title") ?? element.getAttribute("aria-label") });
}

function drawing(element: Element): HTMLElement | null {
  if (element.localName !== "svg") return null;
  const label = element.querySelector("title")?.textContent?.trim() || element.getAttribute("aria-label");
  return stand(element, { note: "drawing", label: label ?? null });
}
