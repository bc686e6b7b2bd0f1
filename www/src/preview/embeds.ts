// Owns videos being played: real players in the parent page, laid over their facades and moving with them. They are
// outside the frame because its sandbox, which they would inherit, allows no script.

import { videos } from "./facades";
import { playerUrl, providerName } from "./sources";

interface Player {
  facade: HTMLElement;
  box: HTMLElement;
}

/** The players over one preview. */
export class Embeds {
  private players: Player[] = [];

  /** `layer` is clipped to the frame's box and lies over it. */
  constructor(private readonly layer: HTMLElement) {}

  /** Plays the video that `button`, a play button of the frame, stands for. Only ever called on a person's click. */
  play(button: HTMLElement): void {
    const entry = videos.get(button);
    const facade = button.parentElement;
    if (!entry || !facade) return;
    this.close(facade);
    const { video, title } = entry;
    const { ownerDocument } = this.layer;
    const frame = ownerDocument.createElement("iframe");
    frame.title = `${title} (${providerName(video.provider)})`;
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
    // The providers refuse to play without knowing the origin that embeds them.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.allow = "fullscreen; picture-in-picture; encrypted-media; autoplay";
    frame.src = playerUrl(video);
    Object.assign(frame.style, { width: "100%", height: "100%", border: "0", display: "block", background: "#000" });
    const box = ownerDocument.createElement("div");
    Object.assign(box.style, { position: "absolute", top: "0", left: "0", pointerEvents: "auto", borderRadius: "8px", overflow: "hidden" });
    box.append(frame, this.closer(facade, button));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close(facade, button);
    });
    this.layer.append(box);
    this.players.push({ facade, box });
    this.follow();
    frame.focus();
  }

  /** Moves every player over its facade; closes those whose facade has gone. Call after scrolling and layout. */
  follow(): void {
    for (const { facade, box } of [...this.players]) {
      if (!facade.isConnected) {
        this.close(facade);
        continue;
      }
      const { left, top, width, height } = facade.getBoundingClientRect();
      box.style.visibility = width === 0 ? "hidden" : "visible";
      box.style.transform = `translate(${left}px, ${top}px)`;
      box.style.width = `${width}px`;
      box.style.height = `${height}px`;
    }
  }

  /** Closes every player. */
  clear(): void {
    for (const { facade } of [...this.players]) this.close(facade);
  }

  private close(facade: HTMLElement, focus?: HTMLElement): void {
    const index = this.players.findIndex((player) => player.facade === facade);
    this.players[index]?.box.remove();
    if (index >= 0) this.players.splice(index, 1);
    focus?.focus();
  }

  private closer(facade: HTMLElement, button: HTMLElement): HTMLElement {
    const closer = this.layer.ownerDocument.createElement("button");
    closer.type = "button";
    closer.textContent = "×";
    closer.title = "Close video";
    closer.setAttribute("aria-label", "Close video");
    Object.assign(closer.style, {
      position: "absolute", top: "8px", right: "8px", width: "32px", height: "32px", border: "0", borderRadius: "16px",
      font: "20px/32px system-ui, sans-serif", padding: "0", color: "#fff", background: "rgb(0 0 0 / 65%)", cursor: "pointer",
    });
    closer.addEventListener("click", () => this.close(facade, button));
    return closer;
  }
}
