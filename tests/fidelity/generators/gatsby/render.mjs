// Owns rendering with gatsby-transformer-remark and its default options: the plugin's own resolver of `html`, which is
// asked as Gatsby asks it, with a cache that remembers nothing.

import extendNodeType from "gatsby-transformer-remark/extend-node-type.js";
import { renderEach } from "../posts.mjs";

const cache = { get: async () => undefined, set: async () => undefined };
const gatsby = {
  type: { name: "MarkdownRemark" },
  basePath: "",
  getNode: () => undefined,
  getNodesByType: () => [],
  cache,
  getCache: () => cache,
  reporter: console,
};
const fields = await extendNodeType(gatsby, { plugins: [] });

await renderEach((text, name) => {
  const node = { id: name, internal: { content: text, contentDigest: name } };
  return fields.html.resolve(node, {}, {});
});
