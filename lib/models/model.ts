/** What a model allows and charges: the shapes of the dated catalogue. */

export type Evidence = "documented" | "observed" | "inferred" | "derived" | "third-party";

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
  readonly lookbackBlocks: number;
  /** Chat template; null = not documented, counted with the qwen3.5 one as an estimate. */
  readonly template: "qwen3" | "qwen3.5" | null;
  readonly thinkingDefault: boolean | null;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
  readonly note?: string;
}

/** One tier of one model's prices in one region; amounts per million tokens. Null = not known. */
export interface Price {
  readonly model: string;
  readonly region: Region;
  readonly currency: "USD" | "CNY";
  readonly maxInputTokens: number | null;
  readonly input: number;
  readonly output: number;
  readonly implicitRead: number | null;
  readonly create5m: number | null;
  readonly create1h: number | null;
  readonly read: number | null;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string | null;
  readonly note?: string;
}
