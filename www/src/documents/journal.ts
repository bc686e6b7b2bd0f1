// Owns when drafts are written: at once after a pause, at most a moment apart while typing, and when the page is hidden.

import { lockDraft, lockedDrafts, newDraftId, rememberDraft, rememberedDraft } from "./draft-lock";
import type { Version } from "../tabs/version";
import type { Draft, DraftStore } from "./draft-store";

/** The part of a draft that the open document knows. */
export type Content = Omit<Draft, "id" | "revision" | "at">;

export interface JournalEvents {
  /** What is to be kept now, and the text revision that it is of. */
  content(): { revision: number; content: Content };
  written(revision: number): void;
  failed(why: string): void;
  /** The last changes of a post that was left could not be kept, and are tried again no more. */
  lost?(draft: Draft): void;
  /** Drafts with something that is nowhere else. */
  holding?(): Promise<ReadonlySet<string>>;
  /** Old drafts were deleted; these are left. */
  pruned?(left: ReadonlySet<string>): void;
}

export interface Journal {
  /** The draft to go on with: this tab's own, or else the newest that no tab has and no file holds. */
  recover(): Promise<{ draft: Draft; own: boolean } | null>;
  /** From now on another draft is written; the one before stays. */
  begin(): void;
  /** The draft that is written now. */
  id(): string;
  /** Goes on with a draft that was left; null when it is gone or open in another tab. */
  resume(id: string): Promise<Draft | null>;
  /** The newest draft with unsaved changes to a file of this name, other than the one that is written now. */
  unsaved(name: string): Promise<string | null>;
  /** There is something new to keep. */
  changed(): void;
  /** Writes what is new without waiting. Resolves once all of it is kept, with false when it could not be. */
  flush(): Promise<boolean>;
  /** The storage was closed from outside: what is on the desk is written again. */
  gone(): void;
  /** The latest draft of a post, of whatever tab. */
  latest(post: string): Promise<Draft | null>;
}

/** Writes begin at least this far apart (ms). With the write itself, a key is kept within half a second. */
const GAP = 300;
/** A change that is not kept after this time counts as not saved (ms). */
const STUCK = 800;
/** After a failure, the next try (ms). */
const RETRY = 2_000;
/** A write that takes longer is given up, and done again (ms). */
const HUNG = 4_000;
/** So often the last state of a post that was left is tried. */
const TRIES = 5;

const WHY = "This browser does not keep your changes. Save or download the post before you close the page.";

export function createJournal(store: DraftStore, on: JournalEvents): Journal {
  let id = newDraftId();
  /** Counts beginnings, so that a recovery that comes too late takes nothing over. */
  let beginnings = 0;
  let revision = 0;
  let lock: Promise<{ release(): void } | null> | null = null;
  let dirty = false;
  /** Writes under way. */
  let writing = 0;
  let last = -GAP;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stuck: ReturnType<typeof setTimeout> | undefined;

  const watch = (): void => {
    clearTimeout(stuck);
    stuck = dirty || writing > 0 ? setTimeout(() => on.failed(WHY), STUCK) : undefined;
  };

  /** Takes the content at once; what is awaited is only its way to the disk. */
  const write = async (): Promise<boolean> => {
    clearTimeout(timer);
    timer = undefined;
    if (!dirty) return true;
    dirty = false;
    writing += 1;
    last = performance.now();
    if (!lock) {
      lock = lockDraft(id, false);
      rememberDraft(id);
    }
    const { revision: of, content } = on.content();
    revision += 1;
    const draft: Draft = { ...content, id, revision, at: Date.now() };
    const kept = await put(draft);
    writing -= 1;
    if (kept) {
      on.written(of);
      watch();
      if (dirty) wake();
    } else if (draft.id === id) {
      dirty = true;
      on.failed(WHY);
      wake(RETRY);
    } else void insist(draft);
    return kept;
  };

  const put = (draft: Draft): Promise<boolean> => {
    let timeout: ReturnType<typeof setTimeout> | undefined;
    const hung = new Promise<boolean>((resolve) => {
      timeout = setTimeout(() => {
        store.reopen();
        resolve(false);
      }, HUNG);
    });
    const kept = store.put(draft).then(
      () => true,
      () => false,
    );
    return Promise.race([kept, hung]).finally(() => clearTimeout(timeout));
  };

  /** The last state of a post that was left is nowhere else. */
  const insist = async (draft: Draft): Promise<void> => {
    for (let left = TRIES; left > 0; left--) {
      await new Promise((resolve) => setTimeout(resolve, RETRY));
      if (await put(draft)) return;
    }
    on.lost?.(draft);
  };

  const wake = (wait = 0): void => {
    if (writing > 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), Math.max(wait, last + GAP - performance.now(), 0));
  };

  /** Every write begun is awaited: an earlier one may hold what is not in this one's way. */
  const under = new Set<Promise<boolean>>();
  const flush = async (): Promise<boolean> => {
    const now = write();
    under.add(now);
    void now.finally(() => under.delete(now));
    return (await Promise.all(under)).every(Boolean);
  };
  /** What is said to be kept is looked for; cleared storage does not tell everywhere. */
  const verify = async (): Promise<void> => {
    const [mine, kept] = [id, revision];
    if (kept === 0 || dirty || writing > 0) return;
    const there = await store.revision(mine).catch(() => 0);
    if (there < kept && mine === id && kept === revision) changed();
  };
  document.addEventListener("visibilitychange", () => void (document.visibilityState === "hidden" ? flush() : verify()));
  addEventListener("pagehide", () => void flush());
  document.addEventListener("freeze", () => void flush());

  const changed = (): void => {
    const first = !dirty;
    dirty = true;
    if (first && writing === 0) watch();
    // A storage that failed is tried again at the next key, not only after its pause.
    wake();
  };

  const take = async (draft: Draft, own: boolean): Promise<{ draft: Draft; own: boolean } | null> => {
    const turn = beginnings;
    const taken = await lockDraft(draft.id, own);
    if (!taken) return null;
    if (turn !== beginnings) {
      taken.release();
      return null;
    }
    id = draft.id;
    revision = draft.revision;
    lock = Promise.resolve(taken);
    rememberDraft(id);
    return { draft, own };
  };

  const prune = async (): Promise<void> => {
    const [inUse, holding] = await Promise.all([lockedDrafts(), on.holding?.() ?? new Set<string>()]);
    on.pruned?.(await store.prune((draft) => draft === id || inUse(draft), holding));
  };

  return {
    flush,
    async recover() {
      const drafts = await store.list();
      void prune().catch(() => undefined);
      const remembered = drafts.find((draft) => draft.id === rememberedDraft());
      const own = remembered && (await take(remembered, true));
      if (own) return own;
      for (const draft of drafts) {
        const taken = draft.saved ? null : await take(draft, false);
        if (taken) return taken;
      }
      return null;
    },
    id: () => id,
    async resume(wanted) {
      const draft = (await store.list()).find((each) => each.id === wanted);
      return (draft && (await take(draft, true))?.draft) ?? null;
    },
    async unsaved(name) {
      const [drafts, inUse] = await Promise.all([store.list(), lockedDrafts()]);
      return drafts.find((draft) => draft.name === name && !draft.saved && draft.id !== id && !inUse(draft.id))?.id ?? null;
    },
    begin() {
      beginnings += 1;
      void flush();
      void lock?.then((held) => held?.release());
      lock = null;
      id = newDraftId();
      revision = 0;
      dirty = false;
      watch();
    },
    changed,
    gone() {
      if (revision > 0) changed();
    },
    async latest(post) {
      const drafts = (await store.list()).filter((draft) => draft.post === post && draft.version);
      return drafts.reduce<Draft | null>((best, draft) => (best?.version && draft.version && ahead(best.version, draft.version) ? best : draft), null);
    },
  };
}

/** Whether the first is the later of two states of a post. */
function ahead(one: Version, other: Version): boolean {
  return (one.epoch - other.epoch || one.count - other.count) > 0;
}
