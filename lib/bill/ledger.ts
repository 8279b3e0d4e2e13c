/** Per request: what was read, written and left uncached, what it costs line by line, and why. */
import type { Currency } from "../offers/offer";
import type { Said } from "../words/message";
import type { Line } from "./bill";

export type ReasonCode =
  | "hit"
  | "first_write"
  | "not_offered"
  | "no_marker"
  | "below_minimum"
  | "marker_dropped"
  | "model_changed"
  | "tools_changed"
  | "system_changed"
  | "messages_changed"
  | "expired"
  | "evicted"
  | "beyond_lookback"
  | "not_yet_written"
  | "implicit_not_promised"
  | "price_unknown"
  /** The service would answer an error. */
  | "failed";

export interface Reason {
  readonly code: ReasonCode;
  /** One sentence with its figures. */
  readonly message: Said;
  readonly pointer?: string;
  /**
   * Of a miss: the tokens it cost, written again or left uncached, that a hit would have read; absent where that cannot be
   * said exactly. Several misses of one request may cost the same tokens.
   */
  readonly tokens?: number;
}

/** read + written + uncached = prompt; all in tokens. */
export interface LedgerRow {
  readonly prompt: number;
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** The sum of the lines, in `currency`; null where a price it needs is unknown. */
  readonly cost: number | null;
  readonly costWithoutCache: number | null;
  /** What was read, written, left uncached and answered, each with its rate and amount. */
  readonly lines: readonly Line[];
  /** Of its price; null where none is known. */
  readonly currency: Currency | null;
  /** Id of the cache system that served it. */
  readonly system: string;
  /** Seconds that the entries it wrote or renewed live from its start; 0 = it writes none. */
  readonly life: number;
  readonly reasons: readonly Reason[];
}
