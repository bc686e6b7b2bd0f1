// Owns rendering with the reference implementation of CommonMark, as its command line does.

import { HtmlRenderer, Parser } from "commonmark";
import { renderEach } from "../posts.mjs";

await renderEach((text) => new HtmlRenderer().render(new Parser().parse(text)));
