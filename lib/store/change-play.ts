/** Changes how requests are played, field by field. */
import type { Settings } from "../pipeline/analysis";
import type { PlayChange } from "./playground-state";

/** Everything as the service does it. */
export const NO_PLAY: Readonly<Record<keyof PlayChange, undefined>> = {
  placement: undefined,
  system: undefined,
  implicit: undefined,
  ttl: undefined,
  automatic: undefined,
  prices: undefined,
  rulesOn: undefined,
  seenPrices: undefined,
};

/** The settings with the change; a field that becomes undefined is not there any more. */
export function withPlay(settings: Settings, change: PlayChange): Settings {
  const changed: Record<string, unknown> = { ...settings, ...change };
  for (const key of Object.keys(NO_PLAY)) if (changed[key] === undefined) delete changed[key];
  return changed as unknown as Settings;
}
