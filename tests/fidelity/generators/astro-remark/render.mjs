// Owns rendering with the Markdown engine of Astro 6 and its default configuration.

import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { plainImages } from "../astro-images.mjs";
import { renderEach } from "../posts.mjs";

const processor = await createMarkdownProcessor({});
await renderEach(async (text) => plainImages((await processor.render(text)).code));
