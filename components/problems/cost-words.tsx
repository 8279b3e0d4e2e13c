/** What a change does to the cost of the conversation, in one line: before, after, and by how much. */
import type { CostChange } from "../../lib/pipeline/what-if";
import { formatChange, formatMoney } from "../../lib/values/figures";

/** A change of less than this share is none. */
const LEAST = 0.0005;

export const isOtherCost = ({ share }: CostChange): boolean => Math.abs(share) >= LEAST;

/** @param where words behind it, e.g. the scenario that was played for it */
export function CostWords({ change, where = "" }: { change: CostChange; where?: string }) {
  const { before, after, currency, share } = change;
  return (
    <>
      <span className="sr-only">The conversation costs </span>
      <span className="text-mute">{formatMoney(before, currency)} →</span>{" "}
      <span className="font-medium">{formatMoney(after, currency)}</span>{" "}
      <span className="text-mute">
        ({formatChange(share)}){where}
      </span>
    </>
  );
}
