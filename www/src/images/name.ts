// Owns the names of image files: from the post, from what a person types, and the first that is free. Pure.

import { slugOf } from "../documents/file-name";
import { folderOf, isIndex, nameOf, partsOfName } from "../workspace/paths";

/** Endings that a person may type along with a name. */
const ENDING = /\.(?:png|apng|jpe?g|jfif|gif|webp|avif|svg|bmp|heic|heif|tiff?)$/i;
/** Names that cameras, phones and screenshots give, which say nothing. */
const MEANINGLESS = /^(?:image|img|dsc[fn]?|pxl|photo|picture|screenshot|screen shot|bildschirmfoto|unnamed|untitled|clipboard|download)?[\s_.()-]*[\d\s_.:()-]*(?:at [\d.\s]+(?:am|pm)?)?$/i;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
const LONGEST = 80;

export interface Naming {
  /** The slug that the post's header gives. */
  slug: string | null;
  /** Path or name of the post's file; null while it has none. */
  post: string | null;
  title: string | null;
  /** The name that the image came with. */
  file: string;
}

/** The name to propose, without ending: the post's slug, else its title, else what the image was called. */
export function proposedName({ slug, post, title, file }: Naming): string {
  const own = file.replace(ENDING, "");
  const ofFile = post === null ? "" : isIndex(post) ? nameOf(folderOf(post)) : partsOfName(nameOf(post)).slug;
  // A bundle's folder may carry the date as well.
  const found = [slug ?? "", ofFile.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, ""), title ?? "", MEANINGLESS.test(own) ? "" : own].map((each) => slugOf(each, "")).find((each) => each !== "");
  return safeName(found ?? "image");
}

/** What was typed, as a name that every system can have; without folders and without an ending of images. */
export function safeName(typed: string): string {
  const name = [...typed.normalize("NFC").trim().replace(ENDING, "").replace(/[\u0000-\u001f\u007f<>:"/\\|?*#%]+/g, "-")]
    .slice(0, LONGEST)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  if (name === "" || /^-+$/.test(name)) return "image";
  return RESERVED.test(name.replace(/\..*$/, "")) ? `${name.replace(/\..*$/, "")}-image${/\..*$/.exec(name)?.[0] ?? ""}` : name;
}

/** `name.webp`, or `name-2.webp`, …: the first that is not taken. Disks that see no capitals are thought of. */
export function freeName(stem: string, ending: string, taken: ReadonlySet<string>): string {
  const lower = new Set([...taken].map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const name = `${stem}${count === 1 ? "" : `-${count}`}.${ending}`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}
