// Owns whether remote images are loaded: in the open post, or in every one.

import type { Event } from "../wire";
import type { SettingsStore } from "./settings";

export interface Remote {
  allowed(): boolean;
  /** Loads them in the open post, or from now on in every one. */
  allow(always: boolean): void;
  forbid(): void;
  /** Another post is open, which was not decided about. */
  opened(): void;
  /** So many wait, from these hosts. */
  waits(blocked: number, hosts: string[]): void;
}

/** `apply` carries out what is allowed from now on. */
export function createRemote(settings: SettingsStore, tell: (event: Event) => void, apply: (allowed: boolean) => void): Remote {
  let here = false;
  let waiting: { blocked: number; hosts: string[] } = { blocked: 0, hosts: [] };
  const allowed = (): boolean => here || settings.get().remoteAlways;
  const tellApp = (): void => tell({ type: "remote", ...waiting, allowed: allowed() });
  const decide = (now: boolean): void => {
    here = now;
    apply(allowed());
    tellApp();
  };
  return {
    allowed,
    allow(always) {
      if (always) settings.set({ remoteAlways: true });
      decide(true);
    },
    forbid() {
      settings.set({ remoteAlways: false });
      decide(false);
    },
    opened: () => decide(false),
    waits(blocked, hosts) {
      waiting = { blocked, hosts };
      tellApp();
    },
  };
}
