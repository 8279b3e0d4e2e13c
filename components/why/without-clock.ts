/** A scenario without the clock that it puts into the system text. */
import type { Scenario } from "../../lib/timeline/scenario";

/** @param turn index of the last turn that counts; -1 is the document's own request. True where a clock runs by then. */
export const hasClock = ({ turns }: Scenario, turn: number): boolean =>
  turns.slice(0, turn + 1).some(({ events }) => events?.some(({ kind }) => kind === "clock"));

export const withoutClock = (scenario: Scenario): Scenario => ({
  ...scenario,
  turns: scenario.turns.map((turn) =>
    turn.events ? { ...turn, events: turn.events.filter(({ kind }) => kind !== "clock") } : turn,
  ),
});
