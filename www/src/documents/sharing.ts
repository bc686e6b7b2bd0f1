// Owns the desk's side of several tabs with one post: what it gives to the others, and following the one that writes.

import type { Surface } from "../surface/surface";
import { oneEdit, type Shared } from "../tabs/shared";
import type { Edit16 } from "../wire";
import type { Desk } from "./desk-face";
import type { Journal } from "./journal";
import { normalise } from "./line-ends";

/** What the desk has and does. Texts have the line ends of the file. */
export interface Own {
  current(): Omit<Shared, "draft"> & { bytes: unknown };
  put(text: string, edits: Edit16[], known: Omit<Shared, "draft">): void;
  text(): string;
  replace(text: string): Promise<void>;
  /** Counts anew where the text is kept: nowhere here, or by another tab. */
  restart(keptElsewhere: boolean): void;
}

export interface Sharing extends Pick<Desk, "share" | "follow" | "setWriter" | "include" | "latest"> {
  /** True while another tab writes the post. */
  following(): boolean;
  /** Another post is open. */
  stop(): void;
}

export function createSharing(surface: Pick<Surface, "text" | "setReadOnly">, journal: Journal, desk: Own): Sharing {
  /** Which draft the other tab keeps the post in, once that is known. */
  let following: { draft: string | null } | null = null;

  const known = ({ name, encoding, bom, disk, dialect, generator, settings, base, address }: Omit<Shared, "draft">): Omit<Shared, "draft"> => ({ name, encoding, bom, disk, dialect, generator, settings, base, address });

  return {
    following: () => following !== null,
    stop() {
      following = null;
    },
    share: () => ({ text: desk.text(), extra: { ...known(desk.current()), draft: journal.id() } }),
    follow(text, extra) {
      following = { draft: extra.draft };
      surface.setReadOnly(false);
      desk.put(text, oneEdit(surface.text(), normalise(text)), known(extra));
      surface.setReadOnly(true);
      desk.restart(true);
    },
    async setWriter(writes) {
      if (!writes) {
        surface.setReadOnly(true);
        // The draft so far is let go; the tab that writes now goes on with it.
        if (!following) journal.begin();
        following ??= { draft: null };
        return;
      }
      const before = following;
      // Only then may be typed: what is typed belongs into that draft.
      if (before && before.draft !== null) await journal.resume(before.draft).catch(() => null);
      if (before !== following) return;
      following = null;
      surface.setReadOnly(desk.current().bytes !== null);
      if (before) desk.restart(false);
    },
    async include(text) {
      const { merge, resolve } = await import("./merge");
      const merged = merge(desk.current().base ?? "", desk.text(), text);
      await desk.replace(resolve(merged, "clean" in merged ? [] : merged.conflicts.map(() => "both" as const)));
    },
    async latest(post) {
      const draft = await journal.latest(post);
      if (!draft?.version) return null;
      const { text, version, id, generator = null, settings = null, base = null } = draft;
      return { version, text, extra: { ...known({ ...draft, generator, settings, base }), draft: id } };
    },
  };
}
