/** What a model allows and charges: the shapes of the dated catalogue. */

import type { Message } from "../words/message";

/** `user`: a figure that the user has put in the place of the table's. */
export type Evidence = "documented" | "observed" | "inferred" | "derived" | "third-party" | "user";

/** Model Studio's regions: Beijing, Singapore, Global, Frankfurt, Virginia, Hong Kong. */
export type Region = "cn" | "intl" | "global" | "eu" | "us" | "hk";

/** How fine a breakpoint may be: at a part's end, or only at a message's end. */
export type Granularity = "part" | "message";

export type Generation = "classic-part" | "classic-message" | "qwen4";

export interface Model {
  readonly model: string;
  /** Null for models whose granularity is not documented. */
  readonly generation: Generation | null;
  readonly explicit: { readonly regions: readonly Region[] };
  readonly implicit: { readonly regions: readonly Region[] };
  /** Tokens; null = not offered or unknown. */
  readonly minimumExplicit: number | null;
  readonly minimumImplicit: number | null;
  /** Null = unknown; the simulator then assumes 4. */
  readonly maxMarkers: number | null;
  /** Lifetimes of an entry in seconds. */
  readonly ttl: readonly number[];
  /** Content blocks a look-up goes back from a marker; null = not offered, the simulator then assumes 20. */
  readonly lookbackBlocks: number | null;
  /** Chat template; null = not documented, counted with the qwen3.5 one as an estimate. */
  readonly template: "qwen3" | "qwen3.5" | null;
  readonly thinkingDefault: boolean | null;
  /** True where a marker on any part of a user message caches the whole message. */
  readonly wholeUserMessage?: boolean;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
  readonly note?: Message;
}

/** A price that depends on the time of day. */
export interface TimeBand {
  readonly name: "peak" | "off-peak";
  readonly hours: string;
}

/** A cell of the price table that may have been computed from the input price. */
export type DerivedCell = "implicitRead" | "create5m" | "create1h" | "read";

/** An amount of the price table. */
export type PriceCell = DerivedCell | "input" | "output" | "outputThinking";

/** Amounts that a user knows better, per million tokens: only the cells given count. */
export interface PriceOverride extends Partial<Readonly<Record<PriceCell, number>>> {
  readonly model: string;
  readonly region: Region;
  readonly currency?: "USD" | "CNY";
  /** Absent: for every tier. Otherwise for the tier that ends there, in tokens; null = the tier without an end. */
  readonly maxInputTokens?: number | null;
}

/** One tier of one model's prices in one region; amounts per million tokens. Null = not known. */
export interface Price {
  readonly model: string;
  readonly region: Region;
  readonly currency: "USD" | "CNY";
  /** The tier holds up to this many input tokens (assumption `tier-k-is-1024`); null = no limit known. */
  readonly maxInputTokens: number | null;
  readonly input: number;
  readonly output: number;
  readonly implicitRead: number | null;
  readonly create5m: number | null;
  readonly create1h: number | null;
  readonly read: number | null;
  /** Price of completion tokens while thinking, where it differs from `output`. */
  readonly outputThinking?: number;
  readonly timeBand?: TimeBand;
  readonly evidence: Evidence;
  /** True where the documentation is known second-hand. */
  readonly secondHand?: boolean;
  /** Cells computed from `input` by the documented ratios; `baseEvidence` grades the others. */
  readonly derived?: readonly DerivedCell[];
  readonly baseEvidence?: Evidence;
  /** Cells that the user has put in the place of the table's. */
  readonly overridden?: readonly PriceCell[];
  readonly source: string;
  readonly asOf: string | null;
  readonly note?: string;
}
