/** The layout that a state of the page shows: what links, files and the shelf keep of it. */
import { RULES_AS_OF } from "../models/catalogue";
import { restorePlay } from "../share/restore-play";
import type { SharedLayout } from "../share/shared-layout";
import type { PlaygroundState } from "./playground-state";

export function layoutOf({ text, settings }: Pick<PlaygroundState, "text" | "settings">): SharedLayout {
  const { model, region, scenario, offRules = [] } = settings;
  return {
    text,
    model,
    region,
    scenario,
    play: restorePlay(settings),
    offRules,
    rulesAsOf: RULES_AS_OF,
  };
}
