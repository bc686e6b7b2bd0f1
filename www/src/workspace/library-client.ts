// Owns the page's end of the library's worker: questions with answers, the latest search first, and a new worker when one
// is lost.

import { WorkspaceProblem } from "./failure";
import { createLibrarian, type Answers, type FromLibrary, type Order, type Question, type ToLibrary } from "./library-messages";

/** A running worker. */
export interface Shelf {
  post(message: ToLibrary): void;
  end(): void;
}
/** Makes one; `heard` gets what it says, `broke` that it is lost. */
export type SpawnShelf = (heard: (message: FromLibrary) => void, broke: () => void) => Shelf;

export interface LibraryClient {
  ask<T extends Question["type"]>(question: Extract<Question, { type: T }>): Promise<Answers[T]>;
  tell(order: Order): void;
  /** Called when a worker was lost with all that it kept: texts are to be read again. */
  onLost(forgotten: () => void): void;
  end(): void;
}

/** A worker from its script. `url` is what the page's Trusted Types policy made of its address. */
export const spawnWorker =
  (url: () => string): SpawnShelf =>
  (heard, broke) => {
    const worker = new Worker(url());
    worker.onmessage = ({ data }: MessageEvent<FromLibrary>) => heard(data);
    worker.onerror = (event) => {
      event.preventDefault();
      broke();
    };
    worker.onmessageerror = broke;
    return {
      post: (message) => worker.postMessage(message),
      end() {
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        worker.terminate();
      },
    };
  };

/** The same without a worker, in this thread. */
export const spawnHere: SpawnShelf = (heard) => {
  const answer = createLibrarian();
  return { post: (message) => answer(message, heard), end: () => undefined };
};

export function createLibraryClient(spawn: SpawnShelf): LibraryClient {
  let shelf: Shelf | null = null;
  let count = 0;
  let ended = false;
  let lost: () => void = () => undefined;
  const waiting = new Map<number, { resolve(answer: never): void; reject(problem: Error): void }>();

  const fail = (why: string): void => {
    for (const { reject } of waiting.values()) reject(new WorkspaceProblem("failed", why));
    waiting.clear();
  };

  const running = (): Shelf => {
    if (ended) throw new WorkspaceProblem("failed", "The folder was closed.");
    shelf ??= spawn(
      (message) => {
        const asked = waiting.get(message.id);
        waiting.delete(message.id);
        if (!asked) return;
        if ("answer" in message) asked.resolve(message.answer as never);
        else asked.reject(new DOMException("", message.failed));
      },
      () => {
        shelf?.end();
        shelf = null;
        fail("Searching stopped. It starts again.");
        lost();
      },
    );
    return shelf;
  };

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve: resolve as (answer: never) => void, reject });
        try {
          running().post({ ...question, id: count } as ToLibrary);
        } catch (problem) {
          waiting.delete(count);
          reject(problem instanceof Error ? problem : new Error(String(problem)));
        }
      }),
    tell(order) {
      if (!ended) running().post(order);
    },
    onLost(forgotten) {
      lost = forgotten;
    },
    end() {
      ended = true;
      shelf?.end();
      shelf = null;
      fail("The folder was closed.");
    },
  };
}
