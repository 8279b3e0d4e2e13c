/** A layout whose words are gone has the same segments, tokens, markers, reads, writes and costs. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeShape } from "../share/shape-only";
import { DEFAULT_LAYOUT, type SharedLayout } from "../share/shared-layout";
import { presets } from "../timeline/presets/presets";
import { scenarios } from "../timeline/scenarios";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";

const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);
const KEY = Uint8Array.from({ length: 16 }, (_, index) => index * 37 + 1);

function figuresOf(layout: SharedLayout, play: Partial<Settings> = {}) {
  const { model, region, scenario } = layout;
  const settings: Settings = { model: model ?? "qwen3.7-max", region, scenario, ...layout.play, ...play };
  const { request, timeline } = analyse(layout.text, settings, open);
  return {
    segments: request?.segments.map(({ pointer, role, tokens, prefix, blocks }) => ({
      pointer,
      role,
      tokens,
      prefix,
      blocks,
    })),
    markers: request?.markers.map(({ pointer, prefix, status }) => ({ pointer, prefix, status })),
    breakpoints: request?.breakpoints,
    tools: request?.toolTokens,
    media: request?.media.map(({ kind, width, height, tokens }) => ({ kind, width, height, tokens })),
    rows: timeline?.turns.map(({ at, kind, bounds, ledger }) => ({
      at,
      kind,
      bounds,
      ...ledger,
      reasons: [],
    })),
    totals: timeline?.totals,
  };
}

const allowed = new Set(
  `role system user assistant tool content text type messages model tools function name description parameters properties
  required string number integer boolean object array cache_control ephemeral tool_calls arguments tool_call_id call
  input_schema tool_use tool_result tool_use_id input thinking enable_thinking null true false max_tokens stream temperature
  turns mode append replace repeat ping body reply duration events kind rounds calls result resultTokens userTokens
  replyTokens copies times gap prompt_cache_breakpoint reasoning_content additionalProperties enum Shape only items
  source media_type data base64 image url image_url tool_choice auto clock shuffle seed compact summary switch edit start enabled budget base signature iVBORw`
    .trim()
    .split(/[\s_]+/)
    .map((word) => word.toLowerCase()),
);
const wordsOf = (text: string): Set<string> =>
  new Set((text.match(/\p{L}{4,}/gu) ?? []).map((word) => word.toLowerCase()));
const textOf = ({ text, scenario }: SharedLayout): string => `${text} ${JSON.stringify(scenario)}`;
/** Words of the original that are still there. */
function leftOver(before: SharedLayout, after: SharedLayout): string[] {
  const original = wordsOf(textOf(before));
  const models = (textOf(before).match(/qwen[\w.-]*/g) ?? []).flatMap((name) => [...wordsOf(name)]);
  return [...wordsOf(textOf(after))].filter(
    (word) => original.has(word) && !allowed.has(word) && !models.includes(word),
  );
}

const shapeOf = (layout: SharedLayout): SharedLayout => writeShape(layout, counterFor, KEY);

describe.each(presets.map((preset) => [preset.id, preset] as const))("the preset %s", (_, preset) => {
  const layout: SharedLayout = { ...DEFAULT_LAYOUT, ...preset };
  const { text, model, region, scenario, play, offRules, rulesAsOf } = layout;
  const shared = { text, model, region, scenario, play, offRules, rulesAsOf };

  it("keeps its figures and loses its words", () => {
    const shape = shapeOf(shared);
    expect(figuresOf(shape)).toEqual(figuresOf(shared));
    expect(leftOver(shared, shape)).toEqual([]);
  });

  it.each(scenarios.map((each) => [each.name, each] as const))("keeps its figures in %s", (_name, played) => {
    const with_ = { ...shared, scenario: played };
    const shape = shapeOf(with_);
    expect(figuresOf(shape)).toEqual(figuresOf(with_));
    expect(leftOver(with_, shape)).toEqual([]);
  });

  it("keeps what the implicit cache reads", () => {
    expect(figuresOf(shapeOf(shared), { implicit: "always" }).rows).toEqual(
      figuresOf(shared, { implicit: "always" }).rows,
    );
  });
});

const sentence = fc
  .array(
    fc.constantFrom(
      "The",
      "service",
      "returns",
      "an",
      "error",
      "when",
      "(the)",
      "cache",
      "misses",
      "12,450",
      "tokens.",
      "\n",
      "\n\n",
      "- item:",
      "don't",
      "缓存命中",
      "🙂",
      "`code();`",
      '{"a": 1}',
      "  ",
      "naïve",
      "https://a.example/b?c=d",
      "<|im_end|>",
      "“quoted”",
      "…",
      "\t",
      "I",
      "x",
    ),
    { maxLength: 40 },
  )
  .chain((words) => fc.constantFrom(" ", "", "\n").map((glue) => words.join(glue)));
const marker = fc.option(fc.constant({ type: "ephemeral" }), { nil: undefined });
const part = fc.record({ type: fc.constant("text"), text: sentence, cache_control: marker });
const content = fc.oneof(sentence, fc.array(part, { minLength: 1, maxLength: 3 }));
const call = fc.record({ city: sentence, days: fc.nat(), exact: fc.boolean() });
const round = fc.tuple(content, content, fc.option(call)).map(([question, answer, given]) => [
  { role: "user", content: question },
  ...(given
    ? [
        {
          role: "assistant",
          content: null,
          tool_calls: [
            {
              id: "call_weather",
              type: "function",
              function: { name: "get_weather_report", arguments: JSON.stringify(given) },
            },
          ],
        },
        { role: "tool", tool_call_id: "call_weather", content: given.city },
      ]
    : []),
  { role: "assistant", content: answer },
]);
const document = fc.record({
  model: fc.constantFrom("qwen3.7-max", "qwen3-max", "qwen-plus", "qwen3.5-plus"),
  tools: fc.option(
    fc.array(
      fc
        .record({
          description: sentence,
          name: fc.constantFrom("get_weather_report", "search-files", "readFile2"),
        })
        .map(({ description, name }) => ({
          type: "function",
          function: {
            name,
            description,
            parameters: {
              type: "object",
              properties: { city: { type: "string", description, enum: ["Berlin", "Rome"] } },
              required: ["city"],
            },
          },
        })),
      { maxLength: 2 },
    ),
    { nil: undefined },
  ),
  messages: fc
    .tuple(sentence, fc.array(round, { maxLength: 3 }), sentence)
    .map(([system, rounds, last]) => [
      { role: "system", content: system },
      ...rounds.flat(),
      { role: "user", content: last },
    ]),
});
const layouts: fc.Arbitrary<SharedLayout> = fc
  .tuple(document, sentence, sentence)
  .map(([value, user, reply]) => ({
    ...DEFAULT_LAYOUT,
    text: JSON.stringify(value, null, 2),
    scenario: {
      name: "Chat",
      duration: 2,
      reply,
      turns: [
        { mode: "append", gap: 20, user: `${user} {n}`, reply, times: 2 },
        {
          mode: "replace",
          gap: 400,
          user,
          reply: user,
          events: [{ kind: "edit-system", text: user, at: "start" }],
        },
        { mode: "append", gap: 10, user: reply, reply, events: [{ kind: "clock" }] },
      ],
    },
  }));

it("keeps the figures of any conversation", () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const shape = shapeOf(layout);
      expect(figuresOf(shape)).toEqual(figuresOf(layout));
      expect(leftOver(layout, shape)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAYAAAA10dzk";

it("keeps the sizes of images, and the shape of an Anthropic request with tools and thinking", () => {
  const layout: SharedLayout = {
    ...DEFAULT_LAYOUT,
    text: `{ // a note for readers only
      "model": "qwen3.7-plus", "max_tokens": 100, "metadata": { "user_id": "somebody" },
      "thinking": { "type": "enabled", "budget_tokens": 1024 },
      "system": [{ "type": "text", "text": "Answer briefly.", "cache_control": { "type": "ephemeral" } }],
      "tools": [{ "name": "find_ticket", "description": "Finds a ticket.\\nBy number.", "input_schema":
        { "type": "object", "properties": { "number": { "type": "integer" } }, "required": ["number"] } }],
      "messages": [
        { "role": "user", "content": [
          { "type": "image", "source": { "type": "base64", "media_type": "image/png", "data": "${PNG}" } },
          { "type": "text", "text": "What does this screen show?" }] },
        { "role": "assistant", "content": [
          { "type": "thinking", "thinking": "A ticket.", "signature": "c2lnbmF0dXJl" },
          { "type": "tool_use", "id": "toolu_17", "name": "find_ticket", "input": { "number": 1042 } }] },
        { "role": "user", "content": [
          { "type": "tool_result", "tool_use_id": "toolu_17", "content": "Printer on fire, floor 3." }] }] }`,
  };
  const shape = shapeOf(layout);
  expect(figuresOf(shape)).toEqual(figuresOf(layout));
  expect(figuresOf(shape).media).toEqual([expect.objectContaining({ width: 640, height: 480 })]);
  expect(leftOver(layout, shape)).toEqual([]);
  const [call, result] = JSON.parse(shape.text).messages.slice(1);
  expect(result.content[0].tool_use_id).toBe(call.content[1].id);
  expect(call.content[1].name).toBe(JSON.parse(shape.text).tools[0].name);
});

it("lets texts that begin alike begin alike, and says nothing else of them", () => {
  const ask = (...contents: string[]): SharedLayout => ({
    ...DEFAULT_LAYOUT,
    model: "qwen3.7-max",
    text: JSON.stringify(contents.map((content) => ({ role: "user", content }))),
  });
  const read = (layout: SharedLayout): string[] =>
    JSON.parse(layout.text).map(({ content }: { content: string }) => content);
  const [whole = "", edited = "", again = ""] = read(
    shapeOf(
      ask(
        "Read this.\nThen wait for me.",
        "Read this.\nThen wait for him.\nDone",
        "Read this.\nThen wait for me.",
      ),
    ),
  );
  expect(again).toBe(whole);
  expect(edited).not.toBe(whole);
  expect(edited.split(" ").slice(0, 4)).toEqual(whole.split(" ").slice(0, 4));
  // The words follow from the key alone: another text of the same shape becomes the same.
  expect(read(shapeOf(ask("Yes")))).toEqual(read(shapeOf(ask("Why"))));
  const other = writeShape(
    ask("Read this."),
    counterFor,
    KEY.map((byte) => byte + 1),
  );
  expect(other.text).not.toBe(shapeOf(ask("Read this.")).text);
});
