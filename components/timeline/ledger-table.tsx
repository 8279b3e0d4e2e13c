"use client";
/** The timeline as a table: every figure, and the gaps to edit. */
import type { TimelineView } from "../../lib/analysis/analysis";
import { MAX_GAP_SECONDS, type Scenario } from "../../lib/timeline/scenario";
import { useActions, usePlayground } from "../playground-context";
import { formatClock, formatCount, formatMoney } from "../ui/format-number";

const money = (amount: number | null, currency: "USD" | "CNY"): string =>
  amount === null ? "unknown" : formatMoney(amount, currency);

function changeGap(scenario: Scenario, turn: number, gap: number): Scenario {
  return {
    ...scenario,
    turns: scenario.turns.map((each, index) => (index === turn ? { ...each, gap } : each)),
  };
}

export function LedgerTable({ timeline, currency }: { timeline: TimelineView; currency: "USD" | "CNY" }) {
  const selected = usePlayground((state) => state.turn);
  const scenario = usePlayground((state) => state.settings.scenario);
  const actions = useActions();
  const { totals } = timeline;
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <table className="w-full border-collapse text-right [&_td]:px-3 [&_td]:py-1 [&_th]:px-3 [&_th]:py-1.5 [&_th]:font-medium">
        <caption className="sr-only">Requests of the scenario with their tokens and costs</caption>
        <thead className="sticky top-0 bg-panel text-xs text-mute">
          <tr className="border-b border-line">
            <th scope="col">Request</th>
            <th scope="col">Time</th>
            <th scope="col">Gap, s</th>
            <th scope="col">Prompt</th>
            <th scope="col" className="text-read-ink">
              Read
            </th>
            <th scope="col" className="text-written-ink">
              Written
            </th>
            <th scope="col" className="text-uncached-ink">
              Uncached
            </th>
            <th scope="col" className="text-completion-ink">
              Completion
            </th>
            <th scope="col">Cost</th>
            <th scope="col">Without cache</th>
            <th scope="col" className="text-left">
              Why
            </th>
          </tr>
        </thead>
        <tbody className="font-mono text-xs">
          {timeline.turns.map(({ at, ledger }, index) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: a request is its number
              key={index}
              className={`border-b border-line-soft ${index === selected ? "bg-selected" : "hover:bg-hover"}`}
            >
              <th scope="row">
                <button type="button" className="hover:underline" onClick={() => actions.selectTurn(index)}>
                  {index + 1}
                </button>
              </th>
              <td>{formatClock(at)}</td>
              <td>
                {scenario?.turns[index - 1] ? (
                  <input
                    type="number"
                    min={0}
                    max={MAX_GAP_SECONDS}
                    aria-label={`Gap before request ${index + 1}, seconds`}
                    value={scenario.turns[index - 1]?.gap ?? 0}
                    onChange={(event) => {
                      const gap = event.target.valueAsNumber;
                      if (Number.isFinite(gap) && gap >= 0) {
                        actions.setScenario(changeGap(scenario, index - 1, Math.min(gap, MAX_GAP_SECONDS)));
                      }
                    }}
                    className="w-16 rounded border border-line bg-panel px-1.5 py-px text-right"
                  />
                ) : (
                  ""
                )}
              </td>
              <td>{formatCount(ledger.prompt)}</td>
              <td>{formatCount(ledger.read)}</td>
              <td>{formatCount(ledger.written)}</td>
              <td>{formatCount(ledger.uncached)}</td>
              <td>{formatCount(ledger.completion)}</td>
              <td>{money(ledger.cost, currency)}</td>
              <td>{money(ledger.costWithoutCache, currency)}</td>
              <td
                className="max-w-96 truncate text-left font-sans text-mute"
                title={ledger.reasons[0]?.message}
              >
                {ledger.reasons[0]?.message}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="font-mono text-xs font-semibold">
          <tr className="border-t border-line">
            <th scope="row">Sum</th>
            <td />
            <td />
            <td>{formatCount(totals.read + totals.written + totals.uncached)}</td>
            <td>{formatCount(totals.read)}</td>
            <td>{formatCount(totals.written)}</td>
            <td>{formatCount(totals.uncached)}</td>
            <td>{formatCount(totals.completion)}</td>
            <td>{money(totals.cost, currency)}</td>
            <td>{money(totals.costWithoutCache, currency)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
