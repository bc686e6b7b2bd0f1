// Owns images of Astro: its engines leave them to the build, which looks for the file and makes smaller ones of it.
// Here they become what they are in the post: an address, an alternative text, a title.

const MARKED = /<img\b[^>]*?\s__ASTRO_IMAGE_="([^"]*)"[^>]*>/g;

const ENTITIES = [
  [/&quot;|&#x22;|&#34;/g, '"'],
  [/&#x27;|&#39;/g, "'"],
  [/&#x3C;|&lt;/g, "<"],
  [/&gt;|&#x3E;/g, ">"],
  [/&#x26;|&amp;/g, "&"],
];

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The HTML with ordinary images. */
export function plainImages(html) {
  return html.replace(MARKED, (_, json) => {
    const text = ENTITIES.reduce((rest, [entity, character]) => rest.replace(entity, character), json);
    const { index, inferSize, ...attributes } = JSON.parse(text);
    const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
    return `<img${words.join("")}>`;
  });
}
