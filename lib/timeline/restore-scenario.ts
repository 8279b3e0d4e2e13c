/** Turns anything decoded from a link or a file into a valid scenario. */

import { isObject } from "../values/json";
import type { PlayEvent } from "./play-event";
import { type Bounds, readList, readOptional, readSeconds, readText, readWhole } from "./restore-value";
import {
  MAX_BODY_LENGTH,
  MAX_CALLS,
  MAX_COPIES,
  MAX_EVENTS,
  MAX_FILLER_TOKENS,
  MAX_GAP_SECONDS,
  MAX_NAME_LENGTH,
  MAX_ROUNDS,
  MAX_TEXT_LENGTH,
  MAX_TIMES,
  MAX_TURNS,
  type Scenario,
  type ScriptedCall,
  type ToolRound,
  type Turn,
  type TurnMode,
} from "./scenario";

const MODES: readonly TurnMode[] = ["append", "replace", "repeat", "ping", "body"];
const TOKENS: Bounds = { from: 0, to: MAX_FILLER_TOKENS };
/** Seeds are 32-bit numbers. */
/** Messages whose tool results stay. */
const KEPT: Bounds = { from: 0, to: MAX_ROUNDS };
const SEEDS: Bounds = { from: -(2 ** 31), to: 2 ** 31 - 1 };

const textOr = (value: unknown, fallback: string): string => readText(value, MAX_TEXT_LENGTH) ?? fallback;
const secondsOr = (value: unknown, fallback: number): number =>
  readSeconds(value, MAX_GAP_SECONDS) ?? fallback;
const readName = (value: unknown): string | undefined => readText(value, MAX_NAME_LENGTH) || undefined;

function restoreEvent(value: unknown): PlayEvent | null {
  if (!isObject(value)) return null;
  const { kind } = value;
  const name = readName(value.name);
  switch (kind) {
    case "edit-system":
      return { kind, text: textOr(value.text, ""), at: value.at === "end" ? "end" : "start" };
    case "clock":
    case "reorder-tool-keys":
      return { kind };
    case "shuffle-tools":
      return { kind, seed: readWhole(value.seed, SEEDS) ?? 1 };
    case "add-tool":
      return name === undefined
        ? null
        : { kind, name, ...readOptional("definition", readText(value.definition, MAX_TEXT_LENGTH)) };
    case "remove-tool":
      return { kind, ...readOptional("name", name) };
    case "switch-knowledge":
      return { kind, ...readOptional("text", readText(value.text, MAX_TEXT_LENGTH)) };
    case "compact":
      return { kind, summary: textOr(value.summary, "") };
    case "drop-results":
      return { kind, keep: readWhole(value.keep, KEPT) ?? 1 };
    case "switch-model": {
      const model = readName(value.model);
      return model === undefined ? null : { kind, model };
    }
    default:
      return null;
  }
}

function restoreCall(value: unknown): ScriptedCall | null {
  if (!isObject(value)) return null;
  const name = readName(value.name);
  if (name === undefined) return null;
  return {
    name,
    arguments: textOr(value.arguments, "{}"),
    result: textOr(value.result, ""),
    ...readOptional("resultTokens", readWhole(value.resultTokens, TOKENS)),
  };
}

function restoreRound(value: unknown): ToolRound | null {
  if (!isObject(value)) return null;
  const calls = readList(value.calls, MAX_CALLS, restoreCall);
  if (!calls || calls.length === 0) return null;
  return {
    gap: secondsOr(value.gap, 5),
    calls,
    ...readOptional("thinking", readText(value.thinking, MAX_TEXT_LENGTH)),
  };
}

function restoreTurn(value: unknown): Turn | null {
  if (!isObject(value)) return null;
  const mode = MODES.find((known) => known === value.mode);
  if (!mode) return null;
  // A body that is cut off is no request any more, so a longer one is left out as a whole.
  const isWhole = typeof value.body === "string" && value.body.length <= MAX_BODY_LENGTH;
  if (mode === "body" && !isWhole) return null;
  return {
    mode,
    gap: secondsOr(value.gap, 30),
    user: textOr(value.user, ""),
    reply: textOr(value.reply, ""),
    ...readOptional("userTokens", readWhole(value.userTokens, TOKENS)),
    ...readOptional("replyTokens", readWhole(value.replyTokens, TOKENS)),
    ...readOptional("thinking", readText(value.thinking, MAX_TEXT_LENGTH)),
    ...readOptional("rounds", readList(value.rounds, MAX_ROUNDS, restoreRound)),
    ...readOptional("events", readList(value.events, MAX_EVENTS, restoreEvent)),
    ...readOptional("copies", readWhole(value.copies, { from: 1, to: MAX_COPIES })),
    ...readOptional("times", readWhole(value.times, { from: 1, to: MAX_TIMES })),
    ...(mode === "body" ? readOptional("body", readText(value.body, MAX_BODY_LENGTH)) : {}),
    ...readOptional("lane", readText(value.lane, MAX_NAME_LENGTH)),
  };
}

/**
 * A valid scenario out of anything decoded from a link; null when it is none. Bad turns, rounds, calls and events are
 * left out, numbers and texts are bounded. Never throws on what JSON can say.
 */
export function restoreScenario(value: unknown): Scenario | null {
  if (!isObject(value)) return null;
  const turns = readList(value.turns, MAX_TURNS, restoreTurn);
  if (!turns) return null;
  return {
    name: textOr(value.name, "Scenario").slice(0, MAX_NAME_LENGTH),
    duration: secondsOr(value.duration, 3),
    reply: textOr(value.reply, ""),
    turns,
    ...readOptional("lane", readText(value.lane, MAX_NAME_LENGTH)),
  };
}
