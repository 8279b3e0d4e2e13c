/** A request in a simulation: when it starts, how long it takes, and how it is laid out. */

import type { Layout, ResolvedMarker } from "../layout/layout";
import type { EntryTtl } from "../systems/system";
import type { Measured } from "../tokens/measured";
import type { TokenCounter } from "../tokens/token-counter";

export interface TimedRequest {
  /** Start, in seconds. */
  readonly at: number;
  /** Seconds until its response has ended. */
  readonly duration: number;
  /** Tokens of the response. */
  readonly completion: number;
  /** All layouts of a simulation share one `PrefixIndex`. */
  readonly layout: Layout;
  /** For reasons: what became of each marker. */
  readonly markers?: readonly ResolvedMarker[];
  readonly measured?: Measured;
  /** For implicit reads that end inside a segment; without it they end before it. */
  readonly counter?: TokenCounter;
  /** Qwen4: seconds its entries are to live; absent = as its markers say (`layout.ttl`), else five minutes. */
  readonly ttl?: EntryTtl;
  /** Qwen4: true where the service is to place a breakpoint at the end of the input. */
  readonly automatic?: boolean;
  /** Whose entries it shares; absent = all requests of a simulation share them. */
  readonly holder?: string;
  /** Id of the system that serves this request, whatever serves the others; absent = as the simulation has it. */
  readonly system?: string;
}
