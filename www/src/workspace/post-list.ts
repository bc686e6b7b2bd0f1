// Owns the list as it is looked at: the index through search, filter and sort, and the rows that are seen of it.

import type { LibraryClient } from "./library-client";
import { MOST_CHARACTERS } from "./library";
import type { PostIndex } from "./post-index";
import { createTeller } from "./pool";
import { FIRST_VIEW, facetsOf, passes, sorted } from "./select";
import type { Facets, PostEntry, PostList, PostView, Snippet } from "./types";

export interface PostLister {
  view(): PostView;
  /** Looks at another part of the list, or at it in another way; told at once. */
  setView(view: PostView): void;
  /** The index has changed; told soon. */
  changed(): void;
  /** Works the list out now. */
  current(): Promise<PostList>;
  stop(): void;
}

export interface PostListerOptions {
  index: Pick<PostIndex, "entries" | "done">;
  library: LibraryClient;
  tell(list: PostList): void;
}

export function createPostLister({ index, library, tell }: PostListerOptions): PostLister {
  let view = FIRST_VIEW;
  let facets: Facets | null = null;
  let working = false;
  let again = false;
  let stopped = false;

  /** The posts that a search finds, the best first, and how often. */
  const find = async (query: string): Promise<{ entries: PostEntry[]; counts: Map<string, number>; left: number }> => {
    const all = index.entries();
    const { hits, left } = await library.ask({ type: "search", query });
    const counts = new Map(hits.map(({ path, count }) => [path, count]));
    return { entries: hits.flatMap(({ path }) => all.get(path) ?? []), counts, left };
  };

  const current = async (): Promise<PostList> => {
    const { filter, sort, search, from, count } = view;
    const all = [...index.entries().values()];
    const query = search.trim();
    const found = query === "" ? { entries: all, counts: new Map<string, number>(), left: 0 } : await find(query);
    const kept = found.entries.filter((entry) => passes(entry, filter));
    // Without a search nothing is more relevant than another.
    const order = query === "" && sort.by === "relevance" ? FIRST_VIEW.sort : sort;
    const shown = sorted(kept, order).slice(from, from + count);
    const snippets = new Map<string, Snippet[]>();
    if (query !== "") {
      for (const each of await library.ask({ type: "snippets", query, paths: shown.map(({ path }) => path) })) snippets.set(each.path, each.snippets);
    }
    facets ??= facetsOf(all);
    return {
      rows: shown.map((entry) => ({ ...entry, snippets: snippets.get(entry.path) ?? [], matches: found.counts.get(entry.path) ?? 0 })),
      from,
      matching: kept.length,
      total: all.length,
      read: all.reduce((sum, entry) => sum + Number(entry.read), 0),
      done: index.done(),
      facets,
      limit: found.left > 0 ? `${found.left} ${found.left === 1 ? "post is" : "posts are"} searched by title and tags only: more than ${MOST_CHARACTERS >> 20} million characters of text do not fit.` : null,
    };
  };

  /** One at a time; of those asked for meanwhile, only the last. */
  const work = async (): Promise<void> => {
    if (working) {
      again = true;
      return;
    }
    working = true;
    do {
      again = false;
      const list = await current().catch(() => null);
      if (list && !stopped && !again) tell(list);
    } while (again && !stopped);
    working = false;
  };
  const teller = createTeller(() => void work());

  return {
    view: () => view,
    current,
    setView(next) {
      view = next;
      void work();
    },
    changed() {
      facets = null;
      teller.soon();
    },
    stop() {
      stopped = true;
      teller.stop();
    },
  };
}
