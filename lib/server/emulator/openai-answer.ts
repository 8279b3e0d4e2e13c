/** Answers of the OpenAI-compatible endpoint: a completion, or its chunks. */

import { writeOpenAiUsage } from "../../answers/write-usage";
import type { AnswerFacts, WrittenStream } from "./written-answer";

const finishReason = ({ reply }: AnswerFacts): string =>
  reply.call ? "tool_calls" : reply.cut ? "length" : "stop";

const callId = (requestId: string): string => `call_${requestId.replaceAll("-", "").slice(0, 24)}`;

const envelope = ({ requestId, model, at }: AnswerFacts, object: string) => ({
  id: `chatcmpl-${requestId}`,
  object,
  created: Math.floor(at),
  model,
  system_fingerprint: null,
});

/** The answer as a whole. */
export function writeCompletion(facts: AnswerFacts) {
  const { reply, figures, requestId } = facts;
  const text = reply.pieces.join("");
  const message = reply.call
    ? {
        role: "assistant",
        content: "",
        tool_calls: [
          {
            index: 0,
            id: callId(requestId),
            type: "function",
            function: { name: reply.call.name, arguments: text },
          },
        ],
      }
    : { role: "assistant", content: text };
  return {
    ...envelope(facts, "chat.completion"),
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason(facts) }],
    usage: writeOpenAiUsage(figures, reply.tokens),
  };
}

/** The answer in chunks; the last one has no choices but the usage, where `stream_options` ask for it. */
export function writeChunks(facts: AnswerFacts): WrittenStream {
  const { reply, figures, requestId, includeUsage } = facts;
  const head = envelope(facts, "chat.completion.chunk");
  const event = (value: object): string => `data: ${JSON.stringify(value)}\n\n`;
  const chunk = (delta: object, finish_reason: string | null = null): string =>
    event({
      ...head,
      choices: [{ index: 0, delta, logprobs: null, finish_reason }],
      ...(includeUsage ? { usage: null } : {}),
    });
  const callDelta = (part: object): object => ({ tool_calls: [{ index: 0, ...part }] });
  const opening = reply.call
    ? callDelta({
        id: callId(requestId),
        type: "function",
        function: { name: reply.call.name, arguments: "" },
      })
    : {};
  const { call } = reply;
  const usage = includeUsage
    ? event({ ...head, choices: [], usage: writeOpenAiUsage(figures, reply.tokens) })
    : "";
  return {
    events: [
      chunk({ role: "assistant", content: "", ...opening }),
      ...reply.pieces
        .filter((piece) => piece !== "")
        .map((piece) => chunk(call ? callDelta({ function: { arguments: piece } }) : { content: piece })),
    ],
    ending: `${chunk({}, finishReason(facts))}${usage}data: [DONE]\n\n`,
  };
}
