// Owns a second engine that reads the headers of posts for the list, apart from the one that the preview waits for.
//
// A post that stops it is found by halving the batch it was in, and left out: the list shows such a post by its name.

import { LoadProblem, type Engine, type Spawn } from "../engine/load";
import { PROTOCOL, type PostFile, type PostSummary, type Response } from "../wire";
import { createQueue } from "./pool";
import type { Summariser } from "./types";

/** An engine that has not started by then never will (ms). */
const START = 15_000;
/** For a batch, and for each post in it (ms). */
const PATIENCE = 2_000;
const PATIENCE_EACH = 20;
/** After so many starts in vain it is left alone until the next folder. */
const MOST_FAILURES = 3;

export interface SummariserOptions {
  spawn: Spawn;
  /** Unix seconds, and minutes east of UTC. */
  clock(): { now: number; zone: number };
}

export function createSummariser({ spawn, clock }: SummariserOptions): Summariser {
  const queue = createQueue();
  let engine: Promise<{ ask(files: PostFile[]): Promise<PostSummary[]>; end(): void }> | null = null;
  let failures = 0;
  let ended = false;

  const start = (): NonNullable<typeof engine> =>
    new Promise((resolve, reject) => {
      let running: Engine | null = null;
      let heard: (response: Response) => void = () => undefined;
      let given = false;
      let broke = (problem: Error): void => {
        given = true;
        end();
        reject(problem);
      };
      const late = setTimeout(() => broke(new Error("It did not start.")), START);
      const end = (): void => {
        clearTimeout(late);
        running?.end();
        running = null;
      };
      const ask = (files: PostFile[]): Promise<PostSummary[]> =>
        new Promise((answered, failed) => {
          const slow = setTimeout(() => failed(new Error("It did not answer.")), PATIENCE + files.length * PATIENCE_EACH);
          const settle = (done: () => void): void => {
            clearTimeout(slow);
            done();
          };
          broke = (problem) => settle(() => failed(problem));
          heard = (response) => settle(() => (response.type === "summaries" ? answered(response.summaries) : failed(new Error("It answered something else."))));
          running?.post({ type: "summarise", files, ...clock() });
        });
      heard = (response) => {
        clearTimeout(late);
        if (response.type === "ready" && response.protocol === PROTOCOL) resolve({ ask, end });
        else broke(new LoadProblem("The page and its engine are of different versions. Reload the page."));
      };
      // What the worker says first may come before `spawn` has handed it over.
      const hello = (): void => running?.post({ type: "hello", protocol: PROTOCOL });
      let started = false;
      spawn(
        (message) => {
          if ("trap" in message) broke(new Error(message.trap));
          else if ("started" in message) {
            started = true;
            hello();
          } else heard(message.response);
        },
        (why) => broke(new Error(why)),
      ).then((spawned) => {
        if (ended || given) return spawned.end();
        running = spawned;
        if (started) hello();
      }, (problem: unknown) => broke(problem instanceof Error ? problem : new Error(String(problem))));
    });

  const drop = (): void => {
    void engine?.then((running) => running.end(), () => undefined);
    engine = null;
  };

  /** Reads a batch; when it ends the engine, its halves, down to the one post that does. */
  const read = async (files: PostFile[]): Promise<PostSummary[]> => {
    if (files.length === 0 || ended || failures >= MOST_FAILURES) return [];
    let running: Awaited<NonNullable<typeof engine>>;
    try {
      engine ??= start();
      running = await engine;
      failures = 0;
    } catch {
      failures += 1;
      drop();
      return read(files);
    }
    try {
      return await running.ask(files);
    } catch {
      drop();
      if (files.length === 1) return [];
      const half = files.length >> 1;
      return [...(await read(files.slice(0, half))), ...(await read(files.slice(half)))];
    }
  };

  return {
    summarise: (files) => queue(() => read(files)),
    end() {
      ended = true;
      drop();
    },
  };
}
