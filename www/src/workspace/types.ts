// Owns the words in which workspaces are spoken about: those of the wire, and what is asked and told inside of the kernel.

import type { PostFile, PostList, PostRow, PostSummary, Progress, WorkspaceInfo } from "../wire";

export type {
  Access,
  Facets,
  PostFilter,
  PostList,
  PostRow,
  PostSort,
  PostView,
  Progress,
  PublishState,
  Snippet,
  SortBy,
  Trashed,
  WorkspaceInfo,
  WorkspaceKind,
} from "../wire";

/** A value that posts can be filtered by, and how many have it. */
export interface Facet<T> {
  value: T;
  count: number;
}

/** A post of the folder, whether it is seen in the list or not. */
export interface PostEntry extends Omit<PostRow, "snippets" | "matches"> {
  /** The slug that its header gives. */
  slug: string | null;
}

/** Reads the headers of posts. One answer for each file that could be read; a post without one is shown by its name. */
export interface Summariser {
  summarise(files: PostFile[]): Promise<PostSummary[]>;
  end(): void;
}

/** What workspaces tell. */
export type WorkspaceEvent =
  /** Another workspace is open, or none, or its access changed. */
  | { type: "workspace"; workspace: WorkspaceInfo | null }
  /** The list, or the part of it that is looked at; at most every 100 ms. */
  | { type: "posts"; list: PostList }
  /** A post has another path now; whoever has it open goes on with this one. */
  | { type: "moved"; from: string; to: string }
  /** A post went to the trash. */
  | { type: "removed"; path: string; trash: string }
  /** A post came: created, duplicated or restored. */
  | { type: "created"; path: string }
  | { type: "progress"; progress: Progress | null }
  /** The folder could not be looked through; what is listed may be old. */
  | { type: "failed"; message: string };
