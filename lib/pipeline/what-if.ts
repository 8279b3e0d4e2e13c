/** What a conversation would read, write and cost if its document or settings were others than they are. */
import type { LedgerRow } from "../bill/ledger";
import type { Totals } from "../bill/totals";
import { simulate } from "../timeline/simulate";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { simulationOptions } from "./play-script";

/** Figures of one request, in tokens; `cost` in its currency, null where a price is unknown. */
export interface WhatIfRow
  extends Pick<LedgerRow, "prompt" | "read" | "written" | "uncached" | "completion" | "cost"> {
  /** Seconds from the first request. */
  readonly at: number;
}

export interface WhatIf {
  /** In the order of time, the document's own request first. */
  readonly rows: readonly WhatIfRow[];
  readonly totals: Totals;
}

/**
 * Plays a document with its scenario and gives the figures of every request, as the ledger has them, without reasons. The
 * document that is open stays open. Null where the text is no request.
 */
export function answerWhatIf(text: string, settings: Settings, open: DocumentOpener): WhatIf | null {
  const { document } = open(text, settings, "aside");
  if (!document) return null;
  const requests = document.turns.map(({ timed }) => timed);
  const { turns, totals } = simulate({ ...simulationOptions(settings), requests, explain: false });
  const rows = turns.flatMap(({ prompt, read, written, uncached, completion, cost }, order) => {
    const at = requests[order]?.at;
    return at === undefined ? [] : [{ prompt, read, written, uncached, completion, cost, at }];
  });
  return { rows, totals };
}
