// Owns building a site with Zola and its default configuration: one page for each body, its content as the only template.

import { buildSite } from "../posts.mjs";

buildSite({
  files: {
    "zola.toml": 'base_url = "https://example.org"\n',
    "templates/page.html": "{{ page.content | safe }}",
  },
  post: (name) => `content/${name}.md`,
  header: '+++\ntitle = "Post"\n+++\n',
  command: () => [process.env.PROGRAM, "build"],
  page: (name) => `public/${name}/index.html`,
  // Zola puts a page's address before `#place` and before relative addresses: here every page is `/post/`.
  content: (html, name) => html.replaceAll(`https://example.org/${name}/`, "https://example.org/post/"),
});
