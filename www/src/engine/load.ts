// Owns how the engine's files are fetched and a worker is made from them.

import type { FromWorker, Start } from "./worker";
import type { Request } from "../wire";

/** A running worker, as the supervisor sees it. */
export interface Engine {
  post(request: Request): void;
  end(): void;
}

/** Makes a worker; `heard` gets what it says, `broke` why it cannot go on. */
export type Spawn = (heard: (message: FromWorker) => void, broke: (why: string) => void) => Promise<Engine>;

/** Why the engine's files could not be had, in words for the writer. */
export class LoadProblem extends Error {}

/**
 * A spawner that fetches and compiles the engine once and gives every worker the same module.
 * `workerUrl` is what the page's Trusted Types policy made of the worker's address.
 */
export function createSpawn(wasm: URL, integrity: string, workerUrl: () => string): Spawn {
  let compiled: Promise<WebAssembly.Module> | null = null;
  const compile = async (): Promise<WebAssembly.Module> => {
    const response = await fetch(wasm, { integrity });
    if (!response.ok) throw new LoadProblem(`The preview's engine could not be loaded (the server answered ${response.status}).`);
    return WebAssembly.compile(await response.arrayBuffer());
  };
  return async (heard, broke) => {
    compiled ??= compile().catch((problem: unknown) => {
      compiled = null;
      throw problem instanceof LoadProblem ? problem : new LoadProblem("The preview's engine could not be loaded. Check the connection.");
    });
    const module = await compiled;
    const worker = new Worker(workerUrl());
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => heard(data);
    worker.onerror = (event) => {
      event.preventDefault();
      broke(event.message || "The worker stopped.");
    };
    worker.onmessageerror = () => broke("An answer could not be read.");
    worker.postMessage({ module } satisfies Start);
    return {
      post: (request) => worker.postMessage(request),
      end: () => {
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        worker.terminate();
      },
    };
  };
}
