// Owns the view of two renderings side by side: a sandboxed frame of its own, like the preview's, with a row for each
// block that comes out differently. A post's HTML goes the same way as in the preview; its source is only ever text.

import type { BlockDifference, Comparison, DifferenceKind, Range16 } from "../wire";
import { colourCode } from "./code";
import { finish } from "./finish";
import { createFrame, type Frame } from "./frame";
import { listen } from "./gestures";
import { later } from "./later";
import { renderMath } from "./math";
import { Media } from "./media";
import { createSafe, type Safe } from "./safe";

export interface ComparisonView {
  show(comparison: Comparison): void;
  setDark(dark: boolean): void;
  /** Takes the frame away. */
  end(): void;
}

export interface ComparisonOptions {
  dark: boolean;
  /** Whether images of other hosts may load. */
  remote: boolean;
}

/** So many rows are there at once; the others follow in slices. */
const FIRST = 8;

/** In what two blocks differ, in words, for sides of these names. */
function wordsFor(kind: DifferenceKind, [a, b]: [a: string, b: string]): string {
  const words: Record<DifferenceKind, string> = {
    onlyA: `Only in ${a}`,
    onlyB: `Only in ${b}`,
    text: "Different text",
    markup: "Different markup",
    addresses: "Different addresses",
    ids: "Different ids",
  };
  return words[kind];
}

/** Differences that a rendering hardly shows: there the HTML is open from the start. */
const UNSEEN: ReadonlySet<DifferenceKind> = new Set(["markup", "addresses", "ids"]);

/** Makes the view inside `parent`. `reveal` shows a place in the text, after the dialog around has been closed. */
export async function createComparisonView(parent: HTMLElement, reveal: (range: Range16) => void, { dark, remote }: ComparisonOptions): Promise<ComparisonView> {
  const safe = await createSafe();
  const frame = await createFrame(parent, remote, "Both renderings");
  const media = new Media(() => undefined);
  media.remote = remote;
  const root = frame.document.documentElement;
  const close = (): void => parent.closest("dialog")?.close();
  let turn = 0;

  const setDark = (on: boolean): void => {
    root.dataset.theme = on ? "dark" : "light";
  };
  listen(frame.document, parent, {
    pointed: () => undefined,
    play: () => undefined,
    site: () => undefined,
    jump: () => undefined,
    failed: (element) => media.failed(element),
  });
  // Escape in the frame is the dialog's, which hears nothing of it.
  frame.document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  frame.page.classList.add("fw-comparison");
  setDark(dark);
  frame.element.style.visibility = "visible";

  return {
    show({ a, b, differences }) {
      turn += 1;
      const mine = turn;
      root.scrollTop = 0;
      const place = (range: Range16): void => {
        close();
        reveal(range);
      };
      const row = (difference: BlockDifference): HTMLElement => rowOf(frame, safe, media, difference, [a, b], place);
      frame.page.replaceChildren(...differences.slice(0, FIRST).map(row));
      for (const difference of differences.slice(FIRST)) {
        later(() => {
          if (mine === turn) frame.page.append(row(difference));
        });
      }
    },
    setDark,
    end() {
      turn += 1;
      frame.element.remove();
    },
  };
}

function rowOf(frame: Frame, safe: Safe, media: Media, difference: BlockDifference, names: [string, string], reveal: (range: Range16) => void): HTMLElement {
  const { document } = frame;
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };
  const { range, line, excerpt, kind } = difference;
  const place = make("button", "fw-place", `Line ${line}`);
  place.type = "button";
  place.setAttribute("aria-label", `Show line ${line} in the text`);
  place.addEventListener("click", () => reveal(range));
  const quoted = make("code", "fw-excerpt", excerpt);
  quoted.dir = "auto";

  const rendered = (html: string): HTMLElement => {
    const side = make("div", "fw-rendered");
    side.dir = "auto";
    const nodes = safe(html);
    plain(nodes);
    finish(nodes, document, media);
    for (const button of nodes.querySelectorAll("button")) button.disabled = true;
    side.append(nodes);
    if ((side.textContent ?? "").trim() === "" && !side.querySelector("img, hr, input, .fw-missing, .math")) {
      side.replaceChildren(make("p", "fw-nothing", "Nothing is shown."));
    }
    renderMath(side, () => frame.link(KATEX_CSS), false);
    colourCode(side, false);
    return side;
  };
  const side = (name: string, content: HTMLElement): HTMLElement => {
    const figure = make("figure", "fw-side", make("figcaption", "fw-side-name", name), content);
    return figure;
  };
  const sources = make("details", "fw-source", make("summary", "fw-source-title", "HTML"));
  sources.open = UNSEEN.has(kind);
  const source = (html: string): HTMLElement => make("pre", "fw-html", html.trim() === "" ? "(nothing)" : html.trim());
  sources.append(make("div", "fw-sides", source(difference.a), source(difference.b)));
  return make(
    "section",
    "fw-pair",
    make("header", "fw-pair-head", place, make("strong", "fw-kind", wordsFor(kind, names)), quoted),
    make("div", "fw-sides", side(names[0], rendered(difference.a)), side(names[1], rendered(difference.b))),
    sources,
  );
}

/** Takes the names of places away: each is there twice, and a link to one has nowhere to go here. */
function plain(nodes: DocumentFragment): void {
  for (const name of ["id", "name", "aria-describedby", "aria-labelledby"]) {
    for (const element of nodes.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}
