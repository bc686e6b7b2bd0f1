// Owns which snapshots go. Pure: counters give the order, the clock is only asked for ages, and not believed when it jumps.

/** What is known of a snapshot without its text. */
export interface Kept {
  /** Counts up with every snapshot of this browser. */
  id: number;
  /** When it was taken, milliseconds since 1970. */
  at: number;
  /** Given by the writer; null for one that was taken by itself. */
  name: string | null;
  /** Bytes in the database. */
  size: number;
}

const DAY = 86_400_000;
/** Unnamed ones live so long (ms). */
export const LONGEST = 30 * DAY;
/** So many unnamed ones of a post are kept, and so many named ones. */
export const MOST = 50;
export const MOST_NAMED = 200;
/** All texts of all posts together (bytes). */
export const MOST_BYTES = 64 << 20;

/** What goes of the snapshots of one post. The newest always stays; named ones only go when there are too many of them. */
export function expired(snapshots: readonly Kept[], now: number | null): number[] {
  const newestFirst = [...snapshots].sort((a, b) => b.id - a.id);
  const newest = newestFirst[0]?.id;
  const unnamed = newestFirst.filter(({ name }) => name === null);
  const named = newestFirst.filter(({ name }) => name !== null);
  const old = now === null ? [] : unnamed.filter(({ at }) => now - at > LONGEST);
  const gone = new Set([...old, ...unnamed.slice(MOST), ...named.slice(MOST_NAMED)].map(({ id }) => id));
  return [...gone].filter((id) => id !== newest).sort((a, b) => a - b);
}

/** What goes so that all fit together: the oldest unnamed ones, save the newest of each post. */
export function beyond(snapshots: readonly (Kept & { post: string })[], most = MOST_BYTES): number[] {
  let total = snapshots.reduce((sum, { size }) => sum + size, 0);
  const newest = new Map<string, number>();
  for (const { id, post } of snapshots) newest.set(post, Math.max(id, newest.get(post) ?? id));
  const gone: number[] = [];
  for (const { id, name, size, post } of [...snapshots].sort((a, b) => a.id - b.id)) {
    if (total <= most) break;
    if (name !== null || newest.get(post) === id) continue;
    gone.push(id);
    total -= size;
  }
  return gone;
}

/** What the clock has shown. */
export interface Clock {
  /** The latest time that was seen. */
  seen: number;
  /** Since when it is doubted; null when it is believed. */
  doubted: number | null;
}

/** A step ahead of more than this may be a wrong clock, or a holiday; ages then wait for a day (ms). */
const LEAP = 7 * DAY;

/** The clock after a look at it. Ages may be counted while `doubted` is null. */
export function look(clock: Clock | undefined, now: number): Clock {
  if (!clock) return { seen: now, doubted: null };
  // Set back: what was seen before was wrong, or this is. Nothing can be said of ages until time has gone on.
  if (now < clock.seen - DAY) return { seen: now, doubted: now };
  if (now > clock.seen + LEAP) return { seen: now, doubted: now };
  const doubted = clock.doubted !== null && now - clock.doubted > DAY ? null : clock.doubted;
  return { seen: Math.max(now, clock.seen), doubted };
}
