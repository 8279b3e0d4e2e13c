/** Fields and messages of one dialect are found again in the other, both ways. */
import { describe, expect, it } from "vitest";
import { anthropic, convert, marker, openai, system, user, withMessages } from "./convert-example";

describe("fields, both ways", () => {
  it.each([
    [{ stop: ["a"] }, { stop_sequences: ["a"] }],
    [
      { stream: true, temperature: 0.5, top_p: 0.9 },
      { stream: true, temperature: 0.5, top_p: 0.9 },
    ],
    [{ enable_thinking: false }, { thinking: { type: "disabled" } }],
    [{ enable_thinking: true }, { thinking: { type: "enabled" } }],
    [{ enable_thinking: true, thinking_budget: 50 }, { thinking: { type: "enabled", budget_tokens: 50 } }],
    [{ tool_choice: "auto" }, { tool_choice: { type: "auto" } }],
    [{ tool_choice: "none" }, { tool_choice: { type: "none" } }],
    [{ tool_choice: "required" }, { tool_choice: { type: "any" } }],
    [
      { tool_choice: { type: "function", function: { name: "f" } } },
      { tool_choice: { type: "tool", name: "f" } },
    ],
    [
      { tool_choice: "auto", parallel_tool_calls: false },
      { tool_choice: { type: "auto", disable_parallel_tool_use: true } },
    ],
    [
      {
        tools: [
          {
            type: "function",
            function: { name: "f", description: "d", strict: true, parameters: { type: "object" } },
            cache_control: marker,
          },
        ],
      },
      {
        tools: [
          {
            name: "f",
            description: "d",
            strict: true,
            input_schema: { type: "object" },
            cache_control: marker,
          },
        ],
      },
    ],
    [
      { cache_control: marker, my_own: 1 },
      { cache_control: marker, my_own: 1 },
    ],
  ])("%j", (fields, others) => {
    expect(convert({ ...openai, ...fields }, "anthropic")).toEqual({
      body: { ...anthropic, ...others },
      losses: [],
    });
    expect(convert({ ...anthropic, ...others }, "openai")).toEqual({
      body: { ...openai, ...fields },
      losses: [],
    });
  });

  it.each([
    [{ stop: "a" }, { stop_sequences: ["a"] }],
    [{ stop: null, seed: null, user: null }, {}],
  ])("%j one way", (fields, others) => {
    expect(convert({ ...openai, ...fields }, "anthropic")).toEqual({
      body: { ...anthropic, ...others },
      losses: [],
    });
  });

  it("keeps the order of fields and writes the system before the messages", () => {
    const { body } = convert({ ...openai, stream: true }, "anthropic");
    expect(Object.keys(body)).toEqual(["model", "max_tokens", "system", "messages", "stream"]);
  });
});

describe("messages, both ways", () => {
  const image = "data:image/png;base64,iVBO";
  it.each([
    [
      "a marked system text",
      [{ role: "system", content: [{ type: "text", text: "S", cache_control: marker }] }, user],
      { system: [{ type: "text", text: "S", cache_control: marker }], messages: [user] },
    ],
    [
      "images",
      [
        system,
        {
          role: "user",
          content: [
            { type: "image_url", image_url: { url: image }, cache_control: marker },
            { type: "image_url", image_url: { url: "https://x/y.png" } },
          ],
        },
      ],
      {
        system: "S",
        messages: [
          {
            role: "user",
            content: [
              {
                type: "image",
                source: { type: "base64", media_type: "image/png", data: "iVBO" },
                cache_control: marker,
              },
              { type: "image", source: { type: "url", url: "https://x/y.png" } },
            ],
          },
        ],
      },
    ],
    [
      "calls, reasoning and results",
      [
        system,
        user,
        {
          role: "assistant",
          content: null,
          reasoning_content: "hm",
          tool_calls: [
            { id: "1", type: "function", function: { name: "f", arguments: '{"q": [1, 2]}' } },
            { id: "2", type: "function", function: { name: "g", arguments: "{}" } },
          ],
        },
        { role: "tool", tool_call_id: "1", content: "one" },
        {
          role: "tool",
          tool_call_id: "2",
          content: [{ type: "text", text: "two", cache_control: marker }],
        },
        user,
      ],
      {
        system: "S",
        messages: [
          user,
          {
            role: "assistant",
            content: [
              { type: "thinking", thinking: "hm" },
              { type: "tool_use", id: "1", name: "f", input: { q: [1, 2] } },
              { type: "tool_use", id: "2", name: "g", input: {} },
            ],
          },
          {
            role: "user",
            content: [
              { type: "tool_result", tool_use_id: "1", content: "one" },
              { type: "tool_result", tool_use_id: "2", content: "two", cache_control: marker },
            ],
          },
          user,
        ],
      },
    ],
    [
      "a said text beside a call, with its marker",
      [
        system,
        {
          role: "assistant",
          content: [{ type: "text", text: "x", cache_control: marker }],
          tool_calls: [{ id: "1", type: "function", function: { name: "f", arguments: "{}" } }],
        },
      ],
      {
        system: "S",
        messages: [
          {
            role: "assistant",
            content: [
              { type: "text", text: "x", cache_control: marker },
              { type: "tool_use", id: "1", name: "f", input: {} },
            ],
          },
        ],
      },
    ],
  ])("%s", (_, messages, others) => {
    expect(convert(withMessages(openai, ...messages), "anthropic")).toEqual({
      body: { ...anthropic, ...others },
      losses: [],
    });
    expect(convert({ ...anthropic, ...others }, "openai")).toEqual({
      body: withMessages(openai, ...messages),
      losses: [],
    });
  });

  it("splits a message of results and text, in the order the template shows", () => {
    const result = { type: "tool_result", tool_use_id: "1", content: "one" };
    const { body, losses } = convert(
      withMessages(anthropic, { role: "user", content: [result, { type: "text", text: "next" }] }),
      "openai",
    );
    expect(body.messages.slice(1)).toEqual([
      { role: "tool", tool_call_id: "1", content: "one" },
      { role: "user", content: [{ type: "text", text: "next" }] },
    ]);
    expect(losses).toEqual([]);
  });
});
