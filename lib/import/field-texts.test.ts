/** Scripts, commands, logs, exports and pastes that people had in hand: each opens as what it is. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createAlias } from "../redact/create-alias";
import { ENGLISH } from "../words/plain-words";
import { readField } from "./fixtures/read-field";
import { bodiesOf, importAll } from "./fixtures/read-fixture";
import { judgePaste } from "./judge-paste";
import { createImportReader } from "./read-import";
import { runImport } from "./run-import";

const MARKER = { type: "ephemeral" };
const read = (name: string) => importAll(readField(name));

describe("a script that tries out the cache", () => {
  it.each(["03-check_cache.py", "03-kwargs.py.txt", "03-messages.py.txt"])("%s opens", async (name) => {
    const imported = await read(name);
    const [body] = bodiesOf(imported) as Record<string, unknown>[];
    const messages = (Array.isArray(body) ? body : body?.messages) as Record<string, unknown>[];
    expect(messages[0]).toEqual({
      role: "system",
      content: "You translate C into Rust. Keep names and comments.",
      cache_control: MARKER,
    });
    expect(messages[1]?.content).toContain("int add(int a, int b) { return a + b; }");
    if (!Array.isArray(body)) expect(body?.model).toBe("qwen3-coder-plus-2025-09-23");
    expect(judgePaste(readField(name), true)).toBe("import");
  });

  it("has the fields of extra_body beside the others, as the SDK sends them", async () => {
    const imported = await read("03-kwargs.py.txt");
    expect(bodiesOf(imported)[0]).toMatchObject({ stream: false, enable_thinking: false });
    expect(bodiesOf(imported)[0]).not.toHaveProperty("extra_body");
    expect(imported.understood.join(" ")).toMatch(/nothing of it was run.*extra_body/);
  });
});

describe("a copy of a terminal", () => {
  it.each(["04-terminal.txt", "04-answer-without-apostrophe.txt"])(
    "%s: the answer belongs to the request",
    async (name) => {
      const { usages, layout, redacted, dropped } = await read(name);
      expect(usages.map(({ usage }) => [usage?.prompt, usage?.completion, usage?.read])).toEqual([
        [21, 18, 0],
      ]);
      expect(layout?.region).toBe("intl");
      expect(layout?.scenario?.reply).toMatch(/^I am Qwen\. I was made by Tongyi Lab;/);
      expect(redacted).toEqual(["the authorization header"]);
      expect(dropped).toEqual([]);
    },
  );
});

it("Qwen Code's record of usage is read as totals", async () => {
  const { usages, title, understood, layout } = await read("14-usage_record.jsonl");
  expect(usages.map(({ model, requests, usage }) => [model, requests, usage?.prompt, usage?.read])).toEqual([
    ["qwen3.7-max", 5, 118_330, 52_183],
    ["qwen3.7-plus", 1, 9000, 8192],
  ]);
  expect(usages.every(({ usage }) => usage?.writtenKnown === false)).toBe(true);
  expect(title).toBe("Qwen Code's record of usage: 6 requests of 2 models in 2 sessions.");
  expect(understood.join(" ")).toMatch(/total of a model, not a request.*written/);
  expect(layout).toBeNull();
});

describe("a log", () => {
  it("has usage within its lines", async () => {
    const { usages } = await read("19-extension.log");
    expect(usages.map(({ usage }) => [usage?.prompt, usage?.read, usage?.written, usage?.uncached])).toEqual([
      [169_471, 0, 0, 169_471],
      [29_719, 28_000, 1713, 6],
    ]);
    expect(usages.map(({ at }) => at)).toEqual([32_414.12, 32_462.7]);
  });

  it("of an SDK has the request as a dict", async () => {
    const imported = await read("19-python-debug.log");
    expect(bodiesOf(imported)).toEqual([
      {
        messages: [
          { role: "system", content: [{ type: "text", text: "You keep the desk.", cache_control: MARKER }] },
          { role: "user", content: "It's late." },
        ],
        model: "qwen-plus",
        stream: false,
        enable_thinking: false,
      },
    ]);
    expect(imported.title).toBe("A request, on 2026-11-20 at 09:00 (UTC).");
  });

  it("has usage as names and figures where these add up", async () => {
    const { usages } = await read("19-rates.log");
    expect(
      usages.map(({ usage }) => [usage?.prompt, usage?.read, usage?.uncached, usage?.completion]),
    ).toEqual([
      [34_693, 5376, 29_317, 273],
      [35_170, 34_688, 482, 777],
      [35_054, 5376, 29_678, 90],
    ]);
  });
});

describe("a task of Cline", () => {
  it("tells the usage of each call", async () => {
    const { usages } = await read("20-ui_messages.json");
    expect(usages.map(({ model, usage }) => [model, usage?.uncached, usage?.written, usage?.read])).toEqual([
      ["qwen3.7-max", 4546, 4200, 0],
      ["qwen3.7-max", 300, 210, 4200],
    ]);
  });

  it("opens with a text in place of the system prompt, in the dialect of its blocks", async () => {
    const imported = await read("20-api_conversation_history.json");
    const [first, second] = bodiesOf(imported) as Record<string, unknown>[];
    expect(first).toMatchObject({ model: "qwen3.7-max", system: [{ type: "text" }] });
    expect((second?.messages as unknown[] | undefined)?.length).toBe(3);
    expect(JSON.stringify(second)).not.toMatch(/modelInfo|metrics|"ts"/);
    expect(imported.usages[0]?.usage).toMatchObject({ prompt: 4546, completion: 216 });
    expect(imported.understood.join(" ")).toMatch(/neither the system prompt nor the tools.*tell the time/s);
  });

  it("is one task where both files are given", async () => {
    const { usages, layout } = await importAll(
      readField("20-api_conversation_history.json"),
      readField("20-ui_messages.json"),
    );
    expect(usages.map(({ usage }) => usage?.prompt)).toEqual([8746, 4710]);
    expect(layout?.scenario?.turns).toHaveLength(1);
  });
});

it.each<[string, number[], string | null]>([
  ["09-stream.txt", [1305, 213, 6, 1534], null],
  ["09-completed-event.json", [1305, 213, 6, 1534], "qwen3-coder-plus"],
  ["22-chunks.txt", [2048, 0, 247, 22], "qwen3-max"],
  ["23-openai-stream.txt", [2048, 0, 247, 22], "qwen3-max"],
  ["23-anthropic-stream.txt", [1536, 0, 82, 14], "qwen3.7-max"],
  ["23-native-stream.txt", [2048, 0, 971, 101], null],
])("%s: the usage of a stream", async (name, figures, model) => {
  const { usages } = await read(name);
  expect(
    usages.map(({ usage }) => [usage?.read, usage?.written, usage?.uncached, usage?.completion]),
  ).toEqual([figures]);
  if (model !== null) expect(usages[0]?.model).toBe(model);
});

describe("messages of a library", () => {
  it("of the AI SDK keep both markers and the tool's parts", async () => {
    const imported = await read("25-ai-sdk-messages.json");
    const [messages] = bodiesOf(imported) as [Record<string, unknown>[]];
    expect(messages[0]).toMatchObject({ role: "system", content: [{ type: "text", cache_control: MARKER }] });
    expect(messages.slice(1)).toEqual([
      { role: "user", content: "Compare 114 and 117." },
      {
        role: "assistant",
        content: "",
        tool_calls: [
          { id: "call_1", type: "function", function: { name: "get_order", arguments: '{"id":"114"}' } },
        ],
      },
      { role: "tool", tool_call_id: "call_1", content: '{"state":"late"}' },
      { role: "user", content: [{ type: "text", text: "And now?", cache_control: MARKER }] },
    ]);
    expect(imported.understood[0]).toContain("AI SDK");
    expect(judgePaste(readField("25-ai-sdk-messages.json"), true)).toBe("import");
  });

  it("of LangChain are a request with its answer", async () => {
    const imported = await read("25-langchain-messages.json");
    expect(bodiesOf(imported)).toMatchObject([
      [
        { role: "system", content: [{ type: "text", cache_control: MARKER }] },
        { role: "user", content: "Order 114?" },
      ],
    ]);
    expect(imported.usages.map(({ usage }) => [usage?.prompt, usage?.read])).toEqual([[1742, 1720]]);
    expect(imported.understood[0]).toContain("LangChain");
  });

  it("a body with extra_body stays as it is, since only an SDK unpacks it", async () => {
    const [body] = bodiesOf(await read("25-extra-body.json"));
    expect(body).toHaveProperty("extra_body");
    expect(judgePaste(readField("25-extra-body.json"), true)).toBe("text");
  });
});

describe("an export", () => {
  it.each(["29-export.json", "29-truncated.json"])("%s: what is whole is read", async (name) => {
    const { usages, kind } = await read(name);
    expect(kind).toBe("opencode");
    expect(usages.map(({ usage }) => [usage?.read, usage?.uncached])).toEqual([[8200, 12_110]]);
  });

  it("that was cut off says where", async () => {
    const { dropped } = await read("29-truncated.json");
    expect(dropped).toEqual([
      expect.stringMatching(/ends in the middle, at line 85, column [\d,]+: it was cut off there/),
    ]);
  });
});

describe("one request in seven forms", () => {
  const NAMES = [
    "bom-crlf-comments.json",
    "cmd.bat",
    "escaped-string.txt",
    "fenced.md",
    "js-literal.txt",
    "powershell.ps1",
  ];
  async function readBytes(name: string) {
    const bytes = readFileSync(new URL(`fixtures/field/32-${name}`, import.meta.url));
    const reader = createImportReader({ alias: createAlias(new Uint8Array(16)) });
    const outcome = await runImport([{ name, content: new Blob([bytes]) }], reader, () => undefined);
    if (!outcome.ok) throw new Error(ENGLISH.say(outcome.reason));
    return JSON.parse(outcome.imported.layout?.text ?? "null");
  }

  it.each([...NAMES, "utf16.json"])("%s", async (name) => {
    const body = await readBytes(name);
    expect(body).toEqual(await readBytes("fenced.md"));
    expect(body).toMatchObject({
      model: "qwen3.7-max",
      messages: [{ content: [{ cache_control: MARKER }] }, { role: "user", content: "Order 114?" }],
    });
  });

  it.each(NAMES.slice(1))("%s is imported where it takes the place of the document", (name) => {
    expect(judgePaste(readField(`32-${name}`), true)).toBe("import");
  });
});

describe("what tracing tools keep", () => {
  it("of an observation the messages, the usage and the times", async () => {
    const imported = await read("38-observation.json");
    expect(bodiesOf(imported)).toMatchObject([
      {
        model: "qwen3.7-max",
        messages: [{ content: [{ cache_control: MARKER }] }, { content: "Order 114?" }],
      },
    ]);
    expect(imported.usages[0]?.usage).toMatchObject({ read: 1836, uncached: 16, completion: 8, kind: null });
    expect(imported.layout?.scenario).toMatchObject({ reply: "Late.", duration: 2 });
  });

  it("of pairs both requests, with the time between them", async () => {
    const { usages, layout } = await read("38-pair.jsonl");
    expect(usages.map(({ usage }) => [usage?.written, usage?.read])).toEqual([
      [1836, 0],
      [0, 1836],
    ]);
    expect(layout?.scenario?.turns.map(({ gap }) => gap)).toEqual([40]);
    expect(layout?.region).toBe("intl");
  });
});
