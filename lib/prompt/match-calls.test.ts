/** Calls and results are paired by their ids, in both dialects, wherever they are in the order that the service asks. */
import { describe, expect, it } from "vitest";
import { parseJson } from "./json-tree";
import { findUnmatched } from "./match-calls";
import type { Dialect } from "./prompt";

const say = (value: unknown, dialect: Dialect = "openai") =>
  findUnmatched(parseJson(JSON.stringify(value)).root, dialect).map(({ kind, pointer, ids, open }) =>
    [kind, pointer, ids.join(), open ? "open" : ""].join(" ").trim(),
  );
const calls = (...ids: (string | undefined)[]) => ({
  role: "assistant",
  content: null,
  tool_calls: ids.map((id) => ({ id, type: "function", function: { name: "f", arguments: "{}" } })),
});
const result = (tool_call_id?: string) => ({ role: "tool", tool_call_id, content: "done" });
const user = { role: "user", content: "Go on." };

describe("messages", () => {
  it.each([
    ["all answered, in another order", [calls("a", "b"), result("b"), result("a"), user], []],
    ["no ids at all", [calls(undefined, undefined), result(), result(), user], []],
    ["one of two answered", [calls("a", "b"), result("a"), user], ["unanswered /0 b"]],
    ["none answered", [user, calls("a"), user], ["unanswered /1 a"]],
    ["the request ends with the calls", [user, calls("a")], ["unanswered /1 a open"]],
    ["a result of another call", [calls("a"), result("a"), result("x")], ["uncalled /2"]],
    ["a result twice", [calls("a"), result("a"), result("a")], ["uncalled /2"]],
    ["a result behind a question", [calls("a"), user, result("a")], ["unanswered /0 a", "uncalled /2"]],
    ["no calls", [user, { role: "assistant", content: "Yes." }], []],
  ])("%s", (_, messages, found) => {
    expect(say(messages)).toEqual(found);
    expect(say({ messages })).toEqual(found.map((each) => each.replace(" /", " /messages/")));
  });
});

describe("blocks", () => {
  const use = (id: string) => ({
    role: "assistant",
    content: [{ type: "tool_use", id, name: "f", input: {} }],
  });
  const back = (id: string) => ({ role: "user", content: [{ type: "tool_result", tool_use_id: id }] });
  it.each([
    [[use("a"), back("a")], []],
    [[use("a"), user], ["unanswered /messages/0 a"]],
    [[user, use("a")], ["unanswered /messages/1 a open"]],
    [
      [use("a"), back("b")],
      ["unanswered /messages/0 a", "uncalled /messages/1/content/0"],
    ],
    [[back("a"), user], ["uncalled /messages/0/content/0"]],
  ])("%j", (messages, found) => expect(say({ messages }, "anthropic")).toEqual(found));
});

it.each([null, 1, {}, [], [1, null], { messages: 3 }, { messages: [{ tool_calls: 1 }] }])(
  "finds nothing in %j",
  (value) => {
    expect(say(value)).toEqual([]);
    expect(say(value, "anthropic")).toEqual([]);
  },
);
