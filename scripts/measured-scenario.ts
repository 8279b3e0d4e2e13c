/** The scenario whose requests the benches measure: a conversation that goes on in short turns. */
import type { Scenario } from "../lib/timeline/scenario";

export const measuredScenario = (turns: number): Scenario => ({
  name: "Measured",
  duration: 2,
  reply: "Yes.",
  turns: Array.from({ length: turns }, () => ({ mode: "append", gap: 20, user: "Go on.", reply: "Yes." })),
});
