/** Which requests have a gap of their own: rounds of tools and copies follow their turn. */
import type { TurnView } from "../../lib/pipeline/analysis";

export const hasGap = ({ turn, kind }: Pick<TurnView, "turn" | "kind">): boolean =>
  turn >= 0 && (kind === "request" || kind === "ping");
