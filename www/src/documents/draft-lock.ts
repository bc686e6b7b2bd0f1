// Owns which draft belongs to this tab: remembered for a reload, locked against every other tab.

import { LAYOUT } from "./draft-store";

const KEY = "foreword.draft";
const lockName = (id: string): string => `foreword-draft-${LAYOUT}-${id}`;
/** A reloaded page may have to wait for its former self to let go (ms). */
const PATIENCE = 1_000;

/** The draft that this tab had before a reload. */
export function rememberedDraft(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberDraft(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Without it, the draft comes back as one that is nobody's.
  }
}

/** A name that no other draft has. */
export function newDraftId(): string {
  return crypto.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/**
 * Takes a draft for this tab until the page goes or `release` is called. Null when another tab has it.
 * With `patient`, waits a moment for it.
 */
export function lockDraft(id: string, patient: boolean): Promise<{ release(): void } | null> {
  // Without locks (an insecure address) two tabs are not kept apart; drafts are still kept.
  if (!navigator.locks) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      if (!lock) {
        resolve(null);
        return undefined;
      }
      return new Promise((release) => resolve({ release }));
    };
    const options: LockOptions = patient ? { signal: AbortSignal.timeout(PATIENCE) } : { ifAvailable: true };
    navigator.locks.request(lockName(id), options, hold).catch(() => resolve(null));
  });
}

/** Tells which drafts are open in some tab now. */
export async function lockedDrafts(): Promise<(id: string) => boolean> {
  const held = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
  return (id) => held.has(lockName(id));
}
