// Owns the kind of error whose words are meant for the writer.

/** Something that a person should read: what happened and what to do. */
export class Problem extends Error {}

/** The words for any error, ours or the browser's. */
export function wordsFor(problem: unknown, otherwise: string): string {
  return problem instanceof Problem ? problem.message : otherwise;
}

/** True when a person closed a picker or said no; nothing is to be reported. */
export function isCancelled(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === "AbortError";
}
