/** What goes wrong in the recorder without anybody having thought of it is told to the operator, and what was sent is not. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tell } from "../../words/message";
import { createMemoryStore } from "../emulator/fixtures/memory-store";
import { ServiceUnavailable } from "../service-unavailable";
import { createTestRecorder } from "./fixtures/create-test-recorder";

const ID = "a".repeat(32);
const emulate = async () => new Response("{}", { headers: { "content-type": "application/json" } });

const told = (): string =>
  vi
    .mocked(process.stderr.write)
    .mock.calls.map(([line]) => String(line))
    .join("");

beforeEach(() => void vi.spyOn(process.stderr, "write").mockReturnValue(true));
afterEach(() => void vi.restoreAllMocks());

/** An agent's request and a reader's, while the storage rejects so. */
function askBoth(error: Error) {
  const { ask, api } = createTestRecorder({ emulate, openStore: () => Promise.reject(error) });
  return Promise.all([
    ask(`${ID}/compatible-mode/v1/models`),
    api.read(new Request("http://localhost/"), ID),
  ]);
}

/** Records an exchange while the storage does what is given, and waits until that is settled. */
async function loseExchange(broken: () => Promise<never>): Promise<void> {
  const store = createMemoryStore();
  const recorder = createTestRecorder({ emulate, store, storeMs: 20 });
  const session = await recorder.open();
  Object.assign(store, { get: broken, set: broken, update: broken });
  await (
    await recorder.ask(`${session}/compatible-mode/v1/chat/completions`, { method: "POST", body: "{}" })
  ).text();
  await recorder.keeper.settle();
}

it("is told with its place, to an agent and to a reader as storage that does not answer", async () => {
  for (const answer of await askBoth(new RangeError("planted words"))) {
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).error.code]).toEqual([503, "record_storage"]);
    expect(text).not.toContain("planted");
  }
  expect(told().match(/Recorder: RangeError\n\s+at /g)).toHaveLength(2);
  expect(told()).not.toContain("planted");
});

it("is told where it costs a recording its exchanges", async () => {
  await loseExchange(() => Promise.reject(new TypeError("planted")));
  expect(told()).toMatch(/^Recorder: TypeError\n\s+at /);
  expect(told()).not.toContain("planted");
});

it("does not repeat what the storage has told, nor that it is slow", async () => {
  await askBoth(new ServiceUnavailable({ code: "storage", message: tell("server.storageValue") }));
  await loseExchange(() => new Promise(() => undefined));
  expect(told()).toBe("");
});
