/** A Responses layout whose words are gone has the same segments, tokens and reads. */
import { expect, it } from "vitest";
import { writeShape } from "../share/shape-only";
import { DEFAULT_LAYOUT, type SharedLayout } from "../share/shared-layout";
import { NEUTRAL_SCENARIO } from "../timeline/scenarios";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import { createDocumentOpener } from "./open-document";

const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);
const KEY = Uint8Array.from({ length: 16 }, (_, index) => index * 37 + 1);

const figuresOf = ({ text, scenario, model, region }: SharedLayout) => {
  const { request, timeline } = analyse(text, { model: model ?? "qwen3.7-max", region, scenario }, open);
  return {
    dialect: request?.dialect,
    segments: request?.segments.map(({ pointer, role, tokens, blocks }) => [pointer, role, tokens, blocks]),
    rows: timeline?.turns.map(({ ledger: { read, written, uncached } }) => [read, written, uncached]),
  };
};

it.each([
  { instructions: "Harbour lanterns keep quiet watch. ".repeat(200), input: "Wherefore does nobody sleep?" },
  {
    instructions: "Harbour lanterns keep quiet watch. ".repeat(200),
    previous_response_id: "resp_secret",
    store: true,
    tools: [
      {
        type: "function",
        name: "fetch_lantern",
        description: "Fetches a lantern.",
        parameters: { type: "object", properties: { colour: { type: "string" } } },
      },
    ],
    input: [
      { role: "developer", content: "Speak softly." },
      {
        role: "user",
        content: [
          { type: "input_text", text: "Which lantern burns?" },
          { type: "input_image", image_url: "https://example.com/lantern.png" },
        ],
      },
      { type: "reasoning", summary: [{ type: "summary_text", text: "Perhaps the amber one." }] },
      { type: "function_call", call_id: "c1", name: "fetch_lantern", arguments: '{"colour":"amber"}' },
      { type: "function_call_output", call_id: "c1", output: "Burning brightly." },
      { type: "message", role: "assistant", content: [{ type: "output_text", text: "Amber burns." }] },
      { role: "user", content: "Thanks" },
    ],
  },
])("of %j", (fields) => {
  const text = JSON.stringify({ model: "qwen3.7-max", ...fields }, null, 2);
  const layout: SharedLayout = { ...DEFAULT_LAYOUT, text, scenario: NEUTRAL_SCENARIO, model: null };
  const shape = writeShape(layout, counterFor, KEY);
  expect(figuresOf(shape)).toEqual(figuresOf(layout));
  expect(figuresOf(shape).dialect).toBe("responses");
  expect(shape.text).not.toMatch(/lantern|amber|sleep|softly|secret|Burning|Thanks/i);
});
