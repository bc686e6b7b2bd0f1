// Owns images on their way into the post: pasted, dropped or picked; and those that stay in the browser because there is
// no folder to write them into. What is asked about each is loaded when the first one comes.

import { isImageFile, type Point } from "../documents/drop";
import type { Desk, DeskEvents } from "../documents/desk-face";
import { wordsFor } from "../documents/problem";
import { createKeptImages } from "../images/kept";
import { createKeptStore } from "../images/kept-store";
import { encodePath, imageMarkup } from "../images/link";
import type { ImageDialog, Target } from "../images/dialog";
import { converterUrl } from "../preview/policy";
import type { Surface } from "../surface/surface";
import type { Change, Edit16, Event, ImageAsk, Notice, Step } from "../wire";
import type { FolderImages, Loose } from "./folder-images";
import type { Folders } from "./folders";

export interface ImagesOptions {
  surface: Pick<Surface, "text" | "apply" | "insertImage" | "markPoint">;
  desk(): Pick<Desk, "document" | "draft">;
  folders(): Pick<Folders, "workspace" | "path" | "written">;
  folder(): Pick<FolderImages, "arrived" | "place">;
  /** False while another tab writes the post. */
  writes(): boolean;
  /** As last analysed. */
  title(): string | null;
  slug(): string | null;
  generator(): string;
  /** Changes the header. */
  change(change: Change): void;
  tell(event: Event): void;
  notice(notice: Notice): void;
  resolved(id: string): void;
  toast(message: string): void;
}

export interface Images {
  readonly loose: Loose;
  /** What the desk asks for this. */
  readonly events: Pick<DeskEvents, "parcel" | "drafts">;
  ask(ask: ImageAsk): void;
  /** Images that were dropped somewhere on the page, and those that hover over it. */
  drop(files: File[], point: Point): void;
  over(point: Point | null): void;
  /** Another post is on the desk, or the same one under another name. */
  opened(): void;
  /** The folder, the post's place in it or its text is another: what is kept may be named no more, or find its place. */
  review(): void;
}

/** Id of the notice about kept images. */
const NOTICE = "kept-images";

export function createImages(options: ImagesOptions): Images {
  const { surface, desk, folders, folder, tell, notice, resolved, toast } = options;
  const store = createKeptStore();
  const kept = createKeptImages(store, { draft: () => desk().draft(), name: () => desk().document().name, text: surface.text });
  let loading: Promise<ImageDialog> | null = null;
  let dialog: ImageDialog | null = null;
  /** What the notice says; another thing is worth another look. */
  let noticed = "";

  const placeOfPost = async (): Promise<string | null> => folders().path() ?? (await folder().place());

  const load = (): Promise<ImageDialog> => {
    loading ??= (async () => {
      const [{ createImageDialog }, { findDestination }] = await Promise.all([import("../images/dialog"), import("../images/destination")]);
      dialog = createImageDialog({
        converterUrl,
        destination: async () =>
          findDestination({ text: surface.text(), generator: options.generator(), workspace: await folders().workspace(), post: await placeOfPost(), kept }),
        naming: () => ({ slug: options.slug(), post: folders().path() ?? desk().document().name, title: options.title() }),
        tell: (image) => tell({ type: "image", image }),
        written(link) {
          folder().arrived(link);
        },
        done: () => surface.markPoint(null),
      });
      return dialog;
    })();
    loading.catch(() => {
      loading = null;
      toast("The part of Foreword that takes images could not be loaded. Check the connection and try again.");
    });
    return loading;
  };

  /** Why nothing can be put into the post now; null when it can. */
  const refusal = (): string | null => {
    if (desk().document().readOnly) return "This file is read-only until it is converted.";
    return options.writes() ? null : "This post is being written in another tab.";
  };

  const inText: Target = {
    described: true,
    insert(link, alt, style) {
      folders().written();
      surface.insertImage(imageMarkup(link, alt, style));
      review();
    },
  };
  const inField = (path: Step[]): Target => ({
    described: false,
    insert(link) {
      options.change({ op: "set", path, value: { type: "text", value: link } });
    },
  });

  function take(files: File[], target: Target): void {
    const why = refusal();
    if (why !== null) {
      surface.markPoint(null);
      return toast(why);
    }
    void load().then((made) => made.add(files, target), () => undefined);
  }

  function pick(target: Target): void {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: "image/*,.avif,.heic,.svg", multiple: target.described, hidden: true });
    input.oncancel = () => input.remove();
    input.onchange = () => {
      input.remove();
      const files = [...(input.files ?? [])];
      if (files.length > 0) take(files, target);
    };
    // Some browsers only report a choice for an element that is in the document.
    document.body.append(input);
    input.click();
  }

  async function writeKept(): Promise<void> {
    const [workspace, post] = await Promise.all([folders().workspace(), placeOfPost()]);
    if (!workspace || post === null) return toast("The post is in no folder that is open here.");
    try {
      if ((await workspace.store.access()) !== "granted") await workspace.store.ask();
      const { written, renamed } = await kept.writeInto(workspace, post);
      const edits = renamed.flatMap(([from, to]) => editsFor(surface.text(), encodePath(from), encodePath(to)));
      if (edits.length > 0) surface.apply(edits.sort((a, b) => a.range.from - b.range.from));
      folder().arrived("");
      folders().written();
      for (const { link } of kept.named()) folder().arrived(link);
      toast(written.length === 1 ? `Wrote ${written[0]}.` : `Wrote ${written.length} images into the folder.`);
    } catch (problem) {
      notice({ id: NOTICE, kind: "error", message: `${wordsFor(problem, "The images could not be written.")} They are still kept in this browser.`, actions: [{ label: "Download as zip", command: { type: "download" } }] });
      return;
    }
    review();
  }

  async function tellKept(): Promise<void> {
    const named = kept.named();
    if (named.length === 0) {
      noticed = "";
      return resolved(NOTICE);
    }
    const [workspace, post] = await Promise.all([folders().workspace().catch(() => null), placeOfPost().catch(() => null)]);
    const writable = workspace !== null && workspace.store.writable && post !== null;
    const key = `${named.length} ${writable}`;
    if (key === noticed) return;
    noticed = key;
    const [images, are] = named.length === 1 ? ["1 image", "is"] : [`${named.length} images`, "are"];
    const message = writable
      ? `${images} of this post ${are} kept in this browser and not yet in the folder.`
      : `${images} of this post ${are} kept in this browser, with the draft. Download gives you the post and its images as a zip.`;
    notice({
      id: NOTICE,
      kind: "info",
      message,
      actions: [
        ...(writable ? [{ label: "Write into the folder", command: { type: "image", ask: { ask: "writeKept" } } } as const] : []),
        { label: "Download as zip", command: { type: "download" } },
        ...(workspace ? [] : [{ label: "Open the site's folder…", command: { type: "openFolder" } } as const]),
      ],
    });
  }

  function review(): void {
    if (kept.links().length > 0 || noticed !== "") void tellKept();
  }

  addEventListener(
    "paste",
    (event) => {
      const files = imagesOf(event);
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      take(files, inText);
    },
    true,
  );

  return {
    loose: { any: () => kept.links().length > 0, find: (path) => kept.find(path) },
    events: {
      parcel: (name, bytes) => kept.parcel(name, bytes),
      drafts: { holding: () => store.drafts().catch(() => new Set()), pruned: (left) => void store.retain(left, Date.now()).catch(() => undefined) },
    },
    ask(ask) {
      switch (ask.ask) {
        case "pick":
          return pick(ask.field ? inField(ask.field) : inText);
        case "choose":
          return dialog?.choose(ask.id, ask.choice);
        case "insert":
          return void dialog?.insert(ask.id, ask.choice, ask.alt);
        case "skip":
          return dialog?.skip(ask.id);
        case "cancel":
          return dialog?.cancel(ask.id);
        case "writeKept":
          return void writeKept();
      }
    },
    drop(files, point) {
      surface.markPoint(isText(point) ? point : null);
      take(files, inText);
    },
    over: (point) => surface.markPoint(point && isText(point) && refusal() === null ? point : null),
    opened() {
      dialog?.cancel(null);
      noticed = "";
      void kept.look().then(() => {
        for (const link of kept.links()) folder().arrived(link);
        void tellKept();
      });
    },
    review,
  };
}

const isText = ({ target }: Point): boolean => target?.closest("#editor") != null;

/** The images of a paste that is meant for the text. Where words come along, the words are meant. */
function imagesOf({ clipboardData, target }: ClipboardEvent): File[] {
  const files = [...(clipboardData?.files ?? [])];
  if (!clipboardData || files.length === 0 || !files.every(isImageFile)) return [];
  const element = target instanceof Element ? target : null;
  const elsewhere = element?.closest("dialog, input, textarea, select, [role='dialog']") != null;
  if (elsewhere || document.querySelector("dialog[open]")) return [];
  const words = clipboardData.getData("text/plain").trim();
  // A file that was copied brings its name as words.
  const areNames = words.split(/[\r\n]+/).every((line) => files.some(({ name }) => line.endsWith(name)));
  return words === "" || areNames ? files : [];
}

/** Every place of one piece of a text, replaced by another. */
function editsFor(text: string, from: string, to: string): Edit16[] {
  const edits: Edit16[] = [];
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) edits.push({ range: { from: at, to: at + from.length }, text: to });
  return edits;
}
