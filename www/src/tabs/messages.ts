// Owns what tabs with the same post say to each other, and what is needed of the browser for that.

import type { Held, Version } from "./version";

/** Part of every name; a later layout gets another one, so that neither version ever hears or locks out the other. */
export const LAYOUT = "v1";

export type Message<Extra> =
  /** A reader is there and wants the text. */
  | { type: "hello"; from: string }
  /** The writer's present state. */
  | { type: "text"; from: string; held: Held<Extra> }
  /** A reader wants to write. */
  | { type: "ask"; from: string }
  /** The writer hands over to one of the readers; the others let that one go first. */
  | { type: "handing"; from: string; to: string; held: Held<Extra> }
  /** That state has arrived. */
  | { type: "received"; from: string; to: string; version: Version }
  /** A new writer wants to know what the others have. */
  | { type: "query"; from: string }
  /** A state for one tab: an answer, or something that it has not seen. */
  | { type: "have"; from: string; to: string; held: Held<Extra> };

export const nameOf = (post: string): string => `foreword-post-${LAYOUT}-${post}`;

export function isMessage(data: unknown): data is Message<unknown> {
  return typeof data === "object" && data !== null && "type" in data && "from" in data;
}

/** What is needed of the browser; in tests, of a simulation. */
export interface Surroundings {
  /** Holds the lock from when it is had until what `held` gives resolves. Rejects when `signal` stops the waiting. */
  lock(name: string, options: { signal?: AbortSignal; ifAvailable?: boolean }, held: (had: boolean) => Promise<void>): Promise<void>;
  channel(name: string, received: (data: unknown) => void): { post(data: unknown): void; close(): void };
  wait(ms: number): Promise<void>;
}

/** The browser's own; null where it has no locks, as at an insecure address. */
export function browserSurroundings(): Surroundings | null {
  if (!("locks" in navigator) || !navigator.locks || !("BroadcastChannel" in globalThis)) return null;
  return {
    lock: async (name, options, held) => void (await navigator.locks.request(name, options, (lock) => held(lock !== null))),
    channel(name, received) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => received(data);
      return { post: (data) => channel.postMessage(data), close: () => channel.close() };
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
