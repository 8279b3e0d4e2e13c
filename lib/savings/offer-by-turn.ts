/** A conversation that offers another list of tools in each turn, as a router by relevance does. */
import type { PlayEvent } from "../timeline/play-event";
import type { Scenario, Turn } from "../timeline/scenario";
import type { CalledTools } from "./called-tools";
import { withFewTools } from "./without-events";
import { writeTools } from "./write-tools";

export interface OfferedByTurn {
  readonly text: string;
  readonly scenario: Scenario;
  /** Turns before which the list becomes another one. */
  readonly changes: number;
  /** Tools in the longest list. */
  readonly most: number;
}

/**
 * Offers in each turn the tools that it calls, and those called in the turns right before it.
 * @param bonus for how many turns a tool stays after the last one that called it; 0 = the relevant ones alone
 */
export function offerByTurn(
  text: string,
  scenario: Scenario,
  tools: CalledTools,
  bonus: number,
): OfferedByTurn {
  const definitions = new Map(tools.called.map(({ name, value }) => [name ?? "", JSON.stringify(value)]));
  // What the document itself has called counts as called in the turn before the first.
  const calls = [tools.before, ...tools.byTurn];
  let offered: ReadonlySet<string> = tools.before;
  let changes = 0;
  let most = offered.size;
  // Each turn has a list of its own: its order is of no account any more.
  const turns = withFewTools(scenario, 0).turns.map((turn, index): Turn => {
    const wanted = new Set(
      calls.slice(Math.max(0, index + 1 - bonus), index + 2).flatMap((names) => [...names]),
    );
    const events: PlayEvent[] = [
      ...[...offered]
        .filter((name) => !wanted.has(name))
        .map((name) => ({ kind: "remove-tool", name }) as const),
      ...[...wanted]
        .filter((name) => !offered.has(name))
        .map((name) => ({ kind: "add-tool", name, definition: definitions.get(name) ?? "" }) as const),
    ];
    if (events.length === 0) return turn;
    offered = wanted;
    changes++;
    most = Math.max(most, wanted.size);
    return { ...turn, events: [...(turn.events ?? []), ...events] };
  });
  const first = tools.called.filter(({ name }) => tools.before.has(name ?? ""));
  return { text: writeTools(text, first), scenario: { ...scenario, turns }, changes, most };
}
