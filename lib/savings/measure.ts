/** A measure: one thing to change so that a conversation costs less, as data and as a function that makes the change. */
import type { Evidence } from "../offers/model";
import { analyse } from "../pipeline/analyse";
import type { Analysis, Settings } from "../pipeline/analysis";
import type { DocumentOpener } from "../pipeline/open-document";
import { answerWhatIf } from "../pipeline/what-if";
import type { Failure } from "../values/failure";
import { type Message, type Said, tell } from "../words/message";

/** A document with its settings, on which measures are tried. */
export interface Situation {
  readonly text: string;
  readonly settings: Settings;
  readonly open: DocumentOpener;
}

/** Text and settings as they are once the measure is taken. */
export interface Changed {
  readonly ok: true;
  readonly text: string;
  readonly settings: Settings;
  /** What is done here, in the imperative, e.g. "Ping in 1 pause, 2 pings in all". */
  readonly what: Said;
  /** What else to know of it, in sentences. */
  readonly note?: Message;
  /** Of a change that happens once: what it would cost at each turn, in the order of time. */
  readonly timing?: readonly TriedTurn[];
}

/** A turn at which a change was tried. */
export interface TriedTurn {
  /** Number of the turn's first request, from 1: the change happens before it. */
  readonly request: number;
  /** Of the whole conversation, in the price's currency. */
  readonly cost: number;
}

/** The change, or why there is none to make, in one sentence. */
export type Found = Changed | Failure;

/**
 * `cache`: the model reads the same words, or the same in another order · `payload`: it reads fewer or others · `service`:
 * another model or place answers.
 */
export type MeasureKind = "cache" | "payload" | "service";

export interface Measure {
  readonly id: string;
  readonly title: Message;
  readonly kind: MeasureKind;
  /** Of `cache` only, where the model does not read the very same: the words stand elsewhere, or there are more of them. */
  readonly words?: "moved" | "more";
  /** Measures with the same word are ways to do one thing: of several only one is taken. */
  readonly instead?: "markers" | "tools" | "history";
  /** How sure it is that the change has this effect; the amount is always replayed. */
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
  /** What may be lost by it; one sentence. */
  readonly risk: Message;
  /** Never throws; leaves what it is given as it is. */
  readonly find: (situation: Situation) => Found;
}

/** Source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25). */
export const BEST_PRACTICE = {
  source: "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice",
  asOf: "2026-05-25",
} as const;

/** Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24). */
export const CONTEXT_CACHE = {
  source: "https://www.alibabacloud.com/help/en/model-studio/context-cache",
  asOf: "2026-03-24",
} as const;

/** What an agent's payload does to its cache. Source: https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21). */
export const GATEWAY_ARTICLE = {
  source: "https://www.orqen.app/blog/context-caching-llm-costs/",
  asOf: "2026-11-21",
} as const;

/** Amounts that differ by less cost the same: a rounding of binary fractions. In the currency's unit. */
export const NOTHING_SAVED = 1e-12;

/** Several sentences as one text. */
export const joinNotes = (notes: readonly [Message, ...Message[]]): Message =>
  notes.reduce((one, more) => tell("measures.andThen", { one, more }));

/** A measure that leaves the scenario alone leaves a lone request alone, too. */
export function keepScenario(found: Settings, weighed: Settings, own: Settings): Settings {
  return found.scenario === weighed.scenario ? { ...found, scenario: own.scenario } : found;
}

/** The whole analysis of a situation; the document that is open stays open. */
export const analyseAside = ({ text, settings, open }: Situation): Analysis =>
  analyse(text, settings, (other, its) => open(other, its, "aside"));

/** What the conversation costs; null where a price is unknown or the text is no request. */
export const costOf = ({ text, settings, open }: Situation): number | null =>
  answerWhatIf(text, settings, open)?.totals.cost ?? null;
