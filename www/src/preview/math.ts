// Owns formulas: KaTeX, fetched when the first one is seen, renders the TeX that the engine left as text. It builds DOM
// nodes, never markup, and gets no trust: no links, no images, no classes of the post's choosing.

import { later } from "./later";

type Katex = typeof import("katex").default;

let katex: Katex | null = null;
let loading: Promise<Katex | null> | null = null;
const done = new WeakSet<Element>();

/** Renders the formulas below `root` that are not rendered yet; at once where that is `urgent` and KaTeX is there. */
export function renderMath(root: ParentNode, linkStyles: () => Promise<void>, urgent: boolean): void {
  const formulas = [...root.querySelectorAll<HTMLElement>(".math")].filter((formula) => !done.has(formula));
  if (formulas.length === 0) return;
  const styled = linkStyles();
  if (katex && urgent) {
    for (const formula of formulas) render(formula, katex);
    return;
  }
  loading ??= load();
  void Promise.all([loading, styled]).then(([library]) => {
    if (library) for (const formula of formulas) later(() => render(formula, library));
  });
}

async function load(): Promise<Katex | null> {
  try {
    katex = (await import("katex")).default;
  } catch {
    // Offline before the first formula was ever seen: the TeX stays readable, and the next patch tries again.
    loading = null;
  }
  return katex;
}

function render(formula: HTMLElement, library: Katex): void {
  if (done.has(formula)) return;
  done.add(formula);
  const tex = formula.textContent ?? "";
  try {
    library.render(tex, formula, {
      displayMode: formula.classList.contains("math-display"),
      trust: false,
      strict: "ignore",
      maxExpand: 200,
      maxSize: 40,
      output: "htmlAndMathml",
    });
  } catch (error) {
    formula.textContent = tex;
    formula.classList.add("fw-math-error");
    formula.title = `This formula could not be read. ${error instanceof Error ? error.message.replace(/^KaTeX parse error: /, "") : ""}`;
  }
}
