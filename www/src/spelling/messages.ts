// Owns what the page and the spell checker in its worker say to each other.

export type ToSpeller =
  /** The first message: the compiled checker, and a dictionary as it came. */
  | { module: WebAssembly.Module; dictionary: ArrayBuffer }
  /** Which of these words are misspelled? `personal` are the writer's own ones. */
  | { id: number; check: string[]; personal: string[] }
  /** What may have been meant with this word? */
  | { id: number; suggest: string };

export type FromSpeller = { ready: true } | { id: number; words: string[] } | { trap: string };
