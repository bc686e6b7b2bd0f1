// Owns images, videos and sound of a post: whether one may load, what stands in its place until then, and the object
// URLs of local files. Nothing of a post loads except through `url` here.

import { BLOCKED, describe, imagePlaceholder, mediaPlaceholder } from "./placeholders";
import { sourceOf, type Source } from "./sources";

/** Finds a file of the site by the path that the post gives; null when there is none. */
export type Assets = (path: string) => Promise<Blob | null>;

/** A place for a file: how to show it, and how to show that it is not there. */
interface Slot {
  source: Source;
  key: string;
  live(url: string): HTMLElement;
  placeholder(): HTMLElement;
}

/** Identity of things that are costly to make anew; equal key, equal look. Shared with math and code. */
export const keys = new WeakMap<Element, string>();

const slots = new WeakMap<Element, Slot>();

/** Decides what loads. One per preview; survives a rebuild of the frame. */
export class Media {
  /** Whether files of other hosts may load. */
  remote = false;
  private assets: Assets | null = null;
  private readonly local = new Map<string, Promise<string | null>>();
  private readonly known = new Map<string, string | null>();

  /** `arrived` is told when a placeholder has become an image, or has learned that its file is missing. */
  constructor(private readonly arrived: () => void) {}

  /** Uses another set of local files; forgets the URLs of the last one. */
  setAssets(assets: Assets | null): void {
    for (const url of this.known.values()) if (url) URL.revokeObjectURL(url);
    this.local.clear();
    this.known.clear();
    this.assets = assets;
  }

  /** The element to show for a sanitised image: the image when it may load, else a placeholder of its size. */
  image(sanitised: HTMLImageElement, document: Document): HTMLElement {
    const source = sourceOf(sanitised.dataset.fwSrc ?? "");
    const live = (url: string) => {
      const image = document.createElement("img");
      for (const { name, value } of sanitised.attributes) if (name !== "data-fw-src") image.setAttribute(name, value);
      image.style.cssText = sanitised.style.cssText;
      image.decoding = "async";
      image.referrerPolicy = "no-referrer";
      image.src = url;
      return image;
    };
    const placeholder = () => imagePlaceholder(sanitised, source, document);
    const key = ["image", sanitised.dataset.fwSrc, sanitised.alt, sanitised.title, sanitised.width, sanitised.height, sanitised.className, sanitised.style.cssText];
    return this.shown({ source, key: key.join("\n"), live, placeholder });
  }

  /** The element to show for a video or sound: a player of the browser when it may load, else a placeholder. */
  player(facts: HTMLElement, document: Document): HTMLElement {
    const source = sourceOf(facts.dataset.fwSrc ?? "");
    const kind = facts.dataset.fwMedia === "audio" ? "audio" : "video";
    const live = (url: string) => {
      const player = document.createElement(kind);
      player.controls = true;
      player.preload = "metadata";
      player.setAttribute("aria-label", facts.dataset.fwLabel ?? (kind === "audio" ? "Sound" : "Video"));
      const { o } = facts.dataset;
      if (o) player.dataset.o = o;
      player.src = url;
      return player;
    };
    const placeholder = () => mediaPlaceholder(facts, kind, source, document);
    const key = [kind, facts.dataset.fwSrc, facts.dataset.fwLabel, facts.getAttribute("width"), facts.getAttribute("height")];
    return this.shown({ source, key: key.join("\n"), live, placeholder });
  }

  /** Looks again for the local files that `root` shows or waits for, after another set of files is in use. */
  refresh(root: Element): void {
    for (const element of root.querySelectorAll("img, video, audio, .fw-missing")) {
      const slot = slots.get(element);
      if (slot?.source.kind === "local") element.replaceWith(this.shown(slot));
    }
  }

  /** Puts the placeholder back in place of an image or player that did not load. */
  failed(element: Element): void {
    const slot = slots.get(element);
    if (!slot) return;
    const placeholder = slot.placeholder();
    placeholder.classList.remove(BLOCKED);
    describe(placeholder, "could not be loaded");
    this.remember(placeholder, slot);
    element.replaceWith(placeholder);
    this.arrived();
  }

  private shown(slot: Slot): HTMLElement {
    const url = this.url(slot.source);
    const element = this.remember(url ? slot.live(url) : slot.placeholder(), slot);
    if (!url && slot.source.kind === "local" && this.assets) void this.fetch(element, slot, slot.source.path);
    return element;
  }

  private remember(element: HTMLElement, slot: Slot): HTMLElement {
    keys.set(element, slot.key);
    slots.set(element, slot);
    return element;
  }

  private async fetch(placeholder: HTMLElement, slot: Slot, path: string): Promise<void> {
    const { assets } = this;
    const url = await this.find(path);
    if (assets !== this.assets || !placeholder.isConnected) return;
    if (url) placeholder.replaceWith(this.remember(slot.live(url), slot));
    else describe(placeholder, "not in the open folder");
    this.arrived();
  }

  private url(source: Source): string | null {
    switch (source.kind) {
      case "inline":
        return source.url;
      case "remote":
        return this.remote ? source.url : null;
      case "local":
        return this.known.get(source.path) ?? null;
      case "none":
        return null;
    }
  }

  private find(path: string): Promise<string | null> {
    let found = this.local.get(path);
    if (!found) {
      const { assets, known } = this;
      found = (async () => {
        const blob = await assets?.(path).catch(() => null);
        if (!blob || assets !== this.assets) return null;
        const url = URL.createObjectURL(blob);
        known.set(path, url);
        return url;
      })();
      this.local.set(path, found);
    }
    return found;
  }
}
