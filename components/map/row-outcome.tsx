/** What became of a request in words, what it cost, and how much of that is of the dearest: beside its bar or above it. */

import type { LedgerRow } from "../../lib/bill/ledger";
import type { Currency } from "../../lib/offers/offer";
import { formatMoney } from "../../lib/values/figures";
import { tell } from "../../lib/words/message";
import { MISS_SIGN } from "../timeline/miss-sign";
import { clipWords } from "../ui/measure-letters";
import { useWords } from "../words/use-words";
import type { RowPlace } from "./lay-rows";
import type { Columns } from "./map-row";
import type { Outcome } from "./say-row";

interface RowOutcomeProps {
  readonly ledger: LedgerRow;
  readonly place: RowPlace;
  readonly columns: Columns;
  readonly left: number;
  readonly isRoomy: boolean;
  readonly outcome: Outcome;
  /** Of a recording with several: the conversation it begins or goes on with here. */
  readonly lane: string | undefined;
  readonly isMiss: boolean;
  /** Its outcome is still to be guessed: neither words nor money tell it. */
  readonly isCovered: boolean;
  readonly currency: Currency;
  /** So many conversations are quoted. */
  readonly moneyPer: number;
  /** Pixels of the bar of money. */
  readonly moneyWidth: number;
  /** What it would cost as the ghost has it; absent where there is none or it is the same. */
  readonly ghostCost: number | null | undefined;
}

/** Pixels of a letter, about; of a figure. */
const LETTER = 6.1;
const DIGIT = 6.7;

const clip = (text: string, pixels: number): string =>
  clipWords(text, Math.max(3, Math.floor(pixels / LETTER)));

const TONES = { hit: "var(--ink)", plain: "var(--mute)", miss: "var(--bad)" } as const;

export function RowOutcome(props: RowOutcomeProps) {
  const { ledger, place, columns, left, isRoomy, outcome, isMiss, isCovered, ghostCost } = props;
  const { barTop, barBottom } = place;
  const { t, say } = useWords();
  const price = (cost: number | null): string =>
    cost === null
      ? t("values.unknown")
      : formatMoney(cost * props.moneyPer, ledger.currency ?? props.currency);
  const money = isCovered ? "" : price(ledger.cost);
  const middle = (barTop + barBottom) / 2 + 4;
  // Above the bar the words cross the lines of entries.
  const halo = columns.isWide ? {} : { stroke: "var(--panel)", strokeWidth: 3, paintOrder: "stroke" };
  // The sign says it already where there is little room.
  const said = columns.isWide && !isRoomy ? outcome.short : outcome.text;
  const text = say(props.lane === undefined ? said : tell("map.ofLane", { lane: props.lane, outcome: said }));
  const isBeside = columns.isWide && !isRoomy;
  const words = {
    x: columns.isWide ? columns.outcome : left,
    y: columns.isWide ? middle : barTop - 5,
  };
  const amount =
    columns.isWide && isRoomy
      ? { x: columns.outcome, y: middle + 13, textAnchor: "start" as const }
      : { x: columns.width - 10, y: words.y, textAnchor: "end" as const };
  const room = columns.isWide
    ? columns.width - columns.outcome - 8 - (isBeside ? money.length * DIGIT + 10 : 0)
    : columns.width - left - money.length * DIGIT - 24;
  return (
    <>
      <text
        x={words.x}
        y={words.y}
        {...halo}
        fontSize={11.5}
        fontWeight={isMiss ? 600 : 400}
        fill={TONES[outcome.tone]}
      >
        {clip((isMiss ? `${MISS_SIGN} ` : "") + text, room)}
      </text>
      <text {...amount} {...halo} fontSize={11} className="font-mono" fill="var(--mute)">
        {money}
        {ghostCost !== undefined && !isBeside && (
          <tspan fill="var(--ink)" fontWeight={600}>{` → ${price(ghostCost)}`}</tspan>
        )}
      </text>
      {columns.isWide && isRoomy && ghostCost === undefined && !isCovered && (
        <rect
          x={columns.outcome + 74}
          y={middle + 5}
          width={Math.max(1.5, props.moneyWidth)}
          height={8}
          rx={2}
          fill={isMiss ? "var(--bad)" : "var(--mute)"}
          opacity={0.5}
        />
      )}
    </>
  );
}
