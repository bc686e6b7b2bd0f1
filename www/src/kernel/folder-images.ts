// Owns the link between the folder that a person opened and the images of the post on the desk.

import type { Desk } from "../documents/desk";
import { pickFolder, type Folder } from "../documents/folder";
import { wordsFor } from "../documents/problem";
import type { Notice } from "../wire";
import type { Pane } from "./pane";

export interface FolderImages {
  /** Lets a person choose the folder. */
  open(): Promise<void>;
  /** Another post is on the desk: its place in the folder is found anew. */
  refresh(): void;
}

export function createFolderImages(desk: Desk, pane: Pane, notice: (notice: Notice) => void): FolderImages {
  let folder: Folder | null = null;
  let turn = 0;

  const refresh = (): void => {
    if (!folder) return;
    turn += 1;
    const mine = turn;
    folder.assets(desk.placed()).then(
      (assets) => {
        if (mine === turn) pane.setAssets(assets);
      },
      () => notice({ id: "folder", kind: "warning", message: "The folder cannot be read any more, so local images are not shown.", actions: [{ label: "Open the folder again", command: { type: "openFolder" } }] }),
    );
  };

  return {
    refresh,
    async open() {
      try {
        folder = (await pickFolder()) ?? folder;
        desk.setFolder(folder?.name ?? null);
        refresh();
      } catch (problem) {
        notice({ id: "folder", kind: "error", message: wordsFor(problem, "The folder could not be opened."), actions: [{ label: "Choose another", command: { type: "openFolder" } }] });
      }
    },
  };
}
