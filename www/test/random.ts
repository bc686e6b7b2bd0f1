// Owns chance that repeats itself: the same seed gives the same numbers, and so the same posts and edits.

export interface Random {
  /** A whole number from 0 to below `limit`. */
  (limit: number): number;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const WORDS = "alpha beta gamma delta the of a post write line — naïve 日本 👩‍👩‍👧 $x$ [link](a.md)".split(" ");

export function sentence(random: Random): string {
  return Array.from({ length: 2 + random(8) }, () => WORDS[random(WORDS.length)]).join(" ");
}

/** The lines of a post: a header, then paragraphs, headings, lists and code, with many lines alike. */
export function post(random: Random): string[] {
  const lines = ["---", `title: ${sentence(random)}`, "tags:", "  - a", "  - b", "---", ""];
  for (let left = 3 + random(16); left > 0; left--) {
    const kind = random(6);
    if (kind === 0) lines.push(`## ${sentence(random)}`, "");
    else if (kind === 1) lines.push(`- ${sentence(random)}`, `- ${sentence(random)}`, "- a", "");
    else if (kind === 2) lines.push("```js", "a();", "```", "");
    else lines.push(sentence(random), "");
  }
  return lines;
}

/** The lines with up to `most` edits. */
export function edited(random: Random, lines: readonly string[], most = 4): string[] {
  const next = [...lines];
  for (let left = 1 + random(most); left > 0; left--) {
    const at = random(next.length + 1);
    const kind = random(6);
    if (kind === 0) next.splice(at, 1);
    else if (kind === 1) next.splice(at, 0, sentence(random), "");
    else if (kind === 2) next.splice(at, 1, sentence(random));
    else if (kind === 3) next.splice(at, 1 + random(4));
    else if (kind === 4) next.splice(at, 1, `${next[at] ?? ""} ${sentence(random)}`);
    else next.splice(at, 0, "", sentence(random));
  }
  return next;
}
