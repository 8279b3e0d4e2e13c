/** All safe fixes at once: no word changes, nothing that could be fixed safely is left. */
import { beforeAll, expect, it } from "vitest";
import { RULES } from "../lint/rules/all-rules";
import { parsePrompt } from "../prompt/parse";
import { writeWords } from "../prompt/same-words";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { fixAll } from "./fix-all";
import { createDocumentOpener, type DocumentOpener } from "./open-document";

let open: DocumentOpener;
beforeAll(() => {
  open = createDocumentOpener(loadTestCounters());
});

const settings: Settings = { model: "qwen3.7-max", region: "intl", scenario: null };
const marker = { type: "ephemeral" };
const long = "The cache was warm and the prefix long. ".repeat(200);
const write = (body: unknown) => JSON.stringify(body, null, 2);
const rulesOf = (text: string) => analyse(text, settings, open).diagnostics.map(({ rule }) => rule);

it("mends several problems in one go", () => {
  const text = write({
    model: "qwen3.7-max",
    tools: [{ type: "function", function: { name: "now", parameters: {} }, cache_control: marker }],
    messages: [
      { role: "system", content: long, cache_control: marker },
      {
        role: "user",
        content: [
          { type: "text", text: "Hi", cache_control: marker },
          { type: "text", text: "there", cache_control: marker },
        ],
      },
    ],
  });
  expect(rulesOf(text)).toEqual(
    expect.arrayContaining([
      "marker-on-string-content",
      "tools-marker-ignored",
      "several-markers-in-message",
    ]),
  );
  const { text: after, fixed, left } = fixAll(text, settings, open);
  expect(fixed.length).toBeGreaterThanOrEqual(3);
  expect(left).toBe(0);
  expect(rulesOf(after)).toEqual([]);
});

it("leaves alone what would change a word", () => {
  const text = write({
    model: "qwen3.7-max",
    messages: [
      {
        role: "system",
        content: [
          { type: "text", text: `Be terse.\nCurrent time: 2026-11-21 18:42\n${long}`, cache_control: marker },
        ],
      },
      { role: "user", content: "Hi" },
    ],
  });
  expect(rulesOf(text)).toContain("volatile-before-marker");
  expect(fixAll(text, settings, open)).toMatchObject({ text, fixed: [], left: 1 });
});

it.each(RULES.map(({ id, examples }) => [id, examples.bad] as const))(
  "the bad example of %s says the same afterwards, and a second time changes nothing",
  (_, { text, region }) => {
    const first = fixAll(text, { ...settings, region }, open);
    const before = parsePrompt(text).prompt;
    const after = parsePrompt(first.text).prompt;
    if (!before || !after) {
      expect(first.text).toBe(text);
      return;
    }
    expect(writeWords(before)).toBe(writeWords(after));
    expect(fixAll(first.text, { ...settings, region }, open).text).toBe(first.text);
  },
);
