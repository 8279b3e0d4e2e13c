/** A request is written beside the thread that answers; where nobody has time, it is kept without its body. */
import { expect, it } from "vitest";
import { ENGLISH } from "../../words/plain-words";
import { ServiceUnavailable } from "../service-unavailable";
import type { AskWork } from "../work/work";
import { createRequestWriter } from "./write-beside";
import type { SentRequest } from "./write-exchange";

const course = {
  kind: "chat",
  dialect: "openai",
  isNative: false,
  path: "/chat/completions",
  search: "",
} as const;
const sent: SentRequest = {
  course: { ...course, reach: () => null } as SentRequest["course"],
  method: "POST",
  at: 0,
  body: new TextEncoder().encode("{}"),
  bytes: 2,
  secrets: [],
};
const alias = () => "3f2a";
const busy = new ServiceUnavailable({ code: "server_busy", message: "Busy." }, { retryAfter: 2 });

function create(outcomes: readonly (Error | object)[]) {
  const asked: unknown[] = [];
  const slept: number[] = [];
  const ask = (async (_kind: string, task: unknown) => {
    const outcome = outcomes[asked.push(task) - 1] ?? busy;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }) as AskWork;
  const write = createRequestWriter(ask, async (milliseconds) => void slept.push(milliseconds));
  return { asked, slept, write: () => write(sent, "id", alias) };
}

it("hands over plain values alone", async () => {
  const half = { kind: "chat" };
  const { write, asked } = create([half]);
  expect(await write()).toBe(half);
  expect(asked).toEqual([{ sent: { ...sent, course }, session: "id" }]);
  expect(() => structuredClone(asked)).not.toThrow();
});

it("asks a busy server again, and then goes without the body", async () => {
  const patient = create([busy, busy, { kind: "chat" }]);
  expect(await patient.write()).toEqual({ kind: "chat" });
  expect(patient.slept).toEqual([2000, 2000]);
  const { write, asked } = create([]);
  const half = await write();
  expect(asked).toHaveLength(5);
  expect(half).toMatchObject({ body: null, path: "/chat/completions" });
  expect(ENGLISH.say(half.missing ?? "")).toContain("was passed on but not kept");
});

it("goes without what takes too long, and passes faults on", async () => {
  const long = create([new ServiceUnavailable({ code: "work_too_long", message: "Too long." })]);
  expect(await long.write()).toMatchObject({ body: null });
  expect(long.asked).toHaveLength(1);
  await expect(create([new TypeError("fault")]).write()).rejects.toThrow("fault");
});
