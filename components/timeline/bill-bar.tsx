"use client";
/** The bottom line: what the scenario costs, what it would cost without a cache, and how good that is. */
import type { ReactNode } from "react";
import { findBreakEven } from "../../lib/bill/break-even";
import { costOfRows } from "../../lib/bill/cost-of-rows";
import { RULES_AS_OF } from "../../lib/offers/catalogue";
import { SERVICES_AS_OF } from "../../lib/offers/listed-prices";
import { PRICES_AS_OF } from "../../lib/offers/prices";
import { SHEETS } from "../../lib/store/address";
import { formatChange, formatMoney, formatPercent } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
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
  const { t } = useWords();
  const actions = useActions();
  return (
    <div
      className="ml-auto flex overflow-hidden rounded-md border border-line text-xs max-sm:grid max-sm:w-full max-sm:grid-cols-4"
      role="group"
      aria-label={t("timeline.tools")}
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
          {t(SHEET_NAMES[each])}
        </button>
      ))}
    </div>
  );
}

/** Against the outcome that is pinned, or the one that is pointed at. */
function OtherCost({ cost, say }: { cost: number | null; say: (amount: number) => string }) {
  const ghost = useMap((state) => state.ghost);
  const baseline = useMap((state) => state.baseline);
  const { t, say: put, rich } = useWords();
  if (cost === null) return null;
  if (ghost?.cost !== undefined && ghost.cost !== null) {
    return (
      <span className="font-medium" data-bill="ghost">
        {rich(
          "timeline.ghost",
          {
            m: (pieces: ReactNode) => <span className="font-mono">{pieces}</span>,
            n: (pieces: ReactNode) => (
              <span className="inline-block max-w-48 truncate align-bottom text-mute">{pieces}</span>
            ),
          },
          { cost: say(ghost.cost), change: sayShare(ghost.cost / cost - 1), name: put(ghost.name) },
        )}
      </span>
    );
  }
  if (baseline === null) return null;
  if (baseline.cost === null) {
    return (
      <span className="text-mute" data-bill="baseline">
        {t("timeline.baselineUnknown", { name: put(baseline.name) })}
      </span>
    );
  }
  return (
    <span className="text-mute" data-bill="baseline">
      {rich("timeline.baseline", AMOUNT, {
        name: put(baseline.name),
        cost: say(baseline.cost),
        change: sayShare(cost / baseline.cost - 1),
      })}
    </span>
  );
}

const sayShare = (share: number): Said =>
  Math.abs(share) < 0.0005 ? tell("timeline.theSame") : `(${formatChange(share)})`;

/** An amount within a text. */
const AMOUNT = { m: (pieces: ReactNode) => <span className="font-mono text-ink">{pieces}</span> };

/** Rows a batch is quoted for. */
const ROWS = 1000;

interface BillBarProps {
  /** False where the page offers none of the conversation's tools. */
  readonly withTools?: boolean;
}

export function BillBar({ withTools = true }: BillBarProps) {
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
  const { t, rich } = useWords();
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
      aria-label={t("timeline.bill")}
      className={`flex min-h-10 shrink-0 flex-wrap items-center gap-x-5 gap-y-0.5 border-t border-line-soft bg-panel px-3.5 py-1.5 max-sm:gap-x-3 ${
        stale ? "[&>span]:opacity-50" : ""
      }`}
    >
      {cost === null ? (
        <span className="font-semibold" data-bill="cost">
          {t("timeline.costUnknown")}
        </span>
      ) : (
        <span className="font-mono text-lg font-semibold tracking-tight" data-bill="cost">
          {say(cost)}
        </span>
      )}
      <Hint text={t("timeline.moneyPerHint")}>
        <button
          type="button"
          aria-pressed={moneyPer > 1}
          onClick={() => setMoneyPer(moneyPer > 1 ? 1 : 1000)}
          className="-ml-3 rounded max-sm:-ml-2 px-1 text-mute hover:bg-hover hover:text-ink"
        >
          {t(moneyPer > 1 ? "timeline.thousand" : "timeline.thisConversation")}
        </button>
      </Hint>
      <OtherCost cost={cost} say={say} />
      <ToastPlace className="flex-1 basis-64 max-sm:basis-full" />
      {cost !== null && costAtBest !== null && costAtBest < cost && (
        <span className={`text-mute ${isSaid ? "hidden" : ""}`}>
          {rich(
            "timeline.atBest",
            {
              term: (pieces: ReactNode) => <Term id="atBest">{pieces}</Term>,
              m: (pieces: ReactNode) => (
                <span className="font-mono text-ink" data-bill="at-best">
                  {pieces}
                </span>
              ),
            },
            { cost: say(costAtBest) },
          )}
        </span>
      )}
      <span className="text-mute">
        <Term id="withoutCache" />{" "}
        <span className="font-mono text-ink" data-bill="without">
          {costWithoutCache === null ? t("values.unknown") : say(costWithoutCache)}
        </span>
      </span>
      {saving !== null && !isCached && <span data-bill="saving">{t("timeline.noCacheUsed")}</span>}
      {saving !== null && isCached && (
        <span className={`font-semibold ${saving <= 0 ? "text-read-ink" : "text-bad"}`} data-bill="saving">
          {saving <= 0 ? "−" : "+"}
          {formatPercent(Math.abs(saving))}
        </span>
      )}
      <span className={`text-mute ${isCrowded ? "hidden" : ""}`}>
        {rich(
          "timeline.readShare",
          { ...AMOUNT, term: () => <Term id="read" /> },
          { share: formatPercent(prompt === 0 ? 0 : totals.read / prompt) },
        )}
      </span>
      {cost !== null && isCached && turns.length > 1 && totals.written === 0 && (
        <Hint text={t("timeline.implicitRatesHint")}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
          <span tabIndex={0} className={`text-mute max-sm:hidden ${isCrowded ? "hidden" : ""}`}>
            {t("timeline.implicitRates")}
          </span>
        </Hint>
      )}
      {cost !== null && isCached && turns.length > 1 && totals.written > 0 && (
        <span className={`text-mute max-sm:hidden ${isCrowded ? "hidden" : ""}`}>
          {breakEven === null ? (
            <span className="text-bad">{t("timeline.neverBreaksEven")}</span>
          ) : (
            rich(
              "timeline.breakEven",
              { ...AMOUNT, term: () => <Term id="breakEven" /> },
              { number: breakEven + 1 },
            )
          )}
        </span>
      )}
      {perThousand !== null && !isCrowded && (
        <Hint text={t("timeline.thousandRowsHint")}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
          <span tabIndex={0} className="text-mute" data-bill="per-thousand">
            {rich("timeline.thousandRows", AMOUNT, { cost: formatMoney(perThousand, currency) })}
          </span>
        </Hint>
      )}
      {cost === null && (
        <span className="text-warn">
          {t(playedBy && playedBy.currency === null ? "timeline.noListPrice" : "timeline.noPartPrice")}
        </span>
      )}
      {withTools && <SheetButtons />}
      <span className={`text-xs text-faint max-[1680px]:hidden ${withTools ? "" : "ml-auto"}`}>
        {playedBy
          ? t("timeline.simulatedElsewhere", { name: playedBy.name, date: SERVICES_AS_OF })
          : hasSeenPrices
            ? t("timeline.simulatedShared", { rules: rulesOn })
            : t("timeline.simulated", { date: PRICES_AS_OF, rules: rulesOn })}
      </span>
    </section>
  );
}
