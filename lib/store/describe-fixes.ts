/** Says what fixing everything at once has done. */
import type { FixedDocument } from "../pipeline/fix-all";

const count = (number: number): string => `${number} ${number === 1 ? "problem" : "problems"}`;

export function describeFixes({ fixed, left }: FixedDocument): string {
  if (fixed.length === 0) return "Nothing could be fixed without changing what the model reads.";
  const rest = left === 0 ? "" : ` ${count(left)} ${left === 1 ? "needs" : "need"} your decision.`;
  return `${count(fixed.length)} fixed: only markers have changed.${rest}`;
}
