// Owns what the page shows without the app: a plain header, the save state, notices. Enough to open, write and save.

import type { Command, Notice } from "../wire";
import { slot } from "./slot";

export interface Fallback {
  /** Shows the fallback, with a message on why the app is not there. */
  show(message: string): void;
  hide(): void;
  setStatus(text: string): void;
  setNotices(list: Notice[]): void;
}

/** Brings the fallback to life; it is shown from the start. */
export function createFallback(run: (c: Command) => void): Fallback {
  slot("fallback-open").addEventListener("click", () => run({ type: "open" }));
  slot("fallback-download").addEventListener("click", () => run({ type: "download" }));

  const status = document.createElement("div");
  status.className = "fallback-status";
  const notices = document.createElement("div");
  notices.setAttribute("role", "status");
  let shown = false;
  let fault: string | null = null;
  let list: Notice[] = [];

  const draw = (): void => {
    if (!shown) return;
    const fallen = fault === null ? [] : [notice("error", fault, [reload()])];
    notices.replaceChildren(...fallen, ...list.map((each) => notice(each.kind, each.message, buttons(each, run))));
  };
  const show = (): void => {
    shown = true;
    slot("status").append(status);
    slot("notices").append(notices);
    draw();
  };
  show();

  return {
    show(message) {
      fault = message;
      show();
    },
    hide() {
      shown = false;
      status.remove();
      notices.remove();
    },
    setStatus(text) {
      status.textContent = text;
    },
    setNotices(next) {
      list = next;
      draw();
    },
  };
}

function notice(kind: Notice["kind"], message: string, actions: HTMLElement[]): HTMLElement {
  const box = document.createElement("div");
  box.className = `notice ${kind}`;
  const text = document.createElement("p");
  text.dir = "auto";
  text.textContent = message;
  const row = document.createElement("div");
  row.className = "notice-actions";
  row.append(...actions);
  box.append(text, row);
  return box;
}

function buttons(notice: Notice, run: (c: Command) => void): HTMLElement[] {
  const own = notice.actions.map((action) => button(action.label, () => run(action.command)));
  return [...own, button("Dismiss", () => run({ type: "dismissNotice", id: notice.id }))];
}

function reload(): HTMLElement {
  return button("Reload the page", () => location.reload());
}

function button(label: string, press: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "button";
  element.textContent = label;
  element.addEventListener("click", press);
  return element;
}
