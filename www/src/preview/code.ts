// Owns the colours of code blocks: asks the highlighter for parts of the text, and puts them in as spans with class names.

import { fetchLanguage, highlightCode } from "../surface/code";
import { later } from "./later";

/** Longer code stays plain: its colours would cost more than they give. UTF-16 code units. */
const LONGEST = 50_000;

/** Code up to this length is coloured before the next paint; longer code would hold up the key. */
const SHORT = 20_000;

const done = new WeakSet<Element>();

/**
 * Colours the code blocks below `root` that are not coloured yet; `urgent` ones before the next paint where the grammar is
 * there. Their text, and so their layout, stays as it is.
 */
export function colourCode(root: ParentNode, urgent: boolean): void {
  for (const code of root.querySelectorAll<HTMLElement>("pre > code[class*='language-']")) {
    if (done.has(code)) continue;
    done.add(code);
    const language = /(?:^|\s)language-(\S+)/.exec(code.className)?.[1];
    const text = code.textContent ?? "";
    if (!language || text.length > LONGEST) continue;
    if (urgent && text.length <= SHORT) void colour(code, text, language);
    else void fetchLanguage(language).then((known) => known && later(() => colour(code, text, language)));
  }
}

async function colour(code: HTMLElement, text: string, language: string): Promise<void> {
  const parts = await highlightCode(text, language);
  if (!parts || code.textContent !== text) return;
  const { ownerDocument } = code;
  code.replaceChildren(
    ...parts.map((part) => {
      if (!part.classes) return ownerDocument.createTextNode(part.text);
      const span = ownerDocument.createElement("span");
      span.className = part.classes;
      span.textContent = part.text;
      return span;
    }),
  );
}
