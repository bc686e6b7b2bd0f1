// Owns measuring scroll sync: a long post with a marker word every few words, and where a marker is on each side.

import { settled } from "./suite.mjs";

let count = 0;
const mark = () => `m${String((count += 1)).padStart(4, "0")}`;

function prose(words) {
  const parts = [];
  for (let i = 0; i < words; i += 1) parts.push(i % 4 === 0 ? mark() : ["slowly", "the", "water", "returned", "under", "every", "bridge"][i % 7]);
  return parts.join(" ");
}

const section = (title, body) => `## ${title}\n\n${body}\n`;
const paragraphs = (many) => Array.from({ length: many }, () => `${prose(48)}\n`).join("\n");

/** A post in which text and preview have very different heights: images, long code, closed details, lists, quotes. */
export function unevenPost() {
  count = 0;
  const code = Array.from({ length: 70 }, (_, i) => `let ${mark()} = ${i};`).join("\n");
  const list = Array.from({ length: 25 }, () => `- ${prose(8)}`).join("\n");
  const images = Array.from({ length: 6 }, (_, i) => `![Picture ${i} of the flood](flood-${i}.png)\n\n${prose(12)}\n`).join("\n");
  const hidden = `<details>\n<summary>${mark()} Read the letters</summary>\n\n${paragraphs(14)}\n</details>\n`;
  const quote = Array.from({ length: 4 }, () => `> ${prose(40)}\n>`).join("\n");
  return [
    "---\ntitle: Water\ntags: [a, b]\n---\n",
    section("Rain", paragraphs(6)),
    section("Pictures", images),
    section("Code", `\`\`\`js\n${code}\n\`\`\`\n`),
    section("Letters", `${hidden}\n${paragraphs(3)}`),
    section("List", list),
    section("Quotes", quote),
    section("Table", `| a | b |\n| - | - |\n${Array.from({ length: 30 }, () => `| ${mark()} | ${mark()} |`).join("\n")}\n`),
    section("Afterwards", paragraphs(8)),
    section("Later", paragraphs(8)),
    section("Much later", paragraphs(12)),
  ].join("\n");
}

/** Top of a piece of the text, in px below the top edge of the text pane. */
export function inSource(app, piece) {
  return app.page.evaluate((text) => {
    const { view } = document.querySelector("#editor .cm-content").cmTile.root;
    const at = view.state.doc.toString().indexOf(text);
    const edge = view.scrollDOM.getBoundingClientRect().top;
    const place = view.coordsAtPos(at, 1);
    return place ? place.top - edge : view.lineBlockAt(at).top + view.documentPadding.top - view.scrollDOM.scrollTop;
  }, piece);
}

/** The same in the preview; null when it is not seen at all. */
export function inPreview(app, piece) {
  return app.preview.evaluate((text) => {
    const walker = document.createTreeWalker(document.querySelector(".fw-page"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue.indexOf(text);
      // What is inside of closed details has boxes, but nobody sees them.
      if (at < 0 || !node.parentElement.checkVisibility()) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const [box] = range.getClientRects();
      return box ? box.top : null;
    }
    return null;
  }, piece);
}

/** The marker nearest to the top edge of the text pane, as `{ word, y }`. */
export function topOfSource(app) {
  return app.page.evaluate(() => {
    const { view } = document.querySelector("#editor .cm-content").cmTile.root;
    const edge = view.scrollDOM.getBoundingClientRect().top;
    const text = view.state.doc.toString();
    let best = null;
    for (const { index, 0: word } of text.slice(view.viewport.from, view.viewport.to).matchAll(/m\d{4}/g)) {
      const place = view.coordsAtPos(view.viewport.from + index, 1);
      if (place && (!best || Math.abs(place.top - edge) < Math.abs(best.y))) best = { word, y: place.top - edge };
    }
    return best;
  });
}

/** The same for the preview. */
export function topOfPreview(app) {
  return app.preview.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector(".fw-page"), NodeFilter.SHOW_TEXT);
    let best = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.checkVisibility()) continue;
      for (const { index, 0: word } of node.nodeValue.matchAll(/m\d{4}/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 5);
        const [box] = range.getClientRects();
        if (box && (!best || Math.abs(box.top) < Math.abs(best.y))) best = { word, y: box.top };
      }
    }
    return best;
  });
}

/** Waits until both panes have come to rest; gives both scroll positions in px. */
export function atRest(app) {
  return settled("both panes at rest", async () => [
    await app.page.evaluate(() => document.querySelector("#editor .cm-scroller").scrollTop),
    await app.preview.top(),
  ]);
}
