"use client";
/** One request in the table of figures; its gap can be edited where the scenario gives it one. */
import { memo } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import { nameReason } from "../../lib/reasons/kinds";
import { changeGap } from "../../lib/timeline/edit-scenario";
import type { Miss } from "../../lib/timeline/find-misses";
import { MAX_GAP_SECONDS } from "../../lib/timeline/scenario";
import { formatClock, formatCount } from "../../lib/values/figures";
import { useCanEdit } from "../page-mode";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { NumberField } from "../ui/number-field";
import { useWords } from "../words/use-words";
import { hasGap } from "./has-gap";
import { MissSign } from "./miss-sign";

interface LedgerRowProps {
  readonly turn: TurnView;
  readonly index: number;
  /** Writes an amount of one conversation as its column does. */
  readonly writeMoney: (amount: number | null) => string;
  /** Absent where it read all that it could. */
  readonly miss: Miss | undefined;
}

/** Seconds by which a button changes a gap. */
const STEP = 10;

function GapField({ turn, index }: Pick<LedgerRowProps, "turn" | "index">) {
  const { store, actions } = usePlaygroundStore();
  const canEdit = useCanEdit();
  const gap = usePlayground((state) => state.settings.scenario?.turns[turn.turn]?.gap);
  if (gap === undefined || !hasGap(turn)) return null;
  if (!canEdit) return formatCount(gap);

  function setGap(seconds: number): void {
    const { scenario } = store.getState().settings;
    if (scenario) actions.setScenario(changeGap(scenario, turn.turn, seconds));
  }

  const button = "w-4 rounded text-mute hover:bg-selected hover:text-ink disabled:opacity-40";
  return (
    <span className="flex justify-end">
      <button
        type="button"
        tabIndex={-1}
        aria-label={`${STEP} seconds less before request ${index + 1}`}
        disabled={gap <= 0}
        onClick={() => setGap(gap - STEP)}
        className={button}
      >
        −
      </button>
      <NumberField
        label={`Gap before request ${index + 1}, seconds`}
        value={gap}
        min={0}
        max={MAX_GAP_SECONDS}
        step="any"
        onChange={setGap}
        className="w-12 [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none"
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={`${STEP} seconds more before request ${index + 1}`}
        disabled={gap >= MAX_GAP_SECONDS}
        onClick={() => setGap(gap + STEP)}
        className={button}
      >
        +
      </button>
    </span>
  );
}

/** What became of the request: in a word or two, then in a sentence. */
function Outcome({ turn: { ledger, events }, miss }: Pick<LedgerRowProps, "turn" | "miss">) {
  const { say } = useWords();
  const [reason] = ledger.reasons;
  const kind = miss?.code ?? reason?.code;
  const before = events.length === 0 ? "" : `After ${events.join(", ")}: `;
  const sentence = before + (reason ? say(reason.message) : "");
  return (
    <span title={sentence} className="flex items-baseline gap-1.5">
      {miss && <MissSign miss={miss} />}
      {kind && (
        <span className={`shrink-0 font-medium ${miss ? "text-bad" : "text-ink"}`}>{nameReason(kind)}</span>
      )}
      <span className="min-w-0 truncate text-mute">{sentence}</span>
    </span>
  );
}

export const LedgerTableRow = memo(function LedgerTableRow({
  turn,
  index,
  writeMoney,
  miss,
}: LedgerRowProps) {
  const { actions } = usePlaygroundStore();
  const selected = usePlayground((state) => state.turn === index);
  const { at, ledger, label, kind } = turn;
  return (
    // The number is the button for the keyboard; a click may fall anywhere.
    <tr
      aria-rowindex={index + 2}
      aria-current={selected || undefined}
      onClick={() => actions.selectTurn(index)}
      className={`h-8 cursor-pointer border-b border-line-soft ${selected ? "bg-selected" : "bg-panel hover:bg-hover"}`}
    >
      <th scope="row" className="sticky left-0 bg-inherit">
        <button type="button" title={label} className="font-sans hover:underline">
          {index + 1}
          {kind === "ping" && <span className="font-normal text-mute"> ping</span>}
        </button>
      </th>
      <td>{formatClock(at)}</td>
      <td>
        <GapField turn={turn} index={index} />
      </td>
      <td>{formatCount(ledger.prompt)}</td>
      <td>{formatCount(ledger.read)}</td>
      <td>{formatCount(ledger.written)}</td>
      <td>{formatCount(ledger.uncached)}</td>
      <td>{formatCount(ledger.completion)}</td>
      <td>{writeMoney(ledger.cost)}</td>
      <td>{writeMoney(ledger.costWithoutCache)}</td>
      <td className="w-full max-w-0 min-w-32 text-left font-sans">
        <Outcome turn={turn} miss={miss} />
      </td>
    </tr>
  );
});
