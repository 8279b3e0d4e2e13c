/** What an audit sends: pairs of cold and warm calls, and short ones beside them, each prompt new to every cache. */
import type { Region } from "../offers/model";
import type { Dialect } from "../prompt/prompt";
import type { Said } from "../words/message";

/** How the emulator can be made to behave; `honest` sends it nothing. */
const BEHAVIOURS = ["honest", "says-none", "says-all", "scatter", "no-cache"] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

type AuditTarget =
  /** `account`: the key of this audit alone; it is no secret. */
  | { readonly kind: "emulator"; readonly account: string; readonly behaviour: Behaviour }
  /** `endpoint`: an id the relay knows, its dialect included. */
  | {
      readonly kind: "service";
      readonly endpoint: string;
      readonly name: Said;
      readonly workspace: string;
    };

export interface AuditPlan {
  readonly target: AuditTarget;
  readonly dialect: Dialect;
  readonly model: string;
  /** Whose prices count; null = unknown. */
  readonly region: Region | null;
  /** True asks for the explicit cache by a marker, false leaves caching to the service. */
  readonly marked: boolean;
  /** Tokens of a long prompt. */
  readonly promptTokens: number;
  readonly pairs: number;
  /** Warm calls after each cold one. */
  readonly warmCalls: number;
  /** Unique to this audit: it stands at the head of each prompt. */
  readonly salt: string;
  /** Epoch seconds. */
  readonly startedAt: number;
}

/**
 * `opening`: opens the connection and is not judged. `short`: shows how long an answer takes with hardly any prompt.
 * `cold`: a prompt that no cache can know. `warm`: the same prompt again, up to its last words.
 */
export type CallKind = "opening" | "short" | "cold" | "warm";

export interface PlannedCall {
  /** From 0. */
  readonly order: number;
  /** From 1; the opening is in pair 0. */
  readonly pair: number;
  readonly kind: CallKind;
}

/** What may be chosen. Fewer calls could never pass the rank test, see `audit-thresholds.ts`. */
export const LIMITS = {
  promptTokens: { min: 1500, max: 32_000, standard: 4000 },
  pairs: { min: 5, max: 12, standard: 5 },
  warmCalls: { min: 2, max: 5, standard: 3 },
} as const;

/** The calls of an audit, in the order they are sent. */
export function listCalls({ pairs, warmCalls }: Pick<AuditPlan, "pairs" | "warmCalls">): PlannedCall[] {
  const kinds: { pair: number; kind: CallKind }[] = [{ pair: 0, kind: "opening" }];
  for (let pair = 1; pair <= pairs; pair++) {
    kinds.push({ pair, kind: "short" }, { pair, kind: "cold" });
    for (let warm = 0; warm < warmCalls; warm++) kinds.push({ pair, kind: "warm" });
  }
  return kinds.map((each, order) => ({ ...each, order }));
}

/** Seconds before a warm call: a service may need a moment to store what it has just computed. */
export const gapBefore = (
  { kind }: Pick<PlannedCall, "kind">,
  { target }: Pick<AuditPlan, "target">,
): number => (kind === "warm" && target.kind === "service" ? 1 : 0);
