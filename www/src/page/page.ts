// Owns the behaviour of the static skeleton: everything that works before the app is there and after it has died.

import type { Command, Notice, Theme, View } from "../wire";
import { createDivider } from "./divider";
import { createFallback } from "./fallback";
import { slot } from "./slot";
import { createTheme } from "./theme";
import { createToast } from "./toast";

/** The page's skeleton, as the kernel sees it. */
export interface Page {
  /** Shows the panes. */
  setView(v: View): void;
  setTheme(t: Theme): void;
  /** The app has drawn its header, notices and status: the fallbacks go. */
  attached(): void;
  /** The app is dead: its parts go, the fallbacks come back, and the message says what happened. */
  detached(message: string): void;
  /** The save state in words, shown while there is no app. */
  fallbackStatus(text: string): void;
  /** Notices, shown while there is no app. */
  fallbackNotices(n: Notice[]): void;
  /** Says something once, also to a screen reader. */
  toast(message: string): void;
  /** Whether the page is dark now. */
  dark(): boolean;
}

/** What the skeleton tells the kernel. */
export interface PageEvents {
  run(c: Command): void;
  darkChanged(dark: boolean): void;
  /** The panes have other sizes, or others are seen. */
  layout(): void;
  /** The person has moved the divider; percent of both panes that the text has. */
  dividerMoved(percent: number): void;
}

/** Brings the skeleton to life. `divider` is the share of the text in percent. */
export function createPage(on: PageEvents, initial: { view: View; theme: Theme; divider: number }): Page {
  const root = document.documentElement;
  const panes = slot("panes");
  const theme = createTheme(on.darkChanged);
  theme.set(initial.theme);
  const fallback = createFallback(on.run);
  const toast = createToast();
  createDivider(initial.divider, { moved: on.dividerMoved, layout: on.layout });

  const setView = (view: View): void => {
    if (panes.dataset["view"] === view) return;
    panes.dataset["view"] = view;
    on.layout();
  };
  panes.dataset["view"] = initial.view;
  // The side panel, notices and the window change the panes as well.
  new ResizeObserver(() => on.layout()).observe(slot("editor"));
  new ResizeObserver(() => on.layout()).observe(slot("preview"));

  return {
    setView,
    setTheme: theme.set,
    attached() {
      root.dataset["app"] = "attached";
      fallback.hide();
    },
    detached(message) {
      root.dataset["app"] = "detached";
      for (const id of ["app", "app-top", "notices", "side", "status"]) slot(id).replaceChildren();
      fallback.show(message);
    },
    fallbackStatus: fallback.setStatus,
    fallbackNotices: fallback.setNotices,
    toast,
    dark: theme.dark,
  };
}
