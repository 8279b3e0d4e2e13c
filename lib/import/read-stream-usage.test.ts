/** A stream that was copied from a console tells what was billed; prose with colons is none. */
import { expect, it } from "vitest";
import { isStreamText, readStreamUsage } from "./read-stream-usage";

const OPENAI = `data: {"model":"qwen3.7-max","choices":[{"delta":{"content":"Hi"},"index":0}]}

data: {"choices":[],"usage":{"prompt_tokens":1200,"completion_tokens":5,"total_tokens":1205}}

data: [DONE]
`;

const ANTHROPIC = `event: message_start
data: {"type":"message_start","message":{"model":"qwen3.7-max","usage":{"input_tokens":10,"cache_read_input_tokens":2000,"output_tokens":1}}}

event: message_delta
data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":20}}
`;

it("reads the usage and the model of both dialects", () => {
  expect(readStreamUsage(OPENAI)).toMatchObject({ model: "qwen3.7-max", usage: { prompt_tokens: 1200 } });
  expect(readStreamUsage(ANTHROPIC)).toMatchObject({
    model: "qwen3.7-max",
    usage: { cache_read_input_tokens: 2000, output_tokens: 20 },
  });
});

it("tells a stream from other texts, and one without usage from one with it", () => {
  expect(isStreamText(OPENAI) && isStreamText(ANTHROPIC)).toBe(true);
  expect(isStreamText("data: the plural of datum\nid: a name\n")).toBe(false);
  expect(readStreamUsage('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n')).toBeNull();
});
