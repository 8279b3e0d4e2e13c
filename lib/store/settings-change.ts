/** Changes of the settings as new values, and which of two settings are the same. */
import type { Settings } from "../pipeline/analysis";
import { nameOf } from "../placement/placement";
import { type Message, tell } from "../words/message";
import type { LoadedDocument, PlayChange } from "./playground-state";

/** Everything as the service does it. */
const NO_PLAY: Readonly<Record<keyof PlayChange, undefined>> = {
  placement: undefined,
  system: undefined,
  implicit: undefined,
  ttl: undefined,
  automatic: undefined,
  prices: undefined,
  readings: undefined,
  rulesOn: undefined,
  seenPrices: undefined,
  changing: undefined,
  comparedModels: undefined,
  ownHost: undefined,
  played: undefined,
};

/** The settings with the change; a field that becomes undefined is not there any more. */
export function withPlay(settings: Settings, change: PlayChange): Settings {
  const changed: Record<string, unknown> = { ...settings, ...change };
  for (const key of Object.keys(NO_PLAY)) if (changed[key] === undefined) delete changed[key];
  return changed as unknown as Settings;
}

/** What is said when markers are moved by hand: also that they follow their rule no more, where they followed one. */
export const sayMoved = (done: Message, { placement }: Settings): Message =>
  placement ? tell("store.placementEnded", { done, placement: nameOf(placement) }) : done;

/** The settings a document is opened with. @param present of the one that is open until then */
export function settingsFor(document: LoadedDocument, present: Settings): Settings {
  const { region, scenario, model, play = {}, offRules = [], mediaSizes = {} } = document;
  const isAssumed = region ? document.isRegionAssumed : present.isRegionAssumed;
  return {
    // What the user knows of prices holds for the next document too.
    ...withPlay(present, { ...NO_PLAY, prices: present.prices }),
    ...play,
    scenario,
    model: model ?? present.model,
    region: region ?? present.region,
    isRegionAssumed: isAssumed ?? false,
    offRules,
    // Sizes belong to the parts of one document.
    mediaSizes,
  };
}

/** What the user knows of models holds whatever is taken back: it comes from bills and probes, not from this page. */
export function withKnowledgeOf(settings: Settings, { calibrations, observed }: Settings): Settings {
  if (settings.calibrations === calibrations && settings.observed === observed) return settings;
  const { calibrations: _, observed: __, ...rest } = settings;
  return { ...rest, ...(calibrations ? { calibrations } : {}), ...(observed ? { observed } : {}) };
}

/** @param ratio null goes back to the plain count */
export function withCalibration(settings: Settings, model: string, ratio: number | null): Settings {
  const { [model]: _, ...others } = settings.calibrations ?? {};
  return { ...settings, calibrations: ratio === null ? others : { ...others, [model]: ratio } };
}

const KNOWLEDGE: readonly (keyof Settings)[] = ["calibrations", "observed"];

/** Where the key is from is not part of a document. */
const PLACE: readonly (keyof Settings)[] = ["region", "isRegionAssumed"];

/**
 * Whether nothing was changed from one to the other, what is known of models aside; values are compared by identity, so that two
 * scenarios written alike are two.
 * @param withoutPlace true leaves the region out
 */
export function sameSettings(one: Settings, other: Settings, withoutPlace = false): boolean {
  const keys = [...Object.keys(one), ...Object.keys(other)] as (keyof Settings)[];
  return keys.every(
    (key) => one[key] === other[key] || KNOWLEDGE.includes(key) || (withoutPlace && PLACE.includes(key)),
  );
}
