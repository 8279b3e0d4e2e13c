"use client";
/** How many requests of a recording paid for what they could have read, and the way to the first, then to the next. */
import type { SessionView } from "../../lib/sessions/session-view";
import { MISS_SIGN } from "../timeline/miss-sign";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

interface MissStepsProps {
  readonly view: SessionView;
  /** Number of the request that is shown. */
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
}

export function MissSteps({ view, selected, onSelect }: MissStepsProps) {
  const { t } = useWords();
  const numbers = view.requests.filter(({ lost }) => lost > 0).map(({ number }) => number);
  const [first] = numbers;
  if (first === undefined) return <span>{t("recordFigures.nothingPaidAgain")}</span>;
  const here = view.requests.findIndex(({ number }) => number === selected);
  const later = view.requests.slice(here + 1).find(({ lost }) => lost > 0)?.number;
  const next = later ?? first;
  const where =
    later === undefined
      ? "recordFigures.toFirstAgain"
      : next === first
        ? "recordFigures.toFirst"
        : "recordFigures.toNext";
  return (
    <Button
      hint={t(where, { number: String(next) })}
      onClick={() => onSelect(next)}
      data-lost-requests={numbers.length}
    >
      <span aria-hidden className="font-semibold text-bad">
        {MISS_SIGN}
      </span>
      {t("recordFigures.misses", { count: numbers.length })}
    </Button>
  );
}
