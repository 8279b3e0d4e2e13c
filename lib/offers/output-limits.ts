/** How many output tokens a model gives at most, and which fields of a request hold them. */
import { findModel, meantName, withoutDate } from "./catalogue";
import type { Evidence } from "./model";

export interface OutputLimit {
  /** Tokens of an answer that every version of the model surely lets a request ask for. */
  readonly answer: number;
  /** The most tokens it thinks before; null = not known. */
  readonly thoughts: number | null;
  /** Whether `max_completion_tokens` holds answer and thoughts together; elsewhere limits hold the answer alone. */
  readonly holdsBoth: boolean;
  /** Whether `thinking_budget` holds what it thinks, and how many tokens it surely may name; null = it does not. */
  readonly budget: number | null;
  /** Whether `reasoning_effort: "none"` keeps it from thinking. */
  readonly effort?: boolean;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

type Limits = Omit<OutputLimit, "evidence" | "source" | "asOf">;

/**
 * Answers of `max_tokens`, of `max_completion_tokens` and of `thinking_budget` by the reference of the chat, the lengths by the
 * models' own pages, both as others have read them.
 */
const REFERENCE = {
  evidence: "third-party",
  source: "https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-openai-chat-completions",
  asOf: "2026-09-17",
} as const;

const LONG: Limits = { answer: 131_072, thoughts: 262_144, holdsBoth: true, budget: 262_144 };
const MIDDLE: Limits = { answer: 65_536, thoughts: 262_144, holdsBoth: true, budget: 81_920 };
const HYBRID: Limits = { answer: 32_768, thoughts: 81_920, holdsBoth: false, budget: 38_912 };
/** What every model takes; nothing else is known of it. */
const UNKNOWN: Limits = { answer: 8192, thoughts: null, holdsBoth: false, budget: null };

/** The first that fits counts. */
const FAMILIES: readonly (readonly [RegExp, Limits])[] = [
  [/^qwen3\.8-/, { ...LONG, effort: true }],
  [/^qwen3\.7-/, LONG],
  [/^qwen3\.[56]-/, MIDDLE],
  // Its own page tells no length of what it thinks.
  [/^qwen4-/, { ...MIDDLE, thoughts: null, budget: null, effort: true }],
  [/^qwen3-coder-/, { answer: 65_536, thoughts: 0, holdsBoth: false, budget: null }],
  [/^(qwen3-max|qwen3-vl-|qwen-plus|qwen-flash)/, HYBRID],
  [/^qwen-turbo/, { ...HYBRID, answer: 16_384 }],
  // These do not think.
  [/^(qwen-max|qwen-vl-|qwen-doc-)/, { answer: 8192, thoughts: 0, holdsBoth: false, budget: null }],
  [/^glm-5\.3/, { answer: 131_072, thoughts: 131_072, holdsBoth: true, budget: null }],
  [/^kimi-k3/, { answer: 131_072, thoughts: 1_048_576, holdsBoth: true, budget: null }],
  [/^(kimi-k2\.[5-9]|glm-5|deepseek-v[3-9])/, { ...UNKNOWN, holdsBoth: true }],
];

/** What is known of any model name; of one that is not known, what every model takes. */
export function outputLimitOf(name: string): OutputLimit {
  const known = withoutDate(meantName(name) ?? name);
  const limits = FAMILIES.find(([pattern]) => pattern.test(known))?.[1] ?? UNKNOWN;
  return { ...limits, ...REFERENCE };
}

/** False where a model surely does not think unless it is asked to; true also where that is not known. */
export const mayThinkUnasked = (name: string): boolean =>
  outputLimitOf(name).thoughts !== 0 && findModel(name)?.thinkingDefault !== false;
