/** What the emulated service says of a request's figures, before they are written in the fields of a dialect. */
import type { Figures } from "./account-cache";
import type { Lie } from "./read-controls";

/** What the service says of the figures: the truth, unless a test of audits asks for something else. */
export function reportFigures(figures: Figures, lie: Lie | null, tail: number): Figures {
  const { prompt } = figures;
  if (lie === "says-none" || lie === "no-cache") return { ...figures, read: 0, written: 0, uncached: prompt };
  if (lie === "says-all") return { ...figures, read: prompt - tail, written: 0, uncached: tail };
  return figures;
}
