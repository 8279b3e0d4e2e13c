/** A scenario without some of its events, and how many are gone. */
import type { PlayEvent } from "../timeline/play-event";
import type { Scenario, Turn } from "../timeline/scenario";

export interface CalmScenario {
  readonly scenario: Scenario;
  readonly gone: number;
}

/** The same scenario where no event is to go; turns that keep all of theirs stay the same objects. */
export function withoutEvents(scenario: Scenario, isGone: (event: PlayEvent) => boolean): CalmScenario {
  let gone = 0;
  const turns = scenario.turns.map((turn): Turn => {
    const kept = turn.events?.filter((event) => !isGone(event)) ?? [];
    const fewer = (turn.events?.length ?? 0) - kept.length;
    if (fewer === 0) return turn;
    gone += fewer;
    const { events: _, ...rest } = turn;
    return kept.length > 0 ? { ...rest, events: kept } : rest;
  });
  return gone === 0 ? { scenario, gone } : { scenario: { ...scenario, turns }, gone };
}

const needsTwo = ({ kind }: PlayEvent): boolean => kind === "shuffle-tools";

/** The scenario of a document that offers so many tools: fewer than two have no order that could change. */
export const withFewTools = (scenario: Scenario, count: number): Scenario =>
  count < 2 ? withoutEvents(scenario, needsTwo).scenario : scenario;
