/** Says in one sentence whether a request hit, and if not, why. */

import type { LedgerRow, Reason } from "../../lib/bill/ledger";
import type { TurnComparison } from "../../lib/pipeline/compare-turns";
import { findCause, sayBecause } from "../../lib/reasons/kinds";
import { formatCount } from "../../lib/values/figures";
import { type Message, type Said, tell } from "../../lib/words/message";
import { namePlace } from "./name-place";

export interface Headline {
  readonly text: Message;
  readonly tone: "good" | "bad" | "plain";
}

/** Where the request parts from the one it is compared with; null where that is not what the reason speaks of. */
function writeChange({ code }: Reason, compared: TurnComparison | null): Message | null {
  const first = compared?.first;
  if (!compared || !first || !/^(system|tools|messages)_changed$/.test(code)) return null;
  const inOpening = compared.strip[0]?.pointer === first.pointer;
  if (code !== "messages_changed" && !inOpening) return null;
  const where = { other: compared.other + 1, line: first.line, column: first.column };
  return code === "tools_changed" || first.role === "tools"
    ? tell("why.toolsDiffer", where)
    : tell("why.placeDiffers", { ...where, place: namePlace(compared.strip, first) });
}

const writeWhy = (reason: Reason, compared: TurnComparison | null): Said =>
  writeChange(reason, compared) ?? sayBecause(reason);

/**
 * @param turn index of the request, from 0
 * @param compared against an earlier request; null while it is not known
 */
export function writeHeadline(turn: number, ledger: LedgerRow, compared: TurnComparison | null): Headline {
  const request = turn + 1;
  const loss = findCause(ledger);
  const read = { request, tokens: formatCount(ledger.read) };
  if (loss?.code === "failed")
    return { text: tell("why.refused", { request, why: loss.message }), tone: "bad" };
  if (ledger.read > 0) {
    return loss
      ? { text: tell("why.readPart", { ...read, why: writeWhy(loss, compared) }), tone: "bad" }
      : { text: tell("why.readAll", read), tone: "good" };
  }
  if (loss?.code === "first_write") {
    const why = turn === 0 ? tell("why.nothingYet") : writeWhy(loss, compared);
    return ledger.written > 0
      ? { text: tell("why.wrote", { request, tokens: formatCount(ledger.written), why }), tone: "plain" }
      : { text: tell("why.storedFree", { request, why }), tone: "plain" };
  }
  if (!loss) return { text: tell("why.readNothing", { request }), tone: "plain" };
  const said = { request, why: writeWhy(loss, compared) };
  return {
    text: turn === 0 ? tell("why.cachedNothingFor", said) : tell("why.readNothingFor", said),
    tone: "bad",
  };
}
