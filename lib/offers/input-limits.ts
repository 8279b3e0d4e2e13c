/** How many input tokens a model takes, as far as that is known. */
import { type Said, tell } from "../words/message";
import { withoutDate } from "./catalogue";
import type { Evidence, Model } from "./model";

export interface InputLimit {
  /** Tokens that are surely taken, and from how many on a request is surely refused: limits are given in thousands. */
  readonly taken: number;
  readonly refused: number;
  /** The limit for a sentence, e.g. `983,000 while thinking`. */
  readonly says: Said;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

type Known = Omit<InputLimit, "taken" | "refused" | "says">;

const QWEN4_MAX: Known = {
  evidence: "documented",
  source: "https://www.alibabacloud.com/help/zh/model-studio/qwen4-max",
  asOf: "2026-11",
};

const SAYS = {
  on: tell("offers.limitThinking"),
  off: "991,000",
  unknown: tell("offers.limitEither"),
} as const;

/** 252K of 1,024 tokens, as the price list ends there, too. */
const QWEN3_MAX: InputLimit = {
  taken: 258_048,
  refused: 258_049,
  says: "258,048",
  evidence: "third-party",
  source: "https://github.com/RooCodeInc/Roo-Code/issues/8982",
  asOf: "2026-11-29",
};

/** What the service itself says of requests that are longer; how much these take without thinking is not known. */
const MEASURED_THINKING: InputLimit = {
  taken: 983_616,
  refused: 983_617,
  says: tell("offers.limitMeasured"),
  evidence: "third-party",
  source: "https://github.com/duolahypercho/codex-router/pull/250",
  asOf: "2026-08-15",
};
const MEASURED: ReadonlySet<string> = new Set([
  "qwen3.8-max",
  "qwen3.7-max",
  "qwen3.7-plus",
  "qwen3.6-flash",
]);

/**
 * The limit of a request; null = not known. Qwen4-Max takes 991K input tokens, 983K while thinking, and Qwen3-Max 252K;
 * several take 983,616 while thinking.
 * Source: https://www.alibabacloud.com/help/zh/model-studio/qwen4-max (2026-11), and what others report of their requests.
 * @param thinking null = unknown: only what holds both ways is then sure
 */
export function inputLimitOf(model: Model, thinking: boolean | null): InputLimit | null {
  if (withoutDate(model.model) === "qwen3-max") return QWEN3_MAX;
  if (thinking === true && MEASURED.has(withoutDate(model.model))) return MEASURED_THINKING;
  if (model.model !== "qwen4-max") return null;
  return {
    taken: thinking === false ? 991_000 : 983_000,
    refused: thinking === true ? 984_000 : 992_000,
    says: SAYS[thinking === null ? "unknown" : thinking ? "on" : "off"],
    ...QWEN4_MAX,
  };
}
