// Owns the page that attacks are rendered on: the real preview, fed through the real engine, beside an app that must not
// be harmed. It speaks the protocol of the runner: `__rep(kind, index, text)` with start, cur, done, end.

import { initSync, handle } from "../../www/engine/engine.js";
import { createPreview, type Preview } from "../../www/src/preview/preview";
import type { Block, Response } from "../../www/src/wire";

interface Payload {
  id: string;
  kind: string;
  payload: string;
}

declare global {
  function __rep(kind: "start" | "cur" | "done" | "note" | "end", index: number, text: string): Promise<void>;
}

/** What must come through unharmed, or the run proves nothing. */
const BENIGN = '**strong** and <kbd>key</kbd>\n\n<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="A talk"></iframe>\n';
const EVERY = 10;

const report = globalThis.__rep;
const { createElement, querySelector, getElementById } = Document.prototype;
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 12));

function blocksOf(text: string): Block[] {
  const response: Response = handle({ type: "analyse", rev: 1, text, fileName: null, dialect: null, settings: [], generator: null, rules: [], now: 0, zone: 0, reset: true, words: false });
  return response.type === "analysed" ? response.result.blocks.insert : [];
}

function show(preview: Preview, blocks: Block[]): void {
  preview.patch({ reset: true, start: 0, remove: 0, insert: blocks, shift: 0 });
}

function frameDocument(): Document | null {
  return document.querySelector<HTMLIFrameElement>("#preview iframe")?.contentDocument ?? null;
}

/** Whether following a link is no attack: it leads to another host, in a tab of its own. */
function plainLink(href: string | null): boolean {
  if (href === null || !URL.canParse(href, "https://relative.invalid/")) return false;
  const { protocol, host } = new URL(href, "https://relative.invalid/");
  return ["mailto:", "tel:"].includes(protocol) || (/^https?:$/.test(protocol) && host !== "relative.invalid");
}

/** Does to the frame's contents what a person and the browser could: every event that has a handler, every odd link. */
function provoke(frame: Document): void {
  for (const element of frame.querySelectorAll<HTMLElement>("*")) {
    for (const name of element.getAttributeNames()) {
      if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2), { bubbles: true, cancelable: true }));
    }
    if (element.matches("details")) element.toggleAttribute("open", true);
    if (element.matches("a, area, button, input, summary, label") && !element.matches(".fw-play")) {
      if (!plainLink(element.getAttribute("href") ?? element.getAttribute("xlink:href"))) element.click();
    }
  }
}

/** What is wrong with the app around the preview; empty when nothing is. */
function damage(): string {
  const canary = document.getElementById("canary");
  if (!canary?.isConnected || !document.getElementById("preview")) return "app destroyed";
  if (document.createElement !== createElement || document.querySelector !== querySelector) return "clobbered document";
  if (document.getElementById !== getElementById) return "clobbered document";
  if (!(document.body instanceof HTMLBodyElement)) return "clobbered body";
  for (const name of Object.getOwnPropertyNames(window)) if (name.startsWith("uc-")) return `clobbered window.${name}`;
  const { left, top, width, height } = canary.getBoundingClientRect();
  if (document.elementFromPoint(left + width / 2, top + height / 2) !== canary) return "overlay over the app";
  const { color, display, position } = getComputedStyle(canary);
  if (color !== "rgb(1, 2, 3)" || display !== "block" || position !== "static") return "css-leak into the app";
  return "";
}

/** Markup that leaves the preview must be as harmless as what stays in it. */
function leaks(html: string): string {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  if (parsed.querySelector("script, object, embed, base, meta[http-equiv], form, link, style")) return "clobber: markup left in html()";
  for (const element of parsed.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "srcdoc") return `clobber: ${name} left in html()`;
      if (/^\s*(?:javascript|vbscript|data:text)/i.test(value) && ["href", "src", "action"].includes(name)) return `clobber: ${name}=${value} in html()`;
    }
  }
  return "";
}

function control(frame: Document | null): string {
  const facade = WITHOUT.includes("facade") || WITHOUT.includes("everything") || frame?.querySelector(".fw-play");
  return facade && frame?.querySelector("strong") && frame.querySelector("kbd") ? "" : "control: the benign text did not come through";
}

async function step(preview: Preview, { payload }: Payload): Promise<string> {
  // Once as a post, once as the HTML of a block, in case some engine of the future lets it through.
  const direct: Block = { id: payload, html: payload, range: { from: 0, to: payload.length } };
  show(preview, [...blocksOf(payload), direct]);
  await settled();
  const frame = frameDocument();
  if (frame?.querySelector(".fw-broken")) return "EXC a block could not be rendered";
  if (frame) provoke(frame);
  await settled();
  return damage() || (WITHOUT.length > 0 ? "" : leaks(preview.html()));
}

async function run(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const [start, end] = [Number(query.get("start")), Number(query.get("end"))];
  await report("start", start, "");
  const module = await WebAssembly.compileStreaming(fetch("core-engine.wasm"));
  initSync({ module });
  const list = (await (await fetch(`corpora/${query.get("corpus")}.json`)).json()) as Payload[];
  const parent = document.getElementById("preview")!;
  const preview = await createPreview(parent, { clicked() {}, scrolled() {}, layout() {}, remote() {} }, { purify: PURIFY });
  for (let i = start; i < end; i += 1) {
    await report("cur", i, "");
    let text = "";
    try {
      if ((i - start) % EVERY === 0) {
        show(preview, blocksOf(BENIGN));
        await settled();
        text = control(frameDocument());
      }
      text ||= await step(preview, list[i]!);
    } catch (error) {
      text = `EXC ${error instanceof Error ? error.message : String(error)}`;
    }
    await report("done", i, text);
  }
  await report("end", end, "");
}

/** Set by the build: the library instead of the browser's sanitiser, and the layers that are switched off. */
declare const PURIFY: boolean;
declare const WITHOUT: string[];

void run().catch((error: unknown) => report("done", -1, `EXC ${String(error)}`));
