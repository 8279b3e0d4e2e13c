/** Says in one sentence whether a request hit, and if not, why. */

import type { LedgerRow, Reason } from "../../lib/bill/ledger";
import type { TurnComparison } from "../../lib/pipeline/compare-turns";
import { findCause, sayBecause } from "../../lib/reasons/kinds";
import { formatCount } from "../../lib/values/figures";
import { ENGLISH } from "../../lib/words/plain-words";
import { namePlace } from "./name-place";

export interface Headline {
  readonly text: string;
  readonly tone: "good" | "bad" | "plain";
}

/** Where the request parts from the one it is compared with; null where that is not what the reason speaks of. */
function writeChange({ code }: Reason, compared: TurnComparison | null): string | null {
  const first = compared?.first;
  if (!compared || !first || !/^(system|tools|messages)_changed$/.test(code)) return null;
  const inOpening = compared.strip[0]?.pointer === first.pointer;
  if (code !== "messages_changed" && !inOpening) return null;
  const subject = code === "tools_changed" ? "the tools" : namePlace(compared.strip, first);
  const verb = subject === "the tools" ? "differ" : "differs";
  return `${subject} ${verb} from request ${compared.other + 1} at line ${first.line}, column ${first.column}`;
}

const writeWhy = (reason: Reason, compared: TurnComparison | null): string =>
  writeChange(reason, compared) ?? ENGLISH.say(sayBecause(reason));

/**
 * @param turn index of the request, from 0
 * @param compared against an earlier request; null while it is not known
 */
export function writeHeadline(turn: number, ledger: LedgerRow, compared: TurnComparison | null): Headline {
  const name = `Request ${turn + 1}`;
  const loss = findCause(ledger);
  const read = formatCount(ledger.read);
  if (loss?.code === "failed")
    return { text: `${name} is refused: ${ENGLISH.say(loss.message)}`, tone: "bad" };
  if (ledger.read > 0) {
    return loss
      ? { text: `${name} read ${read} tokens and missed more: ${writeWhy(loss, compared)}`, tone: "bad" }
      : { text: `${name}: all of ${read} cached tokens read`, tone: "good" };
  }
  if (loss?.code === "first_write") {
    const written =
      ledger.written > 0
        ? `wrote ${formatCount(ledger.written)} tokens`
        : "stored its prefix at no extra price";
    const why = turn === 0 ? "there was nothing to read yet" : writeWhy(loss, compared);
    return { text: `${name} ${written}: ${why}`, tone: "plain" };
  }
  if (!loss) return { text: `${name} read nothing`, tone: "plain" };
  const what = turn === 0 ? "cached nothing" : "read nothing";
  return { text: `${name} ${what}: ${writeWhy(loss, compared)}`, tone: "bad" };
}
