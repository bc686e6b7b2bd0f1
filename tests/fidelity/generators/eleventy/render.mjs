// Owns building a site with Eleventy and its default configuration: one page for each body, no layout.

import { resolve } from "node:path";
import { buildSite } from "../posts.mjs";

const eleventy = resolve("node_modules/@11ty/eleventy/cmd.cjs");

buildSite({
  post: (name) => `content/${name}.md`,
  command: () => [process.execPath, eleventy, "--input=content", "--output=built", "--quiet"],
  page: (name) => `built/${name}/index.html`,
});
