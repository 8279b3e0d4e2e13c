/** The emulator refuses what the service refuses, in its words, and the validator has said so before. */
import { describe, expect, it } from "vitest";
import { analyse } from "../../pipeline/analyse";
import { createDocumentOpener } from "../../pipeline/open-document";
import { applyEdits } from "../../prompt/apply-edits";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
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
    expect(found.map((each) => [each.rule, each.pointer, each.fix?.title])).toEqual([[rule, pointer, fix]]);
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

it("refuses more input than the model takes", async () => {
  const text = JSON.stringify({
    model: "qwen4-max",
    enable_thinking: true,
    messages: [{ role: "user", content: "0123456789 ".repeat(100_000) }],
  });
  expect(await send(text)).toEqual({
    status: 400,
    message: `${ENGINE} Range of input length should be [1, 983000]`,
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
