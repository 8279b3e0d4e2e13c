/** What a conversation would read, write and cost if its document or settings were others than they are. */
import type { LedgerRow } from "../bill/ledger";
import type { Totals } from "../bill/totals";
import type { Currency } from "../offers/offer";
import { REPEATED } from "../timeline/scenarios";
import { simulate } from "../timeline/simulate";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { playElsewhere } from "./play-elsewhere";
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
  const elsewhere = playElsewhere(document, settings)?.ledger;
  const { turns, totals } = elsewhere
    ? { turns: elsewhere.rows, totals: elsewhere.totals }
    : simulate({ ...simulationOptions(settings), requests, explain: false });
  const rows = turns.flatMap(({ prompt, read, written, uncached, completion, cost }, order) => {
    const at = requests[order]?.at;
    return at === undefined ? [] : [{ prompt, read, written, uncached, completion, cost, at }];
  });
  return { rows, totals };
}

/** What a change does to the cost of a conversation, in `currency`. */
export interface CostChange {
  readonly before: number;
  readonly after: number;
  readonly currency: Currency;
  /** Of the cost before; negative where it falls. */
  readonly share: number;
}

/** Null where a price is unknown, or where the two are in different currencies. */
export function compareCosts(before: Totals, after: Totals): CostChange | null {
  const { cost, currency } = before;
  if (!cost || after.cost === null || !currency || currency !== after.currency) return null;
  return { before: cost, after: after.cost, currency, share: after.cost / cost - 1 };
}

/** One request alone has nothing to read: then the same one is sent again. */
export const settingsToWeigh = (settings: Settings): Settings =>
  settings.scenario && settings.scenario.turns.length > 0 ? settings : { ...settings, scenario: REPEATED };
