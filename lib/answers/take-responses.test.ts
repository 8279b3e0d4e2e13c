/** Answers of the Responses API, whole and in events, cut anywhere: always the same answer. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeUsage } from "./decode-usage";
import { createStreamReader } from "./read-stream";

function read(chunks: readonly string[]) {
  const reader = createStreamReader();
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return reader.answer();
}

const event = (value: { readonly type: string }): string =>
  `event:${value.type}\ndata:${JSON.stringify(value)}\n\n`;

const usage = {
  total_tokens: 3058,
  input_tokens_details: { cached_tokens: 1305 },
  output_tokens: 1534,
  input_tokens: 1524,
  output_tokens_details: { reasoning_tokens: 1187 },
  x_details: [
    {
      x_billing_type: "response_api",
      prompt_tokens_details: {
        cached_tokens: 1305,
        cache_creation: { ephemeral_5m_input_tokens: 213 },
        cache_creation_input_tokens: 213,
        cache_type: "ephemeral",
      },
    },
  ],
};
const thinking = { id: "rs_1", type: "reasoning", summary: [{ type: "summary_text", text: "Let me see." }] };
const message = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  content: [{ type: "output_text", text: "Grüße, 世界", annotations: [] }],
};
const call = { id: "fc_1", type: "function_call", call_id: "call_1", name: "search", arguments: '{"q":"é"}' };
const response = { id: "resp_1", object: "response", status: "completed", error: null, usage };
const whole = { ...response, output: [thinking, message, call] };
const stream = [
  event({ type: "response.created", response: { ...response, status: "queued", usage: null } } as never),
  event({ type: "response.output_item.added", output_index: 0, item: { ...thinking, summary: [] } } as never),
  event({ type: "response.reasoning_summary_text.delta", output_index: 0, delta: "Let me " } as never),
  event({ type: "response.reasoning_summary_text.delta", output_index: 0, delta: "see." } as never),
  event({ type: "response.output_item.done", output_index: 0, item: thinking } as never),
  event({ type: "response.output_item.added", output_index: 1, item: { ...message, content: [] } } as never),
  event({ type: "response.output_text.delta", output_index: 1, delta: "Grüße, " } as never),
  event({ type: "response.output_text.delta", output_index: 1, delta: "世界" } as never),
  event({ type: "response.output_text.done", output_index: 1, text: "Grüße, 世界" } as never),
  event({ type: "response.output_item.done", output_index: 1, item: message } as never),
  event({ type: "response.output_item.added", output_index: 2, item: { ...call, arguments: "" } } as never),
  event({ type: "response.function_call_arguments.delta", output_index: 2, delta: '{"q":' } as never),
  event({ type: "response.function_call_arguments.delta", output_index: 2, delta: '"é"}' } as never),
  event({ type: "response.output_item.done", output_index: 2, item: call } as never),
  event({ type: "response.completed", response: whole } as never),
].join("");

const expected = {
  id: "resp_1",
  text: "Grüße, 世界",
  reasoning: "Let me see.",
  calls: [{ name: "search", arguments: '{"q":"é"}', id: "call_1" }],
  usage,
  finish: "completed",
  isComplete: true,
  error: null,
};

it("reads the events and the body alike", () => {
  expect(read([stream])).toEqual(expected);
  expect(read([JSON.stringify(whole)])).toEqual(expected);
  expect(read([event({ type: "response.completed", response: whole } as never)])).toEqual(expected);
  expect(decodeUsage(read([stream]).usage)).toMatchObject({
    ok: true,
    usage: { dialect: "responses", kind: "session", prompt: 1524, read: 1305, written: 213, uncached: 6 },
  });
});

it("reads them wherever the network cuts them", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: stream.length }), { maxLength: 6 }), (places) => {
      const ends = [...places.sort((one, other) => one - other), stream.length];
      const chunks = ends.map((end, index) => stream.slice(ends[index - 1] ?? 0, end));
      expect(read(chunks)).toEqual(expected);
    }),
  );
});

it("is incomplete where the end is missing, and says what cut it where it came", () => {
  const cut = read([stream.slice(0, stream.indexOf("event:response.completed"))]);
  expect(cut).toMatchObject({ isComplete: false, finish: null, text: "Grüße, 世界" });
  const limited = { ...whole, status: "incomplete", incomplete_details: { reason: "max_output_tokens" } };
  expect(read([event({ type: "response.incomplete", response: limited } as never)])).toMatchObject({
    isComplete: true,
    finish: "max_output_tokens",
  });
});

it("tells the error of a stream", () => {
  const failed = {
    ...response,
    status: "failed",
    usage: null,
    error: { code: "server_error", message: "Oh." },
  };
  for (const type of ["response.failed", "error"]) {
    const end =
      type === "error" ? { type, code: "server_error", message: "Oh." } : { type, response: failed };
    const answer = read([event(end)]);
    expect(answer.isComplete).toBe(false);
    expect(JSON.parse(answer.error ?? "")).toMatchObject({ error: { message: "Oh." } });
  }
});
