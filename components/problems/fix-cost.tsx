"use client";
/** What a fix does to the cost of the whole conversation: before, after, and by how much. */
import { useEffect, useRef, useState } from "react";
import type { Fix } from "../../lib/lint/diagnostic";
import { useWords } from "../words/use-words";
import { CostWords, isOtherCost } from "./cost-words";
import { useFixWorth } from "./use-fix-worth";

interface FixCostProps {
  readonly fix: Fix;
  /** Texts before the marker that would still change afterwards: then nothing may be gained yet. */
  readonly stillChanging?: number;
}

/** What a mend saves that has not ended the misses. */
const LITTLE = -0.02;

export function FixCost({ fix, stillChanging = 0 }: FixCostProps) {
  const { t } = useWords();
  const place = useRef<HTMLSpanElement>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const shown = place.current;
    if (!shown) return;
    const observer = new IntersectionObserver((entries) =>
      setShown(entries.some(({ isIntersecting }) => isIntersecting)),
    );
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);
  const worth = useFixWorth(fix, isShown);
  return (
    // Never empty: an element without a box is never seen on the screen.
    <span ref={place} className="min-h-px min-w-px text-xs tabular-nums" data-fix-cost>
      {worth && isOtherCost(worth) && <CostWords change={worth} scenario={worth.scenario} />}
      {worth && worth.share > LITTLE && stillChanging > 0 && (
        <span className="block text-mute">{t("problems.stillChanging", { count: stillChanging })}</span>
      )}
    </span>
  );
}
