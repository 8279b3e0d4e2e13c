/** Rules that compare a request with those that follow, and rules about what a conversation carries along. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { ENGLISH } from "../words/plain-words";
import { fakeContext, findWithMends } from "./fake-context";
import type { Finding, Rule } from "./rule";
import { markerOnChangingTail } from "./rules/marker-on-changing-tail";
import { overContext } from "./rules/over-context";
import { reasoningInHistory } from "./rules/reasoning-in-history";
import { repeatedContent } from "./rules/repeated-content";
import { stableAfterVolatile } from "./rules/stable-after-volatile";
import { toolsUnstable } from "./rules/tools-unstable";

const cache_control = { type: "ephemeral" };
const long = "x".repeat(1500);
const part = (text: string, marked = false) => ({ type: "text", text, ...(marked ? { cache_control } : {}) });
const say = (role: string, text: string, marked = false) => ({ role, content: [part(text, marked)] });
const write = (messages: unknown[], more: object = {}) =>
  JSON.stringify({ model: "qwen3.7-max", messages, ...more });
function check(rule: Rule, text: string, following: readonly string[] = []): Finding[] {
  const context = fakeContext(text, "intl", following);
  if (!context) throw new Error("no request");
  return findWithMends(rule, context);
}

describe("marker-on-changing-tail", () => {
  const review = (text: string, marked = true) => write([say("system", long), say("user", text, marked)]);
  it("moves the marker to what all requests have in common", () => {
    const following = [review("b"), review("c")];
    const [found] = check(markerOnChangingTail, review("a"), following);
    expect(ENGLISH.say(found?.message ?? "")).toBe(
      "All 2 following requests differ before this marker's end, so its entry is never read; they share 1,500 tokens, up to messages[0].",
    );
    const mended = applyEdits(review("a"), found?.fix?.edits ?? []);
    expect(JSON.parse(mended)).toEqual({
      model: "qwen3.7-max",
      messages: [say("system", long, true), { role: "user", content: "a" }],
    });
    expect(check(markerOnChangingTail, mended, following)).toEqual([]);
  });
  it.each([
    ["no request follows", review("a"), []],
    ["one of them reads the entry", review("a"), [review("b"), review("a")]],
    [
      "the conversation grows",
      review("a"),
      [write([say("system", long), say("user", "a"), say("user", "b", true)])],
    ],
    [
      "the common start is marked too",
      write([say("system", long, true), say("user", "a", true)]),
      [review("b")],
    ],
    [
      "what is common is too short",
      write([say("system", "x"), say("user", long, true)]),
      [write([say("system", "x"), say("user", "b")])],
    ],
    [
      "the tools change, so nothing is common",
      review("a"),
      [
        write([say("system", long), say("user", "b")], {
          tools: [{ type: "function", function: { name: "f" } }],
        }),
      ],
    ],
    [
      "another model, so nothing is common",
      review("a"),
      [write([say("system", long), say("user", "b")], { model: "qwen3.7-plus" })],
    ],
  ])("is silent where %s", (_, text, following) => {
    expect(check(markerOnChangingTail, text, following)).toEqual([]);
  });
  it("takes the markers away that the moved one stood for", () => {
    const two = write([say("system", long), { role: "user", content: [part("a", true), part("b", true)] }]);
    const following = [review("c")];
    const mended = applyEdits(two, check(markerOnChangingTail, two, following)[0]?.fix?.edits ?? []);
    const context = fakeContext(mended);
    expect(context?.prompt.markers.map(({ owner }) => owner)).toEqual(["/messages/0/content/0"]);
  });
  it("finds a boundary inside a message where the model keeps parts apart", () => {
    const batch = (text: string) =>
      write([{ role: "user", content: [part(long), part(text, true)] }], { model: "qwen3-max" });
    const [found] = check(markerOnChangingTail, batch("a"), [batch("b")]);
    expect(ENGLISH.say(found?.fix?.title ?? "")).toBe(
      "Move the marker to messages[0].content[0], where the prefix is 1,500 tokens",
    );
    const whole = (text: string) => write([{ role: "user", content: [part(long), part(text, true)] }]);
    expect(check(markerOnChangingTail, whole("a"), [whole("b")])).toEqual([]);
  });
});

describe("stable-after-volatile", () => {
  const clock = `You help.\nCurrent time: 09:30:12\n${long}`;
  it("moves the line into the question", () => {
    const text = write([say("system", clock), say("user", "How?")]);
    const [found, ...more] = check(stableAfterVolatile, text);
    expect(more).toEqual([]);
    expect(text.slice(found?.range.start, found?.range.end)).toBe("09:30:12");
    expect(ENGLISH.say(found?.message ?? "")).toBe(
      "About 1,501 tokens that stay the same come after these changing words in messages[0].content[0].text: once the words change, they are paid in full again.",
    );
    const mended = applyEdits(text, found?.fix?.edits ?? []);
    expect(JSON.parse(mended)).toEqual(
      JSON.parse(write([say("system", `You help.\n${long}`), say("user", "Current time: 09:30:12\n\nHow?")])),
    );
    expect(check(stableAfterVolatile, mended)).toEqual([]);
  });
  it.each([
    ["a marker covers the words: another rule speaks", [say("system", clock, true), say("user", "How?")]],
    ["what follows is short", [say("system", `${long}\nCurrent time: 09:30:12\nx`), say("user", "How?")]],
    ["what follows is the user's own newest text", [say("system", "Current time: 09:30"), say("user", long)]],
    ["the clock is history", [say("user", "x"), say("assistant", clock), say("user", "How?")]],
  ])("is silent where %s", (_, messages) => {
    expect(check(stableAfterVolatile, write(messages))).toEqual([]);
  });
  it("sees a document of the opening behind a clock, across messages", () => {
    const text = write([
      say("system", "Current time: 09:30"),
      say("user", long),
      say("assistant", "Yes?"),
      say("user", "How?"),
    ]);
    const [found] = check(stableAfterVolatile, text);
    expect(found?.pointer).toBe("/messages/0/content/0/text");
    expect(found?.fix).toBeUndefined();
  });
  it("sees a knowledge base behind the question, where all following requests hold it", () => {
    const asked = (question: string, text = long) => write([say("user", question), say("user", text)]);
    const [found] = check(stableAfterVolatile, asked("a"), [asked("b"), asked("c")]);
    expect(ENGLISH.say(found?.message ?? "")).toBe(
      "messages[1].content[0], 1,500 tokens, is in every following request too, but after messages[0].content[0], which differs: it is paid in full each time.",
    );
    expect(check(stableAfterVolatile, asked("a"), [asked("b", `${long}y`)])).toEqual([]);
    expect(check(stableAfterVolatile, asked("a"), [asked("a")])).toEqual([]);
  });
});

describe("tools-unstable, against the requests that follow", () => {
  const tool = (name: string, more: object = {}) => ({ type: "function", function: { name, ...more } });
  const request = (...tools: object[]) => write([say("system", long, true), say("user", "?")], { tools });
  const [a, b] = [tool("a", { description: "A." }), tool("b")];
  it.each([
    ["lists the tools in a different order", [request(b, a)], "/tools/0"],
    [
      "writes a tool's keys in a different order",
      [request({ function: { description: "A.", name: "a" }, type: "function" }, b)],
      "/tools/0",
    ],
    ['adds "c"', [request(a, b, tool("c"))], "/tools/1"],
    ['leaves out "b"', [request(a)], "/tools/1"],
    ["words a tool's description differently", [request(a, tool("b", { description: "B." }))], "/tools/1"],
    ['adds "c" and leaves out "a"', [request(tool("c"), b)], "/tools/0"],
  ])("%s", (says, following, pointer) => {
    const [found, ...more] = check(toolsUnstable, request(a, b), following);
    expect(more).toEqual([]);
    expect(ENGLISH.say(found?.message ?? "")).toBe(
      `Request 2 of the conversation ${says}: every prefix changes with it, and nothing written before is read.`,
    );
    expect(found?.pointer).toBe(pointer);
  });
  it("names the request that changes, and is silent where none does", () => {
    expect(
      ENGLISH.say(check(toolsUnstable, request(a, b), [request(a, b), request(b, a)])[0]?.message ?? ""),
    ).toContain("Request 3");
    expect(check(toolsUnstable, request(a, b), [request(a, b), request(a, b)])).toEqual([]);
    expect(check(toolsUnstable, request(), [request(a)])[0]?.pointer).toBe("");
  });
});

describe("reasoning-in-history", () => {
  const loop = (model: string, more: object = {}, asked: unknown[] = []) =>
    write(
      [
        say("system", long),
        say("user", "How?"),
        { role: "assistant", content: "I look.", reasoning_content: "Where is it?" },
        say("tool", "Here.", true),
        ...asked,
      ],
      { model, ...more },
    );
  it.each([
    ["qwen3.5-plus", undefined],
    ["qwen3.6-plus", "Switch preserve_thinking on"],
    ["qwen3.7-max", "Switch preserve_thinking on"],
    ["qwen3-max", undefined],
  ])("speaks of %s", (model, title) => {
    const [found, ...more] = check(reasoningInHistory, loop(model));
    expect(more).toEqual([]);
    expect(ENGLISH.say(found?.message ?? "")).toContain(
      `${model}'s template drops it once the user asks again`,
    );
    expect(found?.fix && ENGLISH.say(found.fix.title)).toBe(title);
  });
  it.each([["qwen3.8-max"], ["qwen4-max"], ["glm-5"], ["unheard-of"]])("is silent about %s", (model) => {
    expect(check(reasoningInHistory, loop(model))).toEqual([]);
  });
  it("its mend keeps the thinking, and takes the place of a switch that is off", () => {
    for (const more of [{}, { preserve_thinking: false }]) {
      const text = loop("qwen3.7-max", more);
      const mended = applyEdits(text, check(reasoningInHistory, text)[0]?.fix?.edits ?? []);
      expect(JSON.parse(mended)).toMatchObject({ model: "qwen3.7-max", preserve_thinking: true });
      expect(check(reasoningInHistory, mended)).toEqual([]);
    }
  });
  it("is a note on thinking that is left out already, and on what no marker holds", () => {
    const [before] = check(reasoningInHistory, loop("qwen3.7-max", {}, [say("user", "And?")]));
    expect(before?.severity).toBe("info");
    expect(ENGLISH.say(before?.message ?? "")).toContain("it is in no prefix");
    const [unmarked] = check(reasoningInHistory, loop("qwen3.7-max").replace(/,"cache_control":[^}]*}/, ""));
    expect(unmarked?.severity).toBe("info");
  });
  it("knows thinking blocks and think tags", () => {
    const blocks = [{ type: "thinking", thinking: "Hm." }, part("Yes.")];
    for (const content of [blocks, "<think>\nHm.\n</think>\n\nYes."]) {
      const text = write([say("user", "How?"), { role: "assistant", content }]);
      expect(check(reasoningInHistory, text)).toHaveLength(1);
    }
    expect(check(reasoningInHistory, write([say("user", "How?"), say("assistant", "Yes.")]))).toEqual([]);
  });
});

describe("repeated-content", () => {
  it("counts each further copy, whatever carries it", () => {
    const text = write([say("user", long), { role: "tool", content: long }, say("user", ` ${long}\n`)]);
    const found = check(repeatedContent, text);
    expect(found.map(({ pointer }) => pointer)).toEqual(["/messages/1/content", "/messages/2/content/0"]);
    expect(ENGLISH.say(found[0]?.message ?? "")).toBe(
      "messages[1].content repeats the text of messages[0].content[0]: its 1,500 tokens are paid for twice.",
    );
  });
  it("leaves short texts alone", () => {
    const short = "x".repeat(255);
    expect(check(repeatedContent, write([say("user", short), say("user", short)]))).toEqual([]);
  });
});

describe("over-context", () => {
  const request = (tokens: number, more: object = {}) =>
    write([{ role: "user", content: "1".repeat(tokens - 4) }], more);
  const off = { model: "qwen4-max", enable_thinking: false };
  const on = { model: "qwen4-max", enable_thinking: true };
  it.each([
    [991_000, off, null],
    [991_500, off, "warning"],
    [992_000, off, undefined],
    [983_000, on, null],
    [984_000, on, undefined],
    [983_500, { model: "qwen4-max" }, "warning"],
    [984_000, { model: "qwen3.7-max" }, undefined],
    [983_000, { model: "qwen3.7-max" }, null],
    [1_000_001, { model: "qwen3.7-max", enable_thinking: false }, "warning"],
    [1_000_000, { model: "qwen3.7-max", enable_thinking: false }, null],
    [1_100_000, { model: "glm-5" }, null],
    [1_100_000, { model: "unheard-of" }, null],
  ])("%i tokens, %j: %s", (tokens, more, severity) => {
    const found = check(overContext, request(tokens, more));
    expect(found.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity]);
  });
  it("calls a band that holds the limit borderline", () => {
    const context = fakeContext(request(991_000, off));
    if (!context) throw new Error("no request");
    const { total } = context.measured;
    const bandSteps = [{ prefix: total, media: 0, less: 9910, more: 9910, spread: 0 }];
    const [found] = overContext.check({
      ...context,
      measured: { ...context.measured, exact: false, bandSteps },
    });
    expect(found?.severity).toBe("warning");
    expect(ENGLISH.say(found?.message ?? "")).toBe(
      "The request has about 991,000 tokens, between 981,090 and 1,000,910, but qwen4-max accepts 991,000: borderline, it may be refused.",
    );
  });
});
