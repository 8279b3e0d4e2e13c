/** The layout that a state of the page shows, with the edition of rules and prices where that is not today's. */
import { restorePlay } from "../share/restore-play";
import type { SharedLayout } from "../share/shared-layout";
import type { PlaygroundState } from "./playground-state";

export function layoutOf({ text, settings }: Pick<PlaygroundState, "text" | "settings">): SharedLayout {
  const { model, region, scenario, offRules = [], rulesOn = "", seenPrices } = settings;
  return {
    text,
    model,
    region,
    scenario,
    play: restorePlay(settings),
    offRules,
    rulesAsOf: rulesOn,
    ...(seenPrices ? { seenPrices } : {}),
  };
}
