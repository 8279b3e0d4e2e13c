/** Responses through a recording of the emulator: what they read is explained, whether items or ids carry the history. */
import OpenAI from "openai";
import type {
  ResponseCreateParamsNonStreaming,
  ResponseInputItem,
} from "openai/resources/responses/responses";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { explainInWords } from "../../sessions/fixtures/explain-whole";
import { listFailures } from "../../sessions/list-failures";
import { sessionToScenario } from "../../sessions/session-to-scenario";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import { ENGLISH } from "../../words/plain-words";
import { answerEmulator } from "../emulator/emulator";
import { createWorld } from "../emulator/fixtures/start-emulator";
import { createTestRecorder } from "./fixtures/create-test-recorder";
import { serveRequests } from "./fixtures/serve-requests";

const world = createWorld();
const counterFor = loadTestCounters();
const recorder = createTestRecorder({
  emulate: (request) => answerEmulator(request, async () => world),
  loadCounters: async () => counterFor,
});
let server: Awaited<ReturnType<typeof serveRequests>>;
beforeAll(async () => {
  server = await serveRequests(recorder.record);
});
afterAll(() => server.stop());

let session = "";
let client: OpenAI;
let about = "";
beforeEach(async ({ task }) => {
  about = task.name;
  session = await recorder.open();
  const baseURL = `${server.origin}/record/${session}/compatible-mode/v1`;
  client = new OpenAI({ apiKey: `sk-1planted2key3for4${session.slice(0, 4)}`, baseURL, maxRetries: 0 });
});

const START = 1_900_000_000;
const at = (seconds: number) => ({
  headers: { "x-dashscope-session-cache": "enable", "x-emulator-time": String(START + seconds) },
});

const shell = {
  type: "function",
  name: "exec_command",
  strict: false,
  description: "Runs a command.",
  parameters: { type: "object", properties: { cmd: { type: "string" } }, required: ["cmd"] },
} as const;
/** As Codex writes it: the rules as a developer's message, nothing kept by the service, tools of the service's beside. */
const codex = (input: readonly ResponseInputItem[]): ResponseCreateParamsNonStreaming => ({
  model: "qwen3-max",
  input: [
    {
      type: "message",
      role: "developer",
      content: `${about} ${"Mend what is asked for, no more. ".repeat(200)}`,
    },
    ...input,
  ],
  tools: [shell, { type: "web_search" }],
  store: false,
  include: ["reasoning.encrypted_content"],
});
const user = (content: string): ResponseInputItem => ({ type: "message", role: "user", content });

const explain = async () => {
  const recorded = await recorder.read(session);
  const settings = { model: "qwen3-max", region: "intl" } as const;
  return { recorded, view: explainInWords(recorded, settings, counterFor) };
};

/** Codex always streams. */
async function stream(body: ResponseCreateParamsNonStreaming, seconds: number) {
  const events = await client.responses.create({ ...body, stream: true }, at(seconds));
  for await (const event of events) if (event.type === "response.completed") return event.response;
  throw new Error("no end");
}

it("explains a session of Codex: its lane, its reads, and what a new rule costs", async () => {
  const asked = [user("Please call exec_command.")];
  const called = await stream(codex(asked), 0);
  const [call] = called.output;
  if (call?.type !== "function_call") throw new Error("no call");
  const done: ResponseInputItem[] = [
    ...asked,
    call,
    { type: "function_call_output", call_id: call.call_id, output: "2 files" },
  ];
  const said = await stream(codex(done), 10);
  const next = [...done, ...(said.output as ResponseInputItem[]), user("And now?")];
  await stream(codex(next), 20);
  await stream(codex(next.map((item, index) => (index === 0 ? user("Do call exec_command.") : item))), 30);
  const { recorded, view } = await explain();
  expect(recorded.exchanges.map(({ kind, path, session: asks }) => [kind, path, asks])).toEqual(
    Array.from({ length: 4 }, () => ["chat", "/responses", true]),
  );
  expect(recorded.exchanges[0]?.answer?.calls).toEqual([
    { name: "exec_command", arguments: call.arguments, id: call.call_id },
  ]);
  expect(view.lanes.map(({ requests }) => requests)).toEqual([[1, 2, 3, 4]]);
  expect(view.requests.map(({ reason }) => reason.code)).toEqual([
    "first_write",
    "hit",
    "hit",
    "messages_changed",
  ]);
  for (const { billed, predicted, difference, isSession, effective } of view.requests) {
    expect(difference).toBeNull();
    expect(predicted).toMatchObject({ read: billed?.read, written: billed?.written, prompt: billed?.prompt });
    expect([isSession, effective]).toEqual([true, 1]);
  }
  expect(view.requests[3]?.lost).toBeGreaterThan(0);
  expect(ENGLISH.say(view.requests[2]?.reason.sentence ?? "")).toMatch(
    /^Read .* of what request 2 left; wrote/,
  );
  const opened = sessionToScenario(recorded, null, view.lanes, ENGLISH);
  if (!opened.ok) throw new Error("not opened");
  expect(JSON.parse(opened.text).messages[0].role).toBe("system");
  expect(opened.notes.map((note) => ENGLISH.say(note)).join()).toMatch(/session cache/);
});

it("finds what precedes by the ids of responses, and passes their reading and forgetting on", async () => {
  const instructions = `${about} ${"You keep the desk of a small shop. ".repeat(200)}`;
  const body = { model: "qwen3-max", instructions, tools: [shell] };
  const first = await client.responses.create({ ...body, input: "Please call exec_command." }, at(0));
  const [call] = first.output;
  if (call?.type !== "function_call") throw new Error("no call");
  const output = { type: "function_call_output", call_id: call.call_id, output: "2 files" } as const;
  const second = await client.responses.create(
    { ...body, input: [output], previous_response_id: first.id },
    at(20),
  );
  await client.responses.create({ ...body, input: "And?", previous_response_id: second.id }, at(400));
  expect((await client.responses.retrieve(first.id)).id).toBe(first.id);
  await client.responses.delete(first.id);
  const { recorded, view } = await explain();
  expect(recorded.exchanges.map(({ method, kind }) => [method, kind])).toEqual([
    ["POST", "chat"],
    ["POST", "chat"],
    ["POST", "chat"],
    ["GET", "other"],
    ["DELETE", "other"],
  ]);
  expect(view.requests.map(({ reason }) => reason.code)).toEqual(["first_write", "hit", "expired"]);
  for (const { billed, predicted, difference } of view.requests) {
    expect(difference).toBeNull();
    expect(predicted).toMatchObject({ read: billed?.read, written: billed?.written, prompt: billed?.prompt });
  }
});

it("says where what precedes was not recorded, and judges by the usage", async () => {
  const elsewhere = await recorder.open();
  const other = new OpenAI({
    apiKey: client.apiKey,
    baseURL: `${server.origin}/record/${elsewhere}/compatible-mode/v1`,
  });
  const before = await other.responses.create({ ...codex([user("Hi")]), store: true }, at(0));
  await client.responses.create(
    { model: "qwen3-max", input: "And?", previous_response_id: before.id },
    at(10),
  );
  const { view } = await explain();
  expect(view.requests).toMatchObject([{ predicted: null }]);
  expect(ENGLISH.say(view.requests[0]?.missing ?? "")).toMatch(/not recorded here/);
});

it("says that nothing is promised without the header", async () => {
  for (let turn = 0; turn < 2; turn += 1) await client.responses.create(codex([user("Hi")]));
  const { view } = await explain();
  for (const { isSession, effective, predicted } of view.requests) {
    expect([isSession, effective, predicted?.read, predicted?.written]).toEqual([false, 0, 0, 0]);
  }
});

it("takes the usage's word for the session cache, where the header came from elsewhere", async () => {
  await stream(codex([user("Hi")]), 0);
  await stream(codex([user("Hi"), user("And?")]), 10);
  const recorded = await recorder.read(session);
  const exchanges = recorded.exchanges.map(({ session: _asked, ...exchange }) => exchange);
  const view = explainInWords({ ...recorded, exchanges }, { model: "qwen3-max", region: "intl" }, counterFor);
  expect(view.requests.map(({ reason, isSession }) => [reason.code, isSession])).toEqual([
    ["first_write", true],
    ["hit", true],
  ]);
});

it("tells a wrong base URL and what mends it", async () => {
  const answer = await recorder.ask(`${session}/v1/responses`, { method: "POST", body: "{}" });
  expect(answer.status).toBe(404);
  const [failure] = listFailures(await recorder.read(session));
  expect(`${ENGLISH.say(failure?.sentence ?? "")} ${ENGLISH.say(failure?.mend ?? "")}`).toContain(
    "end the base URL in /compatible-mode/v1.",
  );
});
