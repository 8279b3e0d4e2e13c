"use client";
/** How many requests paid for what they could have read, and the way to the first of them, then to the next. */
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { MISS_SIGN } from "./miss-sign";

export function MissButton() {
  const misses = usePlayground((state) => state.good?.timeline.misses);
  const selected = usePlayground((state) => state.turn);
  const actions = useActions();
  const { t } = useWords();
  const [first] = misses ?? [];
  if (!misses || !first) return null;
  const here = misses.findIndex(({ index }) => index === selected);
  const next = misses[here + 1] ?? first;
  const hint =
    here < 0 ? "timeline.toFirstMiss" : next === first ? "timeline.toFirstMissAgain" : "timeline.toNextMiss";
  return (
    <Button
      hint={t(hint, { number: next.index + 1 })}
      onClick={() => actions.selectTurn(next.index)}
      data-misses={misses.length}
    >
      <span aria-hidden className="font-semibold text-bad">
        {MISS_SIGN}
      </span>
      {t("timeline.misses", { count: misses.length })}
    </Button>
  );
}
