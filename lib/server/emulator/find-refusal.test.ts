/** The emulator refuses what the service refuses, in its words, and the validator has said so before. */
import { describe, expect, it } from "vitest";
import { analyse } from "../../pipeline/analyse";
import { createDocumentOpener } from "../../pipeline/open-document";
import { applyEdits } from "../../prompt/apply-edits";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import { ENGLISH } from "../../words/plain-words";
import { ask, createWorld } from "./fixtures/start-emulator";

const world = createWorld();
const open = createDocumentOpener(loadTestCounters());

/** The house rules of a shop's desk, long enough to be cached. */
const RULES = Array.from(
  { length: 52 },
  (_, index) =>
    `${index + 1}. house rule ${index + 1}: when an order is late, tell the customer the reason, offer a new date, and write both into the ticket before you close it.`,
).join("\n");
const cache_control = { type: "ephemeral" };
const system = { role: "system", content: [{ type: "text", text: RULES, cache_control }] };
const user = { role: "user", content: "Order 17 is late." };
const call = (id: string) => ({ id, type: "function", function: { name: "find_order", arguments: "{}" } });
const result = (id: string) => ({ role: "tool", tool_call_id: id, content: "Late by two days." });

async function send(text: string): Promise<{ status: number; message: string | undefined }> {
  const answer = await ask(world, "/compatible-mode/v1/chat/completions", {
    method: "POST",
    headers: { Authorization: "Bearer sk-x" },
    body: text,
  });
  const body = (await answer.json()) as { error?: { message: string } };
  return { status: answer.status, message: body.error?.message };
}

const errorsIn = (text: string) =>
  analyse(text, { model: "qwen3.7-max", region: "cn", scenario: null }, open).diagnostics.filter(
    ({ severity }) => severity === "error",
  );

const ENGINE = "<400> InternalError.Algo.InvalidParameter:";

describe.each([
  {
    what: "a message with calls and no content key",
    body: {
      model: "qwen3.6-plus",
      messages: [system, user, { role: "assistant", tool_calls: [call("a")] }, result("a")],
    },
    rule: "content-missing",
    pointer: "/messages/2",
    fix: 'Write "content": ""',
    message: "Input error. Field required: input.messages.2.content",
  },
  {
    what: "the role developer",
    body: { model: "qwen3.7-flash", messages: [{ ...system, role: "developer" }, user] },
    rule: "request-shape",
    pointer: "/messages/0/role",
    fix: "Write system instead",
    message: "developer is not one of [system, assistant, user, tool, function]",
  },
  {
    what: "a call without a result",
    body: {
      model: "qwen3.7-max",
      messages: [
        system,
        user,
        { role: "assistant", content: null, tool_calls: [call("a"), call("b")] },
        result("a"),
        user,
      ],
    },
    rule: "calls-and-results",
    pointer: "/messages/2",
    fix: "Add an empty result",
    message: `${ENGINE} An assistant message with "tool_calls" must be followed by tool messages responding to each "tool_call_id". The following tool_call_ids did not have response messages: message[4].role`,
  },
  {
    what: "a result without a call",
    body: { model: "qwen3.7-max", messages: [system, user, result("a")] },
    rule: "calls-and-results",
    pointer: "/messages/2",
    fix: "Remove messages[2]",
    message: `${ENGINE} messages with role "tool" must be a response to a preceeding message with "tool_calls".`,
  },
  {
    what: "no budget to think with",
    body: { model: "qwen3.7-max", thinking_budget: 0, messages: [system, user] },
    rule: "thinking-budget",
    pointer: "/thinking_budget",
    fix: "Remove thinking_budget",
    message: `${ENGINE} The thinking_budget parameter must be a positive integer`,
  },
])("$what", ({ body, rule, pointer, fix, message }) => {
  const text = JSON.stringify(body, null, 2);
  it("is refused with 400", async () => {
    expect(await send(text)).toEqual({ status: 400, message });
  });
  it("is named before it is sent, and its mend is answered", async () => {
    const found = errorsIn(text);
    expect(found.map((each) => [each.rule, each.pointer, each.fix && ENGLISH.say(each.fix.title)])).toEqual([
      [rule, pointer, fix],
    ]);
    const mended = applyEdits(text, found[0]?.fix?.edits ?? []);
    expect(errorsIn(mended)).toEqual([]);
    expect((await send(mended)).status).toBe(200);
  });
});

it.each([null, ""])("a content of %j beside calls is accepted", async (content) => {
  const messages = [system, user, { role: "assistant", content, tool_calls: [call("a")] }, result("a")];
  const text = JSON.stringify({ model: "qwen3.6-plus", messages });
  expect(errorsIn(text)).toEqual([]);
  expect((await send(text)).status).toBe(200);
});

it.each([
  { model: "qwen4-max", enable_thinking: true, digits: 100_000, most: 983_000 },
  { model: "qwen3-max", digits: 24_000, most: 258_048 },
])("refuses more input than $model takes", async ({ digits, most, ...fields }) => {
  const messages = [{ role: "user", content: "0123456789 ".repeat(digits) }];
  const text = JSON.stringify({ ...fields, messages });
  expect(errorsIn(text).map(({ rule }) => rule)).toEqual(["over-context"]);
  expect(await send(text)).toEqual({
    status: 400,
    message: `${ENGINE} Range of input length should be [1, ${most}]`,
  });
});

it("takes what qwen3-max takes", async () => {
  const messages = [{ role: "user", content: "0123456789 ".repeat(23_000) }];
  expect((await send(JSON.stringify({ model: "qwen3-max", messages }))).status).toBe(200);
});

describe("the Anthropic dialect", () => {
  const use = (id: string) => ({ type: "tool_use", id, name: "find_order", input: {} });
  const answer = (id: string) => ({ type: "tool_result", tool_use_id: id, content: "Late by two days." });
  const write = (...messages: object[]) =>
    JSON.stringify({ model: "qwen3.7-max", max_tokens: 100, system: RULES, messages });
  const called = { role: "assistant", content: [use("a"), use("b")] };

  async function post(text: string) {
    const response = await ask(world, "/apps/anthropic/v1/messages", {
      method: "POST",
      headers: { "x-api-key": "sk-x" },
      body: text,
    });
    const body = (await response.json()) as { error?: { type: string; message: string } };
    return { status: response.status, error: body.error };
  }

  it.each<[string, string, string, RegExp]>([
    [
      "a call without a result",
      write(user, called, { role: "user", content: [answer("a")] }),
      "/messages/1",
      /^messages\[1\]: every tool_use block needs a tool_result block/,
    ],
    [
      "a result without a call",
      write(user, { role: "assistant", content: "I look." }, { role: "user", content: [answer("a")] }),
      "/messages/2/content/0",
      /^messages\[2\]\.content\[0\]: a tool_result block must answer a tool_use block/,
    ],
  ])("%s is named before it is sent, and refused", async (_what, text, pointer, message) => {
    const { diagnostics } = analyse(text, { model: "qwen3.7-max", region: "cn", scenario: null }, open);
    expect(
      diagnostics.filter(({ rule }) => rule === "calls-and-results").map((each) => each.pointer),
    ).toEqual([pointer]);
    expect(await post(text)).toEqual({
      status: 400,
      error: { type: "invalid_request_error", message: expect.stringMatching(message) },
    });
  });

  it("a request that ends with its calls, or answers all of them, is answered", async () => {
    expect((await post(write(user, called))).status).toBe(200);
    expect(
      (await post(write(user, called, { role: "user", content: [answer("a"), answer("b")] }))).status,
    ).toBe(200);
  });

  it("a role that is not known is refused", async () => {
    expect((await post(write({ role: "developer", content: "Be brief." }, user))).status).toBe(400);
  });
});

it("a system prompt in the role developer keeps its markers once mended, and both count", () => {
  const text = JSON.stringify({
    model: "qwen3.7-flash",
    messages: [
      { ...system, role: "developer" },
      { role: "user", content: [{ type: "text", text: "Order 17 is late.", cache_control }] },
    ],
  });
  const mended = applyEdits(text, errorsIn(text)[0]?.fix?.edits ?? []);
  const settings = { model: "qwen3.7-flash", region: "cn", scenario: null } as const;
  const markers = analyse(mended, settings, open).request?.markers ?? [];
  expect(markers.map(({ status }) => status)).toEqual(["effective", "effective"]);
});
