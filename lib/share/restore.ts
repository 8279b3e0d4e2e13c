/** Turns anything decoded from a link into a valid layout: nothing else of a link reaches the page. */
import type { Region } from "../offers/model";
import { REGIONS } from "../offers/regions";
import { restoreScenario } from "../timeline/restore-scenario";
import { restoreMediaSizes } from "./restore-media-sizes";
import { restorePlay, restorePrices } from "./restore-play";
import { DEFAULT_LAYOUT, MAX_NOTE, type SharedLayout } from "./shared-layout";

const MAX_MODEL_LENGTH = 200;
const MAX_OFF_RULES = 100;
const RULE_ID = /^[a-z][a-z-]{0,63}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const isRegion = (value: unknown): value is Region => REGIONS.some(({ id }) => id === value);

const isModelName = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= MAX_MODEL_LENGTH;

/** Ids of rules that a newer or older version knows are kept: they switch off nothing here. */
const restoreOffRules = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? [...new Set(value.filter((id): id is string => typeof id === "string" && RULE_ID.test(id)))].slice(
        0,
        MAX_OFF_RULES,
      )
    : DEFAULT_LAYOUT.offRules;

/** One paragraph; null where nothing is said. */
function restoreNote(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const note = value.replace(/\s+/g, " ").trim().slice(0, MAX_NOTE);
  return note === "" ? null : note;
}

/**
 * A valid layout out of a decoded value; null when it holds no document.
 * Fields that are missing or make no sense take their defaults; fields not known here are left out.
 */
export function restoreSharedLayout(value: unknown): SharedLayout | null {
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Record<string, unknown>;
  const { text, model, region, scenario, play, offRules, rulesAsOf, seenPrices } = fields;
  if (typeof text !== "string") return null;
  const prices = restorePrices(seenPrices);
  const mediaSizes = restoreMediaSizes(fields.mediaSizes);
  const note = restoreNote(fields.note);
  return {
    text,
    model: isModelName(model) ? model : DEFAULT_LAYOUT.model,
    region: isRegion(region) ? region : DEFAULT_LAYOUT.region,
    ...(fields.isRegionAssumed === true ? { isRegionAssumed: true } : {}),
    scenario: restoreScenario(scenario),
    play: restorePlay(play),
    ...(mediaSizes ? { mediaSizes } : {}),
    ...(note === null ? {} : { note }),
    ...(fields.isShapeOnly === true ? { isShapeOnly: true } : {}),
    offRules: restoreOffRules(offRules),
    rulesAsOf: typeof rulesAsOf === "string" && DATE.test(rulesAsOf) ? rulesAsOf : DEFAULT_LAYOUT.rulesAsOf,
    ...(prices.length > 0 ? { seenPrices: prices } : {}),
  };
}
