// Owns the open document: where it came from, how its bytes are made, and every way in which it is opened or saved.

import type { Edit16, Encoding, Notice, OpenDocument } from "../wire";
import type { Surface } from "../surface/surface";
import { read, readAs, write } from "./bytes";
import type { Chosen, Desk, DeskEvents } from "./desk-face";
import { OTHERWISE, createDiskSide } from "./disk-side";
import { FileGone } from "./disk-watch";
import { createDraftStore, type Draft } from "./draft-store";
import { encodingNotice } from "./encoding-notice";
import { createJournal, type Content } from "./journal";
import { findLineEnds, nameOf, normalise, type LineEnd } from "./line-ends";
import { fetchPost, pickFile, type Incoming, type OnDisk } from "./pickers";
import { isCancelled, wordsFor } from "./problem";
import { createSaveTracker } from "./save-state";
import { nameFor } from "./file-name";
import { ChangedOnDisk, download, saveAs, saveInPlace } from "./saving";
import { createSharing } from "./sharing";
import welcome from "./welcome.md";

export type { Chosen, Desk, DeskEvents } from "./desk-face";

/** What is on the desk beside the text itself, which the surface has. */
interface Current extends Chosen {
  name: string | null;
  encoding: Encoding;
  bom: boolean;
  dominant: LineEnd;
  mixed: boolean;
  /** The bytes of a file that is read-only because they are no UTF-8. */
  bytes: Uint8Array<ArrayBuffer> | null;
  disk: OnDisk | null;
  /** The text of the file as it was opened or last saved, with its line ends; null where there is no file. */
  base: string | null;
  /** What `?url=` said, for a post opened by it. */
  address: string | null;
  /** True for the text of a first visit, which is nobody's work yet. */
  sample: boolean;
}

const NOTHING: Chosen = { dialect: null, generator: null, settings: null };
const NEW: Current = { name: null, encoding: "utf8", bom: false, dominant: "\n", mixed: false, bytes: null, disk: null, ...NOTHING, base: null, address: null, sample: false };
/** A file that is changed again and again while it is saved is tried so often. */
const MERGES = 3;
/** A browser storage that has not answered by then is not waited for (ms). */
const PATIENCE = 2_500;

export function createDesk(surface: Surface, on: DeskEvents): Desk {
  let current: Current = NEW;
  let folder: string | null = null;
  let openedAt = -1;
  /** Counts what was put on the desk. */
  let opening = 0;
  let writing: Promise<void> | null = null;

  const tracker = createSaveTracker(on.saved);
  const journal = createJournal(createDraftStore(() => journal.gone()), {
    content: () => ({ revision: surface.revision(), content: content() }),
    written: (revision) => tracker.inBrowser(revision),
    failed: (why) => tracker.failed(why),
    ...on.drafts,
    lost: ({ name }) => on.notice({ id: "lost", kind: "error", message: `This browser could not keep your last changes to ${name ?? "the post before"}.`, actions: [] }),
  });
  const sharing = createSharing(surface, journal, {
    current: () => current,
    put(text, edits, known) {
      current = { ...current, ...known };
      putOver(text, edits, null);
    },
    text: () => fileText(),
    replace: replaceText,
    restart(kept) {
      tracker.opened(kept ? surface.revision() : -1, false);
      if (!kept) changed();
    },
  });
  const { theirs, watch } = createDiskSide(on, {
    disk: () => (current.bytes === null && !writing && !sharing.following() ? current.disk : null),
    touched(disk) {
      current = { ...current, disk };
    },
    text: () => fileText(),
    base: () => current.base,
    replace: putOver,
  });

  const fileText = (): string => surface.lineEnds(current.dominant);

  /** One undoable edit, with what the file holds by now. */
  function putOver(text: string, edits: Edit16[], file: { disk: OnDisk; base: string; bom: boolean } | null): void {
    const ends = findLineEnds(text);
    if (file) current = { ...current, ...file };
    current = { ...current, dominant: ends.dominant, mixed: ends.mixed };
    if (edits.length > 0) surface.apply(edits);
    surface.setLineEnds(text);
    if (file) watch.reset(true);
    if (file && text === file.base) tracker.onDisk(surface.revision());
    on.resolved("changed-on-disk");
    if (!sharing.following()) journal.changed();
    tell();
  }

  const describe = (): OpenDocument => ({
    opening,
    name: current.name,
    readOnly: current.bytes !== null,
    inPlace: current.disk !== null,
    encoding: current.encoding,
    bom: current.bom,
    lineEnd: nameOf(current.dominant),
    mixedLineEnds: current.mixed,
    folder,
  });
  const tell = (): void => on.document(describe());

  function content(): Content {
    const { name, encoding, bom, dominant, bytes, disk, dialect, generator, settings, base, address } = current;
    const saved = !tracker.atRisk() && tracker.state().state !== "inBrowser";
    return { saved, text: surface.lineEnds(dominant), name, encoding, bom, bytes, disk, dialect, generator, settings, base, address, top: surface.offsetAtTop(), ...on.identity?.() };
  }

  /** The document as bytes, exactly as it came when nothing was changed. */
  const bytes = (): Uint8Array<ArrayBuffer> => current.bytes ?? (write(fileText(), current.bom) as Uint8Array<ArrayBuffer>);

  /** Puts a text on the desk. The one before stays in its draft. */
  function put(text: string, next: Omit<Current, "dominant" | "mixed">, draft = false, restored = false): void {
    const ends = findLineEnds(text);
    opening += 1;
    current = { ...next, dominant: ends.dominant, mixed: ends.mixed };
    surface.load(normalise(text), { name: next.name, readOnly: next.bytes !== null });
    surface.setLineEnds(text);
    openedAt = surface.revision();
    tracker.opened(openedAt, draft);
    sharing.stop();
    theirs.forget();
    // A draft's file may not be read until its writer allows it again.
    watch.reset(!restored);
    on.resolved("encoding");
    on.resolved("changed-on-disk");
    on.resolved("save-failed");
    if (next.bytes !== null) on.notice(encodingNotice(next.name, next.encoding));
    // A reload is to come back to this post, not to the one that the address once named.
    if (next.address === null && location.search) history.replaceState(history.state, "", location.pathname + location.hash);
    tell();
    on.opened();
  }

  /** Leaves the document on the desk, unless it is kept nowhere and the writer stays. */
  function leave(): boolean {
    if (tracker.state().state === "notSaved" && !confirm("Your changes are kept nowhere yet. Open another post and lose them?")) return false;
    const { state } = tracker.state();
    const id = journal.id();
    const name = current.name ?? on.title() ?? "the post before";
    on.leaving?.();
    journal.begin();
    on.resolved("restored");
    on.resolved("earlier");
    if (state === "inBrowser" || state === "saving") {
      on.notice({ id: "kept", kind: "info", message: `Your unsaved changes to ${name} are kept in this browser.`, actions: [{ label: "Go back to them", command: { type: "openDraft", id } }] });
    } else on.resolved("kept");
    return true;
  }

  /** A file whose changes were left in a draft is not silently opened without them. */
  async function offerEarlier(name: string): Promise<void> {
    const id = await journal.unsaved(name).catch(() => null);
    if (id === null || current.name !== name) return;
    on.notice({ id: "earlier", kind: "info", message: `Your unsaved changes to ${name} are kept in this browser; this is the file without them.`, actions: [{ label: "Show my changes", command: { type: "openDraft", id } }] });
  }

  function receive({ name, bytes: raw, disk }: Incoming, address: string | null): void {
    const reading = read(raw);
    if (reading.kind === "binary") {
      on.notice({ id: "open-failed", kind: "error", message: `${name} is not a text file, so it was not opened.`, actions: [{ label: "Open another file", command: { type: "open" } }] });
      return;
    }
    if (!leave()) return;
    on.resolved("open-failed");
    const base = { name, disk, ...NOTHING, base: reading.text, address, sample: false };
    if (reading.kind === "text") put(reading.text, { ...base, encoding: "utf8", bom: reading.bom, bytes: null });
    else put(reading.text, { ...base, encoding: reading.encoding, bom: reading.bom, bytes: raw });
    // Kept from the start, so that a reload opens it again.
    journal.changed();
    void offerEarlier(name);
  }

  async function guard(what: () => Promise<void>, id: string, otherwise: string): Promise<void> {
    try {
      await what();
    } catch (problem) {
      if (isCancelled(problem)) return;
      const actions: Notice["actions"] =
        id === "open-failed" ? [{ label: "Open another file", command: { type: "open" } }] : OTHERWISE;
      on.notice({ id: problem instanceof ChangedOnDisk || problem instanceof FileGone ? "changed-on-disk" : id, kind: "error", message: wordsFor(problem, otherwise), actions });
    }
  }

  const take = (file: Promise<Incoming | null>, address: string | null = null): Promise<void> =>
    guard(async () => {
      const incoming = await file;
      if (incoming) receive(incoming, address);
    }, "open-failed", "The file could not be opened.");

  /** One write at a time; what was typed meanwhile is not claimed to be saved. */
  function hold(what: () => Promise<void>): Promise<void> {
    writing ??= guard(what, "save-failed", "The post could not be saved. Download it to keep it.").finally(() => {
      writing = null;
      watch.reset();
    });
    return writing;
  }

  async function attempt(how: (data: Uint8Array<ArrayBuffer>) => Promise<OnDisk | null | undefined>): Promise<void> {
    const revision = surface.revision();
    const base = fileText();
    const data = bytes();
    const disk = await how(data);
    if (disk === undefined) return fetchAway(data);
    if (disk === null) return;
    const fresh = current.disk?.handle !== disk.handle;
    current = { ...current, disk, base, name: disk.handle.name, sample: false };
    theirs.forget();
    tracker.onDisk(revision);
    journal.changed();
    on.wrote?.(fresh);
    on.resolved("changed-on-disk");
    on.resolved("save-failed");
    on.toast(`Saved ${disk.handle.name}.`);
    tell();
  }

  /** Saves in place; what something else has written meanwhile is taken in first, and what cannot be is asked about. */
  async function saveOver(): Promise<void> {
    for (let left = MERGES; ; left--) {
      const { disk } = current;
      if (!disk) return;
      try {
        return await attempt((data) => saveInPlace(disk, data));
      } catch (problem) {
        if (!(problem instanceof ChangedOnDisk) || left === 0) throw problem;
        if (!(await theirs.found(problem.theirs))) return;
      }
    }
  }

  function changed(): void {
    if (sharing.following()) return;
    if (current.sample) current = { ...current, sample: false };
    tracker.changed(surface.revision());
    journal.changed();
  }

  async function replaceText(text: string): Promise<void> {
    const { editsBetween } = await import("../surface/word-diff");
    putOver(text, editsBetween(surface.text(), normalise(text)), null);
  }

  const suggestedName = (): string => current.name ?? nameFor(on.title());

  function fetchAway(data: Uint8Array<ArrayBuffer>): void {
    const name = suggestedName();
    const fetch = (bytes: Uint8Array<ArrayBuffer>, as: string, type?: string): void => {
      download(bytes, as, type);
      on.toast(`Downloading ${as}.`);
    };
    const parcel = on.parcel?.(name, data) ?? null;
    if (!parcel) return fetch(data, name);
    // The post alone is better than nothing.
    parcel.then((bytes) => fetch(bytes, `${name.replace(/\.[^.]+$/, "")}.zip`, "application/zip"), () => fetch(data, name));
  }

  function restore({ draft, own }: { draft: Draft; own: boolean }): void {
    const { text, name, encoding, bom, bytes: raw, disk, dialect, generator = null, settings = null, base = null, address, saved } = draft;
    put(text, { name, encoding, bom, bytes: raw, disk, dialect, generator, settings, base: saved ? text : base, address, sample: false }, !saved, true);
    surface.scrollToOffset(draft.top);
    if (!own) {
      on.notice({
        id: "restored",
        kind: "info",
        message: `Restored your unsaved changes to ${name ?? "a new post"}.`,
        actions: [{ label: "Start a new post instead", command: { type: "new" } }],
      });
    }
  }

  addEventListener("beforeunload", (event) => {
    if (!tracker.atRisk()) return;
    journal.flush();
    event.preventDefault();
  });

  return {
    document: describe,
    draft: journal.id,
    placed: () => ({ name: current.name, handle: current.disk?.handle ?? null, bytes: bytes() }),
    chosen: () => ({ dialect: current.dialect, generator: current.generator, settings: current.settings }),
    base: () => (current.base === null ? null : normalise(current.base)),
    share: sharing.share,
    follow: sharing.follow,
    setWriter: sharing.setWriter,
    include: sharing.include,
    latest: sharing.latest,
    fileText,
    place: () => (current.name === null ? { in: "draft", id: journal.id() } : { in: "file", name: current.name, handle: current.disk?.handle ?? null, text: fileText() }),
    flush: journal.flush,
    replace: replaceText,
    reload: theirs.reload,
    settle: theirs.settle,
    take,
    async start(address) {
      surface.setReadOnly(true);
      const before = surface.revision();
      const found = await Promise.race([journal.recover().catch(() => null), new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))]);
      if (!found) journal.begin();
      // A post opened by address is fetched once; after a reload its draft comes first.
      const draft = address === null || found?.draft.address === address ? found : null;
      if (draft) restore(draft);
      else if (address !== null) {
        on.notice({ id: "opening", kind: "info", message: `Opening ${address} …`, actions: [] });
        await take(fetchPost(address), address);
        on.resolved("opening");
      }
      if (surface.revision() !== before) return;
      if (found) restore(found);
      else put(welcome, { ...NEW, base: welcome, sample: true });
    },
    changed,
    begin() {
      if (!leave()) return;
      put("", NEW);
      surface.focus();
    },
    async openDraft(id) {
      if (!leave()) return;
      const draft = await journal.resume(id).catch(() => null);
      if (draft) restore({ draft, own: true });
      else on.toast("These changes are open in another tab, or no longer kept.");
    },
    open: () => take(pickFile()),
    async save() {
      const { disk } = current;
      if (sharing.following()) return on.toast("Another tab writes this post; it is saved there.");
      if (current.bytes !== null) return on.toast("This file is read-only until it is converted; there is nothing to save.");
      if (!disk) return this.saveAs();
      if (surface.revision() === openedAt && tracker.state().state === "unchanged") return on.toast("There are no changes to save.");
      return hold(saveOver);
    },
    saveAs: () => hold(() => attempt((data) => saveAs(data, suggestedName()))),
    download: () => fetchAway(bytes()),
    convert(encoding) {
      if (current.bytes === null) return;
      const text = readAs(current.bytes, encoding);
      // From here on it is another text than the file's: a change, kept as such.
      put(text, { ...current, encoding: "utf8", bom: false, bytes: null });
      tracker.opened(-1, false);
      changed();
    },
    setFolder(name) {
      folder = name;
      tell();
    },
    choose(chosen) {
      current = { ...current, ...chosen };
      if (!current.sample && !sharing.following()) journal.changed();
    },
  };
}
