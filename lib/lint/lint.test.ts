/** Every rule reports its bad example, is silent about its good one, and its mend mends. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { parsePrompt } from "../prompt/parse";
import { ENGLISH } from "../words/plain-words";
import type { Diagnostic } from "./diagnostic";
import { fakeContext } from "./fake-context";
import { lintErrors, lintPrompt } from "./lint";
import type { RuleExample } from "./rule";
import { findRule, RULES } from "./rules/all-rules";

function lint({ text, region, following }: RuleExample): Diagnostic[] {
  const context = fakeContext(text, region, following);
  return context ? lintPrompt(context) : lintErrors(text, parsePrompt(text).errors);
}

const of = (rule: string, found: readonly Diagnostic[]) =>
  found.filter((diagnostic) => diagnostic.rule === rule);

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("reports its bad example, as it says", () => {
    const found = of(id, lint(rule.examples.bad));
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((diagnostic) => diagnostic.severity === rule.severity)).toBe(true);
    for (const { message, range } of found) {
      expect(ENGLISH.say(message)).toMatch(/^[^\s].*[^.]\.$/);
      expect(range.start).toBeLessThanOrEqual(range.end);
    }
  });
  it("is silent about its good example, as all others are", () => {
    expect(lint(rule.examples.good)).toEqual([]);
  });
  it("mends its bad example", () => {
    expectMends(id, rule.examples.bad);
  });
  it("is found by its id and rests on a dated page", () => {
    expect(findRule(id)).toBe(rule);
    expect(rule.source).toMatch(/^https:\/\//);
    expect(rule.asOf).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
  });
});

/** The requests that follow a text: those of an example as they stand, else whatever is written after it. */
type Follow = (text: string) => readonly string[];

/** Applying a mend removes its diagnostic and adds none of the same rule. */
function expectMends(id: string, example: RuleExample, follow?: Follow): void {
  const lintText = (text: string) =>
    of(id, lint({ ...example, text, ...(follow ? { following: follow(text) } : {}) }));
  const before = lintText(example.text);
  for (const diagnostic of before) {
    if (!diagnostic.fix) continue;
    const text = applyEdits(example.text, diagnostic.fix.edits);
    const after = lintText(text);
    expect(after.length, `${diagnostic.fix.title}\n${text.slice(0, 500)}`).toBeLessThan(before.length);
  }
}

/** Mends of one rule, applied one after the other, come to an end. */
function expectEnds(id: string, example: RuleExample, follow: Follow): void {
  let { text } = example;
  let left = Number.POSITIVE_INFINITY;
  for (;;) {
    const found = of(id, lint({ ...example, text, following: follow(text) }));
    expect(found.length, text.slice(0, 500)).toBeLessThan(left);
    left = found.length;
    const edits = found.find(({ fix }) => fix)?.fix?.edits;
    if (!edits) return;
    text = applyEdits(text, edits);
  }
}

const marker = { type: "ephemeral" };
const long = "x".repeat(1500);
const clock = `You help.\nCurrent time: 09:30:12\nSession id: 7f3a91c04e\n${long}`;
const part = fc
  .record({
    text: fc.constantFrom("", "short", long, clock),
    marker: fc.constantFrom<unknown>(
      undefined,
      undefined,
      marker,
      { type: "other" },
      { type: "ephemeral", ttl: "1h" },
    ),
    key: fc.constantFrom("cache_control", "cache_control", "prompt_cache_breakpoint"),
  })
  .map(({ text, marker: value, key }) => ({
    type: "text",
    text,
    ...(value === undefined ? {} : { [key]: value }),
  }));
const message = fc
  .record({
    role: fc.constantFrom("system", "user", "user", "assistant", "tool", "developer", "nobody"),
    content: fc.oneof(
      fc.constantFrom<unknown>("", "short", long, clock, null),
      fc.array(part, { maxLength: 3 }),
    ),
    beside: fc.constantFrom(undefined, undefined, undefined, marker),
    thinking: fc.constantFrom(undefined, undefined, undefined, "Let me see."),
  })
  .map(({ role, content, beside, thinking }) => ({
    role,
    content,
    ...(thinking ? { reasoning_content: thinking } : {}),
    ...(beside ? { cache_control: beside } : {}),
  }));
const tool = fc.constantFrom(
  { type: "function", function: { name: "f" } },
  { type: "function", function: { name: "g" }, cache_control: marker },
);
const example = fc
  .record({
    model: fc.constantFrom(
      "qwen3.7-max",
      "qwen3-max",
      "qwen4-max",
      "qwen3.7-plus",
      "qwen3.7-maxx",
      "unheard-of",
    ),
    tools: fc.array(tool, { maxLength: 2 }),
    messages: fc.array(message, { minLength: 1, maxLength: 7 }),
    request: fc.constantFrom(undefined, undefined, marker),
    region: fc.constantFrom("intl" as const, "cn" as const, "eu" as const),
    indent: fc.constantFrom(0, 2),
  })
  .map(({ region, indent, request, ...body }): RuleExample => {
    return {
      text: JSON.stringify({ ...body, ...(request ? { cache_control: request } : {}) }, null, indent),
      region,
    };
  });

interface Body {
  readonly messages: readonly { readonly role: string }[];
  readonly tools: readonly unknown[];
}
const rewrite = (change: (body: Body) => Body) => (text: string) => [
  JSON.stringify(change(JSON.parse(text) as Body)),
];
const ask = { role: "user", content: "And the next one?" };
/** How a conversation may go on: not at all, longer, with another last message, with other tools, without its head. */
const follow = fc.constantFrom<Follow>(
  () => [],
  rewrite((body) => ({ ...body, messages: [...body.messages, ask] })),
  rewrite((body) => ({ ...body, messages: [...body.messages.slice(0, -1), ask] })),
  rewrite((body) => ({ ...body, tools: body.tools.toReversed() })),
  rewrite((body) => ({ ...body, messages: [ask, ...body.messages.slice(1)] })),
);

describe("for any request", () => {
  it.each(RULES.map((rule) => rule.id))("a mend of %s removes its diagnostic and adds none", (id) => {
    fc.assert(
      fc.property(example, follow, (request, goOn) => {
        expectMends(id, request, goOn);
        expectEnds(id, request, goOn);
      }),
      { numRuns: 80 },
    );
  });
  it("every diagnostic lies inside the text and in its order", () => {
    fc.assert(
      fc.property(example, (request) => {
        const found = lint(request);
        const starts = found.map((diagnostic) => diagnostic.range.start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        for (const { range } of found) expect(range.end).toBeLessThanOrEqual(request.text.length);
      }),
    );
  });
});

describe("what the sentences say", () => {
  const body = (messages: unknown[], model = "qwen3.7-max") => ({
    text: JSON.stringify({ model, messages }),
    region: "intl" as const,
  });
  const marked = (text: string) => ({
    role: "user",
    content: [{ type: "text", text, cache_control: marker }],
  });

  it.each([
    [
      "below-minimum",
      body([marked("x".repeat(812))]),
      "This marker's prefix is 812 tokens; below 1,024 nothing is cached.",
      "Remove the marker",
    ],
    [
      "below-minimum",
      body([marked("x"), { role: "user", content: long }]),
      "This marker's prefix is 1 token; below 1,024 nothing is cached.",
      "Move the marker to messages[1], where the prefix is 1,501 tokens",
    ],
    [
      "too-many-markers",
      body([1, 2, 3, 4, 5].map(() => marked(long))),
      "Of 5 markers only the last 4 count (messages[1].content[0], messages[2].content[0], messages[3].content[0], messages[4].content[0]); this one makes no entry.",
      "Remove the marker that does not count",
    ],
    [
      "markers-without-effect",
      body([marked("x")]),
      "The only marker takes no effect: this request writes and reads nothing, and the implicit cache is off as well.",
      "Remove the marker",
    ],
    [
      "no-marker",
      body([{ role: "user", content: "x" }]),
      "Nothing is cached: the whole prompt is 5 tokens, and a prefix needs 1,024.",
      undefined,
    ],
    [
      "explicit-not-offered",
      body([marked(long)], "qwen3.7-plus"),
      "It is not known whether qwen3.7-plus has the explicit cache in Singapore. The price of its explicit reads in Singapore is known only by a ratio, and the list of offers (2026-09-24) does not name it. Its markers are played as if it had.",
      undefined,
    ],
    [
      "explicit-not-offered",
      body([marked(long)], "kimi-k2.6"),
      "kimi-k2.6 has no explicit cache in Singapore, so markers write no entries; it is offered in Beijing.",
      "Remove the marker",
    ],
  ])("%s %#", (id, request, sentence, title) => {
    const [found] = of(id, lint(request));
    expect(ENGLISH.say(found?.message ?? "")).toBe(sentence);
    expect(found?.fix && ENGLISH.say(found.fix.title)).toBe(title);
  });
});
