// Owns the words for a file that is shown but cannot be edited as it is.

import type { Encoding, Notice } from "../wire";

const NAME: Record<Encoding, string> = { utf8: "UTF-8", "utf16-le": "UTF-16", "utf16-be": "UTF-16 (big endian)", windows1252: "Windows-1252" };

export function encodingNotice(name: string | null, encoding: Encoding): Notice {
  const known = encoding === "windows1252" ? "not UTF-8. Read as Windows-1252 it looks like this" : `${NAME[encoding]}`;
  return {
    id: "encoding",
    kind: "warning",
    message: `${name ?? "This file"} is ${known}. Nothing in it can be changed by accident; to edit it, convert it to UTF-8.`,
    actions: [{ label: `Convert from ${NAME[encoding]}`, command: { type: "convert", encoding } }],
  };
}
