/** Explains a request without markers: what the implicit cache read, and that it promises nothing. */

import type { Reason } from "../bill/ledger";
import { type ImplicitReads, inSteps } from "../systems/implicit-reads";
import type { EntryLife } from "../systems/kernels/entry";
import type { Played } from "../systems/system";
import { formatNumber, formatTokens } from "../values/figures";
import { nameOf } from "./name-request";

/** What became of a common prefix that could have been read. */
function explainUnpromised(played: Played, reads: ImplicitReads): Reason {
  const code = "implicit_not_promised";
  if (reads === "never") {
    return {
      code,
      message:
        "The implicit cache may read a common prefix at a lower price, but promises nothing: no read is counted.",
    };
  }
  if (reads === "always") {
    return { code, message: "This read is what an ideal implicit cache gives; the service promises none." };
  }
  const chance = `${formatNumber(reads.probability * 100)} %`;
  if (played.read > 0) {
    return {
      code,
      message: `This read was drawn with a probability of ${chance}; the service promises none.`,
    };
  }
  return {
    code,
    message: `${formatTokens(played.readable)} could have been read; with a probability of ${chance} no read was drawn.`,
    tokens: played.readable,
  };
}

/**
 * Reasons for what the implicit cache read or did not.
 * @param minimum fewest tokens of a read
 * @param unread what a marker would have read; null = nothing
 */
export function explainImplicit(
  played: Played,
  minimum: number,
  reads: ImplicitReads,
  unread: EntryLife | null,
): Reason[] {
  const { read, common, readable } = played;
  const lost = unread
    ? ` The live entry of ${formatTokens(unread.tokens)} that ${nameOf(unread.createdBy)} wrote stays unread.`
    : "";
  const plain: Reason = {
    code: "no_marker",
    message: `No marker: the request plays the implicit cache and writes no entry.${lost}`,
    ...(unread && unread.tokens > read ? { tokens: unread.tokens - read } : {}),
  };
  if (reads === "never") return [plain, explainUnpromised(played, reads)];
  const inCommon = formatTokens(common);
  if (read > 0) {
    return [
      {
        code: "hit",
        message: `Read ${formatTokens(read)}: ${inCommon} are in common with an earlier request, counted in steps of 128.`,
      },
      plain,
      explainUnpromised(played, reads),
    ];
  }
  if (readable > 0) return [plain, explainUnpromised(played, reads)];
  if (common === 0) return [plain];
  return [
    plain,
    {
      code: "below_minimum",
      message: `Only ${inCommon} are in common with an earlier request; implicit reads start at ${formatNumber(minimum)}.`,
      ...(inSteps(common) > 0 ? { tokens: inSteps(common) } : {}),
    },
  ];
}
