// Owns the notices that are shown: one for each reason, oldest first.

import type { Notice } from "../wire";

export interface Notices {
  /** Shows a notice, in the place of an older one with the same id. */
  show(notice: Notice): void;
  /** Takes a notice away; unknown ids are fine. */
  remove(id: string): void;
}

export function createNotices(tell: (list: Notice[]) => void): Notices {
  let list: Notice[] = [];
  return {
    show(notice) {
      const at = list.findIndex(({ id }) => id === notice.id);
      list = at < 0 ? [...list, notice] : list.map((old, index) => (index === at ? notice : old));
      tell(list);
    },
    remove(id) {
      const rest = list.filter((notice) => notice.id !== id);
      if (rest.length === list.length) return;
      list = rest;
      tell(list);
    },
  };
}
