// Owns measuring files as a static host sends them: one line per file with its raw, gzip and brotli bytes.
// Node has both compressions built in, so that the commands need not compile their own.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
for (const file of files) {
  const content = readFileSync(file);
  const name = file.slice(folder.length + 1).split(sep).join("/");
  const sizes = [content.length, gzipSync(content, { level: 9 }).length, brotliCompressSync(content).length];
  process.stdout.write(`${[name, ...sizes].join("\t")}\n`);
}
