/** Says what a block of the signature strip is and what became of it. */
import type { StripState } from "../../lib/pipeline/compare-turns";
import { formatCount } from "../../lib/values/figures";
import type { StripBlock } from "./group-strip";

const STATES: Readonly<Record<StripState, string>> = {
  same: "the same",
  changed: "changed",
  behind: "behind the change",
  added: "added",
};

/** e.g. `message 3 (user), 120 tokens, behind the change, written`. */
export function describeBlock({ index, role, count, tokens, state, fate }: StripBlock): string {
  const first = index + 1;
  const name =
    count > 1
      ? `messages ${first} to ${index + count}`
      : role === "system" || role === "tools"
        ? role
        : `message ${first} (${role})`;
  const fates = (["read", "written", "uncached"] as const).filter((kind) => fate[kind] > 0);
  const became =
    fates.length > 1 ? fates.map((kind) => `${formatCount(fate[kind])} ${kind}`).join(", ") : fates[0];
  return [name, `${formatCount(tokens)} tokens`, STATES[state], ...(became ? [became] : [])].join(", ");
}
