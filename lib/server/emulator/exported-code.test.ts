/** Exported programs, run against the emulator: the body that arrives, the markers of every turn, and the bill. */
import { describe, expect, it } from "vitest";
import { CODE_FORMS, findCodeForm } from "../../export/code-forms";
import type { CodeInput } from "../../export/code-input";
import { convertNative } from "../../import/convert-native";
import { analyse } from "../../pipeline/analyse";
import { createDocumentOpener } from "../../pipeline/open-document";
import { placeMarkers } from "../../placement/place-markers";
import type { Placement } from "../../placement/placement";
import { parsePrompt } from "../../prompt/parse";
import type { Prompt } from "../../prompt/prompt";
import type { JsonFields } from "../../prompt/write-part";
import { writeRequest } from "../../prompt/write-request";
import type { Scenario, Turn } from "../../timeline/scenario";
import { playScenario } from "../../timeline/script-prompts";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import type { JsonValue } from "../../values/json";
import { ENGLISH } from "../../words/plain-words";
import { hasCommand, type Ran, runProgram } from "./fixtures/run-program";

const MODEL = "qwen3.7-max";
const open = createDocumentOpener(loadTestCounters());
const AWKWARD = `"quotes" 'single' ''' """ \\ \${HOME} \`id\` $(id) </script>\nJSON\n\u2028 \u202e 标记 😀 \ud800 */ #`;
const ephemeral = { type: "ephemeral" };
const part = (text: string, more: JsonFields = {}): JsonFields => ({ type: "text", text, ...more });
const marked = { cache_control: ephemeral };

const openAi: JsonFields = {
  model: MODEL,
  enable_thinking: false,
  temperature: 0.5,
  x_made_up: { __proto__x: [null, true, 1e21] },
  messages: [
    { role: "system", content: [part("<Your Long Text Here>".repeat(400), marked)] },
    { role: "user", content: AWKWARD },
    { role: "assistant", content: "Understood." },
    { role: "user", content: [part("One."), part("Two.", marked)] },
  ],
};
const anthropic: JsonFields = {
  model: MODEL,
  max_tokens: 1024,
  thinking: { type: "disabled" },
  x_made_up: false,
  system: [part("<Your Long Text Here>".repeat(400), marked)],
  messages: [
    { role: "user", content: AWKWARD },
    { role: "assistant", content: "Understood." },
    { role: "user", content: [part("One."), part("Two.", marked)] },
  ],
};

const AS_DRAWN: Placement = { kind: "as-drawn" };
const inputOf = (body: JsonValue, more: Partial<CodeInput> = {}): CodeInput => ({
  words: ENGLISH,
  text: JSON.stringify(body, null, 2),
  scenario: null,
  placement: AS_DRAWN,
  model: MODEL,
  host: "intl",
  workspace: null,
  loop: false,
  ...more,
});

async function run(id: string, input: CodeInput): Promise<Ran> {
  const form = findCodeForm(id);
  if (!form) throw new Error(`no form ${id}`);
  const dialect = parsePrompt(input.text).prompt?.dialect ?? "openai";
  const sent = form.dialects.includes(dialect) ? dialect : (form.dialects[0] ?? "openai");
  return runProgram(form.write(input).code, form.language, sent === "anthropic" ? sent : "openai");
}

/** The AI SDK writes a user's text as an array of one part. */
const asParts = (body: JsonFields = {}): JsonFields => ({
  ...body,
  messages: (body.messages as JsonFields[]).map((message) =>
    message.role === "user" && typeof message.content === "string"
      ? { ...message, content: [part(message.content)] }
      : message,
  ),
});

const runnable = CODE_FORMS.filter(({ language }) => hasCommand(language));
/** Those that send the document itself. */
const formsOf = (dialect: "openai" | "anthropic"): string[] =>
  runnable
    .filter(({ id, dialects }) => id !== "curl-dashscope" && dialects.includes(dialect))
    .map(({ id }) => id);

describe("a single request", () => {
  it.each(formsOf("openai"))("%s sends the document as it stands", async (id) => {
    const { bodies, stdout } = await run(id, inputOf(openAi));
    expect(bodies).toHaveLength(1);
    if (id.endsWith("ai-sdk")) expect(asParts(bodies[0])).toEqual(asParts(openAi));
    else expect(bodies[0]).toEqual(openAi);
    expect(stdout).toMatch(
      id === "curl" ? /"cache_creation_input_tokens":\d{4}/ : /read 0, written \d{4}, uncached \d/,
    );
  });

  it.each(formsOf("anthropic"))("%s sends the document as it stands", async (id) => {
    const { bodies, stdout } = await run(id, inputOf(anthropic));
    expect(bodies).toEqual([anthropic]);
    expect(stdout).toMatch(
      id === "curl" ? /"cache_creation_input_tokens":\d{4}/ : /read 0, written \d{4}, uncached \d/,
    );
  });

  it.each(["typescript-openai", "typescript-anthropic"])("%s takes a stream", async (id) => {
    const body = id.endsWith("openai")
      ? { ...openAi, stream: true, stream_options: { include_usage: true } }
      : { ...anthropic, stream: true };
    const { bodies, stdout } = await run(id, inputOf(body));
    expect(bodies).toEqual([body]);
    expect(stdout).toMatch(/read 0, written \d{4}, uncached \d/);
    expect(stdout.length).toBeGreaterThan(100);
  });

  it.skipIf(!hasCommand("shell"))("curl sends it in DashScope's own protocol, without loss", async () => {
    const form = findCodeForm("curl-dashscope");
    const { code = "" } = form?.write(inputOf(openAi)) ?? {};
    const { bodies, stdout } = await runProgram(code, "shell", "dashscope");
    const { x_made_up: _, ...known } = openAi;
    expect(convertNative(bodies[0])).toEqual({ body: known, lost: ["parameters.x_made_up"] });
    expect(stdout).toMatch(/"cache_creation_input_tokens":\d{4}/);
    const streamed = form?.write(inputOf({ ...openAi, stream: true }))?.code ?? "";
    expect((await runProgram(streamed, "shell", "dashscope")).stdout).toMatch(/^id:1\nevent:result/);
  });

  it("gives bare messages a model", async () => {
    const { bodies } = await run("typescript-openai", inputOf(openAi.messages ?? null));
    expect(bodies).toEqual([{ model: MODEL, messages: openAi.messages }]);
  });
});

const turn = (mode: Turn["mode"], user: string, gap = 20): Turn => ({ mode, gap, user, reply: "" });
const scenario: Scenario = {
  name: "Four turns",
  duration: 3,
  reply: "",
  turns: [
    turn("append", `What follows? ${AWKWARD}`),
    turn("append", "And then?"),
    turn("replace", "Say it in another way."),
    turn("repeat", ""),
    turn("append", "Thank you."),
  ],
};

const textOf = (answer: Record<string, unknown>): string => {
  const { choices, content } = answer as {
    choices?: { message: { content: string } }[];
    content?: { text: string }[];
  };
  return choices?.[0]?.message.content ?? content?.map(({ text }) => text).join("") ?? "";
};

/** The scenario with the replies that were really given. */
const scriptedBy = ({ answers }: Ran): Scenario => ({
  ...scenario,
  reply: textOf(answers[0] ?? {}),
  turns: scenario.turns.map((each, index) => ({ ...each, reply: textOf(answers[index + 1] ?? {}) })),
});

const usageLines = ({ stdout }: Ran): number[][] =>
  [...stdout.matchAll(/read (\d+), written (\d+), uncached (\d+)/g)].map((found) =>
    found.slice(1).map(Number),
  );

const markersOf = ({ markers }: Prompt): string[] => markers.map(({ owner }) => owner);

/** The document with the placement's markers in it, as the page writes them. */
function drawn(body: JsonFields, placement: Placement): string {
  const text = JSON.stringify(body, null, 2);
  const { prompt } = parsePrompt(text);
  const [placed] = prompt ? placeMarkers([prompt], placement, MODEL) : [];
  return placed ? JSON.stringify(writeRequest(placed, { text, model: MODEL }), null, 2) : "";
}

async function expectSimulated(id: string, body: JsonFields, placement: Placement): Promise<void> {
  const text = drawn(body, placement);
  const ran = await run(id, inputOf(body, { text, placement, scenario, loop: true }));
  const played = scriptedBy(ran);
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error("no prompt");
  const prompts = playScenario(prompt, played).requests.map((request) => request.prompt);
  const placed = placeMarkers(prompts, placement, MODEL);
  const arrived = ran.bodies.flatMap((sent) => parsePrompt(JSON.stringify(sent)).prompt ?? []);
  expect(arrived.map(markersOf)).toEqual(placed.map(markersOf));
  const words = (each: Prompt) => each.messages.map(({ parts }) => parts.map(({ text: said }) => said));
  expect(arrived.map(words)).toEqual(placed.map(words));
  const settings = { model: MODEL, region: "intl", scenario: played, placement } as const;
  const turns = analyse(text, settings, open).timeline?.turns ?? [];
  const ledger = turns.map(({ ledger: row }) => [row.read, row.written, row.uncached]);
  expect(ledger).toHaveLength(6);
  expect(usageLines(ran)).toEqual(ledger);
}

const anchors = (...list: Extract<Placement, { kind: "anchors" }>["anchors"]): Placement => ({
  kind: "anchors",
  name: "Test",
  anchors: list,
});
const LAST = { kind: "last" } as const;
const SYSTEM = { kind: "system" } as const;
const PLACEMENTS: readonly [string, Placement][] = [
  ["as drawn", AS_DRAWN],
  ["none", { kind: "none" }],
  ["system, previous end, last", anchors(SYSTEM, { kind: "previous-end" }, LAST)],
  ["user and input", anchors({ kind: "last-user", back: 1 }, { kind: "last-input" }, { kind: "first-user" })],
  ["before", anchors({ kind: "before-user" }, { kind: "before-end", blocks: 3 }, { kind: "last", back: 2 })],
];
const pinned = (pointer: string): Placement => anchors(SYSTEM, { kind: "pin", pointer }, LAST);

describe("a conversation is billed as the simulation says", () => {
  const [drawnOnly, , previousEnd, users, before] = PLACEMENTS;
  const listed = (...list: (readonly [string, Placement] | undefined)[]) =>
    list.flatMap((each) => (each ? [each] : []));
  const hasPython = hasCommand("python");

  it.each(PLACEMENTS)("TypeScript, OpenAI, %s", (_, placement) =>
    expectSimulated("typescript-openai", openAi, placement),
  );
  it.each(listed(before, ["a pin", pinned("/messages/1/content")]))(
    "TypeScript, Anthropic, %s",
    (_, placement) => expectSimulated("typescript-anthropic", anthropic, placement),
  );
  it.each(listed(drawnOnly, users))("AI SDK, %s", (_, placement) =>
    expectSimulated("typescript-ai-sdk", asParts(openAi), placement),
  );
  it.skipIf(!hasPython).each(listed(...PLACEMENTS, ["a pin", pinned("/messages/3/content/0")]))(
    "Python, OpenAI, %s",
    (_, placement) => expectSimulated("python-openai", openAi, placement),
  );
  it.skipIf(!hasPython).each(listed(previousEnd))("Python, Anthropic, %s", (_, placement) =>
    expectSimulated("python-anthropic", anthropic, placement),
  );
  it.skipIf(!hasPython).each(["python-litellm", "python-dashscope"])("%s", (id) =>
    expectSimulated(id, openAi, anchors(SYSTEM, LAST)),
  );
});

describe("tools", () => {
  const question = { role: "user", content: "Please call get_weather." };
  const schema = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
  const called = { name: "get_weather", description: 'Says "rain".', parameters: schema };
  const tools = [{ type: "function", function: called }];
  const asking: JsonFields = { model: MODEL, enable_thinking: false, tools, messages: [question] };
  const askingAnthropic: JsonFields = {
    model: MODEL,
    max_tokens: 200,
    thinking: { type: "disabled" },
    tools: [{ name: called.name, description: called.description, input_schema: schema }],
    messages: [question],
  };
  const round = { gap: 1, calls: [{ name: "get_weather", arguments: "{}", result: "Rain in Paris." }] };
  const weather: Scenario = { ...scenario, turns: [{ ...turn("append", "Thank you."), rounds: [round] }] };

  it.each(
    runnable.flatMap(({ id }) => (id === "curl" || /litellm|dashscope|responses$/.test(id) ? [] : [id])),
  )("%s answers the calls with the scripted result and goes on", async (id) => {
    const body = id.endsWith("anthropic") ? askingAnthropic : asking;
    const ran = await run(id, inputOf(body, { scenario: weather, placement: anchors(LAST), loop: true }));
    expect(ran.bodies).toHaveLength(3);
    const [first, second, third] = ran.bodies.map((sent) => parsePrompt(JSON.stringify(sent)).prompt);
    expect(first?.tools.map(({ value }) => value)).toEqual(body.tools);
    expect(second?.messages.at(-1)?.parts.map(({ text }) => text)).toEqual(["Rain in Paris."]);
    expect(second?.markers.map(({ owner }) => owner)).toEqual(["/messages/2/content/0"]);
    expect(third?.messages.map(({ role }) => role).slice(3)).toEqual(["assistant", "user"]);
    expect(usageLines(ran)).toHaveLength(3);
  });
});

it("curl replays the scenario with its own replies", async () => {
  const scripted = { ...scenario, reply: AWKWARD };
  const placement = anchors(SYSTEM, LAST);
  const text = drawn(openAi, placement);
  const { bodies } = await run("curl", inputOf(openAi, { text, placement, scenario: scripted, loop: true }));
  const { prompt } = parsePrompt(text);
  const prompts = prompt ? playScenario(prompt, scripted).requests.map((request) => request.prompt) : [];
  const placed = placeMarkers(prompts, placement, MODEL);
  expect(bodies).toEqual(placed.map((each) => writeRequest(each, { text, model: MODEL })));
  expect(bodies).toHaveLength(6);
});
