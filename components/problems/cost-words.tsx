"use client";
/** What a change does to the cost of the conversation, in one line: before, after, and by how much. */
import type { CostChange } from "../../lib/pipeline/what-if";
import { formatChange, formatMoney } from "../../lib/values/figures";
import { type Drawers, useWords } from "../words/use-words";

/** A change of less than this share is none. */
const LEAST = 0.0005;

export const isOtherCost = ({ share }: CostChange): boolean => Math.abs(share) >= LEAST;

const drawersOf = (share: number): Drawers => ({
  hidden: (pieces) => <span className="sr-only">{pieces}</span>,
  // What would cost more is no offer to pass over.
  mute: (pieces) => <span className={share > 0 ? "text-bad" : "text-mute"}>{pieces}</span>,
  b: (pieces) => <span className="font-medium">{pieces}</span>,
});

interface CostWordsProps {
  readonly change: CostChange;
  /** The scenario that was played for it; absent = the document's own. */
  readonly scenario?: string | null;
}

export function CostWords({ change, scenario = null }: CostWordsProps) {
  const { rich } = useWords();
  const { before, after, currency, share } = change;
  const figures = {
    before: formatMoney(before, currency),
    after: formatMoney(after, currency),
    change: formatChange(share),
  };
  const drawers = drawersOf(share);
  return scenario === null
    ? rich("problems.cost", drawers, figures)
    : rich("problems.costIn", drawers, { ...figures, scenario });
}
