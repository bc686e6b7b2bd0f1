// Owns the link between the folder that a person opened and the images and files of the post on the desk.

import type { Desk } from "../documents/desk";
import type { Assets, Folder, Placed } from "../documents/folder";
import type { FolderList } from "../documents/folder-list";
import type { Notice } from "../wire";
import type { Pane } from "./pane";

export interface FolderImages {
  /** Lets a person choose the folder. */
  open(): Promise<void>;
  /** Looks in this folder from now on; null for none. */
  use(folder: Folder | null): void;
  /** Another post is on the desk: its place in the folder is found anew. */
  refresh(): void;
  /** There is an image now under this path of the post. */
  arrived(path: string): void;
  /** Name of the folder; null while none is open. */
  name(): string | null;
  /** Path of the post in the folder; null where it is not there. */
  place(): Promise<string | null>;
  /** Finds files by the paths of the post; null while there is nothing to look in. */
  assets(): Promise<Assets | null>;
  /** What the post can name; null while no folder is open, or when it cannot be read. */
  list(images: boolean): Promise<FolderList | null>;
}

/** Images of the post that are in no folder. */
export interface Loose {
  any(): boolean;
  find(path: string): Blob | null;
}

export interface FolderImagesOptions {
  desk: Pick<Desk, "placed" | "setFolder">;
  pane: Pick<Pane, "setAssets">;
  loose: Loose;
  notice(notice: Notice): void;
  /** Lets a person choose a folder, which then comes by `use`. */
  choose(): Promise<void>;
  /** Paths of the post may lead to other files than before. */
  changed(): void;
}

export function createFolderImages({ desk, pane, loose, notice, choose, changed }: FolderImagesOptions): FolderImages {
  let folder: Folder | null = null;
  let placed: Placed | null = null;
  let assets: Promise<Assets | null> = Promise.resolve(null);
  let turn = 0;
  /** Whether the preview has something to look in. */
  let shown = false;
  /** Paths under which nothing was found; the preview does not look again by itself. */
  const missed = new Set<string>();

  const unreadable = (): null => {
    notice({ id: "folder", kind: "warning", message: "The folder cannot be read any more, so local images are not shown.", actions: [{ label: "Open the folder again", command: { type: "openFolder" } }] });
    return null;
  };

  /** The post as it was when it was opened: what was typed since does not hide where its file is. */
  const post = (): Placed => {
    const now = desk.placed();
    if (placed?.name !== now.name || placed.handle !== now.handle) placed = now;
    return placed;
  };

  const withLoose =
    (found: Assets | null): Assets =>
    async (path) => {
      const file = loose.find(path) ?? (await found?.(path)) ?? null;
      if (!file) missed.add(path);
      return file;
    };

  const show = (found: Assets | null): void => {
    shown = found !== null;
    missed.clear();
    pane.setAssets(found);
  };

  const find = (): void => {
    turn += 1;
    const mine = turn;
    if (folder) {
      assets = folder.assets(post()).then(withLoose, unreadable);
      void assets.then((found) => {
        if (found && mine === turn) show(found);
      });
    } else if (loose.any()) {
      const found = withLoose(null);
      assets = Promise.resolve(found);
      show(found);
    } else {
      assets = Promise.resolve(null);
      if (shown) show(null);
    }
    changed();
  };

  return {
    name: () => folder?.name ?? null,
    place: async () => (folder ? folder.place(post()) : null),
    assets: () => assets,
    refresh() {
      placed = desk.placed();
      find();
    },
    arrived(path) {
      if (!shown || missed.has(path)) find();
      else changed();
    },
    open: choose,
    use(chosen) {
      folder = chosen;
      desk.setFolder(chosen?.name ?? null);
      find();
    },
    list: (images) => (folder ? folder.list(post(), images).catch(unreadable) : Promise.resolve(null)),
  };
}
