// Owns the view of two renderings side by side: a sandboxed frame of its own, like the preview's, with a row for each
// block that comes out differently. A post's HTML goes the same way as in the preview; its source is only ever text.

import type { BlockDifference, Comparison, DifferenceKind, Range16 } from "../wire";
import { colourCode } from "./code";
import { finish } from "./finish";
import { createFrame } from "./frame";
import { listen } from "./gestures";
import { later } from "./later";
import { createMarks } from "./marks";
import { renderMath } from "./math";
import { Media } from "./media";
import { createSafe } from "./safe";

export interface ComparisonView {
  show(comparison: Comparison): void;
  /** Takes the frame away. */
  end(): void;
}

export interface ComparisonOptions {
  /** Whether the page is dark now. */
  dark(): boolean;
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

/** What is seen without any text. */
const SEEN = "img, hr, input, video, audio, .fw-missing, .math";

/** Makes the view inside `parent`. `reveal` shows a place in the text, after the dialog around has been closed. */
export async function createComparisonView(parent: HTMLElement, reveal: (range: Range16) => void, { dark, remote }: ComparisonOptions): Promise<ComparisonView> {
  const safe = await createSafe();
  const frame = await createFrame(parent, remote, "Both renderings");
  const marks = createMarks(frame);
  const media = new Media(() => undefined);
  media.remote = remote;
  const { document } = frame;
  const close = (): void => parent.closest("dialog")?.close();
  /** Counts what was shown, so that rows of an older comparison are not added late. */
  let turn = 0;

  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };

  const rendered = (html: string): HTMLElement => {
    const side = make("div", "fw-rendered");
    side.dir = "auto";
    const nodes = safe(html);
    withoutIds(nodes);
    finish(nodes, document, media);
    for (const button of nodes.querySelectorAll("button")) button.disabled = true;
    side.append(nodes);
    if ((side.textContent ?? "").trim() === "" && !side.querySelector(SEEN)) side.replaceChildren(make("p", "fw-nothing", "Nothing is shown."));
    renderMath(side, () => frame.link(KATEX_CSS), false);
    colourCode(side, false);
    return side;
  };

  const source = (name: string, html: string): HTMLElement => {
    const text = make("pre", "fw-html", html.trim() || "(nothing)");
    // It may scroll, also by keyboard.
    text.tabIndex = 0;
    text.setAttribute("role", "group");
    text.setAttribute("aria-label", `HTML of ${name}`);
    return text;
  };

  const rowOf = (difference: BlockDifference, names: [a: string, b: string]): HTMLElement => {
    const { range, line, excerpt, kind } = difference;
    const place = make("button", "fw-place", `Line ${line}`);
    place.type = "button";
    place.setAttribute("aria-label", `Line ${line}: show it in the text`);
    place.addEventListener("click", () => {
      close();
      reveal(range);
    });
    const quoted = make("code", "fw-excerpt", excerpt);
    quoted.dir = "auto";
    const [a, b] = [rendered(difference.a), rendered(difference.b)];
    const [sourceOfA, sourceOfB] = [source(names[0], difference.a), source(names[1], difference.b)];
    const side = (name: string, content: HTMLElement): HTMLElement => make("figure", "fw-side", make("figcaption", "fw-side-name", name), content);
    const sources = make("details", "fw-source", make("summary", "fw-source-title", "HTML"), make("div", "fw-sides", sourceOfA, sourceOfB));
    sources.open = UNSEEN.has(kind);
    later(() => (kind === "text" ? marks.between(a, b) : undefined));
    later(() => marks.between(sourceOfA, sourceOfB));
    const what = wordsFor(kind, names);
    const row = make(
      "article",
      "fw-pair",
      make("header", "fw-pair-head", place, make("strong", "fw-kind", what), quoted),
      make("div", "fw-sides", side(names[0], a), side(names[1], b)),
      sources,
    );
    row.setAttribute("aria-label", `Line ${line}: ${what}`);
    return row;
  };

  const dress = (): void => {
    document.documentElement.dataset.theme = dark() ? "dark" : "light";
  };
  // Behind a dialog nothing but the system changes the theme.
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", dress);
  const nothing = (): void => undefined;
  listen(document, parent, { pointed: nothing, play: nothing, site: nothing, jump: nothing, failed: (element) => media.failed(element) });
  // Escape in the frame is the dialog's, which hears nothing of it.
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  frame.page.classList.add("fw-comparison");
  dress();
  frame.element.style.visibility = "visible";

  return {
    show({ a, b, differences }) {
      turn += 1;
      const mine = turn;
      marks.clear();
      document.documentElement.scrollTop = 0;
      frame.page.replaceChildren(...differences.slice(0, FIRST).map((difference) => rowOf(difference, [a, b])));
      for (const difference of differences.slice(FIRST)) {
        later(() => {
          if (mine === turn) frame.page.append(rowOf(difference, [a, b]));
        });
      }
    },
    end() {
      turn += 1;
      system.removeEventListener("change", dress);
      frame.element.remove();
    },
  };
}

/** Takes the names of places away: each would be there twice, and a link to one has nowhere to go here. */
function withoutIds(nodes: DocumentFragment): void {
  for (const name of ["id", "name", "aria-describedby", "aria-labelledby"]) {
    for (const element of nodes.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}
