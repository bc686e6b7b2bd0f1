// Owns the line between kernel and app: `globalThis.foreword`, what the app has missed, and the app's death.

import type { Command, Event } from "../wire";

/** What the app finds as `globalThis.foreword`. */
interface Foreword {
  /** The app listens from now on; it is told first what it has missed. */
  attach(listener: (event: Event) => void): void;
  run(command: Command): void;
  /** The app is about to die; the message is for the console's reader. */
  failed(message: string): void;
}

declare global {
  var foreword: Foreword;
}

export interface Bridge {
  /** Tells the app, now or once it is there. Each event replaces the last one of its type. */
  send(event: Event): void;
}

export interface BridgeEvents {
  run(command: Command): void;
  attached(): void;
  died(): void;
}

/** Events that are only worth telling when they happen. */
const FLEETING: ReadonlySet<Event["type"]> = new Set(["toast"]);

/** Puts `foreword` into place. Commands run at once; events arrive in a later microtask, never inside another's work. */
export function createBridge(on: BridgeEvents): Bridge {
  const latest = new Map<Event["type"], Event>();
  let listener: ((event: Event) => void) | null = null;
  let queue: Event[] = [];

  const die = (): void => {
    if (!listener) return;
    listener = null;
    queue = [];
    on.died();
  };

  const deliver = (): void => {
    const events = queue;
    queue = [];
    for (const event of events) {
      try {
        listener?.(event);
      } catch {
        // A panic in the app surfaces here as a trap; its instance must not be called again.
        die();
      }
    }
  };

  const post = (event: Event): void => {
    if (queue.length === 0) queueMicrotask(deliver);
    queue.push(event);
  };

  globalThis.foreword = {
    attach(next) {
      listener = next;
      queue = [];
      for (const event of latest.values()) post(event);
      on.attached();
    },
    run: on.run,
    failed: die,
  };

  // A trap outside of our calls (a timer, a click in the app) ends in the window.
  const watch = (reason: unknown): void => {
    if (reason instanceof WebAssembly.RuntimeError) die();
  };
  addEventListener("error", ({ error }) => watch(error));
  addEventListener("unhandledrejection", ({ reason }) => watch(reason));

  return {
    send(event) {
      if (!FLEETING.has(event.type)) latest.set(event.type, event);
      if (listener) post(event);
    },
  };
}
