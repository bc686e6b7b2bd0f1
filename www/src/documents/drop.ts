// Owns files and folders dragged onto the page: a hint while they hover, and what they are when they are let go, anywhere.

import { takeFolderDrop, type IncomingFolder } from "../workspace/incoming";
import { takeDrop, type Incoming } from "./pickers";

/** What becomes of a drop. */
export interface Drops {
  file(file: Promise<Incoming | null>): void;
  folder(folder: Promise<IncomingFolder>): void;
  zip(file: File): void;
}

/** Lets files and folders be dropped anywhere on the page. */
export function acceptDrops(on: Drops): void {
  const hint = document.createElement("div");
  hint.className = "drop-hint";
  hint.textContent = "Drop the post to open it";
  hint.setAttribute("aria-hidden", "true");
  Object.assign(hint.style, {
    position: "fixed",
    inset: "8px",
    zIndex: "1000",
    display: "grid",
    placeItems: "center",
    border: "2px dashed var(--accent)",
    borderRadius: "var(--radius-large, 10px)",
    background: "color-mix(in srgb, var(--raised) 88%, transparent)",
    color: "var(--ink)",
    font: "600 1.125rem var(--font-ui)",
    pointerEvents: "none",
  });

  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent): void => {
    if (!hasFile(event)) return;
    // Taken before the text surface, which would put the file's bytes into the text.
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    if (!hint.isConnected) document.body.append(hint);
  };
  const leave = (event: DragEvent): void => {
    // Leaving the window has nowhere to go to.
    if (event.relatedTarget === null) hint.remove();
  };
  const drop = (event: DragEvent): void => {
    hint.remove();
    if (!hasFile(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    const folder = takeFolderDrop(event.dataTransfer);
    const zip = [...event.dataTransfer.files].find(({ name }) => /\.zip$/i.test(name));
    if (folder) on.folder(folder);
    else if (zip) on.zip(zip);
    else on.file(takeDrop(event.dataTransfer));
  };
  addEventListener("dragenter", over, true);
  addEventListener("dragover", over, true);
  addEventListener("dragleave", leave, true);
  addEventListener("drop", drop, true);
}
