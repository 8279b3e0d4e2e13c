/** Judges the first request of a lane: what other lanes left, or a prefix of its own. */
import type { JudgedRequest } from "./judge-request";
import { isOfTime, type Judgement, judgeAs, listRules } from "./judgement";
import type { Prediction, SessionStep } from "./prepare-session";

/** The latest earlier request that left an entry of just these tokens, or was to; null where none did. */
function findSource(
  earlier: readonly SessionStep[],
  { ready }: Prediction,
  tokens: number,
): SessionStep | null {
  const key = ready.layout.cuts.find(({ prefix }) => prefix === tokens)?.key;
  if (key === undefined) return null;
  const leaves = ({ prediction }: SessionStep): boolean => {
    const layout = prediction?.ready.layout;
    return (
      layout?.model === ready.layout.model && layout.breakpoints.some((cut) => layout.cuts[cut]?.key === key)
    );
  };
  return earlier.findLast(leaves) ?? null;
}

/** Tokens up to the longest breakpoint that this request has in common with the latest earlier one that has any. */
function countShared(earlier: readonly SessionStep[], { ready: { layout } }: Prediction): number {
  const keyOf = (cut: number) => layout.cuts[cut]?.key;
  const own = new Set(layout.breakpoints.map(keyOf));
  const keysOf = ({ prediction }: SessionStep) => {
    const other = prediction?.ready.layout;
    return (other?.breakpoints ?? []).map((cut) => other?.cuts[cut]?.key);
  };
  const kin = earlier.findLast((step) => keysOf(step).some((key) => own.has(key)));
  const keys = new Set(kin && keysOf(kin));
  const shared = layout.breakpoints.findLast((cut) => keys.has(keyOf(cut)));
  return layout.cuts[shared ?? -1]?.prefix ?? 0;
}

export function judgeFirst({ here, earlier, kind }: JudgedRequest, prediction: Prediction): Judgement {
  const { row, ready } = prediction;
  const { read, written } = here.billed ?? row;
  if (row.read > 0) {
    const by = findSource(earlier, prediction, row.read)?.exchange.number ?? null;
    return judgeAs({ kind: "hit", read, from: "lane", by, written });
  }
  if (!ready.layout.marked && read > 0) return judgeAs({ kind: "hit", read, from: "implicit" });
  const [reason, ...also] = listRules(here, earlier);
  if (reason) {
    return { reason, also, change: null, lost: isOfTime(reason) ? countShared(earlier, prediction) : 0 };
  }
  const isFirst = kind === "main" && earlier.length === 0;
  return judgeAs({ kind: isFirst ? "first_write" : "own_prefix", written });
}
