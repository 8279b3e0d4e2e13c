/** Judges the first request of a lane: what other lanes left, or a prefix of its own. */
import type { JudgedRequest } from "./judge-request";
import { isOfTime, type Judgement, judgeAs, listRules } from "./judgement";
import type { Prediction, SessionStep } from "./prepare-session";

/** Identities of the prefixes that a request leaves, or was to leave, as entries. */
const keysLeft = ({ prediction }: SessionStep): readonly (number | undefined)[] => {
  const layout = prediction?.ready.layout;
  return layout ? layout.breakpoints.map((cut) => layout.cuts[cut]?.key) : [];
};

/** The latest earlier request that left an entry of just these tokens, or was to; null where none did. */
function findSource(earlier: readonly SessionStep[], { ready }: Prediction, tokens: number) {
  const { cuts, model } = ready.layout;
  const key = cuts.find(({ prefix }) => prefix === tokens)?.key;
  const leaves = (step: SessionStep): boolean =>
    step.prediction?.ready.layout.model === model && keysLeft(step).includes(key);
  return key === undefined ? null : (earlier.findLast(leaves) ?? null);
}

/** Tokens up to the longest breakpoint that this request has in common with the latest earlier one that has any. */
function countShared(earlier: readonly SessionStep[], here: SessionStep): number {
  const own = keysLeft(here);
  const kin = earlier.findLast((step) => keysLeft(step).some((key) => own.includes(key)));
  const shared = own.findLast((key) => kin && keysLeft(kin).includes(key));
  return here.prediction?.ready.layout.cuts.find(({ key }) => key === shared)?.prefix ?? 0;
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
    return { reason, also, change: null, lost: isOfTime(reason) ? countShared(earlier, here) : 0 };
  }
  const isFirst = kind === "main" && earlier.length === 0;
  return judgeAs({ kind: isFirst ? "first_write" : "own_prefix", written });
}
