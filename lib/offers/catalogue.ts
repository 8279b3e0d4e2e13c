/** Which model is which: the dated catalogue of Model Studio's models and their cache rules. */

import { type MessageKey, tell } from "../words/message";
import type { Granularity, Model } from "./model";
import data from "./model-studio-models.json" with { type: "json" };
import { namesMeant } from "./names-meant";
import { type Readings, readingOf } from "./readings";

/** Date up to which the cache rules were checked. */
export const RULES_AS_OF = data.asOf;

interface ListedModel extends Omit<Model, "note"> {
  /** Id of a text of the words' catalogue. */
  readonly note?: string;
}

const models = (data.models as readonly ListedModel[]).map(
  ({ note, ...model }): Model =>
    note === undefined ? model : { ...model, note: tell(`offers.note_${note}` as MessageKey) },
);
const byName = new Map(models.map((model) => [model.model, model]));
/** Patterns like `vanchin/*`, the longest prefix first. */
const patterns = models
  .filter(({ model }) => model.endsWith("*"))
  .toSorted((a, b) => b.model.length - a.model.length);

/** A snapshot's date as models carry it: `-2026-05-20` or `-0902`. */
const SNAPSHOT_DATE = /-(?:20\d{2}-)?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])$/;

/** The name without a snapshot's date; the same name where it ends in none. */
export const withoutDate = (name: string): string => name.replace(SNAPSHOT_DATE, "");

/** Every model of the catalogue, patterns included, in the catalogue's order. */
export function listModels(): readonly Model[] {
  return models;
}

const findNamed = (name: string): Model | null =>
  byName.get(name) ??
  patterns.find(({ model }) => name.startsWith(model.slice(0, -1))) ??
  byName.get(withoutDate(name)) ??
  null;

/**
 * The name by which the service knows the model that is meant: `dashscope/qwen3.6-plus` → `qwen3.6-plus`. The name itself
 * where the catalogue knows it; null where it knows none that may be meant (assumption `name-around-a-name`).
 */
export function meantName(name: string): string | null {
  return namesMeant(name).find((each) => findNamed(each) !== null) ?? null;
}

/**
 * The rules for a model name; null for one the catalogue does not know.
 * An exact name wins over a pattern (`vanchin/*`), that over a snapshot's base model
 * (`qwen3.7-max-2026-01-01` → `qwen3.7-max`, assumption `snapshot-as-base`), and that over a name around a name
 * (`qwen/qwen3.7-max` → `qwen3.7-max`).
 */
export function findModel(name: string): Model | null {
  const meant = meantName(name);
  return meant === null ? null : findNamed(meant);
}

/**
 * Where a model's breakpoints may lie: Qwen4 and models before Qwen3.5 at a part's end, Qwen3.5 to 3.8 at a message's.
 * Unknown models count as message-level (assumption `unknown-model-message-level`), the coarser of the two.
 * Source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25) and
 * https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16).
 * @param readings what is played where the documentation leaves it open
 */
export function granularityOf(model: Model | null, readings?: Readings): Granularity {
  const chosen = readingOf(readings, "granularity");
  if (chosen !== "as-documented") return chosen;
  return model?.generation === "classic-part" || model?.generation === "qwen4" ? "part" : "message";
}

/** The day from which implicit reads start at 1,024 tokens, and where they started before. */
const MINIMUM_RAISED = "2026-08-27";
const EARLIER_MINIMUM = 256;

/** Fewest tokens that the implicit cache reads, where the model does not say. */
const DEFAULT_MINIMUM = 1024;

/**
 * Fewest tokens that an implicit read has: 1,024 since 2026-08-27 and 256 before, save for makers that have a figure of
 * their own (512). Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-09-24).
 * @param on the day in question, as `2026-11-21`; absent = the day of the rules
 */
export function minimumImplicitOf(model: Model | null, on: string = RULES_AS_OF): number {
  const minimum = model?.minimumImplicit ?? DEFAULT_MINIMUM;
  return minimum === DEFAULT_MINIMUM && on < MINIMUM_RAISED ? EARLIER_MINIMUM : minimum;
}

/** Whether a request thinks: what it asks for, else the model's default; null = unknown. */
export function thinkingOf(model: Model | null, asked: boolean | null): boolean | null {
  return asked ?? model?.thinkingDefault ?? null;
}
