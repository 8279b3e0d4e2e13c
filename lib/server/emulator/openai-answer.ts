/** Answers of the OpenAI-compatible endpoint: a completion, or its chunks. */

import { callId } from "./call-id";
import type { Reply } from "./compose-reply";
import { writeOpenAiUsage } from "./write-usage";
import type { AnswerFacts, WrittenStream } from "./written-answer";

/** Calls that were cut off have no other reason than the limit. */
export const finishReason = ({ calls, cut }: Reply): string =>
  cut ? "length" : calls.length > 0 ? "tool_calls" : "stop";

const envelope = ({ requestId, model, at }: AnswerFacts, object: string) => ({
  id: `chatcmpl-${requestId}`,
  object,
  created: Math.floor(at),
  model,
  system_fingerprint: null,
});

/** The message of one answer. */
export function writeOpenAiMessage({ requestId }: AnswerFacts, reply: Reply, choice = 0) {
  const { thinking, calls, pieces } = reply;
  const reasoning = thinking.length > 0 ? { reasoning_content: thinking.join("") } : {};
  if (calls.length === 0) return { role: "assistant", content: pieces.join(""), ...reasoning };
  return {
    role: "assistant",
    content: "",
    ...reasoning,
    tool_calls: calls.map((call, index) => ({
      index,
      id: callId(requestId, index, choice),
      type: "function",
      function: { name: call.name, arguments: call.pieces.join("") },
    })),
  };
}

const usageOf = ({ figures, replies }: AnswerFacts) => writeOpenAiUsage(figures, replies);

/** The answer as a whole. */
export function writeCompletion(facts: AnswerFacts) {
  return {
    ...envelope(facts, "chat.completion"),
    choices: facts.replies.map((reply, index) => ({
      index,
      message: writeOpenAiMessage(facts, reply, index),
      logprobs: null,
      finish_reason: finishReason(reply),
    })),
    usage: usageOf(facts),
  };
}

/** The deltas of one answer, in order: the role, thoughts, then words or calls. */
function listDeltas({ requestId }: AnswerFacts, reply: Reply, choice: number): object[] {
  const { thinking, calls, pieces } = reply;
  const shown = (all: readonly string[]): string[] => all.filter((piece) => piece !== "");
  const thinks = thinking.length > 0;
  const opened = calls.map((call, index) => ({
    tool_calls: [
      {
        index,
        id: callId(requestId, index, choice),
        type: "function",
        function: { name: call.name, arguments: "" },
      },
    ],
  }));
  const open = {
    role: "assistant",
    content: thinks ? null : "",
    ...(thinks ? { reasoning_content: "" } : {}),
  };
  return [
    thinks ? open : { ...open, ...opened[0] },
    ...shown(thinking).map((piece) => ({ content: null, reasoning_content: piece })),
    ...(calls.length === 0 ? shown(pieces).map((piece) => ({ content: piece })) : []),
    ...calls.flatMap((call, index) => [
      // The first call opens with the role where nothing is thought before it.
      ...(index === 0 && !thinks ? [] : [opened[index] ?? {}]),
      ...shown(call.pieces).map((piece) => ({
        tool_calls: [{ index, function: { arguments: piece } }],
      })),
    ]),
  ];
}

/** The answer in chunks; the last one has no choices but the usage, where `stream_options` ask for it. */
export function writeChunks(facts: AnswerFacts): WrittenStream {
  const { replies, includeUsage } = facts;
  const head = envelope(facts, "chat.completion.chunk");
  const event = (value: object): string => `data: ${JSON.stringify(value)}\n\n`;
  const chunk = (index: number, delta: object, finish_reason: string | null = null): string =>
    event({
      ...head,
      choices: [{ index, delta, logprobs: null, finish_reason }],
      ...(includeUsage ? { usage: null } : {}),
    });
  const usage = includeUsage ? event({ ...head, choices: [], usage: usageOf(facts) }) : "";
  const ends = replies.map((reply, index) => chunk(index, {}, finishReason(reply)));
  return {
    events: replies.flatMap((reply, index) =>
      listDeltas(facts, reply, index).map((delta) => chunk(index, delta)),
    ),
    ending: `${ends.join("")}${usage}data: [DONE]\n\n`,
    failure: ({ message, type, code }) =>
      event({ error: { message, type, param: null, code }, request_id: facts.requestId }),
  };
}
