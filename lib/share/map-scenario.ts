/** Rewrites every text of a scenario, each with the words that say where it stands. */
import type { PlayEvent } from "../timeline/play-event";
import type { Scenario, ScriptedCall, ToolRound, Turn } from "../timeline/scenario";

/**
 * `text` is read by the model as it is, `question` likewise save for its `{n}`; `arguments` and `body` are JSON texts;
 * `tool` names a tool, and `title` is for people alone.
 */
export type ScenarioTextKind = "text" | "question" | "arguments" | "body" | "tool" | "title";

/** @param place e.g. `the reply of turn 3` */
export type RewriteText = (text: string, kind: ScenarioTextKind, place: string) => string;

function mapEvent(event: PlayEvent, place: string, rewrite: RewriteText): PlayEvent {
  switch (event.kind) {
    case "edit-system":
      return { ...event, text: rewrite(event.text, "text", `a change before ${place}`) };
    case "compact":
      return { ...event, summary: rewrite(event.summary, "text", `the summary before ${place}`) };
    case "switch-knowledge":
      return event.text === undefined
        ? event
        : { ...event, text: rewrite(event.text, "text", `the knowledge before ${place}`) };
    case "add-tool":
      return {
        ...event,
        name: rewrite(event.name, "tool", `a tool before ${place}`),
        ...(event.definition === undefined
          ? {}
          : { definition: rewrite(event.definition, "arguments", `a tool before ${place}`) }),
      };
    case "remove-tool":
      return event.name === undefined
        ? event
        : { ...event, name: rewrite(event.name, "tool", `a tool before ${place}`) };
    default:
      return event;
  }
}

function mapRound(round: ToolRound, place: string, rewrite: RewriteText): ToolRound {
  const calls = round.calls.map(
    (call): ScriptedCall => ({
      ...call,
      name: rewrite(call.name, "tool", `a call of ${place}`),
      arguments: rewrite(call.arguments, "arguments", `the arguments of a call of ${place}`),
      result: rewrite(call.result, "text", `a tool result of ${place}`),
    }),
  );
  return {
    ...round,
    calls,
    ...(round.thinking === undefined
      ? {}
      : { thinking: rewrite(round.thinking, "text", `the thinking of ${place}`) }),
  };
}

function mapTurn(turn: Turn, index: number, rewrite: RewriteText): Turn {
  const place = `turn ${index + 1}`;
  return {
    ...turn,
    user: rewrite(turn.user, "question", `the user text of ${place}`),
    reply: rewrite(turn.reply, "text", `the reply of ${place}`),
    ...(turn.thinking === undefined
      ? {}
      : { thinking: rewrite(turn.thinking, "text", `the thinking of ${place}`) }),
    ...(turn.rounds ? { rounds: turn.rounds.map((round) => mapRound(round, place, rewrite)) } : {}),
    ...(turn.events ? { events: turn.events.map((event) => mapEvent(event, place, rewrite)) } : {}),
    ...(turn.body === undefined
      ? {}
      : { body: rewrite(turn.body, "body", `the recorded request of ${place}`) }),
  };
}

/** The scenario with every text rewritten; times, modes and models stay. */
export function mapScenario(scenario: Scenario, rewrite: RewriteText): Scenario {
  return {
    ...scenario,
    name: rewrite(scenario.name, "title", "the scenario's name"),
    reply: rewrite(scenario.reply, "text", "the reply to the document"),
    turns: scenario.turns.map((turn, index) => mapTurn(turn, index, rewrite)),
  };
}
