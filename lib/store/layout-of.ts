/** The layout that a state of the page shows, with the edition of rules and prices where that is not today's. */
import { restorePlay } from "../share/restore-play";
import type { SharedLayout } from "../share/shared-layout";
import type { PlaygroundState } from "./playground-state";

export function layoutOf({ text, settings }: Pick<PlaygroundState, "text" | "settings">): SharedLayout {
  const { model, region, scenario, offRules = [], rulesOn = "", seenPrices, mediaSizes } = settings;
  return {
    text,
    model,
    region,
    ...(settings.isRegionAssumed ? { isRegionAssumed: true } : {}),
    scenario,
    play: restorePlay(settings),
    ...(mediaSizes && Object.keys(mediaSizes).length > 0 ? { mediaSizes } : {}),
    offRules,
    rulesAsOf: rulesOn,
    ...(seenPrices ? { seenPrices } : {}),
  };
}
