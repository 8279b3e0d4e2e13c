/** What a billed request costs by the price table. */

import type { DecodedUsage } from "../answers/decode-usage";
import { type Bill, billRequest } from "../bill/bill";
import type { LedgerRow } from "../bill/ledger";
import { findOffer } from "../offers/model-studio-offer";
import { findBand, outputKind, type TokenLine } from "../offers/offer";
import type { RunSettings } from "./predict-run";

/** What the fields of a usage leave open, as the request was predicted. */
export interface BilledBy {
  readonly model: string;
  /** What its reads are billed as. */
  readonly readAs: "read" | "read:implicit";
  /** Seconds that what it wrote lives; 0 = it writes nothing. */
  readonly life: number;
  readonly thinking: boolean | null;
}

type PricedBy = Pick<RunSettings, "region" | "prices">;

const FIVE_MINUTES = 300;
const HOUR = 3600;

/** How a row was cached, for the bill that comes. */
export const cacheOf = ({
  lines,
  life,
}: Pick<LedgerRow, "lines" | "life">): Pick<BilledBy, "readAs" | "life"> => ({
  readAs: lines.some(({ kind }) => kind === "read:implicit") ? "read:implicit" : "read",
  life,
});

/** What was written, by its life: as the usage splits it, else as it was predicted. */
function listWritten({ written, writtenFor }: DecodedUsage, life: number): TokenLine[] {
  if (!writtenFor) return [{ kind: `write:${life || FIVE_MINUTES}`, tokens: written }];
  const { hour, minutes } = writtenFor;
  const lines: TokenLine[] = [
    { kind: `write:${FIVE_MINUTES}`, tokens: minutes },
    { kind: `write:${HOUR}`, tokens: hour },
  ];
  const paid = lines.filter(({ tokens }) => tokens > 0);
  return paid.length > 0 ? paid : [{ kind: `write:${life || FIVE_MINUTES}`, tokens: 0 }];
}

/** Line by line, with the cost without a cache and what has no known price. */
export function billUsage(
  usage: DecodedUsage,
  { model, readAs, life, thinking }: BilledBy,
  { region, prices = [] }: PricedBy,
): Bill {
  const band = findBand(findOffer(model, region, { prices }).tariff, usage.prompt);
  // The fields say which of Model Studio's caches it was; where they do not, it is as predicted.
  const kind = usage.kind === null ? readAs : usage.kind === "implicit" ? "read:implicit" : "read";
  return billRequest(
    [
      { kind, tokens: usage.read },
      ...listWritten(usage, life),
      { kind: "input", tokens: usage.uncached },
      { kind: outputKind(band, thinking), tokens: usage.completion },
    ],
    band,
  );
}
