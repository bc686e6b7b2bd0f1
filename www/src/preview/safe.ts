// Owns the way of a post's HTML into nodes that may be shown: parse → facade → sanitise. `finish` is the step after it.

import { facade, hush } from "./facade";
import { parseInert, serialise } from "./policy";
import { createSanitiser } from "./sanitise";

/** Turns a post's HTML into sanitised nodes of an inert document. */
export type Safe = (html: string) => DocumentFragment;

/** `purify`: with the library also where the browser has a sanitiser of its own. */
export async function createSafe(purify?: boolean): Promise<Safe> {
  const sanitise = await createSanitiser(purify);
  return (html) => {
    const fragment = parseInert(hush(html));
    facade(fragment);
    return sanitise(serialise(fragment));
  };
}
