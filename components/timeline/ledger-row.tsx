"use client";
/** One request in the table of figures; its gap can be edited where the scenario gives it one. */
import { memo } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import { changeGap } from "../../lib/timeline/edit-scenario";
import type { Miss } from "../../lib/timeline/find-misses";
import { MAX_GAP_SECONDS } from "../../lib/timeline/scenario";
import { formatClock, formatCount, formatMoney } from "../../lib/values/figures";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { hasGap } from "./has-gap";
import { MissSign } from "./miss-sign";

interface LedgerRowProps {
  readonly turn: TurnView;
  readonly index: number;
  readonly currency: "USD" | "CNY";
  /** Absent where it read all that it could. */
  readonly miss: Miss | undefined;
}

function GapInput({ turn, index }: Pick<LedgerRowProps, "turn" | "index">) {
  const { store, actions } = usePlaygroundStore();
  const gap = usePlayground((state) => state.settings.scenario?.turns[turn.turn]?.gap);
  if (gap === undefined || !hasGap(turn)) return null;
  return (
    <input
      type="number"
      min={0}
      max={MAX_GAP_SECONDS}
      aria-label={`Gap before request ${index + 1}, seconds`}
      value={gap}
      onChange={(event) => {
        const { scenario } = store.getState().settings;
        const seconds = event.target.valueAsNumber;
        if (scenario && Number.isFinite(seconds))
          actions.setScenario(changeGap(scenario, turn.turn, seconds));
      }}
      className="w-16 rounded border border-line bg-panel px-1.5 py-px text-right"
    />
  );
}

export const LedgerTableRow = memo(function LedgerTableRow({ turn, index, currency, miss }: LedgerRowProps) {
  const { actions } = usePlaygroundStore();
  const selected = usePlayground((state) => state.turn === index);
  const { at, ledger, label, events } = turn;
  const why = [...events.map((event) => `${event}:`), ledger.reasons[0]?.message ?? ""].join(" ");
  return (
    <tr
      aria-rowindex={index + 2}
      className={`h-7.5 border-b border-line-soft ${selected ? "bg-selected" : "hover:bg-hover"}`}
    >
      <th scope="row">
        <button
          type="button"
          title={label}
          className="hover:underline"
          onClick={() => actions.selectTurn(index)}
        >
          {index + 1}
        </button>
      </th>
      <td>{formatClock(at)}</td>
      <td>
        <GapInput turn={turn} index={index} />
      </td>
      <td>{formatCount(ledger.prompt)}</td>
      <td>{formatCount(ledger.read)}</td>
      <td>{formatCount(ledger.written)}</td>
      <td>{formatCount(ledger.uncached)}</td>
      <td>{formatCount(ledger.completion)}</td>
      <td>{formatMoney(ledger.cost, currency)}</td>
      <td>{formatMoney(ledger.costWithoutCache, currency)}</td>
      <td className="max-w-96 truncate text-left font-sans text-mute" title={why}>
        {miss && <MissSign miss={miss} />} {why}
      </td>
    </tr>
  );
});
