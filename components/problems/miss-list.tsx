"use client";
/** What the requests of the timeline missed, cause by cause: how often, what it cost, what mends it, and the way there. */
import { mendReason } from "../../lib/reasons/kinds";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatCount, formatMoney } from "../../lib/values/figures";
import { useActions } from "../playground-context";
import { LessonLink } from "../terms/lesson-link";
import { ReasonName } from "../terms/reason-name";
import { MISS_SIGN } from "../timeline/miss-sign";
import { useCurrency } from "../timeline/use-currency";
import { Button } from "../ui/button";
import { type Drawers, useWords } from "../words/use-words";
import type { MissGroup } from "./group-misses";

/** Buttons to single requests; more of them are in the timeline. */
const SHOWN = 6;

const DRAWERS: Drawers = {
  amount: (pieces) => <span className="font-mono text-ink">{pieces}</span>,
};

/** How many requests paid again for how many tokens. @param money what that cost more; null = nothing, or not known */
function Paid({ group: { misses, tokens, about }, money }: { group: MissGroup; money: string | null }) {
  const { t, rich } = useWords();
  const figures = { count: misses.length, tokens: formatCount(tokens) };
  if (money === null) return t(about ? "problems.missedAbout" : "problems.missed", figures);
  const key = about ? "problems.missedMoneyAbout" : "problems.missedMoney";
  return rich(key, DRAWERS, { ...figures, money });
}

interface MissListProps {
  readonly groups: readonly MissGroup[];
  readonly onWhy: () => void;
}

export function MissList({ groups, onWhy }: MissListProps) {
  const actions = useActions();
  const { t, say } = useWords();
  const currency = useCurrency();
  if (groups.length === 0) return null;
  const show = ({ index }: Miss): void => {
    actions.selectTurn(index);
    onWhy();
  };
  return (
    <ul aria-label={t("problems.misses")}>
      {groups.map((group) => {
        const { code, misses, money } = group;
        return (
          <li key={code} className="border-b border-line-soft px-3.5 py-2.5" data-cause={code}>
            <p>
              <span aria-hidden className="mr-2 font-semibold text-bad">
                {MISS_SIGN}
              </span>
              <ReasonName code={code} />
              <span className="text-mute">
                {" "}
                <Paid
                  group={group}
                  money={money !== null && money > 0 ? formatMoney(money, currency) : null}
                />
              </span>
            </p>
            <p className="mt-1 mb-1.5 text-pretty">{say(mendReason(code))}</p>
            <div className="flex flex-wrap gap-x-3 gap-y-1">
              {misses.slice(0, SHOWN).map((miss) => (
                <Button key={miss.index} look="link" className="min-h-6 text-xs" onClick={() => show(miss)}>
                  {t("problems.whyRequest", { request: miss.index + 1 })}
                </Button>
              ))}
              {misses.length > SHOWN && (
                <span className="text-xs text-mute">
                  {t("problems.moreMisses", { count: misses.length - SHOWN })}
                </span>
              )}
              <LessonLink taught={`reason:${code}`} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
