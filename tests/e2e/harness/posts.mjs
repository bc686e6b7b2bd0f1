// Owns which posts the tests open: the project's own, and those beside the repository where that folder is there.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const FOLDERS = [join(root, "tests/fixtures/posts"), resolve(root, "../shared/posts")];

/** All posts as `{ name, bytes }`. */
export const posts = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
);

/** One of the project's own posts. */
export const fixture = (name) => posts.find((post) => post.name === name);
