// Owns the name of a file that is made from a title.

/** A title as part of an address: lower case, hyphens, the letters of its own script; accents of Latin letters go. */
export function slugOf(title: string, otherwise = "post"): string {
  const slug = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-");
  return [...slug].slice(0, 80).join("").replace(/^-+|-+$/g, "") || otherwise;
}

/** A file name for a new post: its title in lower case with hyphens. */
export function nameFor(title: string | null): string {
  return `${slugOf(title ?? "")}.md`;
}
