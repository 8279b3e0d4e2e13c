/** What has been paid up to each request, in three lines: as laid out, without a cache, and with the implicit cache at its best. */
import { type Figure, figureOf, roundAmount } from "../../lib/bill/bill";
import type { TimelineView, TurnView } from "../../lib/pipeline/analysis";
import { type Message, type MessageKey, tell } from "../../lib/words/message";

export interface MoneyLine {
  readonly id: "laid" | "plain" | "implicit";
  readonly label: Message;
  /** Said below the amount; null = nothing. */
  readonly caution: Message | null;
  /** Sum so far at each request, as far as it is known. */
  readonly sums: readonly number[];
  /** Why it ends before the last request; null = it does not. */
  readonly missing: Message | null;
}

/** Sums up to the first amount that is unknown. */
function addUp(amounts: readonly (number | null)[]): number[] {
  let sum = 0;
  const sums: number[] = [];
  for (const amount of amounts) {
    if (amount === null) break;
    sum = roundAmount(sum + amount);
    sums.push(sum);
  }
  return sums;
}

const UNPRICED = {
  read: "timeline.noPriceForRead",
  written: "timeline.noPriceForWritten",
  uncached: "timeline.noPriceForUncached",
  completion: "timeline.noPriceForCompletion",
} as const satisfies Record<Figure, MessageKey>;

/** What of a request has no price, first of all what is billed for the cache. */
function tellUnpriced({ ledger }: TurnView): Message {
  const [first] = ledger.lines
    .filter(({ amount, tokens }) => amount === null && tokens > 0)
    .map(({ kind }) => figureOf(kind))
    .filter((figure) => figure !== null);
  return tell(first ? UNPRICED[first] : "timeline.noPriceForPart");
}

function layLine(
  { id, label, caution = null }: Pick<MoneyLine, "id" | "label"> & { readonly caution?: Message | null },
  amounts: readonly (number | null)[],
  tellMissing: (request: number) => Message,
): MoneyLine {
  const sums = addUp(amounts);
  const missing = sums.length === amounts.length ? null : tellMissing(sums.length);
  return { id, label, caution, sums, missing };
}

/** The lines in the order of their meaning; a line whose first amount is unknown has no sums, one without amounts is none. */
export function listMoneyLines({ turns, implicitAtBest }: TimelineView): readonly MoneyLine[] {
  const lines = [
    layLine(
      { id: "laid", label: tell("timeline.thisLayout") },
      turns.map(({ ledger }) => ledger.cost),
      (request) => {
        const turn = turns[request];
        return turn ? tellUnpriced(turn) : tell("timeline.noPriceForPart");
      },
    ),
    layLine(
      { id: "plain", label: tell("timeline.withoutCache") },
      turns.map(({ ledger }) => ledger.costWithoutCache),
      () => tell("timeline.noPriceForUncached"),
    ),
    layLine(
      { id: "implicit", label: tell("timeline.implicitAtBest"), caution: tell("timeline.mayHappen") },
      implicitAtBest,
      () => tell("timeline.noPriceForImplicit"),
    ),
  ];
  return lines.filter(({ sums, missing }) => sums.length > 0 || missing !== null);
}

/** A label wants its middle at `at` and takes `height`, in pixels. */
export interface WantedLabel {
  readonly at: number;
  readonly height: number;
}

/**
 * Middles of the labels, none over another and all between `top` and `bottom` where they fit there; each as near to its
 * place as its neighbours allow, in the order of their places.
 */
export function spreadLabels(labels: readonly WantedLabel[], top: number, bottom: number): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => (labels[a]?.at ?? 0) - (labels[b]?.at ?? 0));
  const middles = new Array<number>(labels.length).fill(0);
  let free = top;
  for (const index of order) {
    const { at, height } = labels[index] ?? { at: 0, height: 0 };
    middles[index] = Math.max(at, free + height / 2);
    free = (middles[index] ?? 0) + height / 2;
  }
  let floor = Math.max(bottom, top + labels.reduce((sum, { height }) => sum + height, 0));
  for (const index of order.toReversed()) {
    const { height } = labels[index] ?? { height: 0 };
    middles[index] = Math.min(middles[index] ?? 0, floor - height / 2);
    floor = (middles[index] ?? 0) - height / 2;
  }
  return middles;
}
