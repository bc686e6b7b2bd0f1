// Owns what a person does in the frame: clicks, links, keys and files dropped. The listeners are the parent's.

import { ID_PREFIX, linkKind } from "./allow-list";
import { PLAY } from "./facades";

/** What the preview does about it. */
export interface Gestures {
  /** A click on text, at a point of the frame's viewport. */
  pointed(target: Element, x: number, y: number): void;
  play(button: HTMLElement): void;
  /** A link to another page of the writer's site, as written. */
  site(href: string): void;
  /** About to jump within the post: everything must be in the document. */
  jump(): void;
  /** An image or player did not load. */
  failed(element: Element): void;
}

/** Listens to the frame's document. `host` gets the keys and drops that are meant for the app. */
export function listen(document: Document, host: HTMLElement, gestures: Gestures): void {
  document.addEventListener("click", (event) => click(event, document, gestures));
  document.addEventListener("auxclick", (event) => {
    const link = near(event, "a[href]");
    if (link && linkKind(link.getAttribute("href") ?? "") !== "outside") event.preventDefault();
  });
  document.addEventListener("error", (event) => gestures.failed(event.target as Element), true);
  document.addEventListener("keydown", (event) => {
    // The app's shortcuts work while the preview has the focus; the browser's own (copy, find) stay.
    if (!(event.ctrlKey || event.metaKey || event.key === "F6" || event.key === "Escape")) return;
    if (!host.dispatchEvent(new KeyboardEvent("keydown", event))) event.preventDefault();
  });
  for (const type of ["dragenter", "dragover", "dragleave", "drop"] as const) {
    document.addEventListener(type, (event) => {
      // Never let the browser open a dropped file in the frame.
      event.preventDefault();
      host.dispatchEvent(new DragEvent(type, {
        bubbles: true, cancelable: true, dataTransfer: event.dataTransfer, clientX: event.clientX, clientY: event.clientY,
      }));
    });
  }
}

function near(event: Event, selector: string): HTMLElement | null {
  const target = event.target as Element | null;
  return target?.nodeType === Node.ELEMENT_NODE ? target.closest<HTMLElement>(selector) : null;
}

function click(event: MouseEvent, document: Document, gestures: Gestures): void {
  if (event.defaultPrevented || event.button !== 0) return;
  const button = near(event, `.${PLAY}`);
  if (button) {
    gestures.play(button);
    return;
  }
  const link = near(event, "a[href]");
  if (link) {
    follow(link.getAttribute("href") ?? "", event, document, gestures);
    return;
  }
  const target = event.target as Element;
  if (near(event, "summary, audio, video, input") || !document.getSelection()?.isCollapsed) return;
  gestures.pointed(target, event.clientX, event.clientY);
}

function follow(href: string, event: Event, document: Document, gestures: Gestures): void {
  const kind = linkKind(href);
  // The browser opens these itself, in a tab of their own that knows nothing of this one.
  if (kind === "outside") return;
  event.preventDefault();
  if (kind === "site") gestures.site(href);
  if (kind === "anchor") jump(href.trim().slice(1), document, gestures);
}

function jump(fragment: string, document: Document, gestures: Gestures): void {
  gestures.jump();
  let name = fragment;
  try {
    name = decodeURIComponent(fragment);
  } catch {
    // Not percent-encoded after all.
  }
  const target = document.getElementById(name) ?? document.getElementById(fragment) ?? document.querySelector(`[name="${CSS.escape(name)}"]`);
  if (target) {
    for (let details = target.closest("details"); details; details = details.parentElement?.closest("details") ?? null) details.open = true;
    target.scrollIntoView({ block: "start" });
  } else if (name === ID_PREFIX || name === `${ID_PREFIX}top`) {
    document.documentElement.scrollTop = 0;
  }
}
