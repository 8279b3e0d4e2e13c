/** Answers of DashScope's own protocol: `output` with choices or text, whole or as events. */
import { callId } from "../call-id";
import type { Reply, WrittenCall } from "../compose-reply";
import { finishReason } from "../openai-answer";
import { writeNativeError } from "../service-error";
import { sumReplies, writeCacheDetails } from "../write-usage";
import type { AnswerFacts, WrittenStream } from "../written-answer";
import type { NativeTerms } from "./read-native";

/** What an event shows of an answer. */
interface Shown {
  readonly text: string;
  readonly reasoning: string;
  readonly calls: readonly object[];
}

/** As the protocol writes that an answer goes on. */
const GOES_ON = "null";

/** `prompt_tokens_details` as documented at https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11). */
function writeUsage({ figures }: AnswerFacts, completion: number, thinking: number) {
  return {
    input_tokens: figures.prompt,
    output_tokens: completion,
    total_tokens: figures.prompt + completion,
    prompt_tokens_details: writeCacheDetails(figures),
    ...(thinking > 0 ? { output_tokens_details: { reasoning_tokens: thinking } } : {}),
  };
}

function writeChoice(
  { text, reasoning, calls }: Shown,
  finish: string,
  { inParts }: NativeTerms,
  { thinks, index }: { readonly thinks: boolean; readonly index: number },
) {
  const parts = text === "" ? [] : [{ text }];
  return {
    finish_reason: finish,
    ...(index > 0 ? { index } : {}),
    message: {
      role: "assistant",
      content: inParts ? parts : text,
      ...(thinks ? { reasoning_content: reasoning } : {}),
      ...(calls.length > 0 ? { tool_calls: calls } : {}),
    },
  };
}

const writeCall = ({ name }: WrittenCall, written: string, index: number, id: string): object => ({
  index,
  id,
  type: "function",
  function: { name, arguments: written },
});

const listCalls = ({ requestId }: AnswerFacts, { calls }: Reply, choice: number): object[] =>
  calls.map((call, index) => writeCall(call, call.pieces.join(""), index, callId(requestId, index, choice)));

/** The words of a reply with calls are its arguments. */
const textOf = ({ calls, pieces }: Reply): string => (calls.length > 0 ? "" : pieces.join(""));

/** The answer as a whole. */
export function writeNative(facts: AnswerFacts, terms: NativeTerms) {
  const { reply, replies, requestId } = facts;
  const { completion, thinking } = sumReplies(replies);
  const output =
    terms.format === "text"
      ? { finish_reason: finishReason(reply), text: textOf(reply) }
      : {
          choices: replies.map((each, index) =>
            writeChoice(
              { text: textOf(each), reasoning: each.thinking.join(""), calls: listCalls(facts, each, index) },
              finishReason(each),
              terms,
              { thinks: each.thinking.length > 0, index },
            ),
          ),
        };
  return { output, usage: writeUsage(facts, completion, thinking), request_id: requestId };
}

interface Step extends Shown {
  /** Tokens of this answer up to here. */
  readonly tokens: number;
}

const NOTHING = { text: "", reasoning: "", calls: [] };

/** What each event adds. */
function listSteps(facts: AnswerFacts, reply: Reply, choice: number): Step[] {
  const { thinking, calls, pieces, thinkingTokens } = reply;
  const thoughts = thinking.map((reasoning, index) => ({ ...NOTHING, reasoning, tokens: index + 1 }));
  if (calls.length === 0) {
    const words = pieces.map((text, index) => ({ ...NOTHING, text, tokens: thinkingTokens + index + 1 }));
    return [...thoughts, ...words].filter(({ text, reasoning }) => text !== "" || reasoning !== "");
  }
  const written = calls.flatMap((call, index) => {
    const id = callId(facts.requestId, index, choice);
    return ["", ...call.pieces].map((piece, at) => ({
      ...NOTHING,
      // Later pieces of a call have neither its name nor its id.
      calls: [writeCall(at === 0 ? call : { ...call, name: "" }, piece, index, at === 0 ? id : "")],
      tokens: thinkingTokens,
    }));
  });
  return [...thoughts, ...written];
}

/** What an event shows that repeats all so far. */
function addUp(facts: AnswerFacts, reply: Reply, choice: number, steps: readonly Step[]): Step {
  const last = steps.at(-1);
  const text = steps.map((step) => step.text).join("");
  const reasoning = steps.map((step) => step.reasoning).join("");
  const length = steps.filter(({ calls }) => calls.length > 0).length;
  let left = length;
  const calls = reply.calls.flatMap((call, index) => {
    if (left <= 0) return [];
    const seen = Math.min(left - 1, call.pieces.length);
    left -= call.pieces.length + 1;
    return [
      writeCall(call, call.pieces.slice(0, seen).join(""), index, callId(facts.requestId, index, choice)),
    ];
  });
  return { text, reasoning, calls, tokens: last?.tokens ?? 0 };
}

/** The answer as events, each with its number and the usage so far. */
export function writeNativeEvents(facts: AnswerFacts, terms: NativeTerms): WrittenStream {
  const { requestId, replies } = facts;
  let number = 0;
  const event = (name: string, status: number, data: object): string => {
    number += 1;
    return `id:${number}\nevent:${name}\n:HTTP_STATUS/${status}\ndata:${JSON.stringify(data)}\n\n`;
  };
  const show = (step: Step, reply: Reply, index: number, finish: string, before: number): string => {
    const { tokens } = step;
    const thinking = Math.min(tokens, reply.thinkingTokens);
    const output =
      terms.format === "text"
        ? { finish_reason: finish, text: step.text }
        : { choices: [writeChoice(step, finish, terms, { thinks: reply.thinking.length > 0, index })] };
    const usage = writeUsage(facts, before + tokens, thinking);
    return event("result", 200, { output, usage, request_id: requestId });
  };
  const written: string[] = [];
  let before = 0;
  for (const [index, reply] of replies.entries()) {
    const steps = listSteps(facts, reply, index);
    for (const [at, step] of steps.entries()) {
      const shown = terms.incremental ? step : addUp(facts, reply, index, steps.slice(0, at + 1));
      written.push(show(shown, reply, index, GOES_ON, before));
    }
    const all = terms.incremental ? { ...NOTHING, tokens: 0 } : addUp(facts, reply, index, steps);
    written.push(show({ ...all, tokens: reply.tokens }, reply, index, finishReason(reply), before));
    before += reply.tokens;
  }
  return {
    events: written.slice(0, -1),
    ending: written.at(-1) ?? "",
    failure: (error) => event("error", error.status, writeNativeError(error, requestId)),
  };
}
