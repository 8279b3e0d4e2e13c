/** What lies so near the minimum that the count cannot settle it is called borderline, never flatly too short. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { ENGLISH } from "../words/plain-words";
import { fakeContext, findWithMends } from "./fake-context";
import type { LintContext } from "./lint-context";
import { belowMinimum } from "./rules/below-minimum";
import { markersWithoutEffect } from "./rules/markers-without-effect";
import { noMarker } from "./rules/no-marker";

/** A context whose counts may be off by 1 %. */
function roughContext(text: string): LintContext {
  const context = fakeContext(text);
  if (!context) throw new Error("no request");
  const { total } = context.measured;
  const off = total / 100;
  const bandSteps = [{ prefix: total, media: 0, less: off, more: off, spread: 0 }];
  return { ...context, measured: { ...context.measured, exact: false, bandSteps } };
}

const message = (length: number, marked: boolean) => ({
  role: "user",
  content: [
    { type: "text", text: "x".repeat(length), ...(marked ? { cache_control: { type: "ephemeral" } } : {}) },
  ],
});
const write = (messages: unknown[]) => JSON.stringify({ model: "qwen3.7-max", messages });
const check = (text: string) => findWithMends(belowMinimum, roughContext(text));

describe("below-minimum", () => {
  it.each([
    [
      1018,
      "warning",
      "This marker's prefix is about 1,018 tokens, between 1,008 and 1,028: borderline, below 1,024 nothing is cached.",
    ],
    [
      1024,
      "info",
      "This marker's prefix is about 1,024 tokens, between 1,014 and 1,034: borderline, below 1,024 nothing is cached.",
    ],
    [900, undefined, "This marker's prefix is about 900 tokens; below 1,024 nothing is cached."],
  ])("of %d tokens", (length, severity, sentence) => {
    const [found, ...more] = check(write([message(length, true)]));
    expect(ENGLISH.say(found?.message ?? "")).toBe(sentence);
    expect(found?.severity).toBe(severity);
    expect(more).toEqual([]);
  });

  it("is silent where the whole band is above", () => {
    expect(check(write([message(1036, true)]))).toEqual([]);
  });

  it("offers a boundary whose whole band is above, and never takes a borderline marker away", () => {
    const text = write([message(1018, true), message(10, false), message(100, false)]);
    const [found] = check(text);
    expect(ENGLISH.say(found?.fix?.title ?? "")).toBe(
      "Move the marker to messages[2], where the prefix is 1,128 tokens",
    );
    expect(check(applyEdits(text, found?.fix?.edits ?? []))).toEqual([]);
    expect(check(write([message(1018, true), message(10, false)]))[0]?.fix).toBeUndefined();
  });

  it("mends for good, whatever the request", () => {
    const one = fc.tuple(fc.constantFrom(5, 500, 1010, 1020, 1030, 1100), fc.boolean());
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (list) => {
        const text = write(list.map(([length, marked]) => message(length, marked)));
        const before = check(text);
        for (const { fix } of before) {
          if (fix) expect(check(applyEdits(text, fix.edits)).length).toBeLessThan(before.length);
        }
      }),
    );
  });
});

describe("markers-without-effect", () => {
  const checkAll = (text: string) => findWithMends(markersWithoutEffect, roughContext(text));
  it("is a warning without a mend where the only marker is borderline", () => {
    const [found] = checkAll(write([message(1018, true)]));
    expect(ENGLISH.say(found?.message ?? "")).toBe(
      "The only marker may take no effect: its prefix is between 1,008 and 1,028 tokens, and an entry needs 1,024. If it does not, this request writes and reads nothing, and the implicit cache is off as well.",
    );
    expect([found?.severity, found?.fix]).toEqual(["warning", undefined]);
  });
  it("names the borderline one of several", () => {
    const [found] = checkAll(write([message(5, true), message(1013, true)]));
    expect(ENGLISH.say(found?.message ?? "")).toContain(
      "The marker in messages[1].content[0] may take no effect, and no other",
    );
  });
  it("is sure where the whole band is below", () => {
    const [found] = checkAll(write([message(900, true)]));
    expect(found?.severity).toBeUndefined();
    expect(ENGLISH.say(found?.fix?.title ?? "")).toBe("Remove the marker");
  });
});

describe("no-marker", () => {
  const checkNone = (text: string) => findWithMends(noMarker, roughContext(text));
  it.each([
    [
      1015,
      "Probably nothing is cached: the whole prompt is about 1,019 tokens, between 1,009 and 1,029, and a prefix needs 1,024: borderline.",
    ],
    [900, "Nothing is cached: the whole prompt is about 904 tokens, and a prefix needs 1,024."],
  ])("of %d characters", (length, sentence) => {
    expect(ENGLISH.say(checkNone(write([message(length, false)]))[0]?.message ?? "")).toBe(sentence);
  });
  it("marks a boundary that is long enough for sure, rather than a borderline one", () => {
    const [found] = checkNone(write([message(1026, false), message(100, false)]));
    expect(ENGLISH.say(found?.fix?.title ?? "")).toBe("Mark messages[1], where the prefix is 1,126 tokens");
  });
});
