/** A history that is rewritten is a problem with a place; one that grows, or starts anew, is none. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { LONG_TEXT, textPart } from "./example-request";
import { fakeContext } from "./fake-context";
import { historyRewritten } from "./rules/history-rewritten";

const say = (role: string, content: string, more: object = {}) => ({ role, content, ...more });
const system = { role: "system", content: [textPart(LONG_TEXT, true)] };
const [a, b, c, d, e] = [
  say("user", "Read the page."),
  say("assistant", "I read it."),
  say("user", "What does it say?"),
  say("assistant", "Nothing."),
  say("user", "Thank you."),
];
const write = (...messages: unknown[]) =>
  JSON.stringify({ model: "qwen3.7-max", messages: [system, ...messages] });
function check(...bodies: string[]) {
  const context = fakeContext(bodies[0] ?? "", "intl", bodies.slice(1));
  if (!context) throw new Error("no request");
  return historyRewritten.check(context);
}

it("names the message, the request and what is paid again", () => {
  const [found, ...more] = check(write(a, b, c), write(say("user", "[left out]"), b, c, d, e));
  expect(more).toEqual([]);
  expect(found?.pointer).toBe("/messages/1");
  expect(ENGLISH.say(found?.message ?? "")).toBe(
    "Request 2 of the conversation rewrites messages[1] but keeps the 2 messages after it, which must be paid for again: leave earlier messages as they were sent.",
  );
});

it("also where old messages are left out, in a later request", () => {
  const [found] = check(write(a, b, c), write(a, b, c, d, e), write(c, d, e));
  expect(found?.pointer).toBe("/messages/1");
  expect(ENGLISH.say(found?.message ?? "")).toContain(
    "Request 3 of the conversation leaves out messages[1] but keeps the 3 messages",
  );
});

it.each([
  ["the history grows", [write(a, b, c), write(a, b, c, d, e)]],
  ["another question is asked", [write(a), write(c), write(e)]],
  ["a summary takes its place", [write(a, b, c), write(say("user", "In short: nothing."))]],
  ["past thinking is left out", [write(a, { ...b, reasoning_content: "Hm." }, c), write(a, b, c, d, e)]],
  [
    "the system message changes",
    [write(a, b, c), JSON.stringify({ model: "qwen3.7-max", messages: [a, b, c] })],
  ],
])("is silent where %s", (_, bodies) => expect(check(...bodies)).toEqual([]));
