/** One request of a recorded session as any source tells it: what was sent, when, and what was billed. */
import type { DecodedUsage } from "../answers/decode-usage";
import type { Said } from "../words/message";

export interface Exchange {
  /** Where it stands in the source, e.g. `Line 12` or `Entry 3`. */
  readonly place: Said;
  /** Epoch seconds at which it was sent; null where that is not recorded. */
  readonly at: number | null;
  /** Seconds until its answer had ended; null where that is not recorded. */
  readonly duration: number | null;
  /** The request body as JSON.parse gave it, redacted; null where only the usage is recorded. */
  readonly body: unknown;
  /** The text of the answer; empty where it is not recorded. */
  readonly reply: string;
  /** What the service billed; null where that is not recorded. */
  readonly usage: DecodedUsage | null;
  /** As the source names it; null where it does not. */
  readonly model: string | null;
  /** Which conversation of the source it belongs to, e.g. `main` or `sub-agent 1`; null where it is the only one. */
  readonly conversation: string | null;
  /** True where it was one of a batch file, which is billed without a cache; absent = no. */
  readonly isBatch?: boolean;
  /** Of how many requests the usage is the total; absent = of one. */
  readonly requests?: number;
}
