/** Requests of a scenario grow, change or repeat; a marker on the last message rolls along. */
import { expect, it } from "vitest";
import type { Scenario, Turn } from "./scenario";
import { scriptRequests } from "./script-requests";

const marker = { type: "ephemeral" };
const body = {
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: [{ type: "text", text: "S", cache_control: marker }] },
    { role: "user", content: [{ type: "text", text: "Q1", cache_control: marker }] },
  ],
};
const scenario = (...turns: Turn[]): Scenario => ({ name: "test", duration: 2, reply: "A1", turns });
const messagesOf = (text: string) => JSON.parse(text).messages;

it("plays the document itself first", () => {
  const requests = scriptRequests(body, scenario());
  expect(requests).toEqual([{ at: 0, duration: 2, text: JSON.stringify(body), reply: "A1" }]);
});

it("appends the reply and the next user message, and moves the last marker along", () => {
  const [, second] = scriptRequests(body, scenario({ mode: "append", gap: 30, user: "Q2", reply: "A2" }));
  expect(second?.at).toBe(30);
  expect(second?.reply).toBe("A2");
  expect(messagesOf(second?.text ?? "")).toEqual([
    body.messages[0],
    { role: "user", content: [{ type: "text", text: "Q1" }] },
    { role: "assistant", content: "A1" },
    { role: "user", content: [{ type: "text", text: "Q2", cache_control: marker }] },
  ]);
});

it("replaces the last message and leaves the fixed marker where it is", () => {
  const batch = { ...body, messages: [body.messages[0], { role: "user", content: "row 1" }] };
  const [, second] = scriptRequests(batch, scenario({ mode: "replace", gap: 5, user: "row 2", reply: "" }));
  expect(messagesOf(second?.text ?? "")).toEqual([body.messages[0], { role: "user", content: "row 2" }]);
});

it("repeats the same body", () => {
  const requests = scriptRequests(body, scenario({ mode: "repeat", gap: 5, user: "", reply: "" }));
  expect(requests[1]?.text).toBe(requests[0]?.text);
});

it("adds gaps up and does not change the body it was given", () => {
  const before = structuredClone(body);
  const turn: Turn = { mode: "append", gap: 10, user: "Q", reply: "A" };
  expect(scriptRequests(body, scenario(turn, turn, turn)).map(({ at }) => at)).toEqual([0, 10, 20, 30]);
  expect(body).toEqual(before);
});

it("plays a bare message array", () => {
  const [, second] = scriptRequests(
    [{ role: "user", content: "Q1" }],
    scenario({ mode: "append", gap: 1, user: "Q2", reply: "" }),
  );
  expect(JSON.parse(second?.text ?? "")).toHaveLength(3);
});
