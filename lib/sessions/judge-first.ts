/** Judges the first request of a lane: what other lanes left, or a prefix of its own. */
import { formatTokens } from "../values/figures";
import type { JudgedRequest, Judgement } from "./judge-request";
import { nameStep } from "./judge-usage";
import type { Prediction, SessionStep } from "./prepare-session";
import { reasonsByRule } from "./rule-reasons";

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

/** The latest earlier request that shares an entry's worth of the start with this one. */
function findKin(earlier: readonly SessionStep[], { ready }: Prediction): SessionStep | null {
  const keys = new Set(ready.layout.breakpoints.map((cut) => ready.layout.cuts[cut]?.key));
  return (
    earlier.findLast(({ prediction }) =>
      prediction?.ready.layout.breakpoints.some((cut) => keys.has(prediction.ready.layout.cuts[cut]?.key)),
    ) ?? null
  );
}

export function judgeFirst({ here, earlier, kind }: JudgedRequest, prediction: Prediction): Judgement {
  const { row, ready } = prediction;
  const { read, written } = here.billed ?? row;
  const judged = (code: Judgement["reason"]["code"], sentence: string, lost = 0): Judgement => ({
    reason: { code, sentence },
    also: [],
    change: null,
    lost,
  });
  if (row.read > 0) {
    const source = findSource(earlier, prediction, row.read);
    const from = source ? ` that ${nameStep(source)} left` : "";
    const more = written > 0 ? `; wrote ${formatTokens(written)} more` : "";
    return judged("hit", `Opens a conversation of its own and reads ${formatTokens(read)}${from}${more}.`);
  }
  const kin = findKin(earlier, prediction);
  const name = kin ? nameStep(kin) : "the request before";
  const [rule, ...also] = reasonsByRule({ row, read: 0, gap: kin ? here.at - kin.at : 0, name });
  if (rule) {
    const lost = rule.code === "expired" || rule.code === "parallel" ? sharedWith(kin, prediction) : 0;
    return { reason: rule, also, change: null, lost };
  }
  if (!ready.layout.marked) {
    return read > 0
      ? judged("hit", `Read ${formatTokens(read)} from the implicit cache, which needs no marker.`)
      : judged("no_marker", "It has no marker: only the implicit cache may read, which it never promises.");
  }
  const wrote = `wrote ${formatTokens(written)}`;
  return kind === "main" && earlier.length === 0
    ? judged("first_write", `The first request: nothing was there to read; ${wrote}.`)
    : judged(
        "own_prefix",
        `Opens a conversation of its own with another start, so nothing could be read; ${wrote}.`,
      );
}

/** Tokens up to the longest breakpoint that both have. */
function sharedWith(kin: SessionStep | null, { ready }: Prediction): number {
  const other = kin?.prediction?.ready.layout;
  const keys = new Set(other?.breakpoints.map((cut) => other.cuts[cut]?.key));
  const shared = ready.layout.breakpoints.findLast((cut) => keys.has(ready.layout.cuts[cut]?.key));
  return ready.layout.cuts[shared ?? -1]?.prefix ?? 0;
}
