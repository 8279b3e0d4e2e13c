/** Which dialect a body is taken for. */
import { describe, expect, it } from "vitest";
import { parsePrompt } from "./parse";

const user = { role: "user", content: "hi" };

describe("dialect", () => {
  it.each([
    ["plain chat", { messages: [user] }, "openai"],
    ["a bare array", [user], "openai"],
    ["system role", { max_tokens: 5, messages: [{ role: "system", content: "s" }, user] }, "openai"],
    ["top-level system", { system: "s", messages: [user] }, "anthropic"],
    [
      "tool_use block",
      { messages: [{ role: "assistant", content: [{ type: "tool_use", id: "1", name: "f", input: {} }] }] },
      "anthropic",
    ],
    [
      "tool_result block",
      { messages: [{ role: "user", content: [{ type: "tool_result", tool_use_id: "1", content: "x" }] }] },
      "anthropic",
    ],
    [
      "input_schema",
      { max_tokens: 5, tools: [{ name: "f", input_schema: {} }], messages: [user] },
      "anthropic",
    ],
    [
      "function tools",
      { max_tokens: 5, tools: [{ type: "function", function: { name: "f" } }], messages: [user] },
      "openai",
    ],
    [
      "thinking budget",
      { max_tokens: 5, thinking: { type: "enabled", budget_tokens: 9 }, messages: [user] },
      "anthropic",
    ],
    ["thinking without budget", { thinking: { type: "enabled" }, messages: [user] }, "openai"],
  ])("%s", (_, body, dialect) => {
    expect(parsePrompt(JSON.stringify(body)).prompt?.dialect).toBe(dialect);
  });
});
