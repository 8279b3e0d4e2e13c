/** The recorder's API: who may make a recording, for what and for how long, and how news are waited for. */
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { readChanges } from "../../sessions/read-changes";
import { createMemoryStore } from "../emulator/fixtures/memory-store";
import { createTestRecorder } from "./fixtures/create-test-recorder";
import { openRecorder } from "./own-recorder";
import { DEFAULT_RECORD, readRecordSettings } from "./settings";

const url = "http://localhost:3000/api/record";
const codeOf = async (answer: Response): Promise<string> => (await answer.json()).error.code;

it("makes sessions that cannot be guessed, for the hours asked for", async () => {
  const recorder = createTestRecorder({ now: () => 1000 });
  const answer = await recorder.create({ target: "emulator", hours: 2 });
  const { session, expiresAt } = await answer.json();
  expect([answer.status, expiresAt]).toEqual([201, 1000 + 7200]);
  expect(Buffer.from(session, "base64url")).toHaveLength(24);
  expect((await (await recorder.create()).json()).session).not.toBe(session);
  expect(await recorder.read(session)).toEqual({
    version: 0,
    startedAt: null,
    expiresAt,
    target: "emulator",
    exchanges: [],
    forgotten: 0,
    unstored: 0,
  });
});

it.each([
  [{}, "record_request"],
  [[], "record_request"],
  [{ target: "nowhere" }, "record_target"],
  [{ target: "http://127.0.0.1:1" }, "record_target"],
  [{ target: "coding-plan-intl-anthropic" }, "record_target"],
  [{ target: "workspace-eu-anthropic" }, "record_target"],
  [{ target: "workspace-eu-anthropic", workspace: "../x" }, "record_target"],
  [{ target: "emulator", hours: 25 }, "record_hours"],
  [{ target: "emulator", hours: 0 }, "record_request"],
])("refuses %o in one sentence", async (body, code) => {
  const answer = await createTestRecorder().create(body);
  expect(answer.status).toBe(400);
  const { error } = await answer.json();
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^[^\n]+\.$/);
});

it("takes a workspace's endpoint with its workspace", async () => {
  const recorder = createTestRecorder();
  const body = { target: "workspace-eu-anthropic", workspace: "ws-123" };
  expect((await recorder.create(body)).status).toBe(201);
});

it("is off unless the server listens on loopback or its operator says so", () => {
  const isOn = (env: Record<string, string>) => readRecordSettings(env).isOn;
  expect(isOn({})).toBe(false);
  expect(isOn({ PLAYGROUND_LISTEN: "0.0.0.0" })).toBe(false);
  expect(isOn({ PLAYGROUND_LISTEN: "127.0.0.1" })).toBe(true);
  expect(isOn({ PLAYGROUND_LISTEN: "127.0.0.1", PLAYGROUND_RECORD: "off" })).toBe(false);
  expect(isOn({ PLAYGROUND_RECORD: "on" })).toBe(true);
});

it("reads its settings, and names a wrong one", () => {
  expect(readRecordSettings({})).toEqual(DEFAULT_RECORD);
  const env = { PLAYGROUND_RECORD_HOURS: "3", PLAYGROUND_RECORD_SESSION_MB: "1", PLAYGROUND_RECORD_MB: "2" };
  const [sessionBytes, allBytes] = [1_048_576, 2_097_152];
  expect(readRecordSettings(env)).toEqual({ isOn: false, hours: 3, sessionBytes, allBytes });
  expect(() => readRecordSettings({ PLAYGROUND_RECORD: "yes" })).toThrow(
    "PLAYGROUND_RECORD must be on or off.",
  );
  expect(() => readRecordSettings({ PLAYGROUND_RECORD_HOURS: "721" })).toThrow(/HOURS must be .* 1 to 720/);
});

it("says when it is switched off how that can be changed", async () => {
  const recorder = createTestRecorder({ settings: { isOn: false } });
  const described = await (await recorder.api.describe(new Request(url))).json();
  expect(described).toMatchObject({ on: false, sentence: expect.stringContaining("PLAYGROUND_RECORD=on") });
  const session = "a".repeat(32);
  for (const answer of [
    await recorder.create(),
    await recorder.api.read(new Request(url), session),
    await recorder.ask(`${session}/apps/anthropic/v1/messages`, { method: "POST", body: "{}" }),
  ]) {
    expect(answer.status).toBe(403);
    expect((await answer.json()).error.message).toBe(described.sentence);
  }
});

it("names its targets, none of them a plan for coding tools alone", async () => {
  const described = await (await createTestRecorder().api.describe(new Request(url))).json();
  expect(described).toMatchObject({ on: true, sentence: null, hours: 24 });
  const ids = described.targets.map(({ id }: { id: string }) => id);
  expect(ids[0]).toBe("emulator");
  expect(ids).toContain("intl-anthropic");
  expect(ids.filter((id: string) => /coding|token/.test(id))).toEqual([]);
});

it("takes nothing from other sites' pages", async () => {
  const { api } = createTestRecorder();
  const headers = { "sec-fetch-site": "cross-site" };
  for (const answer of [
    await api.describe(new Request(url, { headers })),
    await api.create(new Request(url, { method: "POST", body: '{"target":"emulator"}', headers })),
    await api.read(new Request(url, { headers }), "a".repeat(32)),
    await api.remove(new Request(url, { headers, method: "DELETE" }), "a".repeat(32)),
  ]) {
    expect([answer.status, await codeOf(answer)]).toEqual([403, "record_cross_site"]);
  }
});

it("makes no more than so many recordings a minute", async () => {
  const recorder = createTestRecorder({ now: () => 1000 });
  const statuses = [];
  for (let count = 0; count < 21; count += 1) statuses.push((await recorder.create()).status);
  expect(statuses).toEqual([...Array(20).fill(201), 429]);
});

it.each(["", "short", "a".repeat(32), `${"a".repeat(31)}/`, "record-sizes"])(
  "knows no session %j",
  async (session) => {
    const { api } = createTestRecorder({ store: createMemoryStore() });
    const answer = await api.read(new Request(`${url}/x`), session);
    expect([answer.status, await codeOf(answer)]).toEqual([404, "record_session_unknown"]);
  },
);

const emulate = async (): Promise<Response> => Response.json({ choices: [] });
const send = (recorder: ReturnType<typeof createTestRecorder>, session: string) =>
  recorder.ask(`${session}/compatible-mode/v1/chat/completions`, { method: "POST", body: "{}" });

it("gives exactly what has changed after a version", async () => {
  const recorder = createTestRecorder({ emulate });
  const session = await recorder.open();
  await (await send(recorder, session)).text();
  const first = await recorder.read(session, "version=0");
  expect(first.exchanges.map(({ number }) => number)).toEqual([1]);
  expect((await recorder.read(session, `version=${first.version}`)).exchanges).toEqual([]);
  await (await send(recorder, session)).text();
  const second = await recorder.read(session, `version=${first.version}`);
  expect(second.exchanges.map(({ number }) => number)).toEqual([2]);
});

it("gives by number what is new, and what has just ended", async () => {
  let time = 1000;
  const recorder = createTestRecorder({ emulate, now: () => time });
  const session = await recorder.open();
  await (await send(recorder, session)).text();
  expect((await recorder.read(session, "since=1")).exchanges).toHaveLength(1);
  time += 60;
  expect((await recorder.read(session, "since=1")).exchanges).toEqual([]);
  expect((await recorder.read(session, "since=0")).exchanges).toHaveLength(1);
});

it.each(["version=0", "since=0"])("gives a long recording page by page: %s", async (query) => {
  const recorder = createTestRecorder({ emulate });
  const session = await recorder.open();
  const path = `${session}/compatible-mode/v1/chat/completions`;
  const sendLong = async () => {
    const body = JSON.stringify({ messages: [{ role: "user", content: "a b ".repeat(200_000) }] });
    await (await recorder.ask(path, { method: "POST", body })).text();
    await recorder.keeper.settle();
  };
  for (let count = 0; count < 5; count += 1) await sendLong();
  const pages: number[][] = [];
  const read = await readChanges(async (page) => {
    const answer = await recorder.api.read(new Request(`${url}/${session}?${page}`), session);
    const text = await answer.clone().text();
    expect(text.length).toBeLessThan(2.1 * 1024 * 1024);
    pages.push(JSON.parse(text).exchanges.map(({ number }: { number: number }) => number));
    // What comes while it is read is read as well.
    if (pages.length === 1) await sendLong();
    return answer;
  }, query);
  expect(pages).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const answer = read.ok ? read.answer : null;
  expect(answer?.exchanges.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await recorder.read(session, `version=${answer?.version}`)).exchanges).toEqual([]);
});

it("puts no more pages together than are taken", async () => {
  const recorder = createTestRecorder({ emulate });
  const session = await recorder.open();
  const read = () => recorder.api.read(new Request(`${url}/${session}`), session);
  const pages = await Promise.all(Array.from({ length: 4 }, read));
  let isThere = false;
  const fifth = read().then((page) => {
    isThere = true;
    return page;
  });
  for (let step = 0; step < 20; step += 1) await setImmediate();
  expect(isThere).toBe(false);
  // One that leaves makes room as well as one that has read all.
  await pages[0]?.body?.cancel();
  expect((await fifth).status).toBe(200);
  await pages[1]?.text();
  expect((await read()).status).toBe(200);
});

it("says of an exchange without an end that its server is gone", async () => {
  let time = 1000;
  const endless = async () =>
    new Response(new ReadableStream(), { headers: { "content-type": "text/event-stream" } });
  const recorder = createTestRecorder({ emulate: endless, now: () => time });
  const session = await recorder.open();
  await send(recorder, session);
  expect((await recorder.read(session)).exchanges).toMatchObject([{ answer: null, missing: null }]);
  time += 7200;
  const { exchanges } = await recorder.read(session);
  expect(exchanges).toMatchObject([
    { answer: null, missing: expect.stringContaining("server stopped first") },
  ]);
});

it("is over when its time is", async () => {
  let time = 1000;
  const recorder = createTestRecorder({ emulate, now: () => time });
  const session = await recorder.open();
  time += 24 * 3600 - 1;
  expect((await send(recorder, session)).status).toBe(200);
  time += 1;
  expect((await send(recorder, session)).status).toBe(404);
  expect((await recorder.api.read(new Request(url), session)).status).toBe(404);
});

it("lets a reader wait for news", async () => {
  const recorder = createTestRecorder({ emulate, waitMs: 30_000 });
  const session = await recorder.open();
  const waiting = recorder.api.read(new Request(`${url}/${session}?version=0&wait=1`), session);
  await (await send(recorder, session)).text();
  expect((await (await waiting).json()).exchanges).toMatchObject([{ number: 1 }]);
});

it("lets a reader go when the time is up, or the session", async () => {
  const recorder = createTestRecorder({ waitMs: 20 });
  const session = await recorder.open();
  const answer = await recorder.api.read(new Request(`${url}/${session}?wait=1`), session);
  expect(await answer.json()).toMatchObject({ exchanges: [] });
  await recorder.api.remove(new Request(url, { method: "DELETE" }), session);
  expect((await recorder.api.read(new Request(`${url}/x?wait=1`), session)).status).toBe(404);
});

it("answers 503 with the sentence where a setting is wrong", async () => {
  const { record, api } = openRecorder({ PLAYGROUND_RECORD: "maybe" });
  for (const answer of [await record(new Request(url)), await api.describe(new Request(url))]) {
    expect([answer.status, await codeOf(answer)]).toEqual([503, "record_settings_invalid"]);
  }
});
