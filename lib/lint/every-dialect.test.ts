/** What the service refuses, or what makes following requests miss, is found in every dialect, and its mend holds in each. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { LONG_TEXT } from "./example-request";
import { fakeContext } from "./fake-context";
import { lintPrompt } from "./lint";

const cache_control = { type: "ephemeral" };
const text = (words: string, marked = false) => ({
  type: "text",
  text: words,
  ...(marked ? { cache_control } : {}),
});
const user = (words: string, marked = false) => ({ role: "user", content: [text(words, marked)] });
const assistant = (words: string) => ({ role: "assistant", content: [text(words)] });
const use = (id: string) => ({ type: "tool_use", id, name: "read_page", input: {} });
const answer = (id: string) => ({ type: "tool_result", tool_use_id: id, content: "Empty." });

const openAi = (more: object, ...messages: object[]) => ({
  model: "qwen3.7-max",
  ...more,
  messages: [{ role: "system", content: [text(LONG_TEXT, true)] }, ...messages],
});
const anthropic = (more: object, ...messages: object[]) => ({
  model: "qwen3.7-max",
  max_tokens: 4096,
  ...more,
  system: [text(LONG_TEXT, true)],
  messages,
});
const called = (...ids: string[]) => ({
  role: "assistant",
  content: "",
  tool_calls: ids.map((id) => ({ id, type: "function", function: { name: "read_page", arguments: "{}" } })),
});
const result = (id: string) => ({ role: "tool", tool_call_id: id, content: "Empty." });

const responses = (more: object, ...input: object[]) => ({
  model: "qwen3.7-max",
  instructions: LONG_TEXT,
  ...more,
  input,
});
const asked = (words: string, more: object = {}) => ({
  role: "user",
  content: [{ type: "input_text", text: words, ...more }],
});
const calledItem = (id: string) => ({
  type: "function_call",
  call_id: id,
  name: "read_page",
  arguments: "{}",
});
const output = (id: string) => ({ type: "function_call_output", call_id: id, output: "Empty." });

type Case = [rule: string, what: string, pointer: string, body: object, following?: object];

/** Each with the place of the finding, and what follows the request in its conversation. */
const CASES: Case[] = [
  [
    "calls-and-results",
    "OpenAI: a call without a result",
    "/messages/2",
    openAi({}, user("Read."), called("a", "b"), result("a"), user("Go on.")),
  ],
  [
    "calls-and-results",
    "OpenAI: a result without a call",
    "/messages/2",
    openAi({}, user("Read."), result("a"), user("Go on.")),
  ],
  [
    "calls-and-results",
    "Anthropic: a call without a result, beside another's",
    "/messages/1",
    anthropic(
      {},
      user("Read."),
      { role: "assistant", content: [use("a"), use("b")] },
      { role: "user", content: [answer("a"), text("Go on.")] },
    ),
  ],
  [
    "calls-and-results",
    "Anthropic: a call before plain words",
    "/messages/1",
    anthropic(
      {},
      user("Read."),
      { role: "assistant", content: [use("a")] },
      { role: "user", content: 'Go "on".' },
    ),
  ],
  [
    "calls-and-results",
    "Anthropic: a call before another answer",
    "/messages/1",
    anthropic(
      {},
      user("Read."),
      { role: "assistant", content: [use("a")] },
      assistant("I read it."),
      user("Go on."),
    ),
  ],
  [
    "calls-and-results",
    "Anthropic: a result without a call, among words",
    "/messages/2/content/0",
    anthropic({}, user("Read."), assistant("I read it."), {
      role: "user",
      content: [answer("a"), text("Go on.")],
    }),
  ],
  [
    "calls-and-results",
    "Anthropic: a result without a call, alone",
    "/messages/2/content/0",
    anthropic(
      {},
      user("Read."),
      assistant("I read it."),
      { role: "user", content: [answer("a")] },
      user("Go on."),
    ),
  ],
  [
    "calls-and-results",
    "Responses: a call without a result",
    "/input/1",
    responses({}, asked("Read."), calledItem("a"), calledItem("b"), output("a"), asked("Go on.")),
  ],
  [
    "calls-and-results",
    "Responses: a result without a call",
    "/input/1",
    responses({}, asked("Read."), output("a"), asked("Go on.")),
  ],
  [
    "marker-where-nobody-looks",
    "Responses: a marker on a part",
    "/input/0/content/0/cache_control",
    responses({}, asked("Read.", { cache_control }), asked("Go on.")),
  ],
  [
    "marker-where-nobody-looks",
    "Responses: a marker on the request",
    "/cache_control",
    responses({ cache_control }, asked("Read.")),
  ],
  [
    "system-not-first",
    "Responses: a developer's message behind a question",
    "/input/1",
    responses({}, asked("Read."), { role: "developer", content: "Be brief." }),
  ],
  [
    "thinking-budget",
    "Responses: nothing to think with",
    "/thinking_budget",
    responses({ enable_thinking: true, thinking_budget: 0 }, asked("Read.")),
  ],
  [
    "model-by-another-name",
    "Responses: a gateway's name",
    "/model",
    { ...responses({}, asked("Read.")), model: "qwen/qwen3.7-max" },
  ],
  [
    "thinking-budget",
    "OpenAI: nothing to think with",
    "/thinking_budget",
    openAi({ enable_thinking: true, thinking_budget: 0 }, user("Read.")),
  ],
  [
    "thinking-budget",
    "Anthropic: nothing to think with",
    "/thinking/budget_tokens",
    anthropic({ thinking: { type: "enabled", budget_tokens: 0 } }, user("Read.")),
  ],
  [
    "thinking-budget",
    "OpenAI: no room for the answer",
    "/thinking_budget",
    openAi({ enable_thinking: true, thinking_budget: 4000, max_tokens: 1000 }, user("Read.")),
  ],
  [
    "thinking-budget",
    "Anthropic: no room for the answer",
    "/thinking/budget_tokens",
    anthropic({ thinking: { type: "enabled", budget_tokens: 8000 } }, user("Read.")),
  ],
  [
    "marker-on-changing-tail",
    "OpenAI: a marked message that the next request drops",
    "/messages/2/content/0/cache_control",
    openAi({}, user("Read."), user("Queue: none.", true)),
    openAi({}, user("Read."), assistant("I read it."), user("Go on."), user("Queue: one.", true)),
  ],
  [
    "marker-on-changing-tail",
    "Anthropic: a marked message that the next request drops",
    "/messages/1/content/0/cache_control",
    anthropic({}, user("Read."), user("Queue: none.", true)),
    anthropic({}, user("Read."), assistant("I read it."), user("Go on."), user("Queue: one.", true)),
  ],
  [
    "model-by-another-name",
    "OpenAI: a gateway's name",
    "/model",
    { ...openAi({}, user("Read.")), model: "qwen/qwen3.7-max" },
  ],
  [
    "model-by-another-name",
    "Anthropic: a gateway's name",
    "/model",
    { ...anthropic({}, user("Read.")), model: "dashscope/qwen3.7-max" },
  ],
];

function find(rule: string, body: string, following: readonly object[]) {
  const context = fakeContext(
    body,
    "intl",
    following.map((each) => JSON.stringify(each)),
  );
  if (!context) throw new Error("no request");
  return lintPrompt(context).filter((each) => each.rule === rule);
}

describe.each(CASES)("%s, %s", (rule, _what, pointer, body, later) => {
  const following = later ? [later] : [];
  it.each([0, 2])("is found, and its mend removes it (indent %d)", (indent) => {
    const written = JSON.stringify(body, null, indent);
    const [found, ...more] = find(rule, written, following);
    expect(found?.pointer).toBe(pointer);
    expect(more).toEqual([]);
    expect(found?.fix).toBeDefined();
    const mended = applyEdits(written, found?.fix?.edits ?? []);
    expect(() => JSON.parse(mended)).not.toThrow();
    expect(find(rule, mended, following)).toEqual([]);
  });
});

it("Responses whose calls may lie at the service are not accused", () => {
  const body = responses({ previous_response_id: "resp_1" }, output("a"), asked("Go on."));
  expect(find("calls-and-results", JSON.stringify(body), [])).toEqual([]);
});

it("Responses are asked for no marker, and told where they are too short for the session cache", () => {
  const says = (body: object) => find("no-marker", JSON.stringify(body), []).map(({ fix }) => fix);
  expect(says(responses({}, asked(LONG_TEXT)))).toEqual([]);
  expect(says({ model: "qwen3.7-max", input: "Hi" })).toEqual([undefined]);
});

it("a history that is rewritten is found in every dialect", () => {
  const before = [user("Read page 12."), assistant("I read it."), user("Go on.")];
  const after = [user("[left out]"), ...before.slice(1), assistant("Done."), user("Thanks.")];
  for (const write of [openAi, anthropic, responses]) {
    expect(
      find("history-rewritten", JSON.stringify(write({}, ...before)), [write({}, ...after)]),
    ).toHaveLength(1);
  }
});

it("keeps the words of a message that gets a result", () => {
  const body = anthropic(
    {},
    user("Read."),
    { role: "assistant", content: [use("a")] },
    { role: "user", content: 'Go "on".' },
  );
  const written = JSON.stringify(body);
  const [found] = find("calls-and-results", written, []);
  const mended = JSON.parse(applyEdits(written, found?.fix?.edits ?? []));
  expect(mended.messages[2].content).toEqual([
    { type: "tool_result", tool_use_id: "a", content: "" },
    { type: "text", text: 'Go "on".' },
  ]);
});
