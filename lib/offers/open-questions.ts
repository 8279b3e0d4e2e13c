/** What is open about a model: where each question stands, why, and whether it can matter for what is shown. */
import { type Message, type MessageKey, tell } from "../words/message";
import { findModel, granularityOf } from "./catalogue";
import type { Model } from "./model";
import type { Observation, Observations } from "./observations";
import { type Readings, readingOf, SWITCH_IDS, SWITCHES, type SwitchId } from "./readings";

export interface Standing {
  readonly id: SwitchId;
  /** The one that is played. */
  readonly reading: string;
  /** Why it is played. */
  readonly ground: "chosen" | "observed" | "documented" | "inferred";
  /** What a probe has found of the model; null = nothing. */
  readonly observation: Observation | null;
  /** Whether that is another than what is documented or assumed. */
  readonly differs: boolean;
}

/** Whether a reading is the one that is documented for the model, or that is assumed of it where nothing is documented. */
export function isExpected(id: SwitchId, reading: string, model: string): boolean {
  const [first] = SWITCHES[id].readings;
  if (reading === first) return true;
  // The first one says "as documented for the model", which a probe tells as what it is.
  return id === "granularity" && reading === granularityOf(findModel(model));
}

/** Where a question stands. @param model its name as requests have it */
export function standOf(
  id: SwitchId,
  model: string,
  {
    readings,
    observations,
  }: { readonly readings?: Readings | undefined; readonly observations: Observations },
): Standing {
  const [first] = SWITCHES[id].readings;
  const observation = (Object.hasOwn(observations, model) ? observations[model]?.[id] : undefined) ?? null;
  const chosen = readings?.[id];
  return {
    id,
    reading: chosen ?? observation?.reading ?? first,
    ground: chosen ? "chosen" : observation ? "observed" : SWITCHES[id].evidence,
    observation,
    differs: observation !== null && !isExpected(id, observation.reading, model),
  };
}

/** The page plays one key of one account in one region, so these change nothing there. */
const OF_ACCOUNTS: readonly SwitchId[] = ["second-key", "second-workspace", "second-region"];
const OF_QWEN4: readonly SwitchId[] = ["qwen4-life-field", "qwen4-automatic-field"];
const OF_ANTHROPIC: readonly SwitchId[] = ["client-header", "middle-system", "nested-marker"];

export interface ShownRequest {
  /** Null = not in the catalogue. */
  readonly model: Model | null;
  /** `openai`, `anthropic` or `responses`. */
  readonly dialect: string;
}

export const isOfAccounts = (id: SwitchId): boolean => OF_ACCOUNTS.includes(id);

/** Whether another reading could change a figure of requests like the one shown. */
export function canMatter(id: SwitchId, { model, dialect }: ShownRequest): boolean {
  if (isOfAccounts(id)) return false;
  if (OF_ANTHROPIC.includes(id)) return dialect === "anthropic";
  const isQwen4 = model?.generation === "qwen4";
  if (OF_QWEN4.includes(id)) return isQwen4;
  return id !== "hour-before-qwen4" || (model !== null && !isQwen4);
}

/**
 * Questions that are played otherwise than documented or assumed, and have an effect where one account is played.
 * @param model its name as requests have it
 */
export const listOtherwise = (readings: Readings, model: string): SwitchId[] =>
  SWITCH_IDS.filter((id) => {
    const reading = readings[id];
    return reading !== undefined && !isExpected(id, reading, model) && !isOfAccounts(id);
  });

/** The key of a question's words. */
export const questionKey = (id: SwitchId) => `readings.${id}` as MessageKey;

/** The key of the sentence that says what a reading means. */
export const readingKey = (id: SwitchId, reading: string) => `readings.${id}_${reading}` as MessageKey;

/** What is played otherwise, a question with its reading each. @param model its name as requests have it */
export const tellOtherwise = (readings: Readings, model: string): Message[] =>
  listOtherwise(readings, model).map((id) =>
    tell("readings.noticePart", {
      question: tell(questionKey(id) as "readings.title"),
      reading: tell(readingKey(id, readingOf(readings, id)) as "readings.title"),
    }),
  );

/** The same for programs, e.g. `life=hour`. */
export const writeOtherwise = (readings: Readings, model: string): string =>
  listOtherwise(readings, model)
    .map((id) => `${id}=${readingOf(readings, id)}`)
    .join(" ");
