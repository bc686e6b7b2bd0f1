// Owns the inside of the engine's worker: one instance of the engine that answers requests in order.

import { handle, initSync } from "../../engine/engine.js";
import type { Request, Response } from "../wire";

/** The first message a worker gets: the compiled engine. */
export interface Start {
  module: WebAssembly.Module;
}

/** What a worker sends: that it runs, an answer, or that its instance is lost. */
export type FromWorker = { started: true } | { response: Response; memory: number } | { trap: string };

/** The part of a worker's global scope that is used here; the page's own types are those of a window. */
interface Scope {
  onmessage: ((event: MessageEvent<Start | Request>) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = self as unknown as Scope;
let memory: WebAssembly.Memory | null = null;

scope.onmessage = ({ data }) => {
  try {
    if ("module" in data) {
      memory = initSync({ module: data.module }).memory;
      scope.postMessage({ started: true });
    } else {
      const response = handle(data);
      scope.postMessage({ response, memory: memory?.buffer.byteLength ?? 0 });
    }
  } catch (problem) {
    // After a trap the instance may be in any state: the supervisor ends this worker.
    scope.postMessage({ trap: problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem) });
  }
};
