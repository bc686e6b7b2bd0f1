// Owns the inside of the spell checker's worker: unpacks a dictionary, then answers in order.

import { check, initSync, load, suggest } from "../../spelling/spelling.js";
import type { FromSpeller, ToSpeller } from "./messages";

/** The part of a worker's global scope that is used here; the page's own types are those of a window. */
interface Scope {
  onmessage: ((event: MessageEvent<ToSpeller>) => void) | null;
  postMessage(message: FromSpeller): void;
}

const scope = self as unknown as Scope;

/** Packed by the build, since many hosts send files of no known type as they are. */
function unpacked(dictionary: ArrayBuffer): Promise<string> {
  return new Response(new Blob([dictionary]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

async function answer(question: ToSpeller): Promise<FromSpeller> {
  if ("module" in question) {
    const [aff = "", dic = ""] = (await unpacked(question.dictionary)).split("\0");
    initSync({ module: question.module });
    load(aff, dic);
    return { ready: true };
  }
  const { id } = question;
  return { id, words: "check" in question ? check(question.check, question.personal) : suggest(question.suggest) };
}

scope.onmessage = ({ data }) => {
  answer(data).then(
    (reply) => scope.postMessage(reply),
    // After a trap the instance may be in any state: the page ends this worker.
    (problem: unknown) => scope.postMessage({ trap: String(problem) }),
  );
};
