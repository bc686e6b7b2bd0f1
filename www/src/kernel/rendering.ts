// Owns how the open post is rendered, as far as a person decides: dialect, generator, settings; and the comparison of two
// dialects while it is seen.

import type { Chosen, Desk } from "../documents/desk-face";
import type { EngineClient } from "../engine/client";
import type { ComparisonView } from "../preview/comparison";
import type { Event, Range16, RenderSetting, RenderingAsk, SetByHand } from "../wire";
import type { SettingsStore } from "./settings";

export interface RenderingOptions {
  desk: Pick<Desk, "chosen" | "choose" | "document">;
  settings: Pick<SettingsStore, "chosenFor" | "remember">;
  engine: Pick<EngineClient, "changed" | "compare">;
  dark(): boolean;
  /** Whether images of other hosts may load. */
  remote(): boolean;
  tell(event: Event): void;
  reveal(range: Range16): void;
}

export interface Rendering {
  /** What is in force for the open post. */
  chosen(): Omit<Chosen, "settings"> & { settings: SetByHand[] };
  choose(chosen: Partial<Chosen>): void;
  ask(ask: RenderingAsk): void;
  /** There is an analysis of a revision, with the settings where they changed: a comparison that is seen may be old. */
  analysed(revision: number, changed: RenderSetting[] | null): void;
}

export function createRendering({ desk, settings, engine, dark, remote, tell, reveal }: RenderingOptions): Rendering {
  /** The comparison that is seen, and its view as soon as that is there. */
  let sides: [a: string | null, b: string | null] | null = null;
  let shown: Promise<ComparisonView | null> | null = null;
  /** Counts comparisons, so that a late answer is known. */
  let turn = 0;
  /** The revision that is compared. */
  let compared: number | null = null;

  const rendering: Rendering = {
    chosen() {
      const here = desk.chosen();
      const before = settings.chosenFor(desk.document().name);
      return {
        dialect: here.dialect ?? before.dialect,
        generator: here.generator ?? before.generator,
        settings: here.settings ?? before.settings ?? [],
      };
    },
    choose(chosen) {
      desk.choose(chosen);
      settings.remember(desk.document().name, chosen);
      engine.changed();
    },
    ask(ask) {
      const set = rendering.chosen().settings;
      switch (ask.ask) {
        case "set":
          return rendering.choose({ settings: [...set.filter(({ key }) => key !== ask.key), { key: ask.key, value: ask.value }] });
        case "reset": {
          const left = ask.key === null ? [] : set.filter(({ key }) => key !== ask.key);
          return rendering.choose({ settings: left.length > 0 ? left : null });
        }
        case "compare":
          sides = [ask.a, ask.b];
          return void show();
        case "endComparison":
          return end();
      }
    },
    analysed(revision, changed) {
      if (changed) tell({ type: "renderSettings", settings: changed });
      if (sides && compared !== null && (changed || revision !== compared)) void show();
    },
  };

  const end = (): void => {
    turn += 1;
    sides = null;
    void shown?.then((there) => there?.end());
    shown = null;
  };

  /** The view, in the place that the app has for it; null when that is not there. */
  const view = async (): Promise<ComparisonView | null> => {
    const { createComparisonView } = await import("../preview/comparison");
    const place = document.getElementById("comparison");
    return place && createComparisonView(place, reveal, { dark, remote: remote() });
  };

  const show = async (): Promise<void> => {
    if (!sides) return;
    turn += 1;
    const mine = turn;
    const [a, b] = sides;
    tell({ type: "comparison", comparison: { state: "comparing" } });
    compared = null;
    shown ??= view().catch(() => null);
    const [there, found] = await Promise.all([shown, engine.compare(a, b)]);
    if (mine !== turn) return;
    if (!there || !found) return tell({ type: "comparison", comparison: { state: "failed" } });
    compared = found.rev;
    there.show(found);
    const { differences, more, shortened } = found;
    tell({ type: "comparison", comparison: { state: "done", count: differences.length, more, shortened } });
  };

  return rendering;
}
