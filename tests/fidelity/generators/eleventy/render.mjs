// Owns building a site with Eleventy and its default configuration: one page for each body, no layout.

import { createRequire } from "node:module";
import { buildSite } from "../posts.mjs";

const eleventy = createRequire(import.meta.url).resolve("@11ty/eleventy/cmd.cjs");

buildSite({
  post: (name) => `content/${name}.md`,
  command: () => [process.execPath, eleventy, "--input=content", "--output=built", "--quiet"],
  page: (name) => `built/${name}/index.html`,
});
