// Owns a static server as any host has: right MIME types, no listing, no fallback page. It serves the built page from
// the root and from below /blog/editor/, and posts from /posts/.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".md": "text/markdown; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** Where the page is opened by default: below a path, so that an address from the root would be found out. */
export const PATH = "/blog/editor/";

/** Starts a server for the built page in `dist` and the posts in `posts`. */
export async function serve(dist, posts) {
  const roots = [["/posts/", posts], [PATH, dist], ["/", dist]];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const [prefix, folder] = roots.find(([start]) => pathname.startsWith(start));
    const asked = normalize(decodeURIComponent(pathname.slice(prefix.length)) || "index.html");
    if (asked.startsWith("..")) return void response.writeHead(403).end();
    readFile(join(folder, asked)).then(
      (bytes) => {
        const type = TYPES[extname(asked)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(bytes);
      },
      () => response.writeHead(404, { "content-type": "text/plain" }).end("not found"),
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
