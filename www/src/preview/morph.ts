// Owns changing a rendered block into its next version in place: what is the same keeps its nodes, so images do not
// flicker, videos play on, formulas and colours stay, and opened details stay open.

import { keys } from "./media";

/** Makes the children of `old` like those of `fresh`, which is used up. */
export function morph(old: Element, fresh: ParentNode & Node): void {
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  let start = 0;
  while (start < before.length && start < after.length && alike(before[start], after[start])) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && alike(before.at(-1 - end), after.at(-1 - end))) end += 1;

  for (let i = 0; i < start; i += 1) change(before[i]!, after[i]!);
  let tail: ChildNode | null = null;
  for (let i = 1; i <= end; i += 1) tail = change(before.at(-i)!, after.at(-i)!);
  const goes = before.slice(start, before.length - end);
  const comes = after.slice(start, after.length - end);
  keep(goes, comes);
  for (let i = 0; i < Math.max(goes.length, comes.length); i += 1) {
    const gone = goes[i];
    const node = comes[i];
    if (gone && node) change(gone, node);
    else if (gone) gone.remove();
    else if (node) old.insertBefore(node, tail);
  }
}

/** Brings things of equal key to equal places, so that an image survives words that come before it. */
function keep(goes: ChildNode[], comes: ChildNode[]): void {
  for (const [index, node] of comes.entries()) {
    const key = keyOf(node);
    if (key === undefined || keyOf(goes[index]) === key) continue;
    const at = goes.findIndex((gone, i) => i > index && keyOf(gone) === key);
    const found = goes[at];
    const here = goes[index];
    if (!found || !here) continue;
    goes.splice(at, 1);
    goes.splice(index, 0, found);
    here.before(found);
  }
}

function keyOf(node: Node | undefined): string | undefined {
  return node?.nodeType === Node.ELEMENT_NODE ? keys.get(node as Element) : undefined;
}

/** Whether two nodes are one node before and after: same kind, same words. */
function alike(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b || a.nodeName !== b.nodeName) return false;
  const key = keyOf(b);
  return key === undefined ? a.textContent === b.textContent : keyOf(a) === key;
}

/** Makes `old` into `fresh`, and tells which of the two is in the document now. */
function change(old: ChildNode, fresh: ChildNode): ChildNode {
  if (old.nodeType === Node.TEXT_NODE && fresh.nodeType === Node.TEXT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return old;
  }
  // Most of a long list is as it was; the browser sees that much faster than a walk through it.
  if (old.isEqualNode(fresh)) return old;
  if (old.nodeName !== fresh.nodeName || old.nodeType !== Node.ELEMENT_NODE) {
    old.replaceWith(fresh);
    return fresh;
  }
  const was = old as HTMLElement;
  const is = fresh as HTMLElement;
  const key = keys.get(is);
  if (key !== keys.get(was)) {
    was.replaceWith(is);
    return is;
  }
  if (key !== undefined) {
    // Whatever has been built inside since then is what the new one would become as well.
    if (is.dataset.o !== undefined) was.dataset.o = is.dataset.o;
    return was;
  }
  attributes(was, is);
  morph(was, is);
  return was;
}

function attributes(was: HTMLElement, is: HTMLElement): void {
  const opened = was.dataset.fwOpen === is.dataset.fwOpen;
  for (const name of was.getAttributeNames()) {
    if (!is.hasAttribute(name) && !(name === "open" && opened)) was.removeAttribute(name);
  }
  for (const { name, value } of is.attributes) {
    if (name === "open" && opened) continue;
    // An attribute node is not copied with `style`: inline style attributes are subject to the frame's policy, style
    // properties are not.
    if (name === "style") was.style.cssText = is.style.cssText;
    else if (was.getAttribute(name) !== value) was.setAttribute(name, value);
  }
}
