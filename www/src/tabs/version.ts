// Owns which state of a post contains which other. Counters only, never a clock.

/** A state: which writer's, and how many changes into its time. */
export interface Stamp {
  /** Higher than that of any writer that this one has heard of. */
  epoch: number;
  /** The writer's tab. */
  by: string;
  /** Its changes so far. */
  count: number;
}

/** A state, and the last one that it contains of each earlier writer. */
export interface Version extends Stamp {
  seen: Stamp[];
}

/** A state of the post with its text. */
export interface Held<Extra> {
  version: Version;
  /** With the line ends of its file. */
  text: string;
  /** What goes along: the file, the draft. Must survive a structured clone. */
  extra: Extra;
}

/** So many earlier writers are remembered; what is older still counts as contained. */
const REMEMBERED = 40;

export function firstOf(by: string): Version {
  return { epoch: 0, by, count: 0, seen: [] };
}

/** Whether nothing of `other` is missing in `version`. */
export function contains(version: Version, other: Stamp): boolean {
  if (other.epoch === 0) return true;
  const own = [version, ...version.seen].find(({ epoch, by }) => epoch === other.epoch && by === other.by);
  if (own) return own.count >= other.count;
  return version.seen.length >= REMEMBERED && other.epoch < Math.min(...version.seen.map(({ epoch }) => epoch));
}

/** A version of a new writer, or of one that has merged something: it contains all of these. */
export function after(by: string, versions: readonly Version[], count = 0): Version {
  const seen = new Map<string, Stamp>();
  for (const { epoch, by: who, count: changes } of versions.flatMap((version) => [version, ...version.seen])) {
    const key = `${epoch} ${who}`;
    if (epoch > 0 && changes >= (seen.get(key)?.count ?? 0)) seen.set(key, { epoch, by: who, count: changes });
  }
  const all = [...seen.values()].sort((a, b) => b.epoch - a.epoch || b.count - a.count);
  return { epoch: Math.max(0, ...versions.map(({ epoch }) => epoch)) + 1, by, count, seen: all.slice(0, REMEMBERED) };
}

/** The latest of some states, where none need contain the others: the one that later writers know of. */
export function latest<Extra>(all: readonly Held<Extra>[]): Held<Extra> | null {
  return all.reduce<Held<Extra> | null>((best, held) => {
    if (!best || contains(held.version, best.version)) return held;
    if (contains(best.version, held.version)) return best;
    const ahead = held.version.epoch - best.version.epoch || held.version.count - best.version.count;
    return ahead > 0 ? held : best;
  }, null);
}
