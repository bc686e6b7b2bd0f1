// Owns what of a post may load or run: nothing, until a person says so, and never a script.

import assert from "node:assert/strict";
import { fixture } from "./harness/posts.mjs";
import { test, until } from "./harness/suite.mjs";

const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const PLAYER = /^https:\/\/www\.youtube-nocookie\.com\//;

test("a YouTube iframe is a facade: no request before a click, one player after it", { requests: [PLAYER] }, async ({ app, context, page, record, server }) => {
  const { name, bytes } = fixture("eleventy-seed-swap.md");
  await context.route(PLAYER, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>player</title><p>player" }));
  await app.open(name, bytes);
  const names = await app.preview.evaluate(() => [...document.querySelectorAll(".fw-play")].map((button) => button.getAttribute("aria-label")));
  assert.equal(names.length, 3);
  assert.match(names[1], /Seed swap 2023/);
  assert.equal(record.to("youtu").length, 0);

  await app.preview.click(".fw-play", "Seed swap 2023");
  await until("the player", () => record.to("youtube-nocookie.com").length > 0);
  const [request] = record.to("youtube-nocookie.com");
  assert.equal(new URL(request.url).pathname, "/embed/Qw-rTy_uIo1");
  // Without knowing the embedding origin the provider shows an error instead of the video.
  assert.equal(request.referer, `${server.origin}/`);
  const player = page.locator("#preview iframe:not([title='Preview'])");
  assert.equal(await player.count(), 1);
  assert.match(await player.getAttribute("sandbox"), /allow-scripts/);

  const facade = await app.preview.evaluate(() => document.querySelectorAll(".fw-embed")[1].getBoundingClientRect().toJSON());
  const frame = await page.locator('#preview iframe[title="Preview"]').boundingBox();
  const box = await player.boundingBox();
  assert.ok(Math.abs(box.y - frame.y - facade.top) < 2 && Math.abs(box.width - facade.width) < 2, "the player is not over its facade");

  await page.getByRole("button", { name: "Close video" }).click();
  assert.equal(await player.count(), 0);
  assert.equal(record.to("youtu").filter(({ url }) => url !== request.url).length, 0);
});

test("the player moves with its facade and goes when the facade goes", { requests: [PLAYER] }, async ({ app, context, page }) => {
  await context.route(PLAYER, (route) => route.fulfill({ contentType: "text/html", body: "player" }));
  const more = Array.from({ length: 40 }, (_, i) => `Line ${i} of the post.\n`).join("\n");
  await app.write(`Film:\n\n<iframe width="480" height="270" src="https://www.youtube.com/embed/aB3dE5fG7h9" title="A film"></iframe>\n\n${more}`);
  await app.preview.click(".fw-play", "A film");
  const player = page.locator("#preview iframe:not([title='Preview'])");
  await until("the player", async () => (await player.count()) === 1);
  const before = (await player.boundingBox()).y;
  await app.preview.evaluate(() => (document.documentElement.scrollTop += 80));
  await until("the player to move along", async () => Math.abs((await player.boundingBox()).y - before + 80) < 2);
  const text = await app.text();
  await app.select(text.indexOf("<iframe"), text.indexOf("</iframe>") + 9);
  await app.press("Delete");
  await until("the player to go", async () => (await player.count()) === 0);
});

test("remote images wait for a word, and one word lets them load", { requests: [/^https:\/\/pictures\.example\//] }, async ({ app, context, page, record }) => {
  await context.route("https://pictures.example/**", (route) => route.fulfill({ contentType: "image/png", body: PIXEL }));
  await app.write("![A gate](https://pictures.example/gate.png)\n\n![A wall](http://pictures.example/wall.png)\n\n![Local](gate.png)\n\n<video src=\"https://pictures.example/film.mp4\"></video>\n");
  await app.notice(/remote images are not loaded.*pictures\.example/);
  assert.equal(await app.preview.count(".fw-blocked"), 3);
  assert.equal(await app.preview.count(".fw-missing"), 4);
  assert.equal(await app.preview.evaluate(() => document.querySelector(".fw-missing").getAttribute("aria-label")), "A gate (pictures.example)");
  assert.equal(record.to("pictures.example").length, 0);

  await page.getByRole("button", { name: "Load them" }).click();
  await until("both images", () => app.preview.evaluate(() => [...document.querySelectorAll("img")].filter((image) => image.complete && image.naturalWidth > 0).length === 2));
  assert.ok(record.to("pictures.example").every(({ url, referer }) => url.startsWith("https:") && referer === null));
  // What came under the film's address is no film.
  await until("a word about the film", () => app.preview.evaluate(() => document.querySelector(".fw-video")?.textContent.includes("could not be loaded")));
  assert.equal(await app.preview.count("img"), 2);

  // The permission is for this post alone.
  const so = record.to("pictures.example").length;
  await app.open("another.md", "![Other](https://pictures.example/other.png)\n");
  await app.notice(/1 remote image is not loaded/);
  assert.equal(record.to("pictures.example").length, so);
});

test("images of other hosts are allowed for good only by “Always load”", { requests: [/^https:\/\/pictures\.example\//] }, async ({ app, context, page }) => {
  await context.route("https://pictures.example/**", (route) => route.fulfill({ contentType: "image/png", body: PIXEL }));
  const shows = () => until("the image", () => app.preview.evaluate(() => document.querySelector("img")?.naturalWidth > 0));
  await app.write("![A gate](https://pictures.example/gate.png)\n");
  await page.getByRole("button", { name: "Always load" }).click();
  await shows();
  await app.open("another.md", "![Other](https://pictures.example/other.png)\n");
  await shows();
});

test("nothing of a post's raw HTML runs, loads, navigates or covers the page", async ({ app, page, record }) => {
  await page.evaluate(() => {
    window.hurt = [];
    window.alert = (what) => window.hurt.push(what);
  });
  await app.write(`Before

<script>parent.hurt.push("script")</script>
<img src="x" onerror="parent.hurt.push('onerror')">
<svg onload="parent.hurt.push('svg')"><script>parent.hurt.push("svg script")</script></svg>
<iframe srcdoc="<script>parent.parent.hurt.push('srcdoc')</script>"></iframe>
<iframe src="javascript:parent.hurt.push('js')"></iframe>
<a href="javascript:parent.hurt.push('link')">link</a>
<form action="https://evil.example/"><button>send</button></form>
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<base href="https://evil.example/">
<link rel="stylesheet" href="https://evil.example/a.css">
<style>@import "https://evil.example/b.css"; body { display: none }</style>
<object data="https://evil.example/c"></object>
<div style="position:fixed;inset:0;background:url(https://evil.example/d)" id="editor">cover</div>
<video autoplay src="https://evil.example/e.mp4" onloadstart="parent.hurt.push('video')"></video>
<details open ontoggle="parent.hurt.push('toggle')"><summary>s</summary>d</details>
<math><mtext><table><mglyph><style><img src=x onerror="parent.hurt.push('mxss')"></style></mglyph></table></mtext></math>

[md](javascript:parent.hurt.push('md')) ![img](javascript:1) <b>benign</b>

After
`);
  await app.preview.shows("After");
  await app.preview.shows("benign");
  await app.preview.click("a", "link");
  await app.analysed();
  assert.deepEqual(await page.evaluate(() => window.hurt), []);
  assert.equal(record.to("evil.example").length, 0);
  const left = await app.preview.evaluate(() => ({
    dangerous: document.querySelectorAll(".fw-page :is(script, iframe, object, embed, form, style, link, meta, base, svg)").length,
    handlers: [...document.querySelectorAll(".fw-page *")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length,
    fixed: [...document.querySelectorAll(".fw-page *")].filter((element) => getComputedStyle(element).position === "fixed").length,
    id: document.getElementById("editor") === null,
    href: [...document.querySelectorAll("a[href^='javascript']")].length,
  }));
  assert.deepEqual(left, { dangerous: 0, handlers: 0, fixed: 0, id: true, href: 0 });
});

test("a whole journey asks no other host for anything", async ({ app, page, record }) => {
  await app.open("journey.md", "---\ntitle: Journey\n---\n\n$x^2$\n\n```rust\nfn main() {}\n```\n\n![a gate](gate.png)\n\nhttps://example.org\n");
  await until("the formula", async () => (await app.preview.count(".katex")) > 0);
  await until("the colours", async () => (await app.preview.count("[class^='tok-']")) > 0);
  await app.side("Problems");
  await app.side("Outline");
  await app.menu("Dark");
  await page.getByRole("radio", { name: "Preview" }).check();
  await app.download();
  assert.deepEqual(record.requests.filter(({ url }) => !/^(?:http:\/\/127\.0\.0\.1:|blob:|data:)/.test(url)), []);
});

test("the page itself refuses markup and scripts from strings", { console: [/Trusted ?(?:HTML|Script|Type)|Content.Security.Policy/i] }, async ({ page }) => {
  const outcome = (deed) =>
    page.evaluate(async (which) => {
      try {
        if (which === "markup") document.createElement("div").innerHTML = "<b>x</b>";
        if (which === "frame") document.createElement("iframe").srcdoc = "<b>x</b>";
        if (which === "policy") globalThis.trustedTypes.createPolicy("another", {});
        if (which === "script") {
          const script = document.createElement("script");
          script.append("window.ran = true");
          document.head.append(script);
          if (!window.ran) throw new TypeError("It did not run.");
        }
        if (which === "fetch") await fetch("https://elsewhere.example/");
        return "allowed";
      } catch (problem) {
        return problem.name;
      }
    }, deed);
  for (const deed of ["markup", "frame", "policy", "script", "fetch"]) assert.equal(await outcome(deed), "TypeError", deed);
});
