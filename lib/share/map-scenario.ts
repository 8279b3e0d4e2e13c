/** Rewrites every text of a scenario, each with the words that say where it stands. */

import type { PlayEvent } from "../timeline/play-event";
import type { Scenario, ScriptedCall, ToolRound, Turn } from "../timeline/scenario";
import { type Said, tell } from "../words/message";

/**
 * `text` is read by the model as it is, `question` likewise save for its `{n}`; `arguments` and `body` are JSON texts;
 * `tool` names a tool, and `title` is for people alone.
 */
export type ScenarioTextKind = "text" | "question" | "arguments" | "body" | "tool" | "title";

/** @param place where it stands, e.g. `the reply of turn 3` */
export type RewriteText = (text: string, kind: ScenarioTextKind, place: Said) => string;

function mapEvent(event: PlayEvent, turn: number, rewrite: RewriteText): PlayEvent {
  switch (event.kind) {
    case "edit-system":
      return { ...event, text: rewrite(event.text, "text", tell("share.placeChange", { turn })) };
    case "compact":
      return { ...event, summary: rewrite(event.summary, "text", tell("share.placeSummary", { turn })) };
    case "switch-knowledge":
      return event.text === undefined
        ? event
        : { ...event, text: rewrite(event.text, "text", tell("share.placeKnowledge", { turn })) };
    case "add-tool":
      return {
        ...event,
        name: rewrite(event.name, "tool", tell("share.placeTool", { turn })),
        ...(event.definition === undefined
          ? {}
          : { definition: rewrite(event.definition, "arguments", tell("share.placeTool", { turn })) }),
      };
    case "remove-tool":
      return event.name === undefined
        ? event
        : { ...event, name: rewrite(event.name, "tool", tell("share.placeTool", { turn })) };
    default:
      return event;
  }
}

function mapRound(round: ToolRound, turn: number, rewrite: RewriteText): ToolRound {
  const calls = round.calls.map(
    (call): ScriptedCall => ({
      ...call,
      name: rewrite(call.name, "tool", tell("share.placeCall", { turn })),
      arguments: rewrite(call.arguments, "arguments", tell("share.placeArguments", { turn })),
      result: rewrite(call.result, "text", tell("share.placeResult", { turn })),
    }),
  );
  return {
    ...round,
    calls,
    ...(round.thinking === undefined
      ? {}
      : { thinking: rewrite(round.thinking, "text", tell("share.placeThinking", { turn })) }),
  };
}

function mapTurn(scripted: Turn, index: number, rewrite: RewriteText): Turn {
  const turn = index + 1;
  return {
    ...scripted,
    user: rewrite(scripted.user, "question", tell("share.placeUser", { turn })),
    reply: rewrite(scripted.reply, "text", tell("share.placeReply", { turn })),
    ...(scripted.thinking === undefined
      ? {}
      : { thinking: rewrite(scripted.thinking, "text", tell("share.placeThinking", { turn })) }),
    ...(scripted.rounds ? { rounds: scripted.rounds.map((round) => mapRound(round, turn, rewrite)) } : {}),
    ...(scripted.events ? { events: scripted.events.map((event) => mapEvent(event, turn, rewrite)) } : {}),
    ...(scripted.body === undefined
      ? {}
      : { body: rewrite(scripted.body, "body", tell("share.placeBody", { turn })) }),
  };
}

/** The scenario with every text rewritten; times, modes and models stay. */
export function mapScenario(scenario: Scenario, rewrite: RewriteText): Scenario {
  return {
    ...scenario,
    name: rewrite(scenario.name, "title", tell("share.placeName")),
    reply: rewrite(scenario.reply, "text", tell("share.placeFirstReply")),
    turns: scenario.turns.map((turn, index) => mapTurn(turn, index, rewrite)),
  };
}
