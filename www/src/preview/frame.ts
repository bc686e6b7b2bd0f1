// Owns the sandboxed frame: its markup, its policy, its page element. It never has a script of its own or of a post; the
// parent builds its contents.

import { setFrameMarkup } from "./policy";

/** The frame and the parts of its document that others work on. */
export interface Frame {
  readonly element: HTMLIFrameElement;
  readonly document: Document;
  /** The element that holds the post. */
  readonly page: HTMLElement;
  /** Adds a style sheet of the app, once; resolves when it is in force or has failed. */
  link(url: string): Promise<void>;
}

const SANDBOX = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/**
 * Puts a new frame into `host` and waits until its document is there. The policy of a document can only ever be made
 * stricter, so allowing remote files needs a new frame.
 */
export async function createFrame(host: HTMLElement, remote: boolean, title: string): Promise<Frame> {
  const frame = await build(host, remote, title, SANDBOX);
  if (listens(frame.document)) return frame;
  // WebKit runs no listener of ours on nodes of a document that may not run scripts (WebKit bug 218086). There the policy
  // of the frame, which allows no script from anywhere, stands in for the sandbox.
  frame.element.remove();
  return build(host, remote, title, `${SANDBOX} allow-scripts`);
}

async function build(host: HTMLElement, remote: boolean, title: string, sandbox: string): Promise<Frame> {
  const element = host.ownerDocument.createElement("iframe");
  element.setAttribute("sandbox", sandbox);
  element.referrerPolicy = "no-referrer";
  element.title = title;
  Object.assign(element.style, { position: "absolute", inset: "0", width: "100%", height: "100%", border: "0", visibility: "hidden" });
  setFrameMarkup(element, markup(remote));
  const loaded = new Promise((resolve) => element.addEventListener("load", resolve, { once: true }));
  host.append(element);
  await loaded;
  const document = element.contentDocument;
  if (!document) throw new Error("The preview's frame cannot be reached.");
  const page = document.createElement("main");
  page.className = "fw-page";
  document.body.append(page);
  const links = new Map<string, Promise<void>>();
  const link = (url: string) => {
    const known = links.get(url) ?? linked(document, url);
    links.set(url, known);
    return known;
  };
  return { element, document, page, link };
}

function markup(remote: boolean): string {
  const files = remote ? "data: blob: https:" : "data: blob:";
  const policy = [
    "default-src 'none'",
    "script-src 'none'",
    // Not the page's own origin: an image address of a post must not reach the host either.
    `img-src ${files}`,
    `media-src ${remote ? "blob: https:" : "blob:"}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const styles = new URL(PREVIEW_CSS, document.baseURI).href.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`
    + `<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width"><base target="_blank">`
    + `<title>Preview</title><link rel="stylesheet" href="${styles}"></head><body></body></html>`;
}

function linked(document: Document, url: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(url, window.document.baseURI).href;
  return new Promise((resolve) => {
    link.addEventListener("load", () => resolve(), { once: true });
    link.addEventListener("error", () => resolve(), { once: true });
    // A browser that tells nothing about links in a frame without scripts must not hold up what waits for it.
    setTimeout(resolve, 1500);
    document.head.append(link);
  });
}

function listens(document: Document): boolean {
  let heard = false;
  const hear = () => {
    heard = true;
  };
  document.addEventListener("fw-listens", hear);
  document.dispatchEvent(new Event("fw-listens"));
  document.removeEventListener("fw-listens", hear);
  return heard;
}
