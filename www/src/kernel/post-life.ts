// Owns the life of the open post beside its text: its history, and which of several tabs writes it.

import type { Desk, DeskEvents } from "../documents/desk-face";
import { keyOf, type Place } from "../history/identity";
import { createTabs, type Tabs } from "../tabs/tabs";
import type { Shared } from "../tabs/shared";
import type { Choice, Event, Notice } from "../wire";
import { createPostHistory, type PostHistory } from "./history";

/** After so long without a key a dialog may open (ms). */
const PAUSE = 1_000;

export interface PostLifeOptions {
  desk(): Desk;
  /** Counts the changes of the text. */
  revision(): number;
  /** Path of the post in the open folder, and the folder's id; null where it is not of it. */
  inFolder(): { folder: string; path: string } | null;
  tell(event: Event): void;
  notice(notice: Notice): void;
  resolved(id: string): void;
  toast(message: string): void;
}

export interface PostLife {
  /** What the desk tells for this. */
  readonly events: Pick<DeskEvents, "theirs" | "before" | "wrote" | "leaving" | "identity">;
  readonly history: Pick<PostHistory, "ask">;
  /** Another post is on the desk. */
  opened(): void;
  /** A post of a folder has another path now. */
  moved(folder: string, from: string, to: string): void;
  /** The text was changed here. */
  changed(): void;
  /** False while another tab writes the post. */
  writes(): boolean;
  takeOver(): Promise<void>;
  reload(): Promise<void>;
  settle(choices: readonly Choice[]): Promise<void>;
}

export function createPostLife({ desk, revision, inFolder, tell, notice, resolved, toast }: PostLifeOptions): PostLife {
  let tabs: Tabs | null = null;
  let turn = 0;
  let lastKey = -PAUSE;
  let asking: ReturnType<typeof setTimeout> | undefined;

  const past = createPostHistory({
    desk: {
      fileText: () => desk().fileText(),
      replace: (text) => desk().replace(text),
      document: () => desk().document(),
    },
    tell,
    toast,
    failed: (message) => notice({ id: "history", kind: "warning", message, actions: [] }),
  });
  const { history } = past;

  const place = (): Place => {
    const here = inFolder();
    return here ? { in: "folder", folder: here.folder, path: here.path.split("/") } : desk().place();
  };

  const join = (post: string, openedAt: number): void => {
    tabs = createTabs<Shared>({
      post,
      version: null,
      content: () => desk().share(),
      flush: () => desk().flush(),
      kept: () => desk().latest(post),
      adopt: ({ text, extra }) => desk().follow(text, extra),
      role(role) {
        if (role === "waiting") return;
        const writer = role === "writer";
        void (async () => {
          // Typed before it was known that another tab writes: it stays within reach.
          if (!writer && revision() !== openedAt) await history.take("beforeMerge");
          await desk().setWriter(writer);
          if (writer) resolved("reader");
          else notice({ id: "reader", kind: "info", message: "This post is open in another tab. Here it can only be read, and follows what is written there.", actions: [{ label: "Write here", command: { type: "takeOver" } }] });
        })();
      },
      asked: () => toast("Another tab goes on writing this post."),
      diverged: ({ text }) => void history.take("beforeMerge").then(() => desk().include(text)),
    });
  };

  const life: PostLife = {
    history: past,
    events: {
      theirs: {
        offerReload: (name) => notice({ id: "changed-on-disk", kind: "info", message: `${name} was changed by something else. You have changed nothing here.`, actions: [{ label: "Load it", command: { type: "reloadFile" } }] }),
        conflicts(name, list) {
          clearTimeout(asking);
          const quiet = performance.now() - lastKey;
          // A dialog in the middle of a word would take the rest of it.
          if (list.length > 0 && quiet < PAUSE) {
            asking = setTimeout(() => life.events.theirs?.conflicts(name, list), PAUSE - quiet);
            return;
          }
          const side = ({ text, line, lines }: { text: string; line: number; lines: number }) => ({ text, line, lines });
          tell({ type: "conflicts", name, list: list.map(({ ours, theirs, base }) => ({ ours: side(ours), theirs: side(theirs), base: side(base) })) });
        },
      },
      before: () => history.take("beforeMerge"),
      wrote: (fresh) =>
        void (async () => {
          if (fresh) await history.movedTo(place());
          await history.take("saved");
        })(),
      leaving() {
        turn += 1;
        history.leave();
        void tabs?.close();
        tabs = null;
      },
      identity: () => ({ post: history.post(), version: tabs?.version() ?? null }),
    },
    opened() {
      turn += 1;
      clearTimeout(asking);
      const mine = turn;
      const openedAt = revision();
      resolved("reader");
      past.opened();
      // Without a history the post is not known to other tabs either; saving still checks the file.
      history.opened(place()).then(
        (post) => {
          if (mine === turn) join(post, openedAt);
        },
        () => undefined,
      );
    },
    moved(folder, from, to) {
      const key = (path: string): string => keyOf({ in: "folder", folder, path: path.split("/") });
      void history.moved(key(from), key(to)).catch(() => undefined);
    },
    changed() {
      lastKey = performance.now();
      if (tabs?.role() !== "writer") return;
      history.worked();
      tabs.changed();
    },
    writes: () => tabs?.role() !== "reader",
    async takeOver() {
      if (tabs && !(await tabs.takeOver())) toast("The other tab does not answer. It may be asleep; bring it to the front and try once more.");
    },
    async reload() {
      resolved("changed-on-disk");
      await desk().reload();
    },
    async settle(choices) {
      if (!(await desk().settle(choices))) toast("The file has changed once more. Here is what differs now.");
    },
  };
  return life;
}
