// Owns building a site with Jekyll and its default configuration: one page for each body, no layout.

import { buildSite } from "../posts.mjs";

buildSite({
  post: (name) => `${name}.md`,
  header: "---\nlayout: null\n---\n",
  command: () => [process.env.PROGRAM, "build", "--quiet", "--disable-disk-cache"],
  page: (name) => `_site/${name}.html`,
});
