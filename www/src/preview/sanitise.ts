// Owns the last step before a post's HTML becomes part of a page: the browser's own `setHTML` with our allow-list, or
// DOMPurify with the same list where the browser has none. Nothing writes markup after it.

import type { Config } from "dompurify";
import { ELEMENTS, GLOBAL_ATTRIBUTES } from "./allow-list";
import { inert, serialise } from "./policy";

/** Turns markup into nodes of an inert document that hold nothing but what the allow-list names. */
export type Sanitise = (markup: string) => DocumentFragment;

interface NativeSanitiser extends HTMLElement {
  setHTML(markup: string, options: { sanitizer: object }): void;
}

type SanitizerConstructor = new (configuration: object) => object;

/** The sanitiser of this browser. DOMPurify is fetched only when it is needed, or when `purify` asks for it. */
export async function createSanitiser(purify = false): Promise<Sanitise> {
  if (!purify && "setHTML" in Element.prototype && "Sanitizer" in globalThis) {
    try {
      const sanitise = native();
      if (sound(sanitise)) return sanitise;
    } catch {
      // An early implementation with other words for its configuration: the library will do.
    }
  }
  return library();
}

function native(): Sanitise {
  const Sanitizer = (globalThis as unknown as { Sanitizer: SanitizerConstructor }).Sanitizer;
  const sanitizer = new Sanitizer({
    elements: Object.entries(ELEMENTS).map(([name, attributes]) => ({ name, attributes: [...attributes] })),
    attributes: [...GLOBAL_ATTRIBUTES],
    comments: false,
    // Only the `data-` names of the list: with `true` every one would pass.
    dataAttributes: false,
  });
  return (markup) => {
    const host = inert.createElement("div") as unknown as NativeSanitiser;
    host.setHTML(markup, { sanitizer });
    return contents(host);
  };
}

/** Whether a sanitiser keeps what is on the list, and only that. */
function sound(sanitise: Sanitise): boolean {
  const clean = sanitise('<p data-o="1" data-x="2">a<img alt="b" data-fw-src="c" src="d"><button>e</button></p>');
  return serialise(clean) === '<p data-o="1">a<img alt="b" data-fw-src="c"></p>';
}

async function library(): Promise<Sanitise> {
  const { default: purify } = await import("dompurify");
  const config: Config & { RETURN_DOM_FRAGMENT: true } = {
    ALLOWED_TAGS: ["#text", ...Object.keys(ELEMENTS)],
    ALLOWED_ATTR: [...new Set([...GLOBAL_ATTRIBUTES, ...Object.values(ELEMENTS).flat()])],
    ALLOWED_NAMESPACES: ["http://www.w3.org/1999/xhtml"],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    // The list has plain facts under these names, not addresses that load.
    ADD_URI_SAFE_ATTR: ["data-fw-src", "data-fw-label", "data-fw-style"],
    KEEP_CONTENT: false,
    FORCE_BODY: true,
    RETURN_DOM_FRAGMENT: true,
  };
  return (markup) => purify.sanitize(markup, config);
}

/** Elements whose inside the browser itself draws. */
const DRAWN_INSIDE = "details, audio, video, meter, progress";

function contents(host: HTMLElement): DocumentFragment {
  const fragment = inert.createDocumentFragment();
  // Chromium 148 sanitises that inside too: a summary is not seen then, and a click on it ends the process. Copies of
  // the clean nodes get an inside of their own.
  const nodes = host.querySelector(DRAWN_INSIDE) ? [...host.childNodes].map((node) => node.cloneNode(true)) : host.childNodes;
  fragment.append(...nodes);
  return fragment;
}
