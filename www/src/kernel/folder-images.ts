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
  /** Name of the folder; null while none is open. */
  name(): string | null;
  /** Finds files by the paths of the post; null while no folder is open. */
  assets(): Promise<Assets | null>;
  /** What the post can name; null while no folder is open, or when it cannot be read. */
  list(images: boolean): Promise<FolderList | null>;
}

/** `choose` lets a person choose a folder, which then comes by `use`. `changed` is told when paths of the post may lead to other files than before. */
export function createFolderImages(
  desk: Pick<Desk, "placed" | "setFolder">,
  pane: Pick<Pane, "setAssets">,
  notice: (notice: Notice) => void,
  choose: () => Promise<void>,
  changed: () => void,
): FolderImages {
  let folder: Folder | null = null;
  let placed: Placed | null = null;
  let assets: Promise<Assets | null> = Promise.resolve(null);
  let turn = 0;

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

  const find = (): void => {
    turn += 1;
    const mine = turn;
    if (folder) {
      assets = folder.assets(post()).catch(unreadable);
      void assets.then((found) => {
        if (found && mine === turn) pane.setAssets(found);
      });
    }
    changed();
  };

  return {
    name: () => folder?.name ?? null,
    assets: () => assets,
    refresh() {
      placed = desk.placed();
      find();
    },
    open: choose,
    use(chosen) {
      folder = chosen;
      desk.setFolder(chosen?.name ?? null);
      if (!chosen) {
        assets = Promise.resolve(null);
        pane.setAssets(null);
      }
      find();
    },
    list: (images) => (folder ? folder.list(post(), images).catch(unreadable) : Promise.resolve(null)),
  };
}
