// Owns rendering with the Markdown engine of Astro 7 and its default configuration.

import { createSatteriMarkdownProcessor } from "@astrojs/markdown-satteri";
import { plainImages } from "../astro-images.mjs";
import { renderEach } from "../posts.mjs";

const processor = await createSatteriMarkdownProcessor({});
await renderEach(async (text) => plainImages((await processor.render(text)).code));
