/** What the recorder keeps is explained as it was sent: lengths that redaction changed, a second key, wrong addresses. */
import { expect, it } from "vitest";
import { explainInWords } from "../../sessions/fixtures/explain-whole";
import { listFailures } from "../../sessions/list-failures";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import type { JsonValue } from "../../values/json";
import { ENGLISH } from "../../words/plain-words";
import { answerEmulator } from "../emulator/emulator";
import { createWorld } from "../emulator/fixtures/start-emulator";
import { createTestRecorder } from "./fixtures/create-test-recorder";

const world = createWorld();
const counterFor = loadTestCounters();
const emulate = (request: Request) => answerEmulator(request, async () => world);
const counting = { emulate, loadCounters: async () => counterFor };

const HOME = "/home/maximiliane-hohenzollern/work";
const MAIL = "maximiliane.hohenzollern@sigmaringen.example.org";
const RULES = Array.from({ length: 90 }, (_, line) => `Rule ${line}: work below ${HOME}, and keep it small.`);
const marker = { cache_control: { type: "ephemeral" } };

const body = (model: string, said: readonly string[]): JsonValue => ({
  model,
  max_tokens: 20,
  metadata: { user_id: "user_0123456789abcdef0123456789abcdef" },
  system: [{ type: "text", text: RULES.join("\n"), ...marker }],
  messages: said.map((words, index) => ({
    role: index % 2 === 0 ? "user" : "assistant",
    content: [{ type: "text", text: words, ...(index === said.length - 1 ? marker : {}) }],
  })),
});

const turns = [[`I am ${MAIL}.`], [`I am ${MAIL}.`, "Good day.", "Send it to me."]];

interface Play {
  readonly options: Parameters<typeof createTestRecorder>[0];
  readonly model: string;
  readonly keys: readonly [string, string];
}

/** Two turns through a recording, explained. */
async function play({ options, model, keys }: Play) {
  const recorder = createTestRecorder(options);
  const session = await recorder.open();
  for (const [index, said] of turns.entries()) {
    const answer = await recorder.ask(`${session}/apps/anthropic/v1/messages`, {
      method: "POST",
      headers: { "x-api-key": keys[index] ?? "", "x-emulator-time": String(1_900_000_000 + index * 20) },
      body: JSON.stringify(body(model, said)),
    });
    expect(answer.status).toBe(200);
    await answer.text();
  }
  const recorded = await recorder.read(session);
  return { recorded, view: explainInWords(recorded, { model, region: "intl" }, counterFor) };
}

const newKeys = (name: string): [string, string] => [`sk-${name}1planted2key3`, `sk-${name}1planted2key3`];

it.each(["qwen3-max", "qwen3.7-max"])(
  "counts %s as it was sent, though words were taken out",
  async (model) => {
    const { recorded, view } = await play({ options: counting, model, keys: newKeys(`a${model}`) });
    expect(JSON.stringify(recorded)).not.toContain("maximiliane");
    expect(recorded.exchanges[0]?.lengths?.length).toBeGreaterThan(0);
    for (const { billed, predicted, difference } of view.requests) {
      expect(difference).toBeNull();
      expect(predicted).toMatchObject({
        read: billed?.read,
        written: billed?.written,
        prompt: billed?.prompt,
      });
    }
    expect(view.requests.map(({ reason }) => reason.code)).toEqual(["first_write", "hit"]);
  },
);

it("never blames the estimate for what was taken out, where nobody counted it", async () => {
  const { view } = await play({ options: { emulate }, model: "qwen3-max", keys: newKeys("b") });
  expect(view.requests.map(({ reason }) => reason.code)).toEqual(["first_write", "hit"]);
  for (const { difference } of view.requests) {
    expect(difference).toMatch(
      /^The prompt had [\d,]+ tokens more than what was kept of it: something was taken/,
    );
    expect(difference).not.toMatch(/estimate|calibration|template/);
  }
});

it("names a second key that could not read what the first one wrote", async () => {
  const { recorded, view } = await play({
    options: counting,
    model: "qwen3.7-max",
    keys: ["sk-c1planted2key3for4", "sk-d1planted2key3for4"],
  });
  expect(JSON.stringify(recorded)).not.toContain("planted");
  const [first, second] = recorded.exchanges.map(({ key }) => key);
  expect(first).toMatch(/^[0-9a-f]{4}$/);
  expect(second).not.toBe(first);
  expect(view.requests.map(({ reason }) => reason.code)).toEqual(["first_write", "key_changed"]);
  expect(ENGLISH.say(view.requests[1]?.reason.sentence ?? "")).toContain("another key than request 1");
});

it.each([
  ["v1/messages", "end the base URL in /apps/anthropic."],
  ["chat/completions", "end the base URL in /compatible-mode/v1."],
  ["apps/anthropic/v1/v1/messages", "end the base URL in /apps/anthropic, without /v1."],
  ["apps/anthropic/messages", "end the base URL in /apps/anthropic/v1."],
  ["compatible-mode/chat/completions", "end the base URL in /compatible-mode/v1."],
])("records a request at the wrong address /%s, with the base URL that mends it", async (path, mend) => {
  const recorder = createTestRecorder({ emulate });
  const session = await recorder.open();
  const answer = await recorder.ask(`${session}/${path}?x=1`, { method: "POST", body: '{"secret":"words"}' });
  expect(answer.status).toBe(404);
  expect((await answer.json()).error.message).toMatch(/\.$/);
  const recorded = await recorder.read(session);
  expect(JSON.stringify(recorded)).not.toContain("words");
  const [failure, ...others] = listFailures(recorded);
  expect(others).toEqual([]);
  expect(failure).toMatchObject({
    method: "POST",
    path: `/${path}?x`,
    status: 404,
    times: 1,
    isAside: false,
  });
  expect(`${ENGLISH.say(failure?.sentence ?? "")} ${ENGLISH.say(failure?.mend ?? "")}`).toContain(mend);
});

it("explains requests of DashScope's own protocol, read as those of the OpenAI dialect", async () => {
  const recorder = createTestRecorder(counting);
  const session = await recorder.open();
  const messages: JsonValue[] = [
    { role: "system", content: [{ type: "text", text: RULES.join("\n"), ...marker }] },
    { role: "user", content: "Good day." },
  ];
  for (const [index, sse] of ["disable", "enable"].entries()) {
    const answer = await recorder.ask(`${session}/api/v1/services/aigc/text-generation/generation`, {
      method: "POST",
      headers: {
        Authorization: "Bearer sk-native1planted2key3",
        "X-DashScope-SSE": sse,
        "x-emulator-time": String(1_900_000_000 + index * 20),
      },
      body: JSON.stringify({
        model: "qwen3.7-max",
        input: { messages },
        parameters: { result_format: "message", incremental_output: true, enable_thinking: false },
      }),
    });
    expect(answer.status).toBe(200);
    await answer.text();
  }
  const recorded = await recorder.read(session);
  const [first, second] = recorded.exchanges;
  expect(first).toMatchObject({
    kind: "chat",
    dialect: "openai",
    missing: null,
    body: { model: "qwen3.7-max", enable_thinking: false, messages: [{ role: "system" }, { role: "user" }] },
    answer: { finish: "stop", isComplete: true, text: expect.stringMatching(/^This reply/) },
  });
  expect(second?.answer).toEqual(first?.answer);
  const view = explainInWords(recorded, { model: "qwen3.7-max", region: "intl" }, counterFor);
  expect(view.requests.map(({ reason }) => reason.code)).toEqual(["first_write", "hit"]);
  expect(view.requests.map(({ difference }) => difference)).toEqual([null, null]);
});

it("says what of such a request has no place in what is kept", async () => {
  const recorder = createTestRecorder(counting);
  const session = await recorder.open();
  const answer = await recorder.ask(`${session}/api/v1/services/aigc/text-generation/generation`, {
    method: "POST",
    headers: { Authorization: "Bearer sk-native1planted2key3" },
    body: JSON.stringify({ model: "qwen-plus", input: { prompt: "Hi" }, parameters: { plugins: "x" } }),
  });
  await answer.text();
  const { exchanges } = await recorder.read(session);
  expect(exchanges[0]?.missing).toContain("parameters.plugins has no place");
});
