// Owns the divider between text and preview: pointer, keyboard, double click. The width is a share, so it survives resizing.

import { slot } from "./slot";

const MIN = 20;
const MAX = 80;
const MIDDLE = 50;
const STEP = 2;
const BIG_STEP = 10;

/** Makes `#divider` work. `percent` is the share of the text of the width of both panes. */
export function createDivider(percent: number, on: { moved(percent: number): void; layout(): void }): void {
  const divider = slot("divider");
  const panes = slot("panes");
  const editor = slot("editor");
  const preview = slot("preview");
  let current = MIDDLE;

  const show = (share: number): boolean => {
    const next = Math.round(Math.min(MAX, Math.max(MIN, share)) * 10) / 10;
    if (!Number.isFinite(next) || next === current) return false;
    current = next;
    panes.style.setProperty("--split", String(next));
    divider.setAttribute("aria-valuenow", String(Math.round(next)));
    divider.setAttribute("aria-valuetext", `Text ${Math.round(next)} percent, preview ${Math.round(100 - next)} percent`);
    on.layout();
    return true;
  };
  const move = (share: number): void => {
    if (show(share)) on.moved(current);
  };
  const rightToLeft = (): boolean => getComputedStyle(panes).direction === "rtl";

  const shareAt = (x: number): number => {
    const text = editor.getBoundingClientRect();
    const both = text.width + preview.getBoundingClientRect().width;
    return both === 0 ? current : ((rightToLeft() ? text.right - x : x - text.left) / both) * 100;
  };

  let grip: { pointer: number; from: number; before: number } | null = null;
  divider.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    // The distance between the pointer and the edge is kept, so that the first movement does not jump.
    grip = { pointer: event.pointerId, from: shareAt(event.clientX) - current, before: current };
    divider.setPointerCapture(event.pointerId);
    divider.dataset["dragging"] = "";
    event.preventDefault();
    divider.focus({ preventScroll: true });
  });
  divider.addEventListener("pointermove", (event) => {
    if (grip?.pointer === event.pointerId) show(shareAt(event.clientX) - grip.from);
  });
  const release = (event: PointerEvent): void => {
    if (grip?.pointer !== event.pointerId) return;
    if (event.type === "pointercancel") show(grip.before);
    const changed = current !== grip.before;
    grip = null;
    delete divider.dataset["dragging"];
    if (changed) on.moved(current);
  };
  divider.addEventListener("pointerup", release);
  divider.addEventListener("pointercancel", release);
  divider.addEventListener("dblclick", () => move(MIDDLE));

  divider.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = (event.shiftKey ? BIG_STEP : STEP) * (rightToLeft() ? -1 : 1);
    const target: Partial<Record<string, number>> = {
      ArrowLeft: current - step,
      ArrowRight: current + step,
      Home: MIN,
      End: MAX,
    };
    const share = target[event.key];
    if (share === undefined) return;
    event.preventDefault();
    move(share);
  });

  show(percent);
}
