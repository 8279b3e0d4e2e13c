/** Any text, cut anywhere, gives one outcome and never an exception; bodies come back as they were written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restoreScenario } from "../timeline/restore-scenario";
import { MAX_BODY_LENGTH } from "../timeline/scenario";
import { ENGLISH } from "../words/plain-words";
import { bodiesOf, importAll, importTexts, readFixture, reasonOf } from "./fixtures/read-fixture";
import { MAX_BODIES_LENGTH, MAX_REQUESTS } from "./request-budget";
import type { TellEnd } from "./run-import";

const body = (text: string) => ({ model: "qwen3.7-max", messages: [{ role: "user", content: text }] });
const lines = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join("\n");

const FIXTURES = [
  "requests.jsonl",
  "requests-bad.jsonl",
  "dashscope.json",
  "session.har",
  "commands.sh",
  "commands-bad.sh",
  "claude-code.jsonl",
  "opencode.json",
  "qwen-code-log.json",
  "qwen-code-chat.jsonl",
];

it.each([
  ["requests.jsonl", "requests"],
  ["dashscope.json", "dashscope"],
  ["session.har", "har"],
  ["commands.sh", "curl"],
  ["claude-code.jsonl", "claude-code"],
  ["opencode.json", "opencode"],
  ["qwen-code-log.json", "qwen-code-log"],
  ["qwen-code-chat.jsonl", "qwen-code-chat"],
  ["usage-list.json", "usage"],
])("knows what %s is", async (name, kind) => {
  const imported = await importAll(readFixture(name));
  expect(imported.kind).toBe(kind);
  expect(imported.layout === null).toBe(kind === "usage");
});

describe("what is refused", () => {
  it.each<[string, string, RegExp]>([
    ["nothing", " \r\n\ufeff", /nothing to import/],
    ["prose", "hello\nworld", /neither JSON, nor a command, nor a program with a request, nor a link/],
    ["no request", "[1, 2]", /Item 1 has no format.*"messages"/],
    ["a broken value", '{\n  "messages": [\n    {"role": "user"},\n  }\n', /not JSON. Line 4/],
    ["UTF-16", "{\0}\0", /not JSON|UTF-8/],
    ["UTF-16 with its mark", "\ufffd\ufffdh\0e\0", /UTF-8/],
    ["a depth beyond reading", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, /nested too deeply/],
    ["open brackets", "[".repeat(200_000), /not JSON/],
  ])("%s", async (_name, text, reason) => {
    expect(await reasonOf(text)).toMatch(reason);
  });
});

describe("lines", () => {
  it("takes a byte order mark and a head that is none of its lines", async () => {
    const imported = await importAll(`\ufeffexported by a tool\n${lines([body("a"), body("b")])}\n`);
    expect(bodiesOf(imported)).toEqual([body("a"), body("b")]);
    expect(imported.dropped).toEqual(["Line 1 is not JSON: left out."]);
  });

  it("reads on after a first line that is cut off", async () => {
    const imported = await importAll(`{"a": [\n${lines([body("a"), body("b")])}`);
    expect(bodiesOf(imported)).toEqual([body("a"), body("b")]);
  });

  it("names eight bad lines and counts the others", async () => {
    const imported = await importAll(`${lines([body("a")])}\n${"no\n".repeat(1_008)}`);
    expect(imported.dropped).toHaveLength(9);
    expect(imported.dropped[8]).toBe("1,000 more were left out.");
  });

  it("leaves out records of another kind and of none", async () => {
    const other = { log: { entries: [] } };
    const imported = await importAll(lines([{ id: 1 }, body("a"), other, { id: 2 }]));
    expect(imported.dropped).toEqual([
      "Line 3 is a HAR file, unlike what comes before it: left out.",
      "Line 1 has no messages: left out.",
      "Line 4 has no messages: left out.",
    ]);
  });
});

describe("several files", () => {
  it("are one session in order of time, and their names tell what was left out", async () => {
    const imported = await importAll(
      lines([{ at: 90, body: body("b") }]),
      `${lines([{ at: 5, body: body("a") }])}\nno`,
      "",
      "no",
    );
    expect(bodiesOf(imported)).toEqual([body("a"), body("b")]);
    expect(imported.understood).toContain("The requests were sorted by time.");
    expect(imported.dropped).toEqual([
      "file-2, line 2 is not JSON: left out.",
      "file-4 is neither JSON, nor a command, nor a program with a request, nor a link: left out.",
    ]);
  });
});

describe("limits", () => {
  it("keeps as many requests as a scenario has and counts the others", async () => {
    const many = Array.from({ length: MAX_REQUESTS + 5 }, (_, index) => body(String(index)));
    const imported = await importAll(lines(many));
    expect(bodiesOf(imported)).toHaveLength(MAX_REQUESTS);
    expect(imported.dropped).toEqual([
      "Line 2001 and what follows, 5 requests, are left out: at most 2,000 requests are read.",
    ]);
  });

  it("keeps so many characters of bodies, and no body that a scenario does not take", async () => {
    const large = body("x".repeat(MAX_BODY_LENGTH - 100));
    const count = Math.floor(MAX_BODIES_LENGTH / MAX_BODY_LENGTH);
    const values = Array.from({ length: count + 3 }, () => large);
    const imported = await importAll(lines([body("x".repeat(MAX_BODY_LENGTH)), ...values]));
    expect(bodiesOf(imported)).toHaveLength(count);
    expect(imported.dropped[0]).toBe("Line 1 is longer than 4 million characters: left out.");
    expect(imported.dropped[1]).toMatch(/3 requests, are left out: at most 40 million characters/);
  });
});

it("says which gaps and replies are assumed", async () => {
  const imported = await importAll(
    lines([{ at: 0, body: body("a") }, body("b"), { at: 9e6, body: body("c") }]),
  );
  expect(imported.layout?.scenario?.turns.map(({ gap }) => gap)).toEqual([30, 30]);
  expect(imported.understood).toContain("2 gaps are not recorded: 30 s assumed.");
  expect(imported.understood).toContain("3 replies are not recorded: no completion tokens there.");
  const long = lines([
    { at: 0, body: body("a") },
    { at: 1e6, body: body("b") },
  ]);
  expect((await importAll(long)).understood).toContain("One gap is longer than a day: cut to one day.");
});

it("takes secrets out of bodies and replies and counts them", async () => {
  const secret = "sk-notARealKeyAtAll000111";
  const imported = await importAll(lines([{ body: body(secret), reply: secret }, body(`Use ${secret}.`)]));
  expect(JSON.stringify(imported)).not.toContain(secret);
  expect(imported.redacted).toEqual(["an API key (3 times)"]);
});

describe("whatever the text", () => {
  const json = fc.jsonValue();
  const record = fc.oneof(
    json,
    fc.record({ at: json, body: fc.oneof(json, fc.constant(body("a"))), response: json }),
  );
  const anyText = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom("{", "}", "[", "]", '"', "\\", "\n", "\r", "\0", "curl ", "-d ", "'", "a", "1"),
    }),
    fc.array(record).map(lines),
    fc.array(record).map((values) => JSON.stringify(values, null, 2)),
    fc.constantFrom(...FIXTURES.map(readFixture)),
  );

  it("gives an outcome, and a scenario that is valid", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 3 }), async (texts) => {
        const outcome = await importTexts(texts);
        if (!outcome.ok) expect(ENGLISH.say(outcome.reason)).toMatch(/\S/);
        else if (outcome.imported.layout?.scenario) {
          const { scenario } = outcome.imported.layout;
          expect(restoreScenario(scenario)).toEqual(scenario);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on where it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(fc.nat(3_000), { maxLength: 12 }), async (text, cuts) => {
        expect(await importTexts([text], cuts)).toEqual(await importTexts([text]));
      }),
    );
  });

  it("gives bodies back as they were written to lines", async () => {
    // Without @, since what looks like an address is redacted.
    const words = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("@", "a"));
    const message = fc.record({
      role: fc.constantFrom("system", "user", "assistant"),
      content: fc.oneof(words, fc.array(fc.record({ type: fc.constant("text"), text: words }))),
    });
    const anyBody = fc.record({ messages: fc.array(message, { minLength: 1 }), temperature: fc.integer() });
    await fc.assert(
      fc.asyncProperty(fc.array(anyBody, { minLength: 1 }), async (bodies) => {
        expect(bodiesOf(await importAll(lines(bodies)))).toEqual(bodies);
      }),
    );
  });
});

describe("before keys and ids are taken out", () => {
  const key = ["sk", "q7Wz3Kx9aB1cDe5FgH2jLmN8"].join("-");
  const bodies = Array.from({ length: 5 }, (_, index) => body(`Question ${index} with ${key}`));

  it("tells what it is and counts up to the last request, and no text of it", async () => {
    const told: Parameters<TellEnd>[0][] = [];
    const outcome = await importTexts([lines(bodies)], [], (progress) => told.push(progress));
    const [first, ...others] = told;
    if (first?.step !== "seen" || !outcome.ok) throw new Error("Nothing was seen.");
    expect(first.seen.requests).toBe(5);
    expect(first.seen.imported.title).toEqual(outcome.imported.title);
    expect(first.seen.imported.layout).toBeNull();
    expect(others).toEqual([1, 2, 3, 4, 5].map((done) => ({ step: "clean", done, total: 5, removed: done })));
    expect(JSON.stringify(told)).not.toMatch(/Question|sk-/);
    expect(JSON.stringify(outcome)).not.toContain(key);
  });

  it("tells nothing where there is nothing to take out of", async () => {
    const told: unknown[] = [];
    await importTexts([readFixture("usage-list.json")], [], (progress) => told.push(progress));
    expect(told).toEqual([]);
  });
});
