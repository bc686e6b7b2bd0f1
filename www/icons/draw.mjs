// Owns making the app's icons from favicon.svg, after a change of that: node www/icons/draw.mjs
//
// Needs rsvg-convert (on Debian: apt-get install librsvg2-bin). Its PNGs are checked in, so that no build needs it.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const plain = readFileSync(join(here, "favicon.svg"), "utf8");
/** A system cuts these to its own shape: colour to the edges, the sign within the middle four fifths. */
const maskable = plain
  .replace(/(<rect[^>]*) rx="\d+"([^>]*\/>)/, '$1$2<g transform="translate(16 16) scale(.86) translate(-16 -16)">')
  .replace("</svg>", "</g></svg>");

for (const [name, svg] of Object.entries({ icon: plain, maskable })) {
  for (const size of [192, 512]) {
    const sized = ["--width", `${size}`, "--height", `${size}`, "--output", join(here, `${name}-${size}.png`)];
    execFileSync("rsvg-convert", sized, { input: svg });
  }
}
