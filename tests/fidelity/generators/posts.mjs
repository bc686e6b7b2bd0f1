// Owns what every generator's script shares: the texts that come in, the HTML and the refusals that go out.
//
// Called as `node render.mjs INPUT OUTPUT`: INPUT holds one body for each name, `NAME.md`; OUTPUT gets `NAME.html`, or a
// line in `refused.txt` where the generator stops with an error instead of publishing.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const [input, output] = process.argv.slice(2);

/** Every body in the order of its name: `{ name, text }`. */
const posts = readdirSync(input)
  .filter((file) => file.endsWith(".md"))
  .sort()
  .map((file) => ({ name: file.slice(0, -3), text: readFileSync(join(input, file), "utf8") }));

const refused = new Map();
mkdirSync(output, { recursive: true });

function keep(name, html) {
  writeFileSync(join(output, `${name}.html`), `${html.trim()}\n`);
}

function refuse(name, problem) {
  refused.set(name, problem.trim().split("\n")[0]);
  const lines = [...refused].sort().map(([post, why]) => `${post}: ${why}\n`);
  writeFileSync(join(output, "refused.txt"), lines.join(""));
}

/** Renders every body with a function `text, name → HTML`, which throws where the generator would stop. */
export async function renderEach(render) {
  for (const { name, text } of posts) {
    let html;
    try {
      html = await render(text, name);
    } catch (problem) {
      refuse(name, problem.message);
      continue;
    }
    keep(name, html);
  }
}

/**
 * Builds a site whose pages hold nothing but a post's content.
 *
 * - `files`: what the site consists of besides the posts, text by path.
 * - `post`: where a post lies in the site, and what stands before its body.
 * - `command`: the words that build the site in a given folder.
 * - `page`: where the page of a post is then.
 *
 * A post that stops the build is refused, and the others are built without it.
 */
export function buildSite({ files = {}, post, header = "", command, page, content = (html) => html }) {
  const site = mkdtempSync(join(tmpdir(), "fidelity-"));
  const write = (path, text) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  for (const { name, text } of posts) write(post(name), header + text);
  const [program, ...words] = command(site);
  for (;;) {
    const { status, error, stdout, stderr } = spawnSync(program, words, { cwd: site, encoding: "utf8" });
    if (error) throw error;
    if (status === 0) break;
    const complaint = `${stdout}\n${stderr}`.split("\n").filter((line) => /error/i.test(line)).join("\n");
    const culprit = posts.find(({ name }) => !refused.has(name) && complaint.includes(`/${name}.md`));
    if (!culprit) throw new Error(`${stdout}\n${stderr}`);
    refuse(culprit.name, complaint.replaceAll(site, ""));
    rmSync(join(site, post(culprit.name)));
  }
  for (const { name } of posts.filter(({ name }) => !refused.has(name))) {
    keep(name, content(readFileSync(join(site, page(name)), "utf8"), name));
  }
  rmSync(site, { recursive: true });
}
