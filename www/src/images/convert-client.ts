// Owns the page's end of the worker that converts images: started when the first image comes, ended when the last is
// done, and given up when it does not answer.

import type { FromConverter, ToConverter, Written } from "./convert-messages";

export interface Converted {
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

export interface Converter {
  /** What can be done here: nothing, sizes alone, or WebP as well. */
  abilities(): Promise<{ resize: boolean; webp: boolean }>;
  /** Null when it cannot be done. */
  convert(image: Blob, width: number | null, as: Written): Promise<Converted | null>;
  end(): void;
}

/** A large photo takes a phone some seconds (ms). */
const PATIENCE = 60_000;
const SOON = 5_000;

/** `url` is what the page's Trusted Types policy made of the worker's address. */
export function createConverter(url: () => string): Converter {
  let worker: Worker | null = null;
  let count = 0;
  const waiting = new Map<number, (reply: FromConverter | null) => void>();

  const end = (): void => {
    worker?.terminate();
    worker = null;
    for (const done of [...waiting.values()]) done(null);
  };

  const start = (): Worker => {
    const made = new Worker(url());
    made.onmessage = ({ data }: MessageEvent<FromConverter>) => waiting.get(data.id)?.(data);
    made.onerror = (event) => {
      event.preventDefault();
      end();
    };
    return made;
  };

  const ask = (question: ToConverter, patience: number): Promise<FromConverter | null> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => end(), patience);
      waiting.set(question.id, (reply) => {
        clearTimeout(timer);
        waiting.delete(question.id);
        resolve(reply);
      });
      try {
        worker ??= start();
        worker.postMessage(question);
      } catch {
        waiting.get(question.id)?.(null);
      }
    });

  return {
    async abilities() {
      count += 1;
      const reply = await ask({ id: count, ask: "abilities" }, SOON);
      const resize = reply?.answer === "abilities";
      return { resize, webp: resize && reply.webp };
    },
    async convert(image, width, as) {
      count += 1;
      const reply = await ask({ id: count, ask: "convert", image, width, as }, PATIENCE);
      if (reply?.answer !== "converted") return null;
      return { bytes: new Uint8Array(reply.bytes), width: reply.width, height: reply.height };
    },
    end,
  };
}
