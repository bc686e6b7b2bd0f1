// Owns work on the frame that can wait: it is done in order, in short slices, so that no key waits for it.

/** Length of a slice and of the pause after it, in ms. */
const SLICE = 6;

const tasks: (() => void | Promise<void>)[] = [];
let running = false;

/** Does `task` soon, after all that was put off before it. */
export function later(task: () => void | Promise<void>): void {
  tasks.push(task);
  if (!running) void run();
}

async function run(): Promise<void> {
  running = true;
  while (tasks.length > 0) {
    await pause();
    const end = performance.now() + SLICE;
    while (tasks.length > 0 && performance.now() < end) await tasks.shift()?.();
  }
  running = false;
}

/** Lets the browser paint and hear keys first. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
