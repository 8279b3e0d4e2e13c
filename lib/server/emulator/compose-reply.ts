/** What the emulated model answers: thoughts and words that mean nothing, of a known length, calls by a script, or a value of the shape asked for. */
import { writeFiller } from "../../timeline/filler-text";
import type { TokenCounter } from "../../tokens/token-counter";
import type { JsonValue } from "../../values/json";
import { type AnswerForm, type AnswerTerms, USUAL_TERMS } from "./answer-terms";
import { type CallOptions, chooseCalls, type ScriptedCall } from "./choose-call";
import { fitSchema } from "./fit-schema";
import type { EmulatedRequest } from "./read-request";

/** A call as it is written. */
export interface WrittenCall extends ScriptedCall {
  /** Its arguments as JSON, in small pieces; cut off where `max_tokens` ended them. */
  readonly pieces: readonly string[];
  readonly cut: boolean;
}

export interface Reply {
  /** What the model thought before, token by token; empty where it does not think. */
  readonly thinking: readonly string[];
  /** Those of `tokens` that are thinking. */
  readonly thinkingTokens: number;
  /** The text, token by token; of a call, the arguments of the first one. */
  readonly pieces: readonly string[];
  readonly calls: readonly WrittenCall[];
  /** The first of the calls. */
  readonly call: ScriptedCall | null;
  /** Tokens that are billed, thinking included. */
  readonly tokens: number;
  /** True where `max_tokens` ended it. */
  readonly cut: boolean;
  /** The text that was to end it and would have come next; null where none did. */
  readonly stopped: string | null;
}

/** Tokens of a reply, and of the thoughts before it, whose length nobody asks for. */
const USUAL = 40;
const USUAL_THINKING = 32;
const OPENING = "This reply comes from the emulator, which plays the cache and not the model:";
const THOUGHT = "The emulator does not think; these words stand where a model's thoughts would be:";
/** Characters of a piece of arguments. */
const PIECE = 12;

const inPieces = (text: string): string[] => text.match(new RegExp(`.{1,${PIECE}}`, "gsu")) ?? [];

type Answer = Pick<Reply, "pieces" | "calls" | "tokens" | "cut" | "stopped">;

/** The first `limit` tokens of a text, in pieces that show something. */
const listPieces = (text: string, limit: number, counter: TokenCounter): string[] =>
  counter.list(text, limit).tokens.map((token) => token.text);

function composeThinking(
  { terms = USUAL_TERMS, thinks = false, maxTokens }: EmulatedRequest,
  asked: number | null,
  counter: TokenCounter,
): string[] {
  if (!thinks) return [];
  const wanted = asked === null ? USUAL_THINKING : Math.min(USUAL_THINKING, Math.floor(asked / 2));
  const limit = terms.limitHoldsThinking ? (maxTokens ?? wanted) : wanted;
  const length = Math.max(0, Math.min(wanted, limit, terms.thinkingBudget ?? wanted));
  return listPieces(`${THOUGHT} ${writeFiller(wanted, 2)}`, length, counter);
}

/** Calls one after the other, as far as the limit reaches. */
function composeCalls(calls: readonly ScriptedCall[], limit: number, counter: TokenCounter): Answer {
  const written: WrittenCall[] = [];
  let tokens = 0;
  let cut = false;
  for (const call of calls) {
    const input = JSON.stringify(call.input);
    const all = counter.count(`<tool_call>\n{"name": "${call.name}", "arguments": ${input}}\n</tool_call>`);
    const left = limit - tokens;
    cut = all > left;
    if (!cut) {
      written.push({ ...call, pieces: inPieces(input), cut });
      tokens += all;
      continue;
    }
    const around = all - counter.count(input);
    const seen = listPieces(input, Math.max(0, left - around), counter).join("");
    if (left > 0) written.push({ ...call, pieces: inPieces(seen), cut });
    tokens = limit;
    break;
  }
  return { pieces: written[0]?.pieces ?? [], calls: written, tokens, cut, stopped: null };
}

/** A text up to the first of the words that stop it. */
function stopText(
  pieces: readonly string[],
  stops: readonly string[],
): { pieces: string[]; stopped: string | null } {
  const text = pieces.join("");
  const found = stops
    .map((stop) => ({ stop, at: text.indexOf(stop) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)[0];
  if (!found) return { pieces: [...pieces], stopped: null };
  const kept: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (length >= found.at) break;
    kept.push(piece.slice(0, found.at - length));
    length += piece.length;
  }
  return { pieces: kept, stopped: found.stop };
}

/** Without a schema, an object with words in it. */
const writeValue = (form: AnswerForm, tokens: number): JsonValue =>
  form.kind === "json" && form.schema !== null
    ? fitSchema(form.schema, { whole: true })
    : { reply: `${OPENING} ${writeFiller(tokens, 1)}` };

function composeText(
  { form, stop }: AnswerTerms,
  wanted: number,
  limit: number,
  counter: TokenCounter,
  seed: number,
): Answer {
  const isText = form.kind === "text";
  const text = isText
    ? `${OPENING} ${writeFiller(wanted, seed)}`
    : JSON.stringify(writeValue(form, Math.min(USUAL, wanted)));
  const length = isText ? wanted : counter.count(text);
  const listed = listPieces(text, Math.min(length, limit), counter);
  const { pieces, stopped } = stopText(listed, stop);
  return { pieces, calls: [], tokens: pieces.length, cut: stopped === null && limit < length, stopped };
}

/**
 * The reply to a request, the same for the same request.
 * @param asked tokens of the whole reply; null = as usual
 * @param order counts from 0 where there are several answers to one request: each has other words
 */
export function composeReply(
  request: EmulatedRequest,
  asked: number | null,
  counter: TokenCounter,
  { order = 0, ...options }: Omit<CallOptions, "parallel"> & { readonly order?: number } = {},
): Reply {
  const { prompt, choice, maxTokens, terms = USUAL_TERMS } = request;
  const thinking = composeThinking(request, asked, counter);
  const spent = terms.limitHoldsThinking ? thinking.length : 0;
  const limit = Math.max(0, (maxTokens ?? Number.POSITIVE_INFINITY) - spent);
  const calls = chooseCalls(prompt, choice, { ...options, parallel: terms.parallel });
  const wanted = asked === null ? USUAL : asked - thinking.length;
  const answer =
    calls.length > 0
      ? composeCalls(calls, limit, counter)
      : composeText(terms, wanted, limit, counter, order + 1);
  return {
    ...answer,
    call: answer.calls[0] ?? null,
    thinking,
    thinkingTokens: thinking.length,
    tokens: answer.tokens + thinking.length,
  };
}
