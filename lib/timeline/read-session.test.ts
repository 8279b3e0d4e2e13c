/** A recorded session becomes a document and turns; what cannot be read is named, nothing throws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_SESSION_LENGTH, type ReadSession, readSession } from "./read-session";
import { restoreScenario } from "./restore-scenario";
import { MAX_BODY_LENGTH, MAX_TURNS } from "./scenario";

const body = (text: string) => ({ model: "qwen3.7-max", messages: [{ role: "user", content: text }] });

function read(value: unknown): ReadSession {
  const result = readSession(typeof value === "string" ? value : JSON.stringify(value));
  if (!result.ok) throw new Error(result.reason);
  return result.session;
}

const gaps = (session: ReadSession): number[] => session.scenario.turns.map(({ gap }) => gap);
const bodies = ({ scenario }: ReadSession): unknown[] =>
  scenario.turns.map((turn) => JSON.parse(turn.body ?? "null"));

describe("forms of a session", () => {
  const [a, b] = [body("a"), body("b")];
  it.each<[string, unknown]>([
    ["an array of bodies", [a, b]],
    [
      "an array with times",
      [
        { at: 5, body: a },
        { at: 35, body: b },
      ],
    ],
    [
      "requests with timestamps",
      [
        { timestamp: "2026-11-21T10:00:00Z", request: a },
        { timestamp: "2026-11-21T10:00:30+00:00", request: b },
      ],
    ],
    [
      "times without a zone",
      [
        { timestamp: "2026-11-21T10:00:00", request: a },
        { timestamp: "2026-11-21T10:00:30", request: b },
      ],
    ],
    [
      "epoch milliseconds",
      [
        { timestamp: 1_795_000_000_000, request: a },
        { timestamp: 1_795_000_030_000, request: b },
      ],
    ],
    ["bodies as text", [{ body: JSON.stringify(a) }, { body: JSON.stringify(b) }]],
    ["a record of requests", { requests: [a, b] }],
    ["lines", `${JSON.stringify(a)}\n\n${JSON.stringify(b)}\r\n`],
  ])("%s", (_name, value) => {
    const session = read(value);
    expect(JSON.parse(session.text)).toEqual(a);
    expect(bodies(session)).toEqual([b]);
    expect(gaps(session)).toEqual([30]);
    expect(session.scenario.turns[0]?.mode).toBe("body");
  });

  it("a single body, and a bare message array, is a document without turns", () => {
    expect(read(body("a")).scenario.turns).toEqual([]);
    const messages = [{ role: "user", content: "a" }];
    expect(JSON.parse(read(messages).text)).toEqual(messages);
  });
});

it.each<[string, unknown]>([
  ["a text", "Hello."],
  ["a message", { role: "assistant", content: "Hello." }],
  ["an OpenAI response", { choices: [{ message: { role: "assistant", content: "Hello." } }] }],
  ["an Anthropic response", { content: [{ type: "text", text: "Hello." }] }],
])("takes the reply from %s", (_name, response) => {
  const session = read([
    { body: body("a"), response, duration: 2.5 },
    { body: body("b"), reply: response },
  ]);
  expect([session.scenario.reply, session.scenario.turns[0]?.reply]).toEqual(["Hello.", "Hello."]);
  expect(session.scenario.duration).toBe(2.5);
});

describe("what is said", () => {
  it("names lines that cannot be read and keeps the rest", () => {
    const session = read(`${JSON.stringify(body("a"))}\nnot json\n{"id": 1}\n${JSON.stringify(body("b"))}`);
    expect(bodies(session)).toEqual([body("b")]);
    expect(session.notes).toEqual(
      expect.arrayContaining(["Line 2 is not JSON: left out.", "Line 3 has no messages: left out."]),
    );
  });

  it("puts the requests in order of time", () => {
    const session = read([
      { at: 90, body: body("b") },
      { at: 0, body: body("a") },
      { at: 100, body: body("c") },
    ]);
    expect(JSON.parse(session.text)).toEqual(body("a"));
    expect(gaps(session)).toEqual([90, 10]);
    expect(session.notes).toContain("The requests were put in order of time.");
  });

  it("says which times are assumed and cut", () => {
    const session = read([{ at: 0, body: body("a") }, body("b"), { at: 9, body: body("c") }]);
    expect(gaps(session)).toEqual([30, 30]);
    expect(session.notes).toContain("2 gaps are not recorded: 30 s assumed.");
    expect(
      read([
        { at: 0, body: body("a") },
        { at: 1e6, body: body("b") },
      ]).notes,
    ).toContain("One gap is longer than a day: cut to one day.");
  });

  it.each<[string, string, RegExp]>([
    ["nothing", " \n", /nothing to import/],
    ["no request", "[1, 2]", /No request body was found.*Item 1 has no messages/],
    ["prose", "hello\nworld", /Line 1 is not JSON/],
    ["too much", `${" ".repeat(MAX_SESSION_LENGTH)}[]`, /longer than 40 million/],
  ])("refuses %s", (_name, text, reason) => {
    const result = readSession(text);
    expect(result.ok ? "" : result.reason).toMatch(reason);
  });
});

it("keeps no more turns than a scenario has, and no body that is too long", () => {
  const many = read(Array.from({ length: MAX_TURNS + 5 }, (_, index) => body(String(index))));
  expect(many.scenario.turns).toHaveLength(MAX_TURNS);
  expect(many.notes[0]).toContain(`From item ${MAX_TURNS + 2} on`);
  const long = read([body("a"), body("x".repeat(MAX_BODY_LENGTH)), body("b")]);
  expect(bodies(long)).toEqual([body("b")]);
});

it("never throws, and what it gives is a valid scenario", () => {
  const item = fc.oneof(
    fc.jsonValue(),
    fc.record({
      at: fc.oneof(fc.double(), fc.string(), fc.constant(null)),
      body: fc.oneof(fc.jsonValue(), fc.constant(body("a"))),
      response: fc.jsonValue(),
    }),
  );
  fc.assert(
    fc.property(fc.array(item), fc.boolean(), (items, lines) => {
      const text = lines ? items.map((each) => JSON.stringify(each)).join("\n") : JSON.stringify(items);
      const result = readSession(text);
      if (result.ok) expect(restoreScenario(result.session.scenario)).toEqual(result.session.scenario);
      else expect(result.reason).not.toBe("");
    }),
  );
});
