// Owns doing many things a few at a time, and telling of many changes now and then.

/** Does `work` for every item, at most `limit` at once; the answers are in the order of the items. */
export async function pool<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const answers = new Array<R>(items.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) answers[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  return answers;
}

export interface Teller {
  /** There is something to tell: at once, or when the last time is long enough ago. */
  soon(): void;
  /** Tells now what waits. */
  flush(): void;
  stop(): void;
}

/** Calls `tell` at most every `gap` milliseconds, and always once more after the last `soon`. */
export function createTeller(tell: () => void, gap = 100): Teller {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    tell();
  };
  return {
    soon() {
      timer ??= setTimeout(now, Math.max(0, last + gap - performance.now()));
    },
    flush() {
      if (timer !== undefined) now();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** Runs one piece of work after the other, whether it fails or not. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
}
