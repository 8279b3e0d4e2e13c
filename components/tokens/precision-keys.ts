/** How sure a count is, in a word. */
import type { Precision } from "../../lib/tokens/measured";

export const PRECISION_KEYS = {
  exact: "tokens.exact",
  estimate: "tokens.estimate",
  calibrated: "tokens.calibrated",
} as const satisfies Record<Precision["kind"], string>;
