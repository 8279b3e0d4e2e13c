/** Says what a request changed against an earlier one, so that its prefix is another. */

import type { Reason } from "../bill/ledger";
import type { Layout } from "../layout/layout";
import { formatTokens } from "../values/figures";

export interface SharedPrefix {
  /** Index of the last cut in common, in each request; -1 where there is none. */
  readonly cut: number;
  readonly otherCut: number;
  readonly tokens: number;
}

/** How many cuts, from the first on, are the same in both, as far as halving finds out: never too many. */
function countAlike(cuts: Layout["cuts"], others: Layout["cuts"]): number {
  let low = 0;
  let high = Math.min(cuts.length, others.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]?.key === others[middle]?.key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest prefix that ends at a cut of both. */
export function sharePrefix(layout: Layout, other: Layout): SharedPrefix {
  let here = countAlike(layout.cuts, other.cuts);
  let there = here;
  let shared: SharedPrefix = {
    cut: here - 1,
    otherCut: here - 1,
    tokens: layout.cuts[here - 1]?.prefix ?? 0,
  };
  for (;;) {
    const cut = layout.cuts[here];
    const otherCut = other.cuts[there];
    if (!cut || !otherCut) return shared;
    if (cut.key === otherCut.key) {
      shared = { cut: here++, otherCut: there++, tokens: cut.prefix };
    } else if (cut.prefix < otherCut.prefix) here++;
    else if (otherCut.prefix < cut.prefix) there++;
    else return shared;
  }
}

/** True where both requests start alike, whatever their models' templates make of it. */
export function startAlike(layout: Layout, other: Layout): boolean {
  if (sharePrefix(layout, other).cut >= 0) return true;
  const { opening } = layout;
  return (
    opening !== undefined && opening.head === other.opening?.head && opening.tools === other.opening.tools
  );
}

/**
 * Why `layout` cannot read what `other` wrote: the tools, the system message or the messages differ.
 * @param name how sentences call the other request, e.g. "request 1"
 * @param read tokens that were read all the same
 */
export function compareRequests(layout: Layout, other: Layout, name: string, read: number): Reason[] {
  const shared = sharePrefix(layout, other);
  const differing = layout.cuts[shared.cut + 1];
  const place = differing ? { pointer: differing.pointer } : {};
  const inOpening =
    shared.cut + 1 < (layout.opening?.cuts ?? 0) || shared.otherCut + 1 < (other.opening?.cuts ?? 0);
  if (inOpening && layout.opening && other.opening) {
    const reasons: Reason[] = [];
    const toolsChanged = layout.opening.tools !== other.opening.tools;
    if (toolsChanged) {
      reasons.push({
        code: "tools_changed",
        message: `The tools differ from those of ${name}: they belong to the system segment, and a changed order, field or value makes it another prefix.`,
        pointer: "/tools",
      });
    }
    if (!toolsChanged || layout.opening.head !== other.opening.head) {
      reasons.push({
        code: "system_changed",
        message: `The system message differs from that of ${name}, so nothing from there on matches.`,
        ...place,
      });
    }
    return reasons;
  }
  const common = formatTokens(shared.tokens);
  const entry = read > 0 ? "longer entry" : "entry";
  const message = differing
    ? shared.cut < 0
      ? `The content differs from ${name} from ${differing.pointer} on, so nothing that it wrote matches.`
      : `The content differs from ${name} from ${differing.pointer} on: ${common} are in common, and no ${entry} ends there.`
    : `The request ends where ${name} went on: ${common} are in common, and no ${entry} ends there.`;
  return [{ code: "messages_changed", message, ...place }];
}
