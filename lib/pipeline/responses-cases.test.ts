/** What people have of the Responses API in hand opens as what it is, and is played by its session cache. */
import { describe, expect, it } from "vitest";
import { readField } from "../import/fixtures/read-field";
import { importAll } from "../import/fixtures/read-fixture";
import { judgePaste } from "../import/judge-paste";
import { parsePrompt } from "../prompt/parse";
import { NEUTRAL_SCENARIO } from "../timeline/scenarios";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());

function play(text: string, more: Partial<Settings> = {}) {
  const settings: Settings = { model: "qwen3.7-max", region: "intl", scenario: null, ...more };
  const { request, timeline, diagnostics } = analyse(text, settings, open);
  return {
    request,
    says: diagnostics.map(({ message }) => ENGLISH.say(message)).join(" "),
    rows: timeline?.turns.map(({ ledger: { system, read, written, uncached } }) => [
      system,
      read,
      written,
      uncached,
    ]),
  };
}

describe("a body", () => {
  const text = readField("09-request.json");

  it("is taken as it is by the editor, and opens as it is by an import", async () => {
    expect(judgePaste(text, true)).toBe("text");
    const { kind, layout, dropped, understood } = await importAll(text);
    expect([kind, dropped]).toEqual(["responses", []]);
    expect(understood.join(" ")).toMatch(/stay as they are.*session cache/);
    expect(JSON.parse(layout?.text ?? "")).toEqual(JSON.parse(text));
  });

  it("is a request of the session cache: instructions, tools and input", () => {
    const { request, rows, says } = play(text, { scenario: NEUTRAL_SCENARIO });
    expect(request).toMatchObject({
      dialect: "responses",
      model: "qwen3-coder-plus",
      system: "model-studio-session",
      toolCount: 1,
      segments: [
        { pointer: "/instructions", role: "system" },
        { pointer: "/input/0", role: "user" },
      ],
    });
    const [first, second] = rows ?? [];
    const written = Number(first?.[2]);
    expect(written).toBeGreaterThan(1500);
    // What one request writes at the end of its input the next one reads.
    expect(first).toEqual(["model-studio-session", 0, written, 4]);
    expect(second?.slice(0, 2)).toEqual(["model-studio-session", written]);
    expect(says).not.toMatch(/marker/);
  });

  it("reads nothing for certain where the header does not ask for the session cache", () => {
    const { rows, request } = play(text, { scenario: NEUTRAL_SCENARIO, system: "model-studio-implicit" });
    expect(request?.system).toBe("model-studio-implicit");
    expect(rows?.map(([system, read]) => [system, read])[1]).toEqual(["model-studio-implicit", 0]);
  });

  it("has markers that mean nothing, and says why", () => {
    const marked = JSON.stringify({
      model: "qwen3.7-max",
      input: [
        {
          role: "user",
          content: [{ type: "input_text", text: "Hi", cache_control: { type: "ephemeral" } }],
        },
      ],
    });
    const { request } = play(marked);
    expect(inEnglish(request?.markers)).toMatchObject(
      [
        {
          pointer: "/input/0/content/0/cache_control",
          segment: "/input/0",
          status: "ignored",
          reason: /places its breakpoints itself/,
        },
      ].map(({ reason, ...rest }) => ({ ...rest, reason: expect.stringMatching(reason) })),
    );
  });
});

it("a turn that goes on says that the history lies at the service", () => {
  const { request, says } = play(readField("09-second-turn.json"));
  expect(says).toMatch(
    /history before it, which the service keeps \(previous_response_id\): its tokens are not counted/,
  );
  expect(request?.exact).toBe(false);
  expect(request?.precision.high).toBeGreaterThan(100_000);
});

describe("a command", () => {
  const text = readField("09-command.sh");

  it("opens with its body as it is, and says that it asks for the session cache", async () => {
    const { kind, layout, understood, redacted } = await importAll(text);
    expect(kind).toBe("curl");
    expect(JSON.parse(layout?.text ?? "")).toEqual({
      model: "qwen3.7-max",
      input: "Order 114 is late. What now?",
      instructions: "You keep the desk of a small shop.",
    });
    expect(understood.join(" ")).toMatch(/asks for the session cache.*Beijing/);
    expect(redacted).toHaveLength(1);
  });

  it("says where it does not ask for it", async () => {
    const { understood } = await importAll(text.replace(/-H "x-dashscope[^"]*"/, ""));
    expect(understood.join(" ")).toMatch(/which it does not ask for.*Without it reads are implicit/);
  });
});

it("a program of the SDK opens as its body", async () => {
  const { layout } = await importAll(
    `client = OpenAI()\nresponse = client.responses.create(\n    model="qwen3.7-max",\n    instructions="You help.",\n    input=[{"role": "user", "content": question}],\n)`,
  );
  expect(JSON.parse(layout?.text ?? "")).toEqual({
    model: "qwen3.7-max",
    instructions: "You help.",
    input: [{ role: "user", content: "[question]" }],
  });
});

it("an entry of a HAR file is one too", async () => {
  const entry = {
    request: {
      method: "POST",
      url: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1/responses",
      postData: { text: '{"model":"qwen3.7-max","input":"Hi"}' },
    },
    response: { status: 200, content: { text: "" } },
  };
  const { layout } = await importAll(JSON.stringify({ log: { entries: [entry] } }));
  expect(parsePrompt(layout?.text ?? "").prompt?.dialect).toBe("responses");
});

it.each(["09-stream.txt", "09-completed-event.json"])("%s: what was billed", async (name) => {
  const { usages } = await importAll(readField(name));
  expect(
    usages.map(({ model, usage }) => [
      model,
      usage?.read,
      usage?.written,
      usage?.uncached,
      usage?.prompt,
      usage?.completion,
    ]),
  ).toEqual([["qwen3-coder-plus", 1305, 213, 6, 1524, 1534]]);
});

it("a session of Codex's kind plays on: each request reads what the one before has written", async () => {
  const rules = "You are a coding agent. ".repeat(300);
  const first = {
    model: "qwen3.7-max",
    instructions: rules,
    store: false,
    input: [{ role: "user", content: "Fix it." }],
  };
  const call = { type: "function_call", call_id: "a", name: "shell", arguments: '{"cmd":"ls"}' };
  const output = { type: "function_call_output", call_id: "a", output: "main.c" };
  const second = {
    ...first,
    input: [...first.input, { type: "reasoning", summary: [], encrypted_content: "x" }, call, output],
  };
  const { layout, understood } = await importAll(
    JSON.stringify([
      { at: 0, body: first },
      { at: 9, body: second },
    ]),
  );
  expect(understood.join(" ")).toMatch(/1 reply was found|reply/);
  const { rows } = play(layout?.text ?? "", { scenario: layout?.scenario ?? null });
  expect(rows?.[1]?.[1]).toBe(rows?.[0]?.[2]);
});
