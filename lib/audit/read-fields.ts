/** What the usage of an audit's calls claims. */
import { type Message, tell } from "../words/message";
import { THRESHOLDS } from "./audit-thresholds";
import { groupCalls, type JudgedCall } from "./judged-call";

export interface FieldsFinding {
  /**
   * `says`: warm calls read, cold ones do not. `impossible`: a cold call is said to have read what no cache can know.
   * `mixed`: some warm calls read and others do not. `silent`: none is said to have read.
   */
  readonly kind: "says" | "impossible" | "mixed" | "silent";
  readonly sentence: Message;
}

/** Whether the usage claims that the cache served the call. */
export const claimsRead = ({ usage }: Pick<JudgedCall, "usage">): boolean =>
  usage !== null && usage.prompt > 0 && usage.read >= usage.prompt * THRESHOLDS.claimed;

export function readFields(calls: readonly JudgedCall[]): FieldsFinding {
  const { cold, warm } = groupCalls(calls);
  const coldClaims = cold.filter(claimsRead).length;
  const claims = warm.filter(claimsRead).length;
  const misses = warm.length - claims;
  if (coldClaims > 0) {
    return {
      kind: "impossible",
      sentence: tell("audit.impossibleReads", { claims: coldClaims, count: cold.length }),
    };
  }
  if (claims > 0) {
    const isMixed = misses >= Math.max(2, THRESHOLDS.mixed * warm.length);
    return {
      kind: isMixed ? "mixed" : "says",
      sentence: tell("audit.someReads", { claims, count: warm.length }),
    };
  }
  const hasNone = [...cold, ...warm].every(({ usage }) => usage === null);
  return {
    kind: "silent",
    sentence: hasNone ? tell("audit.noUsage") : tell("audit.noReads", { count: warm.length }),
  };
}
