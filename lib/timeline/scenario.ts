/** A scenario: what happens after the first request. The document is the first request; turns follow it. */
import type { PlayEvent } from "./play-event";

/**
 * `append`: the reply and a new user message are added. `replace`: the last user text changes. `repeat`: the same body
 * again. `ping`: the previous request once more for one token, to keep its entries alive; the conversation stays as it
 * is. `body`: a request given verbatim, as recorded.
 */
export type TurnMode = "append" | "replace" | "repeat" | "ping" | "body";

/** A tool the model calls, and what the tool answers. */
export interface ScriptedCall {
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
  readonly result: string;
  /** Filler text of so many tokens in place of `result`. */
  readonly resultTokens?: number;
}

/** The model calls tools, all at once, and asks again with their results. */
export interface ToolRound {
  /** Seconds from the start of the request before to the start of the one with the results. */
  readonly gap: number;
  readonly calls: readonly ScriptedCall[];
  /** What the model thinks before it calls. */
  readonly thinking?: string;
}

export interface Turn {
  readonly mode: TurnMode;
  /** Seconds from the start of the request before to the start of this one. */
  readonly gap: number;
  /** The new user text; unused by `repeat`, `ping` and `body`. `{n}` becomes the number of the copy or repetition. */
  readonly user: string;
  /** What the model answers to this request: counted as completion, and part of the next one when that appends. */
  readonly reply: string;
  /** Filler text of so many tokens in place of `user`. */
  readonly userTokens?: number;
  /** Filler text of so many tokens in place of `reply`. */
  readonly replyTokens?: number;
  /** The reasoning before the reply: counted as completion too, and kept in the assistant message. */
  readonly thinking?: string;
  /** What the model does before it replies; each round is one more request. */
  readonly rounds?: readonly ToolRound[];
  /** What changes before this turn's request, once. */
  readonly events?: readonly PlayEvent[];
  /** So many requests at the same instant; the conversation goes on from the first. */
  readonly copies?: number;
  /** The turn happens so many times in a row, `gap` apart. */
  readonly times?: number;
  /** Of `body` only: the request body as JSON text. */
  readonly body?: string;
  /** Of a recording of several conversations: which of them, e.g. `sub-agent 1`. */
  readonly lane?: string;
}

export interface Scenario {
  readonly name: string;
  /** Seconds from the start of a request to the end of its response. */
  readonly duration: number;
  /** What the model answers to the document's own request. */
  readonly reply: string;
  readonly turns: readonly Turn[];
  /** Of a recording of several conversations: that of the document's own request. */
  readonly lane?: string;
}

/** Bounds of what is accepted from outside: a link or a file. */
export const MAX_TURNS = 2_000;
export const MAX_GAP_SECONDS = 86_400;
export const MAX_TEXT_LENGTH = 100_000;
export const MAX_NAME_LENGTH = 200;
export const MAX_BODY_LENGTH = 4_000_000;
export const MAX_FILLER_TOKENS = 200_000;
export const MAX_COPIES = 500;
export const MAX_TIMES = 5_000;
export const MAX_ROUNDS = 100;
export const MAX_CALLS = 50;
export const MAX_EVENTS = 50;
