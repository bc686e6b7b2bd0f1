// Owns the way back: from sanitised nodes of a block to the HTML that a person may take elsewhere, without anything that
// only the preview needs. It works on inert nodes, so that restored addresses load nothing.

import { ID_ATTRIBUTES, ID_PREFIX, linkKind } from "./allow-list";
import { setStyle } from "./finish";
import { inert } from "./policy";
import { checkedVideo, embedUrl, hostOf, providerName, sourceOf } from "./sources";

/** Rewrites sanitised nodes in place. */
export function restore(root: DocumentFragment): void {
  for (const element of root.querySelectorAll<HTMLElement>("*")) {
    element.removeAttribute("data-o");
    if (element.dataset.fwStyle !== undefined) setStyle(element);
    for (const name of ID_ATTRIBUTES) unprefix(element, name);
    const href = element.getAttribute("href");
    if (href !== null && linkKind(href) === null) element.removeAttribute("href");
    else if (href?.startsWith(`#${ID_PREFIX}`)) element.setAttribute("href", `#${href.slice(1 + ID_PREFIX.length)}`);
    if (element.localName === "img" && element.dataset.fwSrc !== undefined) {
      if (sourceOf(element.dataset.fwSrc).kind !== "none") element.setAttribute("src", element.dataset.fwSrc);
      delete element.dataset.fwSrc;
    }
    if (element.dataset.fwEmbed !== undefined || element.dataset.fwMedia !== undefined || element.dataset.fwNote !== undefined) {
      const original = element.dataset.fwMedia === undefined ? embed(element) : media(element);
      if (original) element.replaceWith(original);
      else element.remove();
    }
  }
}

function unprefix(element: Element, name: string): void {
  const value = element.getAttribute(name);
  if (value === null) return;
  element.setAttribute(name, value.split(" ").map((id) => (id.startsWith(ID_PREFIX) ? id.slice(ID_PREFIX.length) : id)).join(" "));
}

function embed(facts: HTMLElement): HTMLElement | null {
  const { fwEmbed = "", fwId = "", fwStart = "", fwHash = "", fwLabel = "", fwSrc = "" } = facts.dataset;
  const video = checkedVideo(fwEmbed, fwId, fwStart, fwHash);
  if (video) {
    const frame = inert.createElement("iframe");
    frame.setAttribute("src", embedUrl(video));
    frame.setAttribute("title", fwLabel || `${providerName(video.provider)} video`);
    sized(facts, frame);
    frame.setAttribute("referrerpolicy", "strict-origin-when-cross-origin");
    frame.setAttribute("allowfullscreen", "");
    return frame;
  }
  if (fwEmbed !== "other" || hostOf(fwSrc) === null) return null;
  const link = inert.createElement("a");
  link.setAttribute("href", fwSrc);
  link.textContent = fwLabel || hostOf(fwSrc);
  return link;
}

function media(facts: HTMLElement): HTMLElement {
  const player = inert.createElement(facts.dataset.fwMedia === "audio" ? "audio" : "video");
  player.setAttribute("controls", "");
  if (sourceOf(facts.dataset.fwSrc ?? "").kind !== "none") player.setAttribute("src", facts.dataset.fwSrc ?? "");
  if (facts.dataset.fwLabel) player.setAttribute("aria-label", facts.dataset.fwLabel);
  sized(facts, player);
  return player;
}

function sized(from: Element, to: Element): void {
  for (const name of ["width", "height"]) {
    const value = from.getAttribute(name);
    if (value) to.setAttribute(name, value);
  }
}
