// Owns the inside of the library's worker: messages in, answers out.

import { createLibrarian, type FromLibrary, type ToLibrary } from "./library-messages";

/** The part of a worker's global scope that is used here; the page's own types are those of a window. */
interface Scope {
  onmessage: ((event: MessageEvent<ToLibrary>) => void) | null;
  postMessage(message: FromLibrary): void;
}

const scope = self as unknown as Scope;
const answer = createLibrarian();
scope.onmessage = ({ data }) => answer(data, (reply) => scope.postMessage(reply));
