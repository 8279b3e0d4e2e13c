"use client";
/** One request in the table of figures; its gap can be edited where the scenario gives it one. */
import { memo, type ReactNode } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import { nameReason } from "../../lib/reasons/kinds";
import { changeGap } from "../../lib/timeline/edit-scenario";
import type { Miss } from "../../lib/timeline/find-misses";
import { MAX_GAP_SECONDS } from "../../lib/timeline/scenario";
import { formatClock, formatCount } from "../../lib/values/figures";
import { tell } from "../../lib/words/message";
import { useCanEdit } from "../page-mode";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { NumberField } from "../ui/number-field";
import { useWords } from "../words/use-words";
import { hasGap } from "./has-gap";
import { joinWithCommas } from "./join-said";
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
  const { t } = useWords();
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
        aria-label={t("timeline.secondsLess", { seconds: STEP, number: index + 1 })}
        disabled={gap <= 0}
        onClick={() => setGap(gap - STEP)}
        className={button}
      >
        −
      </button>
      <NumberField
        label={t("timeline.gapBefore", { number: index + 1 })}
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
        aria-label={t("timeline.secondsMore", { seconds: STEP, number: index + 1 })}
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
  const why = reason?.message ?? "";
  const sentence = say(
    events.length === 0 ? why : tell("timeline.after", { events: joinWithCommas(events), reason: why }),
  );
  return (
    <span title={sentence} className="flex items-baseline gap-1.5">
      {miss && <MissSign miss={miss} />}
      {kind && (
        <span className={`shrink-0 font-medium ${miss ? "text-bad" : "text-ink"}`}>
          {say(nameReason(kind))}
        </span>
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
  const { say, rich } = useWords();
  return (
    // The number is the button for the keyboard; a click may fall anywhere.
    <tr
      aria-rowindex={index + 2}
      aria-current={selected || undefined}
      onClick={() => actions.selectTurn(index)}
      className={`h-8 cursor-pointer border-b border-line-soft ${selected ? "bg-selected" : "bg-panel hover:bg-hover"}`}
    >
      <th scope="row" className="sticky left-0 bg-inherit">
        <button type="button" title={say(label)} className="font-sans hover:underline">
          {kind === "ping"
            ? rich(
                "timeline.pingNumber",
                { small: (pieces: ReactNode) => <span className="font-normal text-mute">{pieces}</span> },
                { number: index + 1 },
              )
            : index + 1}
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
