// Owns what happens to sanitised nodes before they are shown, with DOM calls only: checked facts become live (styles,
// link targets), placeholders and facades are built, headings get their anchor. It trusts no fact it reads, since a post
// could have smuggled one past the facade pass.

import { allowedStyles, linkKind } from "./allow-list";
import { embedFacade } from "./facades";
import { keys, type Media } from "./media";
import { inert } from "./policy";

/** Makes the nodes of one block ready to be shown in `document`, the frame's. */
export function finish(root: DocumentFragment, document: Document, media: Media): void {
  const all = <T extends Element>(selector: string) => root.querySelectorAll<T & HTMLElement>(selector);
  for (const element of all("[data-fw-style]")) setStyle(element);
  for (const link of all<HTMLAnchorElement>("a")) finishLink(link);
  for (const input of all<HTMLInputElement>("input")) finishCheckbox(input);
  for (const image of all<HTMLImageElement>("img")) image.replaceWith(media.image(image, document));
  for (const span of all("span[data-fw-embed], span[data-fw-note]")) span.replaceWith(embedFacade(span, document, media.remote));
  for (const span of all("span[data-fw-media]")) span.replaceWith(media.player(span, document));
  for (const heading of all("h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]")) addAnchor(heading, document);
  for (const details of all<HTMLDetailsElement>("details")) details.dataset.fwOpen = String(details.open);
  for (const table of all("table")) makeScrollable(table, document);
  for (const math of all(".math")) keys.set(math, `math\n${math.className}\n${math.textContent}`);
  for (const code of all("pre > code[class*='language-']")) keys.set(code, `code\n${code.className}\n${code.textContent}`);
}

/** Applies the `data-fw-style` fact: parsed apart, checked again, set property by property. */
export function setStyle(element: HTMLElement): void {
  const parsed = inert.createElement("span");
  parsed.style.cssText = element.dataset.fwStyle ?? "";
  delete element.dataset.fwStyle;
  for (const [property, value] of allowedStyles(parsed.style)) element.style.setProperty(property, value);
}

function finishLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute("href");
  if (href === null) return;
  const kind = linkKind(href);
  if (kind === null) link.removeAttribute("href");
  if (kind === "outside") {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  if (kind === "site" && !link.title) link.title = `A page of your site: ${href}`;
}

/** Only the marks of task lists are left of forms. */
function finishCheckbox(input: HTMLInputElement): void {
  input.type = "checkbox";
  input.disabled = true;
  input.closest("li")?.classList.add("fw-task");
  if (!input.hasAttribute("aria-label")) input.setAttribute("aria-label", input.checked ? "Done" : "To do");
}

function addAnchor(heading: HTMLElement, document: Document): void {
  const anchor = document.createElement("a");
  anchor.className = "fw-anchor";
  anchor.href = `#${heading.id}`;
  anchor.setAttribute("aria-label", `Link to “${heading.textContent?.trim() ?? ""}”`);
  heading.append(anchor);
}

/** A table that is too wide scrolls by itself instead of widening the page. */
function makeScrollable(table: HTMLElement, document: Document): void {
  const box = document.createElement("div");
  box.className = "fw-scroll";
  table.replaceWith(box);
  box.append(table);
}
