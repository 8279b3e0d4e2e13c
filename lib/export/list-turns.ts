/** A scenario as the list of turns that a program plays: what the user says, and when. */
import type { Prompt } from "../prompt/prompt";
import type { Scenario } from "../timeline/scenario";
import { playScenario, type ScriptedPrompt } from "../timeline/script-prompts";
import { type Message, tell } from "../words/message";

interface CodeTurn {
  /** Seconds after the request before. */
  readonly gap: number;
  /** `user` is added to the conversation, `instead` takes the place of the last question, neither asks again. */
  readonly user?: string;
  readonly instead?: string;
}

export interface CodeTurns {
  readonly turns: readonly CodeTurn[];
  /** What tools answer by the scenario, by name; the first result of each counts. */
  readonly results: Readonly<Record<string, string>>;
  readonly notes: readonly Message[];
}

/** More than that is a replay, not a program to read. */
const MAX_CODE_TURNS = 200;

const textOf = ({ prompt }: ScriptedPrompt): string => prompt.messages.at(-1)?.parts[0]?.text ?? "";

function writeTurn(request: ScriptedPrompt, gap: number, scenario: Scenario): CodeTurn {
  const mode = scenario.turns[request.turn]?.mode;
  if (mode === "append") return { gap, user: textOf(request) };
  return mode === "replace" ? { gap, instead: textOf(request) } : { gap };
}

function noteLeftOut({ turns }: Scenario): Message[] {
  const has = (isSo: (turn: Scenario["turns"][number]) => boolean): boolean => turns.some(isSo);
  return [
    ...(has(({ rounds = [] }) => rounds.length > 0) ? [tell("exporting.roundsLeft")] : []),
    ...(has(({ events = [] }) => events.length > 0) ? [tell("exporting.eventsLeft")] : []),
    ...(has(({ copies = 1 }) => copies > 1) ? [tell("exporting.copiesLeft")] : []),
    ...(has(({ mode }) => mode === "ping") ? [tell("exporting.pingsLeft")] : []),
    ...(has(({ mode }) => mode === "body") ? [tell("exporting.bodiesLeft")] : []),
  ];
}

/** The turns of a scenario, repetitions written out. Events, pings, copies and recorded bodies are noted as left out. */
export function listTurns(prompt: Prompt, scenario: Scenario | null): CodeTurns {
  if (!scenario) return { turns: [], results: {}, notes: [tell("exporting.noScenario")] };
  const quiet = { ...scenario, turns: scenario.turns.map(({ events: _, ...turn }) => turn) };
  const played = playScenario(prompt, quiet).requests.filter(
    ({ kind, turn }) => kind === "request" && scenario.turns[turn]?.mode !== "body",
  );
  const turns = played.slice(1).map((request, index): CodeTurn => {
    const gap = request.at - (played[index]?.at ?? 0);
    return writeTurn(request, Math.round(gap * 1000) / 1000, scenario);
  });
  const calls = scenario.turns.flatMap(({ rounds = [] }) => rounds.flatMap((round) => round.calls));
  // The first result of a tool counts; a tool may be called `__proto__`.
  const results = Object.fromEntries(calls.map(({ name, result }) => [name, result] as const).toReversed());
  const notes = noteLeftOut(scenario);
  if (turns.length > MAX_CODE_TURNS)
    notes.push(tell("exporting.firstTurns", { count: String(MAX_CODE_TURNS) }));
  return { turns: turns.slice(0, MAX_CODE_TURNS), results, notes };
}
