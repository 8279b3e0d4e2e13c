/** Puts misses of one cause together, the costliest cause first. */
import type { Miss } from "../../lib/timeline/find-misses";

export interface MissGroup {
  readonly code: Miss["code"];
  readonly misses: readonly Miss[];
  readonly tokens: number;
  /** Null where a price that one of them needs is unknown. */
  readonly money: number | null;
  readonly about: boolean;
}

export function groupMisses(misses: readonly Miss[]): MissGroup[] {
  const codes = [...new Set(misses.map(({ code }) => code))];
  const groups = codes.map((code): MissGroup => {
    const own = misses.filter((miss) => miss.code === code);
    return {
      code,
      misses: own,
      tokens: own.reduce((sum, { tokens }) => sum + tokens, 0),
      money: own.reduce<number | null>(
        (sum, { money }) => (sum === null || money === null ? null : sum + money),
        0,
      ),
      about: own.some(({ about }) => about),
    };
  });
  return groups.sort((a, b) => b.tokens - a.tokens);
}
