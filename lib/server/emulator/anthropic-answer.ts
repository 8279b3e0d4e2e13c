/** Answers of the Anthropic-compatible endpoint: a message, or its events. */

import { writeAnthropicUsage } from "../../answers/write-usage";
import type { AnswerFacts, WrittenStream } from "./written-answer";

const stopReason = ({ reply }: AnswerFacts): string =>
  reply.call ? "tool_use" : reply.cut ? "max_tokens" : "end_turn";

const plainId = (requestId: string): string => requestId.replaceAll("-", "").slice(0, 24);

const envelope = ({ requestId, model }: AnswerFacts) => ({
  id: `msg_${plainId(requestId)}`,
  type: "message",
  role: "assistant",
  model,
});

/** The one block of the answer; in a stream it begins empty. */
function openBlock({ reply, requestId }: AnswerFacts, input: unknown, text: string) {
  return reply.call
    ? { type: "tool_use", id: `toolu_${plainId(requestId)}`, name: reply.call.name, input }
    : { type: "text", text };
}

/** The answer as a whole. */
export function writeMessage(facts: AnswerFacts) {
  const { reply, figures } = facts;
  return {
    ...envelope(facts),
    content: [openBlock(facts, reply.call?.input, reply.pieces.join(""))],
    stop_reason: stopReason(facts),
    stop_sequence: null,
    usage: writeAnthropicUsage(figures, reply.tokens),
  };
}

const event = (value: { readonly type: string; readonly [key: string]: unknown }): string =>
  `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;

/** The answer as events; input is counted in `message_start`, and everything in `message_delta`. */
export function writeEvents(facts: AnswerFacts): WrittenStream {
  const { reply, figures } = facts;
  const message = {
    ...envelope(facts),
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: writeAnthropicUsage(figures, 0),
  };
  const delta = (piece: string): object =>
    reply.call ? { type: "input_json_delta", partial_json: piece } : { type: "text_delta", text: piece };
  return {
    events: [
      event({ type: "message_start", message }),
      event({ type: "content_block_start", index: 0, content_block: openBlock(facts, {}, "") }),
      event({ type: "ping" }),
      ...reply.pieces
        .filter((piece) => piece !== "")
        .map((piece) => event({ type: "content_block_delta", index: 0, delta: delta(piece) })),
    ],
    ending:
      event({ type: "content_block_stop", index: 0 }) +
      event({
        type: "message_delta",
        delta: { stop_reason: stopReason(facts), stop_sequence: null },
        usage: writeAnthropicUsage(figures, reply.tokens),
      }) +
      event({ type: "message_stop" }),
  };
}
