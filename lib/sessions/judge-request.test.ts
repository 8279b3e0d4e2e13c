/** Each way a request can miss is told by its own reason. */

import { describe, expect, it } from "vitest";
import type { ReasonKind } from "../reasons/kinds";
import type { RunSettings } from "../run/predict-run";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { JsonValue } from "../values/json";
import { ENGLISH } from "../words/plain-words";
import { explainInWords } from "./fixtures/explain-whole";
import { exchangeOf, sessionOf, writeUsage } from "./fixtures/record-loop";
import type { SessionView } from "./session-view";

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

function explain(sketches: readonly Sketch[]): SessionView["requests"] {
  const exchanges = sketches.map((sketch, index) =>
    exchangeOf(index + 1, sketch.at ?? index * 10, bodyOf(sketch), null),
  );
  return explainInWords(sessionOf(exchanges), settings, counterFor).requests;
}

const first: Sketch = { says: [["Begin."]], marks: [0] };
const grown = [["Begin."], ["Done."], ["Go on."]];
const many = Array.from({ length: 25 }, (_, index) => `Part ${index}.`);

const TABLE: readonly (readonly [ReasonKind, string, readonly Sketch[]])[] = [
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
  ["not_yet_written", "the same request at once", [first, { ...first, at: 1 }]],
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
  expect(ENGLISH.say(last?.reason.sentence ?? "")).toMatch(/^[A-Z].*\.$/s);
});

it("keeps figures and words that change together", () => {
  const [before, after] = explain([first, { says: grown, marks: [2], rules: `${RULES}It is late.` }]);
  expect(after?.change).toMatchObject({ what: "system", before: "", after: "It is late." });
  expect(after?.predicted?.read).toBe(0);
  expect(after?.lost).toBe(before?.predicted?.written);
});

it("names requests by their recorded numbers, though one before them was refused", () => {
  const [one, two, three] = [1, 2, 3].map((number) =>
    exchangeOf(number, number, bodyOf({ says: [["Begin."]], marks: number < 3 ? [0] : [] }), null),
  );
  if (!one || !two || !three) throw new Error("Three were made.");
  const later = { ...three, at: three.at + 30 };
  const { requests } = explainInWords(
    sessionOf([{ ...one, status: 429, answer: null }, two, later]),
    settings,
    counterFor,
  );
  expect(ENGLISH.say(requests[2]?.reason.sentence ?? "")).toMatch(/that request 2 wrote stays unread\.$/);
});

it("takes what a first request without markers was billed as read for the implicit cache's", () => {
  const usage = writeUsage({ read: 1024, written: 0, uncached: 500 });
  const body = bodyOf({ says: [["Begin."]], marks: [] });
  const [request] = explainInWords(sessionOf([exchangeOf(1, 0, body, usage)]), settings, counterFor).requests;
  expect(request?.reason).toMatchObject({ code: "hit", sentence: expect.stringContaining("implicit cache") });
});

const [opened, went] = [
  { says: [["Begin."]], marks: [-1, 0] },
  { says: grown, marks: [-1, 2] },
] as const satisfies readonly Sketch[];

/** Two requests, the second billed as told. */
function explainBilled(
  figures: { read: number; written: number },
  keys: readonly string[] = [],
  played: RunSettings = settings,
) {
  const [first, second] = [opened, went].map((sketch, index) => {
    const exchange = exchangeOf(index + 1, index * 10, bodyOf(sketch), null);
    const key = keys[index];
    return key === undefined ? exchange : { ...exchange, key };
  });
  if (!first || !second) throw new Error("Two were made.");
  const [one, other] = explainInWords(sessionOf([first, second]), played, counterFor).requests;
  const usage = writeUsage({
    ...figures,
    uncached: (other?.predicted?.prompt ?? 0) - figures.read - figures.written,
  });
  const paid = writeUsage({
    read: 0,
    written: one?.predicted?.written ?? 0,
    uncached: one?.predicted?.uncached ?? 0,
  });
  const session = sessionOf([
    { ...first, usage: paid },
    { ...second, usage },
  ]);
  return explainInWords(session, played, counterFor);
}

it("says no second reason that contradicts the first: nothing read is not all of what was left", () => {
  const [, second] = explainBilled({ read: 0, written: 0 }).requests;
  expect(second?.reason.code).toBe("not_found");
  expect(second?.also).toEqual([]);
});

it("names a second key in the session where it could not read what the first one wrote", () => {
  const { requests, notes } = explainBilled({ read: 0, written: 0 }, ["3f2a", "91bc"]);
  expect(requests[1]?.reason.code).toBe("key_changed");
  expect(ENGLISH.say(requests[1]?.reason.sentence ?? "")).toMatch(
    /^It came with a different key from request 1,/,
  );
  expect(ENGLISH.say(requests[1]?.mend ?? "")).toContain("one key");
  expect(notes).toContainEqual(expect.stringContaining("2 keys"));
});

describe("where two keys are observed to share no entries", () => {
  const apart: RunSettings = { ...settings, observed: { "qwen3.7-max": { "second-key": "apart" } } };
  const written = explainBilled({ read: 0, written: 0 }, ["a", "a"]).requests[1]?.predicted?.read ?? 0;

  it("plays each key's requests by themselves, and says whose entry they could not read", () => {
    const { requests, notes } = explainBilled({ read: 0, written }, ["3f2a", "91bc"], apart);
    const [, second] = requests;
    expect(written).toBeGreaterThan(1024);
    expect(second?.predicted?.read).toBe(0);
    expect(second?.reason.code).toBe("key_changed");
    expect(second?.lost).toBe(written);
    expect(second?.against).toBe(1);
    expect(ENGLISH.say(second?.reason.sentence ?? "")).toBe(
      `It came with a different key from request 1, which left ${written.toLocaleString("en-US")} tokens to read: two keys are played as sharing no entries, and 0 tokens were read.`,
    );
    expect(notes).toContainEqual(expect.stringContaining("played as sharing no entries"));
  });

  it("plays the requests of one key as before", () => {
    const one = explainBilled({ read: 0, written: 0 }, ["3f2a", "3f2a"], apart);
    expect(one).toEqual(explainBilled({ read: 0, written: 0 }, ["3f2a", "3f2a"]));
  });
});

it("blames no key where one was used throughout", () => {
  const { requests, notes } = explainBilled({ read: 0, written: 0 }, ["3f2a", "3f2a"]);
  expect(requests[1]?.reason.code).toBe("not_found");
  expect(notes).toEqual([]);
});

it("attributes a read to the request that left the entry, not to the one before with another system text", () => {
  const requests = explain([
    { says: [["Begin."]], marks: [-1, 0] },
    { says: grown, marks: [-1, 2] },
    { says: [...grown, ["Yes."], ["More."]], marks: [-1, 4], rules: `Now: 9:00.\n${RULES}` },
    { says: [...grown, ["Yes."], ["More."], ["Fine."], ["And more."]], marks: [-1, 6] },
  ]);
  expect(requests[2]?.reason.code).toBe("system_changed");
  const last = requests[3];
  expect(last?.predicted?.read).toBe(
    (requests[1]?.predicted?.read ?? 0) + (requests[1]?.predicted?.written ?? 0),
  );
  expect(last?.reason.code).toBe("hit");
  expect(ENGLISH.say(last?.reason.sentence ?? "")).toContain("all of what request 2 left");
  expect(last?.against).toBe(2);
  expect(last?.lost).toBe(0);
});

it("attributes what is read beyond the request before to whoever left it", () => {
  const requests = explain([
    { says: grown, marks: [2] },
    { says: [["Begin."]], marks: [0] },
    { says: [...grown, ["Yes."], ["More."]], marks: [4] },
  ]);
  expect(ENGLISH.say(requests[2]?.reason.sentence ?? "")).toContain("request 1 left");
  expect(ENGLISH.say(requests[2]?.reason.sentence ?? "")).not.toContain("more than what");
});
