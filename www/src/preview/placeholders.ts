// Owns what is shown in place of images, videos and sounds that are not loaded: calm boxes with the text that stands for
// them, where they are, and as much of their size as the post tells.

import type { Source } from "./sources";

/** Class of placeholders that wait for permission to load from another host; they carry `data-fw-host`. */
export const BLOCKED = "fw-blocked";

const PIXELS = /^\d{1,5}(?:px)?$/;

/** A box in place of an image. */
export function imagePlaceholder(image: HTMLImageElement, source: Source, document: Document): HTMLElement {
  const alt = image.alt.trim();
  const box = placeholder(image, source, document, alt || "Image");
  box.setAttribute("role", "img");
  if (alone(image)) box.classList.add("fw-large");
  return box;
}

/** A box in place of a video or sound. */
export function mediaPlaceholder(facts: HTMLElement, kind: "audio" | "video", source: Source, document: Document): HTMLElement {
  const box = placeholder(facts, source, document, facts.dataset.fwLabel ?? (kind === "audio" ? "Sound" : "Video"));
  box.classList.add("fw-large", `fw-${kind}`);
  return box;
}

/** Replaces the second line of a placeholder: why nothing is shown. */
export function describe(placeholder: HTMLElement, why: string): void {
  const note = placeholder.lastElementChild as HTMLElement | null;
  if (!note) return;
  // What was tried does not wait for permission any more.
  placeholder.classList.remove(BLOCKED);
  note.textContent = note.dataset.fwWhere ? `${note.dataset.fwWhere} – ${why}` : why;
  label(placeholder);
}

/** Gives `element` the width and proportions that `sized` has as attributes, as far as they are plain numbers. */
export function copySize(sized: Element, element: HTMLElement): boolean {
  const width = sized.getAttribute("width") ?? "";
  const height = sized.getAttribute("height") ?? "";
  if (PIXELS.test(width)) element.style.width = `${parseInt(width, 10)}px`;
  else if (/^\d{1,3}%$/.test(width)) element.style.width = width;
  if (PIXELS.test(width) && PIXELS.test(height)) element.style.aspectRatio = `${parseInt(width, 10)} / ${parseInt(height, 10)}`;
  return PIXELS.test(width) && PIXELS.test(height);
}

function placeholder(of: HTMLElement, source: Source, document: Document, name: string): HTMLElement {
  const box = document.createElement("span");
  box.className = "fw-missing";
  if (of.dataset.o) box.dataset.o = of.dataset.o;
  if (of.id) box.id = of.id;
  const align = of.getAttribute("align");
  if (align) box.setAttribute("align", align);
  box.style.cssText = of.style.cssText;
  if (copySize(of, box)) {
    box.style.minHeight = "0";
    if (Number.parseInt(of.getAttribute("height") ?? "", 10) >= 60) box.classList.add("fw-large");
  }
  const title = document.createElement("span");
  title.className = "fw-missing-name";
  title.textContent = name;
  const note = document.createElement("span");
  note.className = "fw-missing-note";
  if (source.kind === "remote") {
    box.classList.add(BLOCKED);
    box.dataset.fwHost = source.host;
    note.textContent = source.host;
    note.dataset.fwWhere = source.host;
  } else if (source.kind === "local") {
    note.textContent = source.path;
    note.dataset.fwWhere = source.path;
  } else {
    note.textContent = "no address that can be shown";
  }
  box.append(title, note);
  label(box);
  return box;
}

function label(box: HTMLElement): void {
  const [title, note] = [...box.children].map((part) => part.textContent ?? "");
  box.setAttribute("aria-label", `${title} (${note})`);
  box.title = note ?? "";
}

/** Whether an image is all that its paragraph holds, and so deserves a box rather than a chip in the line. */
function alone(image: HTMLElement): boolean {
  let top: Element = image;
  while (top.parentElement && ["A", "EM", "STRONG", "SPAN", "CENTER"].includes(top.parentElement.tagName)) top = top.parentElement;
  return (top.parentNode?.textContent ?? "").trim() === "" && (top.parentElement?.querySelectorAll("img").length ?? 1) === 1;
}
