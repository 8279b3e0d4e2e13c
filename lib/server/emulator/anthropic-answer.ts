/** Answers of the Anthropic-compatible endpoint: a message, or its events. */

import { callId } from "./call-id";
import type { Reply, WrittenCall } from "./compose-reply";
import { digest } from "./digest-index";
import { writeAnthropicUsage } from "./write-usage";
import type { AnswerFacts, WrittenStream } from "./written-answer";

function stopReason({ calls, cut, stopped }: Reply): string {
  if (cut) return "max_tokens";
  if (calls.length > 0) return "tool_use";
  return stopped === null ? "end_turn" : "stop_sequence";
}

const envelope = ({ requestId, model }: AnswerFacts) => ({
  id: `msg_${requestId.replaceAll("-", "").slice(0, 24)}`,
  type: "message",
  role: "assistant",
  model,
});

/** Clients give it back as it is; it stands for the thought's text. */
const signatureOf = (thinking: string): string => digest("thinking\0", thinking);

interface Block {
  /** As it opens in a stream: empty. */
  readonly opened: object;
  readonly deltas: readonly object[];
  /** As a whole. */
  readonly whole: object;
}

const shown = (pieces: readonly string[]): string[] => pieces.filter((piece) => piece !== "");

function thinkingBlock(pieces: readonly string[]): Block {
  const thinking = pieces.join("");
  const signature = signatureOf(thinking);
  return {
    opened: { type: "thinking", thinking: "", signature: "" },
    deltas: [
      ...shown(pieces).map((piece) => ({ type: "thinking_delta", thinking: piece })),
      { type: "signature_delta", signature },
    ],
    whole: { type: "thinking", thinking, signature },
  };
}

const textBlock = (pieces: readonly string[]): Block => ({
  opened: { type: "text", text: "" },
  deltas: shown(pieces).map((text) => ({ type: "text_delta", text })),
  whole: { type: "text", text: pieces.join("") },
});

function callBlock(call: WrittenCall, id: string): Block {
  const head = { type: "tool_use", id, name: call.name };
  return {
    opened: { ...head, input: {} },
    deltas: shown(call.pieces).map((piece) => ({ type: "input_json_delta", partial_json: piece })),
    // Arguments that were cut off are no object.
    whole: { ...head, input: call.cut ? {} : call.input },
  };
}

/** A limit that thinking has used up leaves no other block. */
function listBlocks({ reply, requestId }: AnswerFacts): Block[] {
  const { thinking, calls, pieces, cut } = reply;
  const thought = thinking.length > 0 ? [thinkingBlock(thinking)] : [];
  if (calls.length > 0) {
    return [
      ...thought,
      ...calls.map((call, index) => callBlock(call, callId(requestId, index, 0, "toolu_"))),
    ];
  }
  const isUsedUp = cut && pieces.length === 0 && thought.length > 0;
  return isUsedUp ? thought : [...thought, textBlock(pieces)];
}

/** The answer as a whole. */
export function writeMessage(facts: AnswerFacts) {
  const { reply, figures } = facts;
  return {
    ...envelope(facts),
    content: listBlocks(facts).map(({ whole }) => whole),
    stop_reason: stopReason(reply),
    stop_sequence: reply.cut ? null : reply.stopped,
    usage: writeAnthropicUsage(figures, reply.tokens),
  };
}

const event = (value: { readonly type: string; readonly [key: string]: unknown }): string =>
  `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;

/** The answer as events; input is counted in `message_start`, and everything in `message_delta`. */
export function writeEvents(facts: AnswerFacts): WrittenStream {
  const { reply, figures, requestId } = facts;
  const message = {
    ...envelope(facts),
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: writeAnthropicUsage(figures, 0),
  };
  const blocks = listBlocks(facts);
  const written = blocks.flatMap(({ opened, deltas }, index) => [
    event({ type: "content_block_start", index, content_block: opened }),
    ...(index === 0 ? [event({ type: "ping" })] : []),
    ...deltas.map((delta) => event({ type: "content_block_delta", index, delta })),
    event({ type: "content_block_stop", index }),
  ]);
  return {
    events: [event({ type: "message_start", message }), ...written.slice(0, -1)],
    ending:
      (written.at(-1) ?? "") +
      event({
        type: "message_delta",
        delta: { stop_reason: stopReason(reply), stop_sequence: reply.cut ? null : reply.stopped },
        usage: writeAnthropicUsage(figures, reply.tokens),
      }) +
      event({ type: "message_stop" }),
    failure: ({ message: words }) =>
      event({ type: "error", error: { type: "api_error", message: words }, request_id: requestId }),
  };
}
