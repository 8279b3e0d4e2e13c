/** What the usage of an audit's calls claims. */
import { THRESHOLDS } from "./audit-thresholds";
import { groupCalls, type JudgedCall } from "./judged-call";

export interface FieldsFinding {
  /**
   * `says`: warm calls read, cold ones do not. `impossible`: a cold call is said to have read what no cache can know.
   * `mixed`: some warm calls read and others do not. `silent`: none is said to have read.
   */
  readonly kind: "says" | "impossible" | "mixed" | "silent";
  readonly sentence: string;
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
      sentence: `The usage says that ${coldClaims} of ${cold.length} cold calls read from a cache, though their prompts were new from the first words on.`,
    };
  }
  const said = `The usage says that ${claims} of ${warm.length} warm calls read from a cache, and no cold one.`;
  if (claims > 0) {
    const isMixed = misses >= Math.max(2, THRESHOLDS.mixed * warm.length);
    return { kind: isMixed ? "mixed" : "says", sentence: said };
  }
  const hasNone = [...cold, ...warm].every(({ usage }) => usage === null);
  return {
    kind: "silent",
    sentence: hasNone
      ? "The answers hold no usage that can be read."
      : `The usage says that none of ${warm.length} warm calls read from a cache.`,
  };
}
