// Owns what the address of an image, video or embed means: which kind it is, whose it is. Pure; nothing is loaded here.

/** Where the bytes of an image or a media file are. */
export type Source =
  /** Inside the post: a raster image as a data URL. */
  | { kind: "inline"; url: string }
  /** On another host; loads only when the person allows it. Always https. */
  | { kind: "remote"; url: string; host: string }
  /** A file of the site; `path` is decoded and has no query. */
  | { kind: "local"; path: string }
  /** Nothing that a preview can show. */
  | { kind: "none" };

const BASE = "https://relative.invalid";
const RASTER = /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i;

/** Tells what `address`, as written in a post, points to. */
export function sourceOf(address: string): Source {
  const trimmed = address.trim();
  if (trimmed === "") return { kind: "none" };
  if (RASTER.test(trimmed)) return { kind: "inline", url: trimmed };
  let url: URL;
  try {
    url = new URL(trimmed, BASE);
  } catch {
    return { kind: "none" };
  }
  if (url.origin === BASE) return local(trimmed);
  if (url.protocol !== "https:" && url.protocol !== "http:") return { kind: "none" };
  // Browsers load no http image in an https page; most hosts have both.
  url.protocol = "https:";
  return { kind: "remote", url: url.href, host: url.host };
}

function local(address: string): Source {
  const bare = address.replace(/[?#].*$/s, "");
  if (bare === "") return { kind: "none" };
  try {
    return { kind: "local", path: decodeURIComponent(bare) };
  } catch {
    return { kind: "local", path: bare };
  }
}

/** A video that can be played in place. */
export interface Video {
  provider: "youtube" | "vimeo";
  id: string;
  /** Second to start at, digits only; empty for the beginning. */
  start: string;
  /** Key of an unlisted Vimeo video; empty without one. */
  hash: string;
}

const YOUTUBE_HOSTS = new Set(["www.youtube.com", "youtube.com", "www.youtube-nocookie.com", "youtube-nocookie.com"]);
/** `videoseries` has the shape of an id but stands for a playlist. */
const YOUTUBE_ID = /^(?!videoseries$)[\w-]{11}$/;
const VIMEO_ID = /^\d{1,12}$/;
const VIMEO_HASH = /^[\da-f]{6,20}$/;
const SECONDS = /^\d{1,6}$/;

/** The video that an iframe's address names, or null for anything but the embed pages of the known providers. */
export function videoOf(address: string): Video | null {
  let url: URL;
  try {
    url = new URL(address.trim(), BASE);
  } catch {
    return null;
  }
  if (url.protocol !== "https:" || url.port || url.username || url.password) return null;
  const start = url.searchParams.get("start") ?? url.hash.replace(/^#t=(\d+)s?$/, "$1");
  const [, folder, id = "", more] = url.pathname.replace(/\/$/, "").split("/");
  if (more !== undefined) return null;
  if (YOUTUBE_HOSTS.has(url.hostname) && folder === "embed") {
    return checkedVideo("youtube", id, start, "");
  }
  if (url.hostname === "player.vimeo.com" && folder === "video") {
    return checkedVideo("vimeo", id, start, url.searchParams.get("h") ?? "");
  }
  return null;
}

/** A video from its parts, or null when a part has not the provider's alphabet. Start and key are dropped when odd. */
export function checkedVideo(provider: string, id: string, start: string, hash: string): Video | null {
  if (provider === "youtube" && YOUTUBE_ID.test(id)) {
    return { provider, id, start: SECONDS.test(start) ? start : "", hash: "" };
  }
  if (provider === "vimeo" && VIMEO_ID.test(id)) {
    return { provider, id, start: SECONDS.test(start) ? start : "", hash: VIMEO_HASH.test(hash) ? hash : "" };
  }
  return null;
}

/** The address of a video's player, built from its parts alone. `autoplay` because a person has just asked for it. */
export function playerUrl(video: Video): string {
  if (video.provider === "youtube") {
    const url = new URL(`https://www.youtube-nocookie.com/embed/${video.id}`);
    url.searchParams.set("autoplay", "1");
    if (video.start) url.searchParams.set("start", video.start);
    return url.href;
  }
  const url = new URL(`https://player.vimeo.com/video/${video.id}`);
  if (video.hash) url.searchParams.set("h", video.hash);
  url.searchParams.set("dnt", "1");
  url.searchParams.set("autoplay", "1");
  if (video.start) url.hash = `t=${video.start}s`;
  return url.href;
}

/** The address that an author would embed, for the HTML that leaves the preview. */
export function embedUrl(video: Video): string {
  if (video.provider === "youtube") {
    return `https://www.youtube.com/embed/${video.id}${video.start ? `?start=${video.start}` : ""}`;
  }
  return `https://player.vimeo.com/video/${video.id}${video.hash ? `?h=${video.hash}` : ""}${video.start ? `#t=${video.start}s` : ""}`;
}

/** The name of a provider as people know it. */
export function providerName(provider: Video["provider"]): string {
  return provider === "youtube" ? "YouTube" : "Vimeo";
}

/** Host of an outside https or http address, null for anything else. */
export function hostOf(address: string): string | null {
  const source = sourceOf(address);
  return source.kind === "remote" ? source.host : null;
}
