// Owns rendering with Docusaurus: its MDX loader with the defaults of a site and of its blog, and the component that
// Docusaurus itself publishes for every link. A theme draws more (copy buttons, icons, anchors beside headings); of that
// only the outline of an admonition is drawn here, with the class names that the manual lets a site rely on.

import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import React, { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { renderEach } from "../posts.mjs";

const require = createRequire(import.meta.url);
const { compileToJSX } = require("@docusaurus/mdx-loader/lib/utils.js");
const { DEFAULT_PARSE_FRONT_MATTER } = require("@docusaurus/utils");

/** A site's defaults; but files that a post names and that are not here do not stop the build. */
const options = {
  siteDir: process.cwd(),
  staticDirs: [],
  // What the blog adds: a post's first heading is its title, which the page shows elsewhere.
  removeContentTitle: true,
  admonitions: true,
  markdownConfig: {
    format: "mdx",
    mermaid: false,
    emoji: true,
    parseFrontMatter: DEFAULT_PARSE_FRONT_MATTER,
    mdx1Compat: { comments: true, admonitions: true, headingIds: true },
    anchors: { maintainCase: false },
    hooks: { onBrokenMarkdownLinks: "ignore", onBrokenMarkdownImages: "ignore" },
  },
};

const ALERTS = {
  note: "secondary",
  secondary: "secondary",
  tip: "success",
  success: "success",
  info: "info",
  important: "info",
  warning: "warning",
  caution: "warning",
  danger: "danger",
};

/** A link as `@docusaurus/Link` writes it: one that leaves the site opens a window. */
function Link({ href, ...rest }) {
  const outside = /^(?:\w*:|\/\/)/.test(href ?? "");
  const window = outside ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return h("a", { href: href?.replace("pathname://", ""), ...window, ...rest });
}

function Admonition({ type, title, className, id, children }) {
  const all = React.Children.toArray(children);
  const marked = all.find((child) => child.type === "mdxAdmonitionTitle");
  const rest = all.filter((child) => child !== marked);
  const classes = ["theme-admonition", `theme-admonition-${type}`, className, "alert", `alert--${ALERTS[type]}`];
  return h(
    "div",
    { className: classes.filter(Boolean).join(" "), id },
    h("div", {}, title ?? marked?.props.children ?? type),
    rest.length > 0 ? h("div", {}, rest) : null,
  );
}

const components = {
  a: Link,
  admonition: Admonition,
  // What stands after the language is for the theme; React would write it as an attribute.
  code: ({ metastring, ...rest }) => h("code", rest),
  Details: (properties) => h("details", properties),
  details: (properties) => h("details", properties),
  Head: () => null,
};

// Beside the packages, so that what the compiled pages import is found.
const folder = mkdtempSync(join(process.cwd(), "pages-"));

await renderEach(async (text, name) => {
  const source = join(folder, `${name}.md`);
  let compiled;
  try {
    compiled = await compileToJSX({
      filePath: source,
      fileContent: text,
      frontMatter: {},
      options,
      compilerName: "server",
    });
  } catch (problem) {
    throw problem.cause ?? problem;
  }
  const page = join(folder, `${name}.mjs`);
  writeFileSync(page, compiled.content);
  const { default: Content } = await import(pathToFileURL(page));
  return renderToStaticMarkup(h(Content, { components }));
});
