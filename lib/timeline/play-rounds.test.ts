/** Rounds of tools read as if they had been written into the request, in both dialects. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { anthropic, marker, openai, part, play, read, showAll, textOf, turn } from "./fixtures/play-request";
import type { ToolRound } from "./scenario";

const rounds: ToolRound[] = [
  {
    gap: 5,
    thinking: "I look.",
    calls: [
      { name: "look", arguments: '{"at":"a"}', result: "R1" },
      { name: "look", arguments: '{"at":"b"}', result: "R2" },
    ],
  },
  { gap: 6, calls: [{ name: "check", arguments: "{}", result: "R3" }] },
];
const functionCall = (name: string, written: string) => ({
  id: "1",
  type: "function",
  function: { name, arguments: written },
});

describe("tool rounds", () => {
  it("are one more request each, with the model's calls as its replies", () => {
    const { requests } = play(openai, turn({ rounds }));
    expect(requests.map(({ at, kind, label }) => [at, kind, ENGLISH.say(label)])).toEqual([
      [0, "request", "the document"],
      [30, "request", "next message"],
      [35, "tool-round", "tool round 1 of 2"],
      [41, "tool-round", "tool round 2 of 2"],
    ]);
    expect(requests[1]?.reply).toMatch(
      /^<think>\nI look\.\n<\/think>\n\n<tool_call>[\s\S]*"at":"b"[\s\S]*<\/tool_call>$/,
    );
    expect(requests[2]?.reply).toContain('"name": "check"');
    expect(requests[3]?.reply).toBe("A2");
  });

  it("read in the OpenAI dialect as if they had been written, the marker on the last result", () => {
    const { requests } = play(openai, turn({ rounds }));
    const before = [
      openai.messages[0],
      { role: "user", content: [part("Q1")] },
      { role: "assistant", content: "A1" },
      { role: "user", content: [part("Q2")] },
      {
        role: "assistant",
        content: null,
        reasoning_content: "I look.",
        tool_calls: [functionCall("look", '{"at":"a"}'), functionCall("look", '{"at":"b"}')],
      },
      { role: "tool", tool_call_id: "1", content: "R1" },
    ];
    const first = [...before, { role: "tool", tool_call_id: "1", content: [part("R2", true)] }];
    const second = [
      ...before,
      { role: "tool", tool_call_id: "1", content: [part("R2")] },
      { role: "assistant", content: null, tool_calls: [functionCall("check", "{}")] },
      { role: "tool", tool_call_id: "1", content: [part("R3", true)] },
    ];
    expect(showAll(requests[2]?.prompt)).toEqual(showAll(read({ ...openai, messages: first })));
    expect(showAll(requests[3]?.prompt)).toEqual(showAll(read({ ...openai, messages: second })));
  });

  it("read in the Anthropic dialect as if they had been written", () => {
    const { requests } = play(anthropic, turn({ rounds }));
    const result = (content: string, marked = false) => ({
      type: "tool_result",
      tool_use_id: "1",
      content,
      ...(marked ? { cache_control: marker } : {}),
    });
    const written = {
      ...anthropic,
      messages: [
        { role: "user", content: [part("Q1")] },
        { role: "assistant", content: "A1" },
        { role: "user", content: [part("Q2")] },
        {
          role: "assistant",
          content: [
            { type: "thinking", thinking: "I look." },
            { type: "tool_use", id: "1", name: "look", input: { at: "a" } },
            { type: "tool_use", id: "1", name: "look", input: { at: "b" } },
          ],
        },
        { role: "user", content: [result("R1"), result("R2", true)] },
      ],
    };
    expect(showAll(requests[2]?.prompt)).toEqual(showAll(read(written)));
  });

  it("end with the reply, which the next turn appends behind the results", () => {
    const { requests } = play(openai, turn({ rounds }), turn({ user: "Q3" }));
    const roles = requests.at(-1)?.prompt.messages.map(({ role }) => role);
    expect(roles?.slice(-3)).toEqual(["tool", "assistant", "user"]);
    expect(requests.at(-1)?.prompt.markers.map(({ pointer }) => pointer)).toEqual([
      "/messages/10/content/0/cache_control",
    ]);
  });

  it("are gone when the question is replaced", () => {
    const { requests } = play(openai, turn({ rounds }), turn({ mode: "replace", user: "other" }));
    expect(requests.at(-1)?.prompt.messages.map(({ role }) => role)).toEqual([
      "system",
      "user",
      "assistant",
      "user",
    ]);
    expect(textOf(requests.at(-1)?.prompt)).toBe("other");
  });
});

it.each([
  ["openai", openai, { content: "A2", reasoning_content: "T2" }],
  ["anthropic", anthropic, { content: [{ type: "thinking", thinking: "T2" }, part("A2")] }],
])("keeps thinking in the assistant message of %s and counts it", (_dialect, request, answer) => {
  const { requests } = play(request, turn({ thinking: "T2" }), turn({ user: "Q3" }));
  expect(requests[1]?.reply).toBe("<think>\nT2\n</think>\n\nA2");
  const messages = [
    ...request.messages.slice(0, -1),
    { role: "user", content: [part("Q1")] },
    { role: "assistant", content: "A1" },
    { role: "user", content: [part("Q2")] },
    { role: "assistant", ...answer },
    { role: "user", content: [part("Q3", true)] },
  ];
  expect(showAll(requests[2]?.prompt)).toEqual(showAll(read({ ...request, messages })));
});
