/** Edits of a scenario: each gives a new one; a place that does not exist leaves it as it is. */
import type { PlayEvent } from "./play-event";
import {
  MAX_COPIES,
  MAX_EVENTS,
  MAX_GAP_SECONDS,
  MAX_TIMES,
  MAX_TURNS,
  type Scenario,
  type ToolRound,
  type Turn,
} from "./scenario";

/** What is no number becomes the least. */
const clamp = (value: number, from: number, to: number): number =>
  Number.isNaN(value) ? from : Math.min(Math.max(value, from), to);

function withTurn(scenario: Scenario, index: number, change: (turn: Turn) => Turn): Scenario {
  const turn = scenario.turns[index];
  if (!turn) return scenario;
  const changed = change(turn);
  return changed === turn ? scenario : { ...scenario, turns: scenario.turns.with(index, changed) };
}

/** Adds a turn before the one at `index`, at the end where none is given. Nothing beyond `MAX_TURNS`. */
export function addTurn(scenario: Scenario, turn: Turn, index = scenario.turns.length): Scenario {
  if (scenario.turns.length >= MAX_TURNS) return scenario;
  return { ...scenario, turns: scenario.turns.toSpliced(clamp(index, 0, scenario.turns.length), 0, turn) };
}

export function removeTurn(scenario: Scenario, index: number): Scenario {
  return scenario.turns[index] ? { ...scenario, turns: scenario.turns.toSpliced(index, 1) } : scenario;
}

/** Moves the turn at `from` so that it stands at `to`. */
export function moveTurn(scenario: Scenario, from: number, to: number): Scenario {
  const turn = scenario.turns[from];
  if (!turn || !scenario.turns[to] || from === to) return scenario;
  return { ...scenario, turns: scenario.turns.toSpliced(from, 1).toSpliced(to, 0, turn) };
}

/** Changes any fields of a turn; a field that becomes undefined is left out. */
export function changeTurn(scenario: Scenario, index: number, changes: Partial<Turn>): Scenario {
  return withTurn(scenario, index, (turn) => {
    const changed = { ...turn, ...changes };
    return Object.fromEntries(
      Object.entries(changed).filter(([, value]) => value !== undefined),
    ) as unknown as Turn;
  });
}

/** Seconds, moved into the bounds. */
export const changeGap = (scenario: Scenario, index: number, gap: number): Scenario =>
  changeTurn(scenario, index, { gap: clamp(gap, 0, MAX_GAP_SECONDS) });

/** So many requests at once; one is the same as none. */
export const setCopies = (scenario: Scenario, index: number, copies: number): Scenario =>
  changeTurn(scenario, index, { copies: manyOrNone(copies, MAX_COPIES) });

/** So many times in a row; one is the same as none. */
export const setTimes = (scenario: Scenario, index: number, times: number): Scenario =>
  changeTurn(scenario, index, { times: manyOrNone(times, MAX_TIMES) });

export const setRounds = (scenario: Scenario, index: number, rounds: readonly ToolRound[]): Scenario =>
  changeTurn(scenario, index, { rounds: rounds.length > 0 ? rounds : undefined });

/** Nothing beyond `MAX_EVENTS` of a turn. */
export function addEvent(scenario: Scenario, index: number, event: PlayEvent): Scenario {
  const events = scenario.turns[index]?.events ?? [];
  return events.length >= MAX_EVENTS ? scenario : changeTurn(scenario, index, { events: [...events, event] });
}

/** Takes the event at `at` off the turn at `index`. */
export function removeEvent(scenario: Scenario, index: number, at: number): Scenario {
  const events = scenario.turns[index]?.events ?? [];
  if (!events[at]) return scenario;
  return changeTurn(scenario, index, { events: events.length > 1 ? events.toSpliced(at, 1) : undefined });
}

function manyOrNone(value: number, most: number): number | undefined {
  const many = clamp(Math.floor(value), 1, most);
  return many > 1 ? many : undefined;
}
