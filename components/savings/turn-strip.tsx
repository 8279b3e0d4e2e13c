"use client";
/** When in the conversation a change pays: one bar for each turn at which it was tried, the cheapest in full ink. */
import type { TriedTurn } from "../../lib/savings/measure";
import { greatestOf, leastOf } from "../../lib/values/long-lists";
import { useWords } from "../words/use-words";
import { saySignedShare } from "./say-saving";

interface TurnStripProps {
  readonly timing: readonly TriedTurn[];
  /** What the conversation costs without the change; above 0. */
  readonly before: number;
}

/** Pixels of the longest bar. */
const LONGEST = 28;

export function TurnStrip({ timing, before }: TurnStripProps) {
  const { t, say } = useWords();
  const shares = timing.map(({ cost }) => cost / before - 1);
  const most = Math.max(greatestOf(shares.map(Math.abs)), 1e-9);
  const best = leastOf(timing.map(({ cost }) => cost));
  return (
    <ol aria-label={t("savings.costByTurn")} className="flex flex-wrap gap-x-2 gap-y-1 pt-1 text-xs">
      {timing.map(({ request, cost }, index) => {
        const share = shares[index] ?? 0;
        return (
          <li key={request} className="flex flex-col items-center" data-turn={request}>
            <span aria-hidden className="flex items-end" style={{ height: LONGEST }}>
              <span
                className={`w-6 rounded-t-sm ${share > 0 ? "bg-bad" : cost === best ? "bg-ink" : "bg-ink/35"}`}
                style={{ height: Math.max(1, (Math.abs(share) / most) * LONGEST) }}
              />
            </span>
            <span
              className={`font-mono ${share > 0 ? "text-bad" : ""} ${cost === best ? "font-semibold" : ""}`}
            >
              {say(saySignedShare(share))}
            </span>
            <span className="text-mute">{t("savings.beforeRequest", { request })}</span>
          </li>
        );
      })}
    </ol>
  );
}
