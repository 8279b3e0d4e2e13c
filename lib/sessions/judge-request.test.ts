/** Each way a request can miss is told by its own reason. */
import { expect, it } from "vitest";
import type { RunSettings } from "../run/predict-run";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { JsonValue } from "../values/json";
import { explainWhole } from "./fixtures/explain-whole";
import { exchangeOf, sessionOf } from "./fixtures/record-loop";
import type { SessionReasonCode, SessionRequest } from "./session-view";

const counterFor = loadTestCounters();
const settings: RunSettings = { model: "qwen3.7-max", region: "intl" };
const RULES = "Keep every change small, and run the tests after it.\n".repeat(130);
const MARKER = { cache_control: { type: "ephemeral" } };

interface Sketch {
  readonly at?: number;
  readonly model?: string;
  readonly rules?: string;
  /** Content parts of the messages, user and assistant in turn. */
  readonly says: readonly (readonly string[])[];
  /** Indices of messages with a marker on their last part; `-1` = the system message. */
  readonly marks: readonly number[];
}

function bodyOf({ model = "qwen3.7-max", rules = RULES, says, marks }: Sketch): JsonValue {
  const parts = (texts: readonly string[], index: number): JsonValue =>
    texts.map((text, at) => ({
      type: "text",
      text,
      ...(marks.includes(index) && at === texts.length - 1 ? MARKER : {}),
    }));
  const messages = says.map((texts, index) => ({
    role: index % 2 === 0 ? "user" : "assistant",
    content: parts(texts, index),
  }));
  return { model, system: parts([rules], -1), messages };
}

function explain(sketches: readonly Sketch[]): readonly SessionRequest[] {
  const exchanges = sketches.map((sketch, index) =>
    exchangeOf(index + 1, sketch.at ?? index * 10, bodyOf(sketch), null),
  );
  return explainWhole(sessionOf(exchanges), settings, counterFor).requests;
}

const first: Sketch = { says: [["Begin."]], marks: [0] };
const grown = [["Begin."], ["Done."], ["Go on."]];
const many = Array.from({ length: 25 }, (_, index) => `Part ${index}.`);

const TABLE: readonly (readonly [SessionReasonCode, string, readonly Sketch[]])[] = [
  ["hit", "a history that grew", [first, { says: grown, marks: [2] }]],
  ["model_changed", "another model", [first, { says: grown, marks: [2], model: "qwen3.7-plus" }]],
  [
    "system_changed",
    "a date in the system",
    [first, { says: grown, marks: [2], rules: `${RULES}It is late.` }],
  ],
  [
    "messages_changed",
    "an old message",
    [
      { says: grown, marks: [0, 2] },
      { says: [["Begun."], ["Done."], ["Go on."], ["Yes."], ["More."]], marks: [0, 4] },
    ],
  ],
  ["expired", "a long gap", [first, { says: grown, marks: [2], at: 301 }]],
  ["parallel", "the same request at once", [first, { ...first, at: 1 }]],
  ["beyond_lookback", "many parts", [first, { says: [["Begin."], ["Done."], many], marks: [2] }]],
  ["no_marker", "a request without a marker", [first, { says: grown, marks: [] }]],
  [
    "first_write",
    "after one without a marker",
    [
      { says: [["Begin."]], marks: [] },
      { says: grown, marks: [2] },
    ],
  ],
  [
    "below_minimum",
    "a short prompt",
    [
      { ...first, rules: "Short." },
      { says: grown, marks: [2], rules: "Short." },
    ],
  ],
];

it.each(TABLE)("tells %s after %s", (code, _, sketches) => {
  const last = explain(sketches).at(-1);
  expect(last?.reason.code).toBe(code);
  expect(last?.reason.sentence).toMatch(/^[A-Z].*\.$/s);
});

it("keeps figures and words that change together", () => {
  const [before, after] = explain([first, { says: grown, marks: [2], rules: `${RULES}It is late.` }]);
  expect(after?.change).toMatchObject({ what: "system", before: "", after: "It is late." });
  expect(after?.predicted?.read).toBe(0);
  expect(after?.lost).toBe(before?.predicted?.written);
});
