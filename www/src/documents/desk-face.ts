// Owns what the desk offers to the rest of the page, and what it tells.

import type { Place } from "../history/identity";
import type { Shared } from "../tabs/shared";
import type { Held } from "../tabs/version";
import type { Encoding, Notice, OpenDocument, SaveState, SetByHand } from "../wire";
import type { Draft } from "./draft-store";
import type { Placed } from "./folder";
import type { JournalEvents } from "./journal";
import type { Choice } from "./merge";
import type { Incoming } from "./pickers";
import type { TheirsEvents } from "./theirs";

export interface DeskEvents {
  /** Another document is open: everything derived from the text before is to be forgotten. */
  opened(): void;
  /** A property of the document changed. */
  document(document: OpenDocument): void;
  saved(state: SaveState): void;
  toast(message: string): void;
  notice(notice: Notice): void;
  /** The reason of a notice is gone. */
  resolved(id: string): void;
  /** The post's title as last analysed, for the name of a new file. */
  title(): string | null;
  /** What to show when something else changed the file; without it, notices say so. */
  theirs?: Pick<TheirsEvents, "offerReload" | "conflicts">;
  /** Before a merge or a reload replaces the text. */
  before?(): Promise<unknown>;
  /** The post is in its file now; `fresh` when it was in none, or in another. */
  wrote?(fresh: boolean): void;
  /** Another post is about to take this one's place. */
  leaving?(): void;
  /** What the post is called in the history and among tabs, to be kept with its draft. */
  identity?(): Pick<Draft, "post" | "version">;
  /** What belongs to the post and is in no file is packed along with it for a download; null when there is nothing. */
  parcel?(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> | null;
  /** Drafts with something that is nowhere else, and which drafts are left when old ones were deleted. */
  drafts?: Pick<JournalEvents, "holding" | "pruned">;
}

/** What a person has chosen for the post; null where nothing was. */
export interface Chosen {
  dialect: string | null;
  generator: string | null;
  /** Settings of the rendering. */
  settings: SetByHand[] | null;
}

export interface Desk {
  /** Opens what the page starts with: `?url=`, the draft, or the welcome. */
  start(address: string | null): Promise<void>;
  /** The text changed by the writer's doing. */
  changed(): void;
  /** Starts an empty post. */
  begin(): void;
  /** Goes on with a draft that was left. */
  openDraft(id: string): Promise<void>;
  open(): Promise<void>;
  /** Opens a file that comes by other ways, such as a drop. */
  take(file: Promise<Incoming | null>): Promise<void>;
  save(): Promise<void>;
  saveAs(): Promise<void>;
  download(): void;
  convert(encoding: Encoding): void;
  setFolder(name: string | null): void;
  document(): OpenDocument;
  /** Id of the draft that the post is kept in. */
  draft(): string;
  /** What finds the post again in a folder. */
  placed(): Placed;
  chosen(): Chosen;
  choose(chosen: Partial<Chosen>): void;
  /** The text of the file as it was opened or last saved, line breaks as \n; null where there is no file. */
  base(): string | null;
  /** The text as it would be in the file, with its line ends. */
  fileText(): string;
  /** Where the post is, for finding its history. */
  place(): Place;
  /** Writes the draft now; false when it could not be kept. */
  flush(): Promise<boolean>;
  /** Replaces the text by one undoable edit, as to restore a snapshot. */
  replace(fileText: string): Promise<void>;
  /** Loads the file that something else has changed. */
  reload(): Promise<void>;
  /** The text and what goes along, for other tabs. */
  share(): { text: string; extra: Shared };
  /** Shows what another tab writes. Nothing is kept or saved here meanwhile. */
  follow(text: string, extra: Shared): void;
  /** Whether this tab writes the post. A tab that begins to goes on with the draft of the one before. */
  setWriter(on: boolean): Promise<void>;
  /** Takes what another tab has besides into the text: merged, or where that does not work out, both. */
  include(text: string): Promise<void>;
  /** The latest state of a post in the drafts of all tabs. */
  latest(post: string): Promise<Held<Shared> | null>;
  /** Settles the conflicts with the file. False when there are others by now. */
  settle(choices: readonly Choice[]): Promise<boolean>;
}
