/** Bounds the filler text of one scenario, which a short link could otherwise make as long as it likes. */
import { writeFiller } from "./filler-text";

/** Tokens. */
export const MAX_SCRIPTED_FILLER = 2_000_000;

export interface FillerBudget {
  /** Filler text; none once the budget is spent. */
  write(tokens: number, seed: number): string;
  isSpent(): boolean;
}

export function createFillerBudget(): FillerBudget {
  let written = 0;
  return {
    write(tokens, seed) {
      written += tokens;
      return written > MAX_SCRIPTED_FILLER ? "" : writeFiller(tokens, seed);
    },
    isSpent: () => written > MAX_SCRIPTED_FILLER,
  };
}
