/** Markers of a body become breakpoints by the rules of its model. */
import { describe, expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import { parsePrompt } from "../prompt/parse";
import type { Message, Prompt } from "../prompt/prompt";
import { measurePrompt } from "../tokens/measure";
import type { Measured, MeasuredSegment } from "../tokens/measured";
import type { TokenCounter } from "../tokens/token-counter";
import { layOutPrompt } from "./lay-out";

const mark = { cache_control: { type: "ephemeral" } };
const part = (text: string, marked = false) => ({ type: "text", text, ...(marked ? mark : {}) });
const long = (character: string) => character.repeat(1100);

/** A stand-in template: one token a character, messages joined by nothing, system messages merged. */
function measure(prompt: Prompt): Measured {
  const segments: MeasuredSegment[] = [];
  let prefix = 0;
  const systems = prompt.messages.filter(({ role }) => role === "system");
  const turns: Message[][] = [
    systems,
    ...prompt.messages.filter(({ role }) => role !== "system").map((one) => [one]),
  ];
  for (const messages of turns) {
    const [first] = messages;
    if (!first) continue;
    let chunk = `${first.role}:`;
    const cuts = messages.flatMap(({ parts }) =>
      parts.map(({ pointer, text }) => {
        chunk += text;
        return { pointer, prefix: prefix + chunk.length, end: chunk.length };
      }),
    );
    prefix += chunk.length;
    segments.push({
      pointer: first.pointer,
      members: messages.map(({ pointer }) => pointer),
      role: first.role,
      tokens: chunk.length,
      prefix,
      blocks: messages.length > 1 || first.form === "string" ? 1 : first.parts.length,
      chunk,
      cuts,
    });
  }
  return {
    segments,
    tools: 0,
    tail: 4,
    tailText: "tail",
    total: prefix + 4,
    exact: true,
    estimateReason: null,
    precision: { kind: "exact", low: prefix + 4, high: prefix + 4, reason: null },
    bandSteps: [],
    media: [],
  };
}

function layOut(body: Record<string, unknown>, model: string, index = createPrefixIndex()) {
  const { prompt } = parsePrompt(JSON.stringify(body));
  if (!prompt) throw new Error("no prompt");
  return layOutPrompt(prompt, measure(prompt), findModel(model), index, model);
}

const statusesOf = (body: Record<string, unknown>, model: string) =>
  layOut(body, model).markers.map(({ status }) => status);

const user = (...content: unknown[]) => ({ messages: [{ role: "user", content }] });

describe("where markers take effect", () => {
  it.each<[string, Record<string, unknown>, string, string[], string[]]>([
    [
      "part-level, last part",
      user(part(long("a")), part("b", true)),
      "qwen3-max",
      ["effective"],
      ["/messages/0/content/1"],
    ],
    [
      "part-level, first part",
      user(part(long("a"), true), part("b")),
      "qwen3-max",
      ["effective"],
      ["/messages/0/content/0"],
    ],
    [
      "message-level, first part",
      user(part(long("a"), true), part("b")),
      "qwen3.7-max",
      ["effective"],
      ["/messages/0"],
    ],
    [
      "qwen4, first part",
      user(part(long("a"), true), part("b")),
      "qwen4-max",
      ["effective"],
      ["/messages/0/content/0"],
    ],
    [
      "message-level, both parts",
      user(part(long("a"), true), part("b", true)),
      "qwen3.7-max",
      ["merged", "effective"],
      ["/messages/0"],
    ],
    [
      "VL: the whole user message",
      user(part(long("a"), true), part("b")),
      "qwen3-vl-plus",
      ["effective"],
      ["/messages/0"],
    ],
    [
      "unknown model: message-level",
      user(part(long("a"), true), part("b")),
      "no-such-model",
      ["effective"],
      ["/messages/0"],
    ],
    [
      "two system messages",
      {
        messages: [
          { role: "system", content: [part(long("a"), true)] },
          { role: "user", content: "q" },
          { role: "system", content: [part("b", true)] },
        ],
      },
      "qwen3-max",
      ["merged", "effective"],
      ["/messages/0"],
    ],
    ["too short", user(part("short", true)), "qwen3-max", ["too-short"], []],
    [
      "on a tool",
      { tools: [{ name: "t", ...mark }], ...user(part(long("a"))) },
      "qwen3-max",
      ["ignored"],
      [],
    ],
    [
      "on a message",
      { messages: [{ role: "user", content: long("a"), ...mark }] },
      "qwen3-max",
      ["ignored"],
      [],
    ],
    ["on the request", { ...user(part(long("a"))), ...mark }, "qwen3-max", ["ignored"], []],
  ])("%s", (_, body, model, statuses, breakpoints) => {
    const { layout, markers } = layOut(body, model);
    expect(markers.map(({ status }) => status)).toEqual(statuses);
    expect(layout.breakpoints.map((cut) => layout.cuts[cut]?.pointer)).toEqual(breakpoints);
    expect(layout.marked).toBe(true);
    for (const { status, reason } of markers) expect(reason === undefined).toBe(status === "effective");
  });

  it("keeps the last four of five", () => {
    const messages = [0, 1, 2, 3, 4].map(() => ({ role: "user", content: [part(long("a"), true)] }));
    const statuses = statusesOf({ messages }, "qwen3.7-max");
    expect(statuses).toEqual(["dropped", "effective", "effective", "effective", "effective"]);
  });

  it("takes only the values that are documented", () => {
    const odd = (marker: object) => user({ type: "text", text: long("a"), ...marker });
    const breakpoint = { prompt_cache_breakpoint: { mode: "explicit" } };
    expect(statusesOf(odd({ cache_control: { type: "persistent" } }), "qwen3-max")).toEqual(["ignored"]);
    expect(statusesOf(odd({ cache_control: true }), "qwen3-max")).toEqual(["ignored"]);
    expect(statusesOf(odd(breakpoint), "qwen3-max")).toEqual(["ignored"]);
    expect(statusesOf(odd(breakpoint), "qwen4-max")).toEqual(["effective"]);
    expect(statusesOf(odd({ prompt_cache_breakpoint: {} }), "qwen4-max")).toEqual(["ignored"]);
    expect(statusesOf(odd({ ...mark, ...breakpoint }), "qwen4-max")).toEqual(["merged", "effective"]);
  });
});

describe("identity of prefixes", () => {
  it("is the same for a string and for parts that join to it, and counts other blocks", () => {
    const index = createPrefixIndex();
    const lastOf = (body: Record<string, unknown>) => layOut(body, "qwen3-max", index).layout.cuts.at(-1);
    const text = lastOf({ messages: [{ role: "user", content: "onetwo" }] });
    const parts = lastOf(user(part("one"), part("two")));
    expect(parts?.key).toBe(text?.key);
    expect([text?.blocks, parts?.blocks]).toEqual([1, 2]);
  });

  it("changes with everything before it", () => {
    const index = createPrefixIndex();
    const keysOf = (first: string) =>
      layOut(
        { messages: [first, "same"].map((content) => ({ role: "user", content })) },
        "qwen3-max",
        index,
      ).layout.cuts.map(({ key }) => key);
    const [a, afterA] = keysOf("a");
    const [b, afterB] = keysOf("b");
    expect(new Set([a, afterA, b, afterB]).size).toBe(4);
  });
});

it("says without markers that there are none", () => {
  const { layout, markers } = layOut(user(part(long("a"))), "qwen3-max");
  expect({ marked: layout.marked, breakpoints: layout.breakpoints, markers }).toEqual({
    marked: false,
    breakpoints: [],
    markers: [],
  });
});

it("tells two images apart", () => {
  const index = createPrefixIndex();
  const encode = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
  const counter: TokenCounter = {
    name: "characters",
    origin: "built-in",
    count: (text) => text.length,
    encode,
    list: () => ({ text: "", tokens: [], complete: true, changed: false }),
  };
  const model = findModel("qwen3-vl-plus");
  const keyOf = (url: string) => {
    const { prompt } = parsePrompt(
      JSON.stringify(user({ type: "image_url", image_url: { url } }, part("same"))),
    );
    if (!prompt) throw new Error("no prompt");
    const measured = measurePrompt(prompt, model, () => counter);
    return layOutPrompt(prompt, measured, model, index).layout.cuts.at(-1)?.key;
  };
  expect(keyOf("https://example.com/a.png")).toBe(keyOf("https://example.com/a.png"));
  expect(keyOf("https://example.com/a.png")).not.toBe(keyOf("https://example.com/b.png"));
});
