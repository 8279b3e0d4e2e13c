/** A marker whose band straddles the minimum is called borderline: a warning below it, a note above. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { fakeContext } from "./fake-context";
import type { LintContext } from "./lint-context";
import { belowMinimum } from "./rules/below-minimum";

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
const check = (text: string) => belowMinimum.check(roughContext(text));

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
    expect(found?.message).toBe(sentence);
    expect(found?.severity).toBe(severity);
    expect(more).toEqual([]);
  });

  it("is silent where the whole band is above", () => {
    expect(check(write([message(1036, true)]))).toEqual([]);
  });

  it("offers a boundary whose whole band is above, and never takes a borderline marker away", () => {
    const text = write([message(1018, true), message(10, false), message(100, false)]);
    const [found] = check(text);
    expect(found?.fix?.title).toBe("Move the marker to messages[2], where the prefix is 1,128 tokens");
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
