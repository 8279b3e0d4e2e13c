/** Judges the first request of a lane: what other lanes left, or a prefix of its own. */
import { findDifference, sayWords } from "../reasons/first-difference";
import type { Reason } from "../reasons/reason";
import { findSource, keysLeft } from "./find-source";
import type { JudgedRequest } from "./judge-request";
import { isOfTime, type Judgement, judgeAs, listRules } from "./judgement";
import type { Prediction, SessionStep } from "./prepare-session";

/** Tokens up to the longest breakpoint that this request has in common with the latest earlier one that has any. */
function countShared(earlier: readonly SessionStep[], here: SessionStep): number {
  const own = keysLeft(here);
  const kin = earlier.findLast((step) => keysLeft(step).some((key) => own.includes(key)));
  const shared = own.findLast((key) => kin && keysLeft(kin).includes(key));
  return here.prediction?.ready.layout.cuts.find(({ key }) => key === shared)?.prefix ?? 0;
}

/** Seconds that an entry lives after its last use. */
const LIFE = 300;

/** Tokens of the tools and the system text that a request left as an entry of their own; 0 where it left none. */
function headLeft({ ready: { layout } }: Prediction): number {
  const last = (layout.opening?.cuts ?? 0) - 1;
  return layout.breakpoints.includes(last) ? (layout.cuts[last]?.prefix ?? 0) : 0;
}

/** What keeps the same agent, begun anew, from reading the head that it sent before; null where its head is the same. */
function judgeAnew(here: SessionStep, prediction: Prediction, kin: SessionStep): Judgement | null {
  const other = kin.prediction;
  if (!other) return null;
  const { change } = findDifference(prediction.ready, other.ready);
  if (!change || (change.what !== "system" && change.what !== "tools")) return null;
  const by = kin.exchange.number;
  const left = here.at - kin.at < LIFE ? headLeft(other) : 0;
  const head = prediction.ready.layout.cuts[(prediction.ready.layout.opening?.cuts ?? 0) - 1]?.prefix ?? 0;
  const lost = Math.min(left, head);
  const words = sayWords(change, other.ready.prompt, prediction.ready.prompt);
  const told: Reason = {
    kind: change.what === "tools" ? "tools_changed" : "system_changed",
    by,
    ...(left > 0 ? { loss: { left, read: 0, lost } } : {}),
    ...(words === undefined ? {} : { words }),
  };
  return { ...judgeAs(told, lost, change), against: by };
}

export function judgeFirst({ here, earlier, kind, kin }: JudgedRequest, prediction: Prediction): Judgement {
  const { row, ready } = prediction;
  const { read, written } = here.billed ?? row;
  if (row.read > 0) {
    const by = findSource(earlier, prediction, row.read)?.exchange.number ?? null;
    return judgeAs({ kind: "hit", read, from: "lane", by, written });
  }
  if (!ready.layout.marked && read > 0) return judgeAs({ kind: "hit", read, from: "implicit" });
  const anew = ready.layout.marked && kin ? judgeAnew(here, prediction, kin) : null;
  if (anew) return anew;
  const [reason, ...also] = listRules(here, earlier);
  if (reason) {
    return { reason, also, change: null, lost: isOfTime(reason) ? countShared(earlier, here) : 0 };
  }
  const isFirst = kind === "main" && kin === null;
  return judgeAs({ kind: isFirst ? "first_write" : "own_prefix", written });
}
