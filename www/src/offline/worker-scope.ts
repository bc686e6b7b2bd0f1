// Owns the types of a service worker's global scope, as far as they are used here; the page's own types are those of a
// window, and a file cannot have both.

import type { Release } from "./release";

export interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response> | Response): void;
}

export interface Hearing extends Extendable {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface Events {
  install: Extendable;
  activate: Extendable;
  fetch: Fetching;
  message: Hearing;
}

export interface WorkerScope {
  /** Written in front of the script by the build. */
  readonly RELEASE: Release;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<{ readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(name: Name, heard: (event: Events[Name]) => void): void;
}
