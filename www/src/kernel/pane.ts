// Owns the preview from the kernel's side: what it is told before it is there, and what it reports.

import { createPreview, type Preview } from "../preview/preview";
import { refineClick } from "../preview/click";
import type { Surface } from "../surface/surface";
import { createSync, type Sync } from "../sync/sync";
import type { BlockSplice } from "../wire";

type Assets = ((path: string) => Promise<Blob | null>) | null;

export interface PaneEvents {
  /** The preview can be patched from now on, and has no blocks yet. */
  ready(): void;
  /** The preview could not be made. */
  failed(): void;
  remote(blocked: number, hosts: string[]): void;
  openLink(url: string): void;
}

export interface Pane {
  patch(splice: BlockSplice): void;
  setDark(dark: boolean): void;
  setRemote(allowed: boolean): void;
  setAssets(assets: Assets): void;
  setLanguage(lang: string | null): void;
  markCursor(offset: number): void;
  clear(): void;
  /** Sanitised HTML of the post; null while there is no preview. */
  html(): string | null;
  surfaceScrolled(): void;
  layoutChanged(): void;
}

/** Makes the preview in `parent`, beside `surface`. */
export function createPane(parent: HTMLElement, surface: Surface, on: PaneEvents): Pane {
  let preview: Preview | null = null;
  let sync: Sync | null = null;
  const wanted = { dark: false, remote: false, assets: null as Assets, lang: null as string | null, cursor: 0 };

  createPreview(parent, {
    clicked(offset, hint) {
      const at = refineClick(surface.text(), offset, hint);
      surface.reveal({ from: at, to: at });
    },
    scrolled: () => sync?.previewScrolled(),
    layout: () => sync?.layoutChanged(),
    remote: on.remote,
    openLink: on.openLink,
  }).then(
    (made) => {
      preview = made;
      made.setDark(wanted.dark);
      made.setRemote(wanted.remote);
      made.setAssets(wanted.assets);
      made.setDirection(wanted.lang);
      made.markCursor(wanted.cursor);
      sync = createSync(surface, made);
      on.ready();
    },
    () => on.failed(),
  );

  return {
    patch: (splice) => preview?.patch(splice),
    setDark(dark) {
      wanted.dark = dark;
      preview?.setDark(dark);
    },
    setRemote(allowed) {
      wanted.remote = allowed;
      preview?.setRemote(allowed);
    },
    setAssets(assets) {
      wanted.assets = assets;
      preview?.setAssets(assets);
    },
    setLanguage(lang) {
      if (lang === wanted.lang) return;
      wanted.lang = lang;
      preview?.setDirection(lang);
    },
    markCursor(offset) {
      wanted.cursor = offset;
      preview?.markCursor(offset);
    },
    clear: () => preview?.clear(),
    html: () => preview?.html() ?? null,
    surfaceScrolled: () => sync?.surfaceScrolled(),
    layoutChanged: () => sync?.layoutChanged(),
  };
}
