"use client";
/** How many requests of a recording paid for what they could have read, and the way to the first, then to the next. */
import type { SessionView } from "../../lib/sessions/session-view";
import { MISS_SIGN } from "../timeline/miss-sign";
import { Button } from "../ui/button";

interface MissStepsProps {
  readonly view: SessionView;
  /** Number of the request that is shown. */
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
}

export function MissSteps({ view, selected, onSelect }: MissStepsProps) {
  const numbers = view.requests.filter(({ lost }) => lost > 0).map(({ number }) => number);
  const [first] = numbers;
  if (first === undefined) return <span>nothing was paid for again</span>;
  const here = view.requests.findIndex(({ number }) => number === selected);
  const later = view.requests.slice(here + 1).find(({ lost }) => lost > 0)?.number;
  const next = later ?? first;
  const where = later === undefined ? "first again" : next === first ? "first" : "next";
  return (
    <Button
      hint={`Requests that paid for what they could have read. Goes to the ${where}: request ${next}`}
      onClick={() => onSelect(next)}
      data-lost-requests={numbers.length}
    >
      <span aria-hidden className="font-semibold text-bad">
        {MISS_SIGN}
      </span>
      {numbers.length === 1 ? "1 miss" : `${numbers.length} misses`}
    </Button>
  );
}
