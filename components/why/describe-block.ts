/** Says what a block of the signature strip is and what became of it. */
import type { StripState } from "../../lib/pipeline/compare-turns";
import { formatCount } from "../../lib/values/figures";
import { type Message, type MessageKey, tell } from "../../lib/words/message";
import type { StripBlock } from "./group-strip";

const STATES = {
  same: "why.stateSame",
  changed: "why.stateChanged",
  behind: "why.stateBehind",
  added: "why.stateAdded",
} as const satisfies Readonly<Record<StripState, MessageKey>>;

const FATES = {
  read: { alone: "why.fateRead", counted: "why.tokensRead" },
  written: { alone: "why.fateWritten", counted: "why.tokensWritten" },
  uncached: { alone: "why.fateUncached", counted: "why.tokensUncached" },
} as const;

function nameBlock({ index, role, count }: StripBlock): Message {
  const first = index + 1;
  if (count > 1) return tell("why.blockMessages", { first, last: index + count });
  if (role === "system") return tell("why.blockSystem");
  return role === "tools" ? tell("why.blockTools") : tell("why.oneMessage", { number: first, role });
}

/** What became of its tokens: counted where they had several fates; null where they had none. */
function sayFates({ fate }: StripBlock): Message | null {
  const fates = (["read", "written", "uncached"] as const).filter((kind) => fate[kind] > 0);
  const [only] = fates;
  if (!only) return null;
  if (fates.length === 1) return tell(FATES[only].alone);
  return fates
    .map((kind) => tell(FATES[kind].counted, { tokens: formatCount(fate[kind]) }))
    .reduce((one, more) => tell("why.andMore", { one, more }));
}

/** e.g. `message 3 (user), 120 tokens, behind the change, written`. */
export function describeBlock(block: StripBlock): Message {
  const became = sayFates(block);
  const said = {
    name: nameBlock(block),
    tokens: formatCount(block.tokens),
    state: tell(STATES[block.state]),
  };
  return became ? tell("why.blockBecame", { ...said, became }) : tell("why.block", said);
}
