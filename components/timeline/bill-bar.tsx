"use client";
/** The bottom line: what the scenario costs, what it would cost without a cache, and how good that is. */
import { findBreakEven } from "../../lib/bill/break-even";
import { costOfRows } from "../../lib/bill/cost-of-rows";
import { RULES_AS_OF } from "../../lib/offers/catalogue";
import { SERVICES_AS_OF } from "../../lib/offers/listed-prices";
import { PRICES_AS_OF } from "../../lib/offers/prices";
import { SHEETS } from "../../lib/store/address";
import { formatChange, formatMoney, formatPercent } from "../../lib/values/figures";
import { useMap } from "../map/map-store";
import { SHEET_NAMES } from "../map/sheet-frame";
import { useActions, usePlayground } from "../playground-context";
import { Term } from "../terms/term";
import { Hint } from "../ui/hint";
import { ToastPlace, useIsToastShown } from "../ui/toast";
import { useWords } from "../words/use-words";
import { useCurrency } from "./use-currency";

/** The tools of the conversation; each opens below the map, or in its place. */
function SheetButtons() {
  const sheet = usePlayground((state) => state.sheet);
  const actions = useActions();
  return (
    <div
      className="ml-auto flex overflow-hidden rounded-md border border-line text-xs max-sm:grid max-sm:w-full max-sm:grid-cols-4"
      role="group"
      aria-label="Tools of the conversation"
    >
      {SHEETS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={sheet === each}
          data-sheet-button={each}
          onClick={() => actions.openSheet(sheet === each ? null : each)}
          className="min-h-6 border-r border-line px-2.5 py-1 whitespace-nowrap last:border-r-0 hover:bg-hover aria-pressed:bg-selected max-sm:min-h-7 max-sm:px-1"
        >
          {SHEET_NAMES[each]}
        </button>
      ))}
    </div>
  );
}

/** Against the outcome that is pinned, or the one that is pointed at. */
function OtherCost({ cost, say }: { cost: number | null; say: (amount: number) => string }) {
  const ghost = useMap((state) => state.ghost);
  const baseline = useMap((state) => state.baseline);
  if (cost === null) return null;
  if (ghost?.cost !== undefined && ghost.cost !== null) {
    return (
      <span className="font-medium" data-bill="ghost">
        → <span className="font-mono">{say(ghost.cost)}</span> {sayShare(ghost.cost / cost - 1)}{" "}
        <span className="inline-block max-w-48 truncate align-bottom text-mute">with {ghost.name}</span>
      </span>
    );
  }
  if (baseline === null) return null;
  if (baseline.cost === null) {
    return (
      <span className="text-mute" data-bill="baseline">
        {baseline.name}: no cost to compare with
      </span>
    );
  }
  return (
    <span className="text-mute" data-bill="baseline">
      {baseline.name} <span className="font-mono text-ink">{say(baseline.cost)}</span>, now{" "}
      {sayShare(cost / baseline.cost - 1)}
    </span>
  );
}

const sayShare = (share: number): string =>
  Math.abs(share) < 0.0005 ? "(the same)" : `(${formatChange(share)})`;

/** Rows a batch is quoted for. */
const ROWS = 1000;

export function BillBar() {
  const words = useWords();
  const timeline = usePlayground((state) => state.good?.timeline);
  const isBatch = usePlayground(
    (state) => state.settings.scenario?.turns.every(({ mode }) => mode === "replace") ?? false,
  );
  const rulesOn = usePlayground((state) => state.settings.rulesOn ?? RULES_AS_OF);
  const hasSeenPrices = usePlayground((state) => state.settings.seenPrices !== undefined);
  const stale = usePlayground((state) => state.stale);
  const currency = useCurrency();
  const moneyPer = usePlayground((state) => state.moneyPer);
  // What is pointed at, or said, takes the place of other figures: a bar that grew would move the page under the pointer.
  const isPointed = useMap((state) => state.ghost !== null);
  const isSaid = useIsToastShown();
  const isCrowded = isPointed || isSaid;
  const { setMoneyPer } = useActions();
  if (!timeline)
    return (
      <div className="min-h-10 shrink-0 border-t border-line-soft bg-panel px-3.5 py-1.5">
        <ToastPlace />
      </div>
    );
  const { totals, turns, costAtBest, playedBy } = timeline;
  const { cost, costWithoutCache } = totals;
  const say = (amount: number): string => formatMoney(amount * moneyPer, currency);
  const perThousand = isBatch
    ? costOfRows(
        turns.map(({ ledger }) => ledger),
        ROWS,
      )
    : null;
  const saving = cost !== null && costWithoutCache ? cost / costWithoutCache - 1 : null;
  const prompt = totals.read + totals.written + totals.uncached;
  // Without a read or a write there is no saving to speak of, and nothing to pay off.
  const isCached = totals.read > 0 || totals.written > 0;
  const breakEven = findBreakEven(turns.map(({ ledger }) => ledger));
  return (
    <section
      aria-label="Bill"
      className={`flex min-h-10 shrink-0 flex-wrap items-center gap-x-5 gap-y-0.5 border-t border-line-soft bg-panel px-3.5 py-1.5 max-sm:gap-x-3 ${
        stale ? "[&>span]:opacity-50" : ""
      }`}
    >
      {cost === null ? (
        <span className="font-semibold" data-bill="cost">
          cost unknown
        </span>
      ) : (
        <span className="font-mono text-lg font-semibold tracking-tight" data-bill="cost">
          {say(cost)}
        </span>
      )}
      <Hint text="Says all amounts for one conversation, or for a thousand">
        <button
          type="button"
          aria-pressed={moneyPer > 1}
          onClick={() => setMoneyPer(moneyPer > 1 ? 1 : 1000)}
          className="-ml-3 rounded max-sm:-ml-2 px-1 text-mute hover:bg-hover hover:text-ink"
        >
          {moneyPer > 1 ? "1,000 conversations" : "this conversation"}
        </button>
      </Hint>
      <OtherCost cost={cost} say={say} />
      <ToastPlace className="flex-1 basis-64 max-sm:basis-full" />
      {cost !== null && costAtBest !== null && costAtBest < cost && (
        <span className={`text-mute ${isSaid ? "hidden" : ""}`}>
          <Term id="atBest">or down to</Term>{" "}
          <span className="font-mono text-ink" data-bill="at-best">
            {say(costAtBest)}
          </span>{" "}
          with implicit reads
        </span>
      )}
      <span className="text-mute">
        <Term id="withoutCache" />{" "}
        <span className="font-mono text-ink" data-bill="without">
          {costWithoutCache === null ? "unknown" : say(costWithoutCache)}
        </span>
      </span>
      {saving !== null && !isCached && <span data-bill="saving">no cache used</span>}
      {saving !== null && isCached && (
        <span className={`font-semibold ${saving <= 0 ? "text-read-ink" : "text-bad"}`} data-bill="saving">
          {saving <= 0 ? "−" : "+"}
          {formatPercent(Math.abs(saving))}
        </span>
      )}
      <span className={`text-mute ${isCrowded ? "hidden" : ""}`}>
        <Term id="read" />{" "}
        <span className="font-mono text-ink">{formatPercent(prompt === 0 ? 0 : totals.read / prompt)}</span>{" "}
        of input
      </span>
      {cost !== null && isCached && turns.length > 1 && totals.written === 0 && (
        <Hint text="Nothing is written, so reads are billed at the implicit rate and there is no write to pay off.">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
          <span tabIndex={0} className={`text-mute max-sm:hidden ${isCrowded ? "hidden" : ""}`}>
            at implicit rates
          </span>
        </Hint>
      )}
      {cost !== null && isCached && turns.length > 1 && totals.written > 0 && (
        <span className={`text-mute max-sm:hidden ${isCrowded ? "hidden" : ""}`}>
          {breakEven === null ? (
            <span className="text-bad">never breaks even here</span>
          ) : (
            <>
              <Term id="breakEven" /> at request <span className="font-mono text-ink">{breakEven + 1}</span>
            </>
          )}
        </span>
      )}
      {perThousand !== null && !isCrowded && (
        <Hint text="The first row, and 999 times what the rows after it cost on average">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
          <span tabIndex={0} className="text-mute" data-bill="per-thousand">
            1,000 rows <span className="font-mono text-ink">{formatMoney(perThousand, currency)}</span>
          </span>
        </Hint>
      )}
      {cost === null && (
        <span className="text-warn">
          {playedBy && playedBy.currency === null
            ? "no list price: what is read saves prefill"
            : "no price is known for part of this; see Rules"}
        </span>
      )}
      <SheetButtons />
      <span className="text-xs text-faint max-[1680px]:hidden">
        simulated ·{" "}
        {playedBy
          ? `prices and rules of ${words.say(playedBy.name)}, ${SERVICES_AS_OF}`
          : `prices ${hasSeenPrices ? "as shared" : `of ${PRICES_AS_OF}`} · rules of ${rulesOn}`}
      </span>
    </section>
  );
}
