/** What has no equivalent in the other dialect is named with its place. */
import { describe, expect, it } from "vitest";
import { anthropic, convert, marker, openai, system, user, withMessages } from "./convert-example";

describe("what has no equivalent in the Anthropic dialect is named", () => {
  it.each([
    [{ response_format: { type: "json_object" } }, "/response_format", undefined],
    [{ seed: 1 }, "/seed", undefined],
    [{ presence_penalty: 1 }, "/presence_penalty", undefined],
    [{ frequency_penalty: 1 }, "/frequency_penalty", undefined],
    [{ stream_options: { include_usage: true } }, "/stream_options", undefined],
    [{ n: 2 }, "/n", undefined],
    [{ user: "u" }, "/user", undefined],
    [{ preserve_thinking: true }, "/preserve_thinking", true],
  ])("%j", (fields, pointer, kept) => {
    const { body, losses } = convert({ ...openai, ...fields }, "anthropic");
    expect(losses).toEqual([pointer]);
    expect(body[pointer.slice(1)]).toEqual(kept);
  });

  const call = (given: unknown) => ({
    role: "assistant",
    tool_calls: [{ id: "1", type: "function", function: { name: "f", arguments: given } }],
  });
  const at = "/messages/1/tool_calls/0/function/arguments";
  it.each([["{not json"], ["[1]"]])("arguments %j stay readable", (given) => {
    const { body, losses } = convert(withMessages(openai, system, call(given)), "anthropic");
    expect(losses).toEqual([at]);
    expect(body.messages[0].content[0].input).toEqual({ arguments: given });
  });

  it.each([
    ["a later system message", [system, user, { role: "system", content: "L" }], ["/messages/2"]],
    ["several system messages", [system, { role: "system", content: "T" }, user], ["/messages"]],
    ["a developer message", [{ role: "developer", content: "T" }, user], ["/messages/0/role"]],
    ["a name", [system, { ...user, name: "Ada" }], ["/messages/1/name"]],
    [
      "a video",
      [system, { role: "user", content: [{ type: "video_url", video_url: { url: "u" } }] }],
      ["/messages/1/content/0"],
    ],
    [
      "the detail of an image",
      [system, { role: "user", content: [{ type: "image_url", image_url: { url: "u", detail: "low" } }] }],
      ["/messages/1/content/0/image_url/detail"],
    ],
    [
      "the marker of Qwen4",
      [
        system,
        {
          role: "user",
          content: [{ type: "text", text: "x", prompt_cache_breakpoint: { mode: "explicit" } }],
        },
      ],
      ["/messages/1/content/0/prompt_cache_breakpoint"],
    ],
    [
      "a marker inside a tool result",
      [
        system,
        {
          role: "tool",
          tool_call_id: "1",
          content: [
            { type: "text", text: "a", cache_control: marker },
            { type: "text", text: "b" },
          ],
        },
      ],
      ["/messages/1/content/0"],
    ],
    ["a request of system text alone", [system], ["/messages"]],
  ])("%s", (_, messages, losses) => {
    expect(convert(withMessages(openai, ...messages), "anthropic").losses).toEqual(losses);
  });

  it("a later system message keeps its place as a user message", () => {
    const { body } = convert(
      withMessages(openai, system, user, { role: "system", content: "L" }),
      "anthropic",
    );
    expect(body.messages).toEqual([user, { role: "user", content: "L" }]);
  });

  it("a limit is added where there is none", () => {
    const { model, messages } = openai;
    expect(convert({ model, messages }, "anthropic")).toEqual({
      body: { model, max_tokens: 4096, system: "S", messages: [user] },
      losses: [""],
    });
  });

  it("a body is made of bare messages", () => {
    expect(convert([system, user], "anthropic")).toEqual({
      body: { max_tokens: 4096, system: "S", messages: [user] },
      losses: ["", ""],
    });
  });

  it("a body that both dialects accept is told apart, and goes back as it was", () => {
    const both = { model: "m", max_tokens: 9, messages: [user] };
    const there = convert(both, "anthropic");
    expect(there).toEqual({ body: { ...both, stop_sequences: [] }, losses: [""] });
    expect(convert(there.body, "openai")).toEqual({ body: both, losses: [] });
  });
});

describe("what has no equivalent in the OpenAI dialect is named", () => {
  it.each([
    [{ top_k: 20 }, "/top_k", 20],
    [{ context_management: {} }, "/context_management", undefined],
    [{ metadata: { user_id: "u" } }, "/metadata", undefined],
    [{ thinking: { type: "adaptive" } }, "/thinking/type", undefined],
    [{ output_config: { effort: "low" } }, "/output_config/effort", undefined],
    [{ tools: [{ type: "web_search_20250305", name: "web_search" }] }, "/tools/0", undefined],
  ])("%j", (fields, pointer, kept) => {
    const { body, losses } = convert({ ...anthropic, ...fields }, "openai");
    expect(losses).toEqual([pointer]);
    if (kept !== undefined) expect(body[pointer.slice(1)]).toEqual(kept);
  });

  it.each([
    [
      "a marker on a call",
      "assistant",
      { type: "tool_use", id: "1", name: "f", input: {}, cache_control: marker },
      "/messages/0/content/0/cache_control",
    ],
    ["redacted thinking", "assistant", { type: "redacted_thinking", data: "x" }, "/messages/0/content/0"],
    [
      "a signature",
      "assistant",
      { type: "thinking", thinking: "hm", signature: "s" },
      "/messages/0/content/0/signature",
    ],
    [
      "a failed result",
      "user",
      { type: "tool_result", tool_use_id: "1", content: "x", is_error: true },
      "/messages/0/content/0/is_error",
    ],
    [
      "a document",
      "user",
      { type: "document", source: { type: "text", media_type: "text/plain", data: "x" } },
      "/messages/0/content/0",
    ],
    [
      "an image on file",
      "user",
      { type: "image", source: { type: "file", file_id: "f" } },
      "/messages/0/content/0",
    ],
  ])("%s", (_, role, block, pointer) => {
    const { losses } = convert(withMessages(anthropic, { role, content: [block] }), "openai");
    expect(losses).toEqual([pointer]);
  });
});
