// Owns posts that come with the page's start: files that the system opens with Foreword, and what other apps share.

import { readFile, type Incoming } from "../documents/pickers";
import { arrivalOf, postOf, takeShared, type Shared } from "./share";

export interface ArrivalEvents {
  /** Opens a file, with its handle where it can be saved in place. */
  openFile(file: Promise<Incoming | null>): Promise<void>;
  /** Starts a new post with a text. */
  openText(text: string): void;
  /** Keeps what is not kept yet; false when that does not work. */
  keep(): Promise<boolean>;
  toast(message: string): void;
}

export interface Arrivals {
  /** The post that `?url=` names. */
  readonly address: string | null;
  /** Takes what has come and what comes from now on. To be called when the page has its first post. */
  receive(): Promise<void>;
}

interface LaunchQueue {
  setConsumer(take: (launch: { files?: readonly FileSystemHandle[] }) => void): void;
}

/** Reads the page's query at once, since the first post takes it away. */
export function createArrivals(on: ArrivalEvents): Arrivals {
  const { address, words, waiting } = arrivalOf(location.search);

  async function open(shared: Shared): Promise<void> {
    if (shared.kind === "file") return on.openFile(readFile(shared.file, null));
    const text = postOf(shared);
    if (text) on.openText(text);
  }

  async function openWaiting(id: string): Promise<void> {
    const taken = await takeShared(caches, new URL("./", document.baseURI).href, id).catch(() => null);
    if (!taken) return on.toast("What was shared could not be taken over. Open the file here instead, or paste the text.");
    await open(taken.shared);
    if (await on.keep()) await taken.forget();
  }

  return {
    address,
    async receive() {
      if (words) await open({ kind: "words", ...words });
      if (waiting !== null) await openWaiting(waiting);
      (globalThis as { launchQueue?: LaunchQueue }).launchQueue?.setConsumer(({ files = [] }) => {
        const handle = files.find(({ kind }) => kind === "file") as FileSystemFileHandle | undefined;
        if (handle) void on.openFile(handle.getFile().then((file) => readFile(file, handle)));
      });
    },
  };
}
