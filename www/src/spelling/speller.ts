// Owns the page's end of the spell checker: fetches its module and one dictionary, and starts a worker with them.

import type { FromSpeller, ToSpeller } from "./messages";

/** A dictionary that is ready. Answers are null when the worker has ended. */
export interface Speller {
  /** Those of the words that are misspelled. */
  check(words: string[], personal: string[]): Promise<string[] | null>;
  /** What may have been meant with a word, best first. */
  suggest(word: string): Promise<string[] | null>;
  end(): void;
}

async function get(path: string, integrity: string): Promise<ArrayBuffer> {
  const response = await fetch(new URL(path, document.baseURI), { integrity });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.arrayBuffer();
}

/** `url` is what the page's Trusted Types policy made of the worker's address; `lost` hears when the worker breaks. */
export async function loadSpeller(id: string, url: () => string, lost: () => void): Promise<Speller> {
  const file = DICTIONARIES[id];
  if (!file) throw new Error(`There is no dictionary ${id}.`);
  const [module, dictionary] = await Promise.all([get(SPELLING_WASM, SPELLING_INTEGRITY).then((bytes) => WebAssembly.compile(bytes)), get(file.url, file.integrity)]);
  const worker = new Worker(url());
  const waiting = new Map<number, (words: string[] | null) => void>();
  let count = 0;
  let ended = false;
  const end = (): void => {
    ended = true;
    worker.terminate();
    for (const done of waiting.values()) done(null);
    waiting.clear();
  };
  await new Promise<void>((ready, failed) => {
    const broken = (why: string): void => {
      if (ended) return;
      end();
      failed(new Error(why));
      lost();
    };
    worker.onmessage = ({ data }: MessageEvent<FromSpeller>) => {
      if ("trap" in data) return broken(data.trap);
      if ("ready" in data) return ready();
      waiting.get(data.id)?.(data.words);
      waiting.delete(data.id);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      broken(event.message);
    };
    worker.postMessage({ module, dictionary } satisfies ToSpeller, [dictionary]);
  });
  const ask = (question: (id: number) => ToSpeller): Promise<string[] | null> =>
    new Promise((resolve) => {
      if (ended) return resolve(null);
      count += 1;
      waiting.set(count, resolve);
      worker.postMessage(question(count));
    });
  return {
    check: (check, personal) => ask((id) => ({ id, check, personal })),
    suggest: (suggest) => ask((id) => ({ id, suggest })),
    end,
  };
}
