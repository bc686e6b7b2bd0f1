// Owns what stands for an iframe in the frame: a button that asks for a known provider's video, or a calm card that says
// whose content is missing. Nothing here loads anything, except a video's still picture where remote images are allowed.

import { linkKind } from "./allow-list";
import { copySize } from "./placeholders";
import { keys } from "./media";
import { checkedVideo, hostOf, providerName, type Video } from "./sources";

/** The video that a play button stands for. A post cannot enter anything here, whatever its HTML says. */
export const videos = new WeakMap<Element, { video: Video; title: string }>();

/** Class of the play buttons. */
export const PLAY = "fw-play";

/** The element to show for the facts of an embed. `stills` allows the video's picture, which comes from its provider. */
export function embedFacade(facts: HTMLElement, document: Document, stills: boolean): HTMLElement {
  const { fwEmbed = "", fwId = "", fwStart = "", fwHash = "", fwLabel = "", fwSrc = "" } = facts.dataset;
  const video = checkedVideo(fwEmbed, fwId, fwStart, fwHash);
  const element = video ? facade(video, fwLabel.trim(), document, stills) : card(fwEmbed, fwLabel.trim(), fwSrc, document);
  if (facts.dataset.o) element.dataset.o = facts.dataset.o;
  if (facts.id) element.id = facts.id;
  if (video && !copySize(facts, element)) element.style.aspectRatio = "16 / 9";
  const size = [facts.getAttribute("width"), facts.getAttribute("height")];
  keys.set(element, ["embed", fwEmbed, fwId, fwStart, fwHash, fwLabel, fwSrc, facts.dataset.fwNote, stills, ...size].join("\n"));
  return element;
}

function facade(video: Video, title: string, document: Document, stills: boolean): HTMLElement {
  const provider = providerName(video.provider);
  const element = part(document, "span", "fw-embed");
  const button = part(document, "button", PLAY) as HTMLButtonElement;
  button.type = "button";
  const name = title && title.toLowerCase() !== "youtube video player" ? title : `${provider} video`;
  button.setAttribute("aria-label", `Play video: ${name} (${provider})`);
  videos.set(button, { video, title: name });
  if (stills && video.provider === "youtube") {
    const still = document.createElement("img");
    still.alt = "";
    still.className = "fw-still";
    still.referrerPolicy = "no-referrer";
    still.src = `https://i.ytimg.com/vi/${video.id}/hqdefault.jpg`;
    button.append(still);
  }
  button.append(
    part(document, "span", "fw-play-mark"),
    part(document, "span", "fw-play-title", name),
    part(document, "span", "fw-play-provider", `Plays from ${provider}`),
  );
  element.append(button);
  return element;
}

function card(kind: string, label: string, address: string, document: Document): HTMLElement {
  const element = part(document, "span", "fw-card");
  const host = hostOf(address);
  const what = kind === "script" ? "Script" : kind === "other" ? "Embedded page" : "Drawing";
  element.append(part(document, "span", "fw-card-name", label || what));
  const note = part(document, "span", "fw-card-note");
  if (host && kind === "script") {
    note.textContent = `from ${host}; it runs on the published page only`;
  } else if (host && linkKind(address) === "outside") {
    const link = document.createElement("a");
    link.href = address;
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    link.textContent = host;
    note.append("from ", link);
  } else if (kind === "other") {
    note.textContent = address || "without an address";
  } else {
    note.textContent = "inline SVG; it is shown on the published page only";
  }
  element.append(note);
  return element;
}

/** What stands for a block that could not be shown at all; the rest of the post is not to suffer from it. */
export function broken(document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const element = part(document, "span", "fw-card fw-broken");
  element.append(part(document, "span", "fw-card-note", "This part cannot be shown in the preview."));
  fragment.append(element);
  return fragment;
}

function part(document: Document, tag: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (text) element.textContent = text;
  return element;
}
