// Owns files and folders dragged onto the page: a hint while they hover, and what they are when they are let go, anywhere.

import { takeFolderDrop, type IncomingFolder } from "../workspace/incoming";
import { isImageName } from "./folder-list";
import { takeDrop, type Incoming } from "./pickers";

/** What becomes of a drop. */
export interface Drops {
  file(file: Promise<Incoming | null>): void;
  folder(folder: Promise<IncomingFolder>): void;
  zip(file: File): void;
  /** Images, let go at a point of the page. */
  images(files: File[], point: Point): void;
  /** Images hover over a point of the page; null when they are gone again. */
  imagesOver(point: Point | null): void;
}

/** A point of the page, and what is there. */
export interface Point {
  x: number;
  y: number;
  target: Element | null;
}

/** True for a file that is an image by its type, else by its name. */
export const isImageFile = ({ type, name }: File): boolean => type.startsWith("image/") || (type === "" && isImageName(name));

/** Lets files and folders be dropped anywhere on the page. */
export function acceptDrops(on: Drops): void {
  const hint = document.createElement("div");
  hint.className = "drop-hint";
  hint.setAttribute("aria-hidden", "true");
  Object.assign(hint.style, {
    position: "fixed",
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

  const pointOf = ({ clientX, clientY, target }: DragEvent): Point => ({ x: clientX, y: clientY, target: target instanceof Element ? target : null });
  /** Over images the text stays visible: where they are let go counts. */
  const showHint = (images: boolean): void => {
    hint.textContent = images ? "Drop the image where it belongs in the text" : "Drop the post to open it";
    Object.assign(hint.style, images ? { inset: "auto 8px 40px 8px", padding: "12px" } : { inset: "8px", padding: "0" });
    if (!hint.isConnected) document.body.append(hint);
  };
  const hideHint = (): void => {
    if (hint.isConnected) on.imagesOver(null);
    hint.remove();
  };

  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent): void => {
    if (!hasFile(event)) return;
    // Taken before the text surface, which would put the file's bytes into the text.
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    const items = [...(event.dataTransfer?.items ?? [])];
    const images = items.length > 0 && items.every(({ kind, type }) => kind === "file" && type.startsWith("image/"));
    showHint(images);
    on.imagesOver(images ? pointOf(event) : null);
  };
  const leave = (event: DragEvent): void => {
    // Leaving the window has nowhere to go to.
    if (event.relatedTarget === null) hideHint();
  };
  const drop = (event: DragEvent): void => {
    hideHint();
    if (!hasFile(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    const folder = takeFolderDrop(event.dataTransfer);
    const files = [...event.dataTransfer.files];
    const zip = files.find(({ name }) => /\.zip$/i.test(name));
    if (folder) on.folder(folder);
    else if (zip) on.zip(zip);
    else if (files.length > 0 && files.every(isImageFile)) on.images(files, pointOf(event));
    else on.file(takeDrop(event.dataTransfer));
  };
  addEventListener("dragenter", over, true);
  addEventListener("dragover", over, true);
  addEventListener("dragleave", leave, true);
  addEventListener("drop", drop, true);
}
