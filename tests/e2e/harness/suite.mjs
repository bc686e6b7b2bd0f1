// Owns the list of tests, and waiting for conditions.

/** Every test so far, in order. */
export const collected = [];

/**
 * Adds a test. `options`: viewport, colorScheme and the like for the browser's context; `start: false` to open no page;
 * `path` and `query` of the page; `init`, a script to run before the page's; `console` and `requests`, patterns of what
 * would otherwise fail the test.
 */
export function test(name, options, body = options) {
  collected.push({ name, options: typeof options === "function" ? {} : options, body });
}

/** How long a condition may take to come true (ms). */
const PATIENCE = 10_000;
/** Between two looks (ms). */
const LOOK = 20;

/** Waits until `condition` gives something true, and resolves with that. An error counts as not yet. */
export async function until(what, condition, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      const found = await condition();
      if (found) return found;
      last = undefined;
    } catch (problem) {
      last = problem;
    }
    if (Date.now() > end) {
      const error = new Error(`Waited in vain for: ${typeof what === "function" ? await what() : what}${last ? ` (${last.message})` : ""}`);
      Error.captureStackTrace(error, until);
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}

/** Waits until `condition` has given the same thing `times` looks in a row, and resolves with it. */
export async function settled(what, condition, times = 6) {
  let last;
  let same = 0;
  return (
    await until(what, async () => {
      const value = await condition();
      const key = JSON.stringify(value);
      same = key === last ? same + 1 : 0;
      last = key;
      return same >= times && { value };
    })
  ).value;
}
