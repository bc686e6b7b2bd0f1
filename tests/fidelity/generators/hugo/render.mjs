// Owns building a site with Hugo and its default configuration: one page for each body, its content as the only layout.

import { buildSite } from "../posts.mjs";

buildSite({
  files: {
    "hugo.toml": `
      baseURL = "https://example.org/"
      disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"]
      # Hugo says of each post with HTML that it leaves it out; that is what is looked at here.
      ignoreLogs = ["warning-goldmark-raw-html"]
    `,
    "layouts/single.html": "{{ .Content }}",
  },
  post: (name) => `content/${name}.md`,
  header: "---\ntitle: Post\n---\n",
  command: () => [process.env.PROGRAM],
  page: (name) => `public/${name}/index.html`,
});
