// Owns the tests of the preview's pure parts: what addresses mean, which links and styles may stay, where a click goes.

import { test } from "node:test";
import assert from "node:assert/strict";
import { allowedStyles, ELEMENTS, GLOBAL_ATTRIBUTES, linkKind } from "../src/preview/allow-list";
import { refineClick, wordAt } from "../src/preview/click";
import { interpolate, rising } from "../src/preview/interpolation";
import { checkedVideo, embedUrl, playerUrl, sourceOf, videoOf } from "../src/preview/sources";

test("the embed pages of known providers are videos", () => {
  const id = "WlkThEEW10s";
  for (const address of [
    `https://www.youtube.com/embed/${id}`,
    `https://www.youtube.com/embed/${id}?si=LfE&start=90`,
    `https://youtube.com/embed/${id}/`,
    `https://www.youtube-nocookie.com/embed/${id}`,
    `//www.youtube.com/embed/${id}`,
  ]) {
    assert.equal(videoOf(address)?.id, id, address);
  }
  assert.deepEqual(videoOf("https://player.vimeo.com/video/76979871?h=8272103f6e#t=30s"), {
    provider: "vimeo", id: "76979871", start: "30", hash: "8272103f6e",
  });
});

test("nothing else is a video", () => {
  for (const address of [
    "http://www.youtube.com/embed/WlkThEEW10s",
    "https://www.youtube.com/watch?v=WlkThEEW10s",
    "https://www.youtube.com/embed/videoseries?list=PL1",
    "https://www.youtube.com/embed/WlkThEEW10s/../../redirect",
    "https://www.youtube.com/embed/x",
    "https://www.youtube.com/embed/<script>ab",
    "https://www.youtube.com:8443/embed/WlkThEEW10s",
    "https://www.youtube.com@evil.example/embed/WlkThEEW10s",
    "https://user@www.youtube.com/embed/WlkThEEW10s",
    "https://www.youtube.com.evil.example/embed/WlkThEEW10s",
    "https://evil.example/embed/WlkThEEW10s",
    "javascript:alert(1)//www.youtube.com/embed/WlkThEEW10s",
    "https://player.vimeo.com/video/12a",
    "",
    "https://",
  ]) {
    assert.equal(videoOf(address), null, address);
  }
});

test("a player's address is built from checked parts alone", () => {
  const odd = checkedVideo("youtube", "WlkThEEW10s", "1&autoplay=0", "x");
  assert.equal(odd && playerUrl(odd), "https://www.youtube-nocookie.com/embed/WlkThEEW10s?autoplay=1");
  const private_ = checkedVideo("vimeo", "76979871", "", "8272103f6e");
  assert.equal(private_ && playerUrl(private_), "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1&autoplay=1");
  assert.equal(private_ && embedUrl(private_), "https://player.vimeo.com/video/76979871?h=8272103f6e");
  assert.equal(checkedVideo("evil", "WlkThEEW10s", "", ""), null);
});

test("images are inline, remote, local or nothing", () => {
  assert.equal(sourceOf("data:image/png;base64,AAAA").kind, "inline");
  assert.equal(sourceOf("data:image/svg+xml,<svg/>").kind, "none");
  assert.equal(sourceOf("data:text/html,x").kind, "none");
  assert.equal(sourceOf("javascript:alert(1)").kind, "none");
  assert.equal(sourceOf("file:///etc/passwd").kind, "none");
  assert.equal(sourceOf("  ").kind, "none");
  assert.deepEqual(sourceOf("http://Example.org/a b.png"), { kind: "remote", url: "https://example.org/a%20b.png", host: "example.org" });
  assert.deepEqual(sourceOf("//example.org/a.png"), { kind: "remote", url: "https://example.org/a.png", host: "example.org" });
  assert.deepEqual(sourceOf("./my%20pictures/a.png?v=2#x"), { kind: "local", path: "./my pictures/a.png" });
  assert.deepEqual(sourceOf("/static/100%.png"), { kind: "local", path: "/static/100%.png" });
});

test("links lead to anchors, the site or outside, never anywhere that runs something", () => {
  assert.equal(linkKind("#part"), "anchor");
  assert.equal(linkKind("../other.md#part"), "site");
  assert.equal(linkKind("?page=2"), "site");
  assert.equal(linkKind("//example.org"), "outside");
  assert.equal(linkKind("\\\\example.org"), "outside");
  assert.equal(linkKind("mailto:a@example.org"), "outside");
  for (const href of ["javascript:alert(1)", " java\nscript:alert(1)", "\u0001javascript:alert(1)", "\u2028javascript:alert(1)", "JAVASCRIPT:x",
    "data:text/html,x", "vbscript:x", "file:///x", "blob:https://example.org/x", "about:blank", "ftp://example.org", "intent:x"]) {
    assert.equal(linkKind(href), null, JSON.stringify(href));
  }
});

test("the allow-list holds nothing that runs, loads or submits by itself", () => {
  const attributes = [...GLOBAL_ATTRIBUTES, ...Object.values(ELEMENTS).flat()];
  for (const name of attributes) assert.doesNotMatch(name, /^on|^(?:src|srcset|srcdoc|style|action|formaction|ping|poster|background|target|autofocus|popover.*)$/);
  for (const name of ["script", "style", "iframe", "object", "embed", "form", "button", "svg", "math", "template", "base", "meta", "link", "video", "audio"]) {
    assert.ok(!(name in ELEMENTS), name);
  }
});

test("styles keep to the list and to plain values", () => {
  const declared: Record<string, string> = {
    "text-align": "center", "position": "fixed", "background-image": "url(https://evil.example)", "color": "rgb(1, 2, 3)",
    "width": "calc(100% + url(x))", "margin-top": "-50px", "max-width": "40rem", "z-index": "9",
  };
  const style = { getPropertyValue: (name: string) => declared[name] ?? "" } as CSSStyleDeclaration;
  assert.deepEqual(Object.fromEntries(allowedStyles(style)), { "text-align": "center", "color": "rgb(1, 2, 3)", "max-width": "40rem" });
});

test("a click finds the nearest occurrence of its word in its block", () => {
  const text = "one two one [two](x) two\n\nanother two";
  const range = { from: 0, to: 24 };
  assert.equal(refineClick(text, 14, { word: "two", into: 1, range }), 14);
  assert.equal(refineClick(text, 19, { word: "two", into: 0, range }), 21);
  assert.equal(refineClick(text, 30, { word: "another", into: 0, range }), 24);
  assert.equal(refineClick(text, 9, { word: "", into: 0, range }), 9);
  assert.deepEqual(wordAt("say Körbächer!", 8), { word: "Körbächer", into: 4 });
  assert.deepEqual(wordAt("a  b", 2), { word: "", into: 0 });
});

test("places between anchors lie on straight lines, and back again", () => {
  const points = rising([{ x: 0, y: 0 }, { x: 10, y: 100 }, { x: 12, y: 100 }, { x: 20, y: 90 }, { x: 30, y: 140 }]);
  assert.deepEqual(points, [{ x: 0, y: 0 }, { x: 10, y: 100 }, { x: 30, y: 140 }]);
  for (let x = 0; x <= 30; x += 0.5) assert.ok(Math.abs(interpolate(points, interpolate(points, x, "x"), "y") - x) < 1e-9);
  assert.equal(interpolate(points, -5, "x"), 0);
  assert.equal(interpolate(points, 50, "x"), 140);
  assert.equal(interpolate([], 3, "x"), 0);
});
