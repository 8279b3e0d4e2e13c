/** The turn of a conversation before which an event costs the least. */
import type { PlayEvent } from "../timeline/play-event";
import { costOf, type Situation } from "./measure";

/** Turns that are tried; more are sampled evenly. */
const MOST_TRIED = 8;

export interface TimedEvent {
  readonly situation: Situation;
  readonly turn: number;
  /** Number of the turn's first request, from 1. */
  readonly request: number;
  /** Of the whole conversation, in the price's currency. */
  readonly cost: number;
}

/** Tries the event before each turn that adds a question; null where none can be played or no price is known. */
export function findCheapestTurn(situation: Situation, event: PlayEvent): TimedEvent | null {
  const { text, settings, open } = situation;
  const { scenario } = settings;
  const { document } = open(text, settings, "aside");
  if (!scenario || !document) return null;
  const before = document.problems.length;
  const turns = scenario.turns.flatMap(({ mode }, index) => (mode === "append" ? [index] : []));
  const step = Math.max(1, Math.ceil(turns.length / MOST_TRIED));
  const tried = turns.flatMap((turn, order): readonly TimedEvent[] => {
    const given = scenario.turns[turn];
    if (order % step !== 0 || !given) return [];
    const changed = { ...given, events: [...(given.events ?? []), event] };
    const played = { ...settings, scenario: { ...scenario, turns: scenario.turns.with(turn, changed) } };
    const there: Situation = { text, settings: played, open };
    // An event that finds nothing to change is a problem of the script.
    if ((open(text, played, "aside").document?.problems.length ?? 0) > before) return [];
    const cost = costOf(there);
    const request = document.turns.findIndex(({ script }) => script.turn === turn) + 1;
    return cost === null ? [] : [{ situation: there, turn, request, cost }];
  });
  return tried.sort((one, other) => one.cost - other.cost)[0] ?? null;
}
