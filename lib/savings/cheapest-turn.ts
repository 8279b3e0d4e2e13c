/** The turn of a conversation before which an event costs the least, and what it throws away there. */
import { answerWhatIf } from "../pipeline/what-if";
import type { PlayEvent } from "../timeline/play-event";
import { type Message, tell } from "../words/message";
import { type Changed, costOf, joinNotes, type Situation, type TriedTurn } from "./measure";
import { sayProtected } from "./protected-messages";

/** Turns that are tried; more are sampled evenly. */
const MOST_TRIED = 8;

export interface TimedEvent {
  readonly situation: Situation;
  readonly turn: number;
  /** Number of the turn's first request, from 1. */
  readonly request: number;
  /** Of the whole conversation, in the price's currency. */
  readonly cost: number;
  /** Every turn that was tried, in the order of time. */
  readonly tried: readonly TriedTurn[];
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
  const tried = turns.flatMap((turn, order): readonly Omit<TimedEvent, "tried">[] => {
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
  const [cheapest] = tried.toSorted((one, other) => one.cost - other.cost);
  return cheapest ? { ...cheapest, tried: tried.map(({ request, cost }) => ({ request, cost })) } : null;
}

/** The event as a change, with the messages it must not touch for nothing and the cache it throws away. */
export function changeAt(situation: Situation, cheapest: TimedEvent, what: Message): Changed {
  const { text, settings, open } = situation;
  const { request, tried } = cheapest;
  const before = open(text, settings, "aside").document?.turns[request - 2]?.ready;
  const readOf = (state: Situation): number =>
    answerWhatIf(state.text, state.settings, open)?.rows[request - 1]?.read ?? 0;
  const thrown = readOf(situation) - readOf(cheapest.situation);
  const lost =
    thrown > 0
      ? tell("measures.cacheThrown", { request, tokens: thrown })
      : tell("measures.cacheKept", { request });
  return {
    ok: true,
    text,
    settings: cheapest.situation.settings,
    what,
    note: before ? joinNotes([sayProtected(before), lost]) : lost,
    timing: tried,
  };
}
