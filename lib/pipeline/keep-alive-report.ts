/** What keep-alive pings would do to a document's scenario. */
import { findOffer } from "../offers/model-studio-offer";
import { findBand, rateOf } from "../offers/offer";
import { readingOf } from "../offers/readings";
import { listOverrides } from "../placement/list-overrides";
import { type KeepAliveRow, keepAliveHorizon, pingInterval, replayKeepAlive } from "../timeline/keep-alive";
import { simulate } from "../timeline/simulate";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { simulationOptions } from "./play-script";

export interface KeepAliveReport {
  /** Seconds an entry lives. */
  readonly life: number;
  /** False where use does not start a life again, by the readings that are played: pings then keep nothing. */
  readonly renews: boolean;
  /** Seconds between pings. */
  readonly interval: number;
  /** Pause in seconds up to which pinging pays; null where a price is unknown. */
  readonly horizon: number | null;
  /** Per million tokens; null where unknown. */
  readonly rates: { readonly written: number | null; readonly read: number | null };
  readonly rows: readonly KeepAliveRow[];
  /** Pauses between requests that are longer than an entry lives, in seconds. */
  readonly longPauses: readonly number[];
}

/** Life of the entries where no request writes any. */
const DEFAULT_LIFE = 300;

/** Null where the text is no request. */
export function reportKeepAlive(
  text: string,
  settings: Settings,
  open: DocumentOpener,
): KeepAliveReport | null {
  const { document } = open(text, settings);
  const first = document?.turns[0];
  if (!document || !first) return null;
  const requests = document.turns.map(({ timed }) => timed);
  const input = { ...simulationOptions(settings), requests };
  const { turns } = simulate({ ...input, explain: false });
  // The first request that writes says how long entries of this conversation live, and what their reads are billed as.
  const written = turns.find((row) => row.life > 0);
  const life = written?.life ?? DEFAULT_LIFE;
  const { modelName, layout } = first.ready;
  const { tariff } = findOffer(modelName, settings.region, { prices: listOverrides(settings) });
  const band = findBand(tariff, layout.prompt);
  const readKind = written?.lines.some(({ kind }) => kind === "read:implicit") ? "read:implicit" : "read";
  // What a life is priced as need not be how long it is.
  const writeKind =
    written?.lines.find(({ kind }) => kind.startsWith("write:"))?.kind ?? (`write:${life}` as const);
  const rates = { written: rateOf(band, writeKind), read: rateOf(band, readKind) };
  return {
    life,
    renews: readingOf(first.ready.rules.readings, "life-renewed") === "by-use",
    interval: pingInterval(life),
    horizon: keepAliveHorizon(rates, life),
    rates,
    rows: replayKeepAlive(input, life),
    longPauses: requests.slice(1).flatMap(({ at }, index) => {
      const pause = at - (requests[index]?.at ?? 0);
      return pause > life ? [pause] : [];
    }),
  };
}
