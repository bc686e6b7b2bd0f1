// Owns the page's only Trusted Types policy, `foreword`, and the three places that may use it: the markup of the frame,
// parsing a post's HTML into an inert fragment, and the workers. Nothing else in the page can turn a string into
// markup or a script.

interface Policy {
  createHTML(markup: string): string;
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

// The browser's own types know no Trusted Types yet; a trusted value is passed on, never looked into, so `string` will do.
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const worker = new URL(WORKER_URL, document.baseURI).href;
const library = new URL(LIBRARY_URL, document.baseURI).href;
const converter = new URL(CONVERTER_URL, document.baseURI).href;
const spelling = new URL(SPELLING_URL, document.baseURI).href;
const service = new URL("sw.js", document.baseURI).href;
const rules: Policy = {
  createHTML: (markup) => markup,
  createScriptURL(url) {
    if (![worker, library, converter, spelling, service].includes(url)) throw new TypeError("Only the page's own workers may be started.");
    return url;
  },
};
const policy: Policy = factory ? factory.createPolicy("foreword", rules) : rules;

/** Address of the engine's worker script, as `new Worker` wants it. */
export function workerUrl(): string {
  return policy.createScriptURL(worker);
}

/** Address of the script of the worker that searches folders. */
export function libraryUrl(): string {
  return policy.createScriptURL(library);
}

/** Address of the script of the worker that converts images. */
export function converterUrl(): string {
  return policy.createScriptURL(converter);
}

/** Address of the script of the worker that checks spelling. */
export function spellingUrl(): string {
  return policy.createScriptURL(spelling);
}

/** Address of the service worker, as it is registered. */
export function serviceWorkerUrl(): string {
  return policy.createScriptURL(service);
}

/** A document without a window: nothing in it loads, runs, or is seen. */
export const inert: Document = document.implementation.createHTMLDocument("");

/** Gives a frame its first and only markup. `markup` is ours, it holds nothing of a post. */
export function setFrameMarkup(frame: HTMLIFrameElement, markup: string): void {
  frame.srcdoc = policy.createHTML(markup);
}

/** Parses a post's HTML, still unsanitised, into a fragment of the inert document. It must never leave it. */
export function parseInert(html: string): DocumentFragment {
  const template = inert.createElement("template");
  template.innerHTML = policy.createHTML(html);
  return template.content;
}

/** The markup of an inert fragment. Reading markup is no Trusted Types sink. */
export function serialise(fragment: Node): string {
  const template = inert.createElement("template");
  template.content.append(fragment);
  return template.innerHTML;
}
