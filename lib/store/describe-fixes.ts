/** Says what fixing everything at once has done. */
import type { FixedDocument } from "../pipeline/fix-all";
import { formatMany } from "../values/figures";

export function describeFixes({ fixed, left }: FixedDocument): string {
  if (fixed.length === 0) return "Nothing could be fixed without changing what the model reads.";
  const rest =
    left === 0 ? "" : ` ${formatMany(left, "problem")} ${left === 1 ? "needs" : "need"} your decision.`;
  return `${formatMany(fixed.length, "problem")} fixed: only markers have changed.${rest}`;
}
