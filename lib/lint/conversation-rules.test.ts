/** Rules about the shape of a conversation speak at their limits, and not before them. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { ENGLISH } from "../words/plain-words";
import { fakeContext, findWithMends } from "./fake-context";
import type { Finding, Rule } from "./rule";
import { lookbackExceeded } from "./rules/lookback-exceeded";
import { markerInImageMessage } from "./rules/marker-in-image-message";
import { markerOnToolResult } from "./rules/marker-on-tool-result";
import { systemNotFirst } from "./rules/system-not-first";
import { toolsUnstable } from "./rules/tools-unstable";

const cache_control = { type: "ephemeral" };
const long = "x".repeat(1500);
const say = (role: string, text: string, marked = false) => ({
  role,
  content: [{ type: "text", text, ...(marked ? { cache_control } : {}) }],
});
const write = (messages: unknown[], model = "qwen3.7-max", tools: unknown[] = []) =>
  JSON.stringify({ model, messages, tools });
function check(rule: Rule, text: string): Finding[] {
  const context = fakeContext(text);
  if (!context) throw new Error("no request");
  return findWithMends(rule, context);
}

describe("lookback-exceeded", () => {
  /** A question, an answer with calls, and that many results, the last one marked. */
  const fan = (results: number, marks: readonly number[] = []) => [
    say("system", long),
    say("user", "Read all pages.", marks.includes(-1)),
    say("assistant", "I read them."),
    ...Array.from({ length: results }, (_, index) =>
      say("tool", `Page ${index}.`, index === results - 1 || marks.includes(index)),
    ),
  ];

  it.each([
    [20, [], 0],
    [21, [], 1],
    [60, [], 1],
    [30, [18], 0],
    [30, [25], 1],
    [30, [-1], 0],
  ] as const)("%i results, marked also at %j: %i found", (results, marks, count) => {
    expect(check(lookbackExceeded, write(fan(results, marks)))).toHaveLength(count);
  });
  it("says how many blocks, and its bridge mends", () => {
    const text = write(fan(30));
    const [found] = check(lookbackExceeded, text);
    expect(ENGLISH.say(found?.message ?? "")).toBe(
      "30 content blocks lie between this marker and the end of the previous request before messages[2], but a look-up goes back only 20: that entry is not read.",
    );
    expect(ENGLISH.say(found?.fix?.title ?? "")).toBe("Add a marker at messages[22]");
    expect(check(lookbackExceeded, applyEdits(text, found?.fix?.edits ?? []))).toEqual([]);
  });
  it("counts parts", () => {
    const parts = Array.from({ length: 22 }, () => ({ type: "text", text: "a" }));
    const last = { role: "user", content: [...parts, { type: "text", text: "b", cache_control }] };
    const text = write([say("user", long), say("assistant", "Yes?"), last]);
    expect(ENGLISH.say(check(lookbackExceeded, text)[0]?.message ?? "")).toContain("23 content blocks lie");
  });
  it("is silent about a long conversation that grew by little, and about a first request", () => {
    const turns = Array.from({ length: 40 }, (_, index) => say(index % 2 ? "assistant" : "user", "Go on."));
    expect(check(lookbackExceeded, write([say("system", long), ...turns, say("user", "?", true)]))).toEqual(
      [],
    );
    const first = Array.from({ length: 40 }, () => say("user", "A page."));
    expect(check(lookbackExceeded, write([say("system", long), ...first, say("user", "?", true)]))).toEqual(
      [],
    );
  });
});

describe("marker-in-image-message", () => {
  const picture = { type: "image_url", image_url: { url: "https://example.com/a.png" } };
  const shown = { role: "user", content: [picture, { type: "text", text: long, cache_control }] };
  it("speaks on models with breakpoints at messages", () => {
    expect(check(markerInImageMessage, write([say("user", long), shown], "qwen3.8-max"))).toHaveLength(1);
    expect(check(markerInImageMessage, write([say("user", long), shown], "qwen3-vl-plus"))).toEqual([]);
    expect(check(markerInImageMessage, write([shown, say("user", long, true)], "qwen3.8-max"))).toHaveLength(
      1,
    );
  });
  it("moves the marker before the image, where nothing is marked yet", () => {
    const [found] = check(markerInImageMessage, write([say("user", long), shown], "qwen3.8-max"));
    expect(ENGLISH.say(found?.fix?.title ?? "")).toBe("Move the marker to messages[0]");
    const [other] = check(markerInImageMessage, write([say("user", long, true), shown], "qwen3.8-max"));
    expect(other?.fix).toBeUndefined();
  });
});

describe("marker-on-tool-result", () => {
  const call = (id: string) => ({ id, type: "function", function: { name: "f", arguments: "{}" } });
  it.each([
    [["a"], 0],
    [["a", "b", "c"], 1],
  ])("calls %j: %i found", (ids, count) => {
    const answer = { role: "assistant", content: null, tool_calls: ids.map(call) };
    const text = write(
      [say("system", long), say("user", "Go."), answer, say("tool", "Done.", true)],
      "qwen-plus",
    );
    expect(check(markerOnToolResult, text)).toHaveLength(count);
  });
});

describe("system-not-first", () => {
  const messages = [say("system", long), say("system", "a"), say("user", "b"), say("system", "c")];
  it("speaks of the later ones only, on models with breakpoints at messages", () => {
    expect(check(systemNotFirst, write(messages)).map(({ pointer }) => pointer)).toEqual(["/messages/3"]);
    expect(check(systemNotFirst, write(messages, "qwen3-max"))).toEqual([]);
  });
});

describe("tools-unstable", () => {
  const tool = (name: string, description: string) => ({ type: "function", function: { name, description } });
  it("tells a copy from another tool of the same name", () => {
    const tools = [tool("f", "a"), tool("g", "a"), tool("f", "a"), tool("g", "b")];
    const text = write([say("user", "?")], "qwen3.7-max", tools);
    const found = check(toolsUnstable, text);
    expect(found.map(({ pointer, severity }) => [pointer, severity])).toEqual([
      ["/tools/2", "warning"],
      ["/tools/3", undefined],
    ]);
    const mended = JSON.parse(applyEdits(text, found[0]?.fix?.edits ?? [])) as { tools: unknown };
    expect(mended.tools).toEqual([tools[0], tools[1], tools[3]]);
  });
});
