// Owns which files of a folder tell about its site: what declares its front matter, what configures its rendering, and
// its templates for its own constructs. The engine knows what to make of each.

import type { PostFile } from "../wire";
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

/** Where a site keeps its templates for its own constructs. */
const TEMPLATES = ".foreword/templates";
/** So many of these are read. */
const MOST_TEMPLATES = 200;

/** The files that are there. What cannot be read tells nothing. */
export async function siteFiles(workspace: Workspace): Promise<PostFile[]> {
  const decoder = new TextDecoder();
  const paths = [...DECLARATIONS, ...CONFIGURATIONS, ...(await templatesOf(workspace).catch(() => []))];
  const found = await Promise.all(
    paths.map(async (path): Promise<PostFile[]> => {
      const content = await workspace.read(path).catch(() => null);
      return content ? [{ path, text: decoder.decode(content.bytes) }] : [];
    }),
  );
  return found.flat();
}

async function templatesOf(workspace: Workspace): Promise<string[]> {
  const entries = await workspace.source.folder(TEMPLATES.split("/"));
  const paths: string[] = [];
  if (entries) for await (const { name } of entries()) if (/\.html$/.test(name) && paths.length < MOST_TEMPLATES) paths.push(`${TEMPLATES}/${name}`);
  return paths;
}
