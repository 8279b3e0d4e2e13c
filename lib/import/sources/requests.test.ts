/** Recorded requests become a document and turns; what cannot be read is named. */
import { describe, expect, it } from "vitest";
import { bodiesOf, importAll, readFixture } from "../fixtures/read-fixture";

const body = (text: string) => ({ model: "qwen3.7-max", messages: [{ role: "user", content: text }] });
const [a, b] = [body("a"), body("b")];

describe("forms of a session", () => {
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
    ["answers with their usage", [a, { body: b, response: { usage: { prompt_tokens: 3 } } }]],
  ])("%s", async (_name, value) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const imported = await importAll(text);
      expect(imported.kind).toBe("requests");
      expect(bodiesOf(imported)).toEqual([a, b]);
      expect(imported.layout?.scenario?.turns.map(({ gap }) => gap)).toEqual([30]);
    }
  });

  it("reads lines, with blank ones and either line end", async () => {
    const imported = await importAll(`${JSON.stringify(a)}\n\n${JSON.stringify(b)}\r\n`);
    expect(bodiesOf(imported)).toEqual([a, b]);
  });

  it("takes a single body, and a bare message array, as a request without turns", async () => {
    const messages = [{ role: "user", content: "a" }];
    for (const value of [body("a"), messages]) {
      const imported = await importAll(JSON.stringify(value));
      expect(imported.kind).toBe("request");
      expect(imported.layout?.scenario).toBeNull();
      expect(JSON.parse(imported.layout?.text ?? "")).toEqual(value);
    }
  });

  it("forgives comments, as the editor does", async () => {
    const imported = await importAll(`// asked twice\n${JSON.stringify(body("a"), null, 2)}`);
    expect(bodiesOf(imported)).toEqual([body("a")]);
  });
});

it.each<[string, unknown]>([
  ["a text", "Hello."],
  ["a message", { role: "assistant", content: "Hello." }],
  ["an OpenAI response", { choices: [{ message: { role: "assistant", content: "Hello." } }] }],
  ["an Anthropic response", { content: [{ type: "text", text: "Hello." }] }],
  ["a native response", { output: { choices: [{ message: { content: [{ text: "Hello." }] } }] } }],
  ["a native response of text", { output: { text: "Hello." } }],
  ["a stream", 'data: {"choices":[{"delta":{"content":"Hello."}}]}\n\ndata: [DONE]\n\n'],
  ["a response as text", JSON.stringify({ choices: [{ message: { content: "Hello." } }] })],
  ["a recorded answer", { text: "Hello.", reasoning: "", calls: [] }],
])("takes the reply from %s", async (_name, response) => {
  const imported = await importAll(
    JSON.stringify([
      { body: a, response, duration: 2.5 },
      { body: b, reply: response },
    ]),
  );
  const scenario = imported.layout?.scenario;
  expect([scenario?.reply, scenario?.turns[0]?.reply]).toEqual(["Hello.", "Hello."]);
  expect(scenario?.duration).toBe(2.5);
});

it("reads the fixture with its times, answers and usage", async () => {
  const imported = await importAll(readFixture("requests.jsonl"));
  expect(imported.title).toBe("A recorded session with 2 requests.");
  expect(imported.layout?.scenario).toMatchObject({ duration: 4, reply: "The lady fern." });
  expect(imported.layout?.scenario?.turns[0]).toMatchObject({ gap: 41.5, reply: "The rusty-back fern." });
  expect(imported.usages.map(({ place, usage }) => [place, usage?.prompt, usage?.read])).toEqual([
    ["Line 2", 2040, 1536],
  ]);
  expect(imported.dropped).toEqual([]);
});

it("reads what is good of the bad twin and names the rest", async () => {
  const imported = await importAll(readFixture("requests-bad.jsonl"));
  expect(bodiesOf(imported)).toEqual([
    { model: "qwen3.7-max", messages: [{ role: "user", content: "Which fern grows in shade?" }] },
    { messages: [{ role: "user", content: null }] },
  ]);
  expect(imported.dropped).toEqual([
    "Line 2 is not JSON: left out.",
    "Line 3 has no messages: left out.",
    "Line 4 has no messages: left out.",
  ]);
  expect(imported.usages).toEqual([]);
});

it("reads a gateway's usage in a record and in a stream as it does alone", async () => {
  const usage = {
    prompt_tokens: 54_081,
    completion_tokens: 210,
    total_tokens: 54_291,
    cache_creation_input_tokens: 649,
    prompt_tokens_details: { cached_tokens: 53_429 },
  };
  const response = { choices: [{ index: 0, message: { role: "assistant", content: "Late." } }], usage };
  const stream = [{ choices: [{ index: 0, delta: { content: "Late." } }] }, { choices: [], usage }]
    .map((event) => `data: ${JSON.stringify(event)}\n\n`)
    .join("");
  const har = {
    log: {
      entries: [
        {
          startedDateTime: "2026-11-20T09:00:00.000Z",
          time: 2500,
          request: {
            method: "POST",
            url: "https://gateway.example/v1/chat/completions",
            postData: { mimeType: "application/json", text: JSON.stringify(a) },
          },
          response: {
            status: 200,
            content: { mimeType: "text/event-stream", text: `${stream}data: [DONE]\n\n` },
          },
        },
      ],
    },
  };
  for (const text of [{ at: 0, body: a, response }, { at: 0, body: a, usage }, har, usage].map((one) =>
    JSON.stringify(one),
  )) {
    const { usages } = await importAll(text);
    expect(usages[0]?.usage).toMatchObject({ read: 53_429, written: 649, uncached: 3, kind: "explicit" });
  }
});

describe("a batch file", () => {
  const rules = "When an order is late, tell the customer the reason and offer a new date. ".repeat(120);
  const item = (index: number) => ({
    custom_id: `r-${index}`,
    method: "POST",
    url: "/v1/chat/completions",
    body: {
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [{ type: "text", text: rules, cache_control: { type: "ephemeral" } }] },
        { role: "user", content: `Review ${index}` },
      ],
    },
  });

  it("is said to be one, without gaps and without a cache", async () => {
    const text = [0, 1, 2].map((index) => JSON.stringify(item(index))).join("\n");
    const { title, understood, layout } = await importAll(text);
    expect(title).toMatch(/^A batch file with 3 requests/);
    expect(understood.join(" ")).toMatch(/half as much.*no discount for cached tokens/);
    expect(understood.join(" ")).not.toMatch(/assumed|conversations/);
    expect(layout?.scenario?.turns.map(({ gap }) => gap)).toEqual([0, 0]);
    expect(layout?.play).toEqual({ system: "model-studio-batch" });
  });

  it("has the usage of its answers by name", async () => {
    const line = (index: number) => ({
      id: `0000-${index}`,
      custom_id: `r-${index}`,
      response: {
        status_code: 200,
        body: {
          model: "qwen3.7-max",
          choices: [{ index: 0, message: { role: "assistant", content: "complaint" } }],
          usage: {
            prompt_tokens: 1742 + index,
            completion_tokens: 2,
            total_tokens: 1744 + index,
            prompt_tokens_details: { cached_tokens: 0 },
          },
        },
      },
      error: null,
    });
    const { kind, usages, understood } = await importAll(
      [0, 1, 2].map((at) => JSON.stringify(line(at))).join("\n"),
    );
    expect(kind).toBe("usage");
    expect(
      usages.map(({ conversation, model, usage, isBatch }) => [
        conversation,
        model,
        usage?.prompt,
        usage?.read,
        isBatch,
      ]),
    ).toEqual([
      ["r-0", "qwen3.7-max", 1742, 0, true],
      ["r-1", "qwen3.7-max", 1743, 0, true],
      ["r-2", "qwen3.7-max", 1744, 0, true],
    ]);
    expect(understood.join(" ")).toMatch(/half as much/);
  });
});

describe("a request without an answer", () => {
  const answered = { at: 0, body: a, response: { choices: [{ message: { content: "Yes." } }] } };
  it.each<[string, object]>([
    ["refused", { at: 5, body: b, status: 429 }],
    ["with an error", { at: 5, body: b, error: { message: "aborted" } }],
    ["answered by an error", { at: 5, body: b, response: { error: { message: "no" } } }],
    ["broken off", { at: 5, body: b, status: 0 }],
  ])("%s is not played as answered", async (_name, record) => {
    const imported = await importAll([answered, record].map((one) => JSON.stringify(one)).join("\n"));
    expect(bodiesOf(imported)).toEqual([a]);
    expect(imported.dropped).toEqual([
      "Line 2 was refused or broken off, so it left nothing in a cache: left out.",
    ]);
  });

  it("is left out of a HAR where the browser called it off", async () => {
    const entry = (body: object, status: number) => ({
      startedDateTime: "2026-11-20T09:00:00.000Z",
      time: 10,
      request: {
        method: "POST",
        url: "https://gateway.example/v1/chat/completions",
        postData: { text: JSON.stringify(body) },
      },
      response: { status, content: { text: "" } },
    });
    const imported = await importAll(JSON.stringify({ log: { entries: [entry(a, 200), entry(b, 0)] } }));
    expect(bodiesOf(imported)).toEqual([a]);
    expect(imported.dropped).toEqual(["Entry 2 was broken off before it was answered: left out."]);
  });
});
