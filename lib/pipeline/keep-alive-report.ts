/** What keep-alive pings would do to a document's scenario. */
import { findModel } from "../offers/catalogue";
import { findPrice } from "../offers/prices";
import { listOverrides } from "../placement/list-overrides";
import { type KeepAliveRow, keepAliveHorizon, replayKeepAlive } from "../timeline/keep-alive";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { simulationOptions } from "./play-script";

export interface KeepAliveReport {
  /** Seconds an entry lives. */
  readonly life: number;
  /** Pause in seconds up to which pinging pays; null where a price is unknown. */
  readonly horizon: number | null;
  readonly price: { readonly create5m: number | null; readonly read: number | null } | null;
  readonly rows: readonly KeepAliveRow[];
  /** Pauses between requests that are longer than an entry lives, in seconds. */
  readonly longPauses: readonly number[];
}

/** Null where the text is no request. */
export function reportKeepAlive(
  text: string,
  settings: Settings,
  open: DocumentOpener,
): KeepAliveReport | null {
  const { document } = open(text, settings);
  const first = document?.turns[0];
  if (!document || !first) return null;
  const { modelName, layout } = first.ready;
  const life = settings.ttl ?? findModel(modelName)?.ttl[0] ?? 300;
  const price = findPrice(modelName, settings.region, layout.prompt, listOverrides(settings));
  const starts = document.turns.map(({ timed }) => timed.at);
  return {
    life,
    horizon: price && keepAliveHorizon(price, life),
    price,
    rows: replayKeepAlive({
      ...simulationOptions(settings),
      requests: document.turns.map(({ timed }) => timed),
    }),
    longPauses: starts.slice(1).flatMap((at, index) => {
      const pause = at - (starts[index] ?? 0);
      return pause > life ? [pause] : [];
    }),
  };
}
