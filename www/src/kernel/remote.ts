// Owns whether images of other sites may load: in the open post, or always.

import type { Command, Event } from "../wire";
import type { SettingsStore } from "./settings";

export interface RemoteOptions {
  settings: Pick<SettingsStore, "get" | "set">;
  /** It is allowed from now on, or not. */
  apply(allowed: boolean): void;
  tell(event: Event): void;
  /** Settings of the page have changed. */
  changed(): void;
}

export interface Remote {
  allowed(): boolean;
  /** So many images wait for permission, from these hosts. */
  waits(blocked: number, hosts: string[]): void;
  /** Another post is open. */
  opened(): void;
  run(command: Extract<Command, { type: "allowRemote" | "forbidRemote" }>): void;
}

export function createRemote({ settings, apply, tell, changed }: RemoteOptions): Remote {
  let here = false;
  let waiting: { blocked: number; hosts: string[] } = { blocked: 0, hosts: [] };

  const allowed = (): boolean => here || settings.get().remoteAlways;
  const say = (): void => tell({ type: "remote", ...waiting, allowed: allowed() });
  const set = (on: boolean): void => {
    here = on;
    apply(allowed());
    say();
  };
  return {
    allowed,
    waits(blocked, hosts) {
      waiting = { blocked, hosts };
      say();
    },
    opened: () => set(false),
    run(command) {
      const always = command.type === "allowRemote" ? command.always || settings.get().remoteAlways : false;
      settings.set({ remoteAlways: always });
      changed();
      set(command.type === "allowRemote");
    },
  };
}
