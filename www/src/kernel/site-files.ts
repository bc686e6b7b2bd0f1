// Owns which files of a folder tell about its site: what declares its front matter, what configures its rendering and the
// linter, its templates for its own constructs, and which files there are at all. The engine knows what to make of each.

import type { PostFile } from "../wire";
import { allFiles } from "../workspace/survey";
import type { Workspace } from "../workspace/workspace";

/** What declares the front matter. */
const DECLARATIONS = [
  "src/content.config.ts", "src/content.config.js", "src/content.config.mjs", "src/content/config.ts", "src/content/config.js", "src/content/config.mjs",
  "static/admin/config.yml", "public/admin/config.yml", "admin/config.yml", "frontmatter.json", ".pages.yml", ".pages.yaml",
];

/** What configures the rendering. */
const CONFIGURATIONS = [
  "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json", "config/_default/hugo.toml",
  "config/_default/hugo.yaml", "config/_default/config.toml", "config/_default/config.yaml", "config/_default/markup.toml",
  "config/_default/markup.yaml", "config/_default/params.toml", "config/_default/params.yaml", "_config.yml", "_config.yaml", "_config.toml",
  "zola.toml", "astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.mts", "astro.config.cjs", "eleventy.config.js",
  "eleventy.config.mjs", "eleventy.config.cjs", ".eleventy.js", "docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs",
  "gatsby-config.js",
];

/** What configures the linter: ours, and markdownlint's. */
const RULES = [
  ".foreword.toml", ".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml", ".markdownlint.jsonc", ".markdownlint.json", ".markdownlint.yaml",
  ".markdownlint.yml", ".markdownlintrc",
];

/** Where a site keeps its templates for its own constructs. */
const TEMPLATES = ".foreword/templates";
/** So many of these are read. */
const MOST_TEMPLATES = 200;

/** The files that are there. What cannot be read tells nothing. */
export async function siteFiles(workspace: Workspace): Promise<PostFile[]> {
  const decoder = new TextDecoder();
  const paths = [...DECLARATIONS, ...CONFIGURATIONS, ...RULES, ...(await templatesOf(workspace).catch(() => []))];
  const found = await Promise.all(
    paths.map(async (path): Promise<PostFile[]> => {
      const content = await workspace.read(path).catch(() => null);
      return content ? [{ path, text: decoder.decode(content.bytes) }] : [];
    }),
  );
  return found.flat();
}

/** A folder with more files is not a site, or not worth the walk. */
const MOST_PATHS = 40_000;

/** The paths of all files; null where they are too many, or cannot be read: half of them would be worse than none. */
export async function sitePaths(workspace: Workspace): Promise<string[] | null> {
  const budget = { left: MOST_PATHS };
  const paths: string[] = [];
  try {
    for await (const { path } of allFiles(workspace.source, [], budget)) paths.push(path.join("/"));
  } catch {
    return null;
  }
  return budget.left > 0 ? paths : null;
}

async function templatesOf(workspace: Workspace): Promise<string[]> {
  const entries = await workspace.source.folder(TEMPLATES.split("/"));
  const paths: string[] = [];
  if (entries) for await (const { name } of entries()) if (/\.html$/.test(name) && paths.length < MOST_TEMPLATES) paths.push(`${TEMPLATES}/${name}`);
  return paths;
}
