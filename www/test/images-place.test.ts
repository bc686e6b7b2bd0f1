// Owns the tests of where a post's images go and how they are named: learned from posts, else as generators want it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { encodePath, escapeAlt, imageMarkup } from "../src/images/link";
import { freeName, proposedName, safeName } from "../src/images/name";
import { placesFor, type PlaceFacts } from "../src/images/place";
import { imagesIn, localPath } from "../src/images/used";

const used = (...paths: string[]) => paths.map((path) => ({ path, style: "markdown" as const }));

/** `folder ← prefix` of each place. */
function places(facts: Partial<PlaceFacts>): string[] {
  return placesFor({ post: null, files: [], own: [], others: [], generator: "", ...facts }).map(({ folder, prefix }) => `${folder} ← ${prefix}`);
}
const first = (facts: Partial<PlaceFacts>): string => places(facts)[0] ?? "";

const HUGO = ["hugo.toml", "content/posts/a.md", "static/favicon.png"];

test("a page bundle has its images beside it", () => {
  const post = "content/posts/my-post/index.md";
  assert.equal(first({ post, files: HUGO, generator: "hugo" }), "content/posts/my-post ← ");
  assert.equal(first({ post, files: ["config.toml", "content/x.md"], generator: "zola" }), "content/posts/my-post ← ");
  assert.equal(first({ post, files: ["gatsby-config.js"], generator: "gatsby" }), "content/posts/my-post ← ./");
  assert.equal(first({ post: "src/content/blog/my-post/index.mdx", files: ["astro.config.mjs"], generator: "astro" }), "src/content/blog/my-post ← ./");
  assert.equal(first({ post: "blog/2024-01-01-x/index.md", files: ["docusaurus.config.ts"], generator: "docusaurus" }), "blog/2024-01-01-x ← ./");
});

test("a post among others uses its generator's place", () => {
  assert.deepEqual(places({ post: "content/posts/a.md", files: HUGO, generator: "hugo" }), ["static/images ← /images/"]);
  assert.equal(first({ post: "content/posts/a.md", files: [...HUGO, "static/img/x.png"], generator: "hugo" }), "static/img ← /img/");
  assert.deepEqual(places({ post: "content/posts/a.md", files: [...HUGO, "assets/images/x.png"], generator: "hugo" }), ["static/images ← /images/", "assets/images ← /images/"]);
  assert.equal(first({ post: "_posts/2024-01-31-a.md", files: ["_config.yml", "_posts/2024-01-31-a.md"], generator: "jekyll" }), "assets/images ← /assets/images/");
  assert.equal(first({ post: "_posts/2024-01-31-a.md", files: ["_config.yml", "assets/img/x.png"], generator: "jekyll" }), "assets/img ← /assets/img/");
  assert.equal(first({ post: "_posts/2024-01-31-a.md", files: ["_config.yml", "images/x.png"], generator: "jekyll" }), "images ← /images/");
  assert.deepEqual(places({ post: "src/content/blog/a.md", files: ["astro.config.mjs", "src/assets/x.png"], generator: "astro" }), ["src/assets ← ../../assets/", "src/content/blog ← ./", "public/images ← /images/"]);
  assert.equal(first({ post: "src/content/blog/a.md", files: ["astro.config.mjs", "src/content/blog/a.md"], generator: "astro" }), "src/content/blog ← ./");
  assert.equal(first({ post: "content/blog/a.md", files: ["config.toml", "content/blog/a.md"], generator: "zola" }), "static/images ← /images/");
  assert.deepEqual(places({ post: "blog/a.md", files: ["docusaurus.config.js"], generator: "docusaurus" }), ["static/img ← /img/", "blog ← ./"]);
  assert.equal(first({ post: "content/blog/a.md", files: ["eleventy.config.js", "public/img/x.png"], generator: "eleventy" }), "public/img ← /img/");
});

test("what the other posts do wins over the generator", () => {
  const others = [{ post: "content/posts/b.md", images: used("/media/b.png") }, { post: "content/posts/c.md", images: used("/media/c.png") }];
  assert.deepEqual(places({ post: "content/posts/a.md", files: [...HUGO, "static/media/b.png"], others, generator: "hugo" }), ["static/media ← /media/", "static/images ← /images/"]);
  const up = [{ post: "src/content/blog/b.md", images: used("../../images/blog/b.jpg") }];
  assert.equal(first({ post: "src/content/blog/2024/a.md", files: ["astro.config.mjs"], others: up, generator: "astro" }), "src/images/blog ← ../../../images/blog/");
  assert.equal(first({ post: "src/content/blog/a.md", files: ["astro.config.mjs"], others: [{ post: "src/content/blog/b.md", images: used("@/assets/b.jpg") }], generator: "astro" }), "src/assets ← @/assets/");
});

test("the post's own images win over those of others", () => {
  const others = [1, 2, 3, 4, 5].map((at) => ({ post: `posts/${at}.md`, images: used("/images/x.png") }));
  assert.equal(first({ post: "posts/a.md", files: ["_posts/x.md", "images/x.png"], own: used("/pics/a.png"), others }), "pics ← /pics/");
});

test("a folder that is named after another post is named after this one", () => {
  const others = [{ post: "content/posts/tides.md", images: used("/images/tides/low.jpg") }];
  assert.equal(first({ post: "content/posts/gulls.md", files: [...HUGO, "static/images/tides/low.jpg"], others, generator: "hugo" }), "static/images/gulls ← /images/gulls/");
  assert.equal(first({ post: "_posts/2024-02-02-gulls.md", files: ["_config.yml"], others: [{ post: "_posts/2024-01-01-tides.md", images: used("/assets/2024-01-01-tides/low.jpg") }], generator: "jekyll" }), "assets/2024-01-01-gulls ← /assets/2024-01-01-gulls/");
});

test("beside a bundle is no example for a post among others", () => {
  const others = [{ post: "content/posts/b/index.md", images: used("b.png") }];
  assert.equal(first({ post: "content/posts/a.md", files: HUGO, others, generator: "hugo" }), "static/images ← /images/");
  assert.equal(first({ post: "content/posts/c/index.md", files: HUGO, others: [{ post: "content/posts/b/index.md", images: used("images/b.png") }], generator: "hugo" }), "content/posts/c/images ← images/");
});

test("nothing leads out of the folder, and no name is one that a system keeps for itself", () => {
  const others = [{ post: "a.md", images: used("../../secret/x.png", "/../x/y.png", "/con/x.png", "/a:b/x.png") }];
  for (const place of places({ post: "b.md", files: ["a.md"], others })) assert.doesNotMatch(place, /\.\.|secret|con|:/);
});

test("a folder that is not the top of a site gets no static/ of its own", () => {
  assert.deepEqual(places({ post: "a.md", files: ["a.md", "b.md"], generator: "hugo" }), [" ← "]);
  assert.deepEqual(places({ post: "notes/a.md", files: ["notes/a.md", "img/x.png"] }), ["notes ← ", "img ← ../img/"]);
});

test("without a folder the post is beside its images, or names them as its generator does", () => {
  assert.deepEqual(places({}), [" ← "]);
  assert.equal(first({ own: used("/images/x.png"), generator: "hugo" }), "static/images ← /images/");
  assert.equal(first({ generator: "jekyll" }), "assets/images ← /assets/images/");
  assert.deepEqual(places({ generator: "hugo" }), [" ← ", "static/images ← /images/"]);
});

test("Hugo's figure is used where the posts use it", () => {
  const facts: PlaceFacts = { post: "content/a.md", files: HUGO, own: [{ path: "/x.png", style: "figure" }], others: [], generator: "hugo" };
  assert.equal(placesFor(facts)[0]?.style, "figure");
  assert.equal(placesFor({ ...facts, generator: "zola" })[0]?.style, "markdown");
  assert.equal(imageMarkup("/images/a b.png", 'Said "no"', "figure"), '{{< figure src="/images/a%20b.png" alt="Said \\"no\\"" >}}');
});

test("images are found in every spelling", () => {
  const text = '![a](x.png "t") ![b [c]](<a b.png>) ![d](/i/e%20(1).jpg) <img alt="" src=\'y.gif\'> {{< figure src="/z.png" >}} ![][ref]\n\n[ref]: r.webp\n![no](https://e.org/n.png) ![no](data:image/png;base64,x) ![no]({{ page.x }})';
  assert.deepEqual(imagesIn(text).map(({ path }) => path).sort(), ["/i/e (1).jpg", "/z.png", "a b.png", "r.webp", "x.png", "y.gif"]);
  assert.equal(localPath("//cdn.example/x.png"), null);
});

test("links keep letters of every script and encode what would end them", () => {
  assert.equal(encodePath("bilder/möwe am meer (2).webp"), "bilder/möwe%20am%20meer%20%282%29.webp");
  assert.equal(encodePath("100%#1?.png"), "100%25%231%3F.png");
  assert.equal(imageMarkup("a/猫.png", "A [cat] *and* a_b _c_\nnext"), "![A \\[cat\\] \\*and\\* a_b \\_c\\_ next](a/猫.png)");
  assert.equal(escapeAlt("{{ x }} &amp; R&D <b>"), "\\{\\{ x \\}\\} \\&amp; R&D \\<b>");
});

test("the name comes from the post, else from the image", () => {
  const name = (naming: Partial<Parameters<typeof proposedName>[0]>): string => proposedName({ slug: null, post: null, title: null, file: "IMG_2034.HEIC", ...naming });
  assert.equal(name({ post: "content/posts/2024-01-31-my-post.de.md" }), "my-post");
  assert.equal(name({ post: "content/posts/2024-01-31-my-post/index.md" }), "my-post");
  assert.equal(name({ slug: "low-water", post: "x.md" }), "low-water");
  assert.equal(name({ title: "Möwen am Meer" }), "mowen-am-meer");
  assert.equal(name({ file: "Harbour at dusk.PNG" }), "harbour-at-dusk");
  for (const file of ["image.png", "IMG_2034.HEIC", "Screenshot 2024-01-31 at 10.20.30.png", "DSC00123.jpg", ""]) assert.equal(name({ file }), "image", file);
});

test("a typed name becomes one that every system can have", () => {
  assert.equal(safeName("  Café / évé?.png "), "Café - évé-");
  assert.equal(safeName("../../etc/passwd"), "-..-etc-passwd");
  assert.equal(safeName("con"), "con-image");
  assert.equal(safeName("..."), "image");
  assert.equal(freeName("my-post", "webp", new Set(["My-Post.webp", "my-post-2.webp"])), "my-post-3.webp");
});
