/** The files of an audit hold its verdict, its calls and what it was drawn by. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { SendEvent } from "../run/sending";
import { ENGLISH } from "../words/plain-words";
import type { AuditPlan } from "./audit-plan";
import { startAudit } from "./audit-state";
import { reduceAudit } from "./run-audit";
import { spreadOf } from "./spread";
import { writeJsonAudit, writeMarkdownAudit } from "./write-audit-report";

const FACTS = { most: 0.5, added: [] };
const plan: AuditPlan = {
  target: { kind: "service", endpoint: "operator/gate|way/openai", name: "gate|way", workspace: "" },
  dialect: "openai",
  model: "qwen-plus",
  region: null,
  marked: false,
  promptTokens: 4000,
  pairs: 5,
  warmCalls: 3,
  salt: "salt",
  startedAt: 0,
};
const usage = { prompt_tokens: 70, completion_tokens: 2 };
const answer = { text: "1", reasoning: "", calls: [], finish: "stop", usage, isComplete: true, error: null };
const events: readonly SendEvent[] = [
  { kind: "sent", at: 0, clock: 0, ...FACTS },
  { kind: "answered", clock: 1, answer, requestId: "r" },
  { kind: "sent", at: 2, clock: 2, ...FACTS },
  { kind: "broke-off", clock: 3, sentence: "It broke | off\nmidway." },
];
const stopped = events.reduce(reduceAudit, startAudit(plan, null));

it("writes a table whose rows no text can break", () => {
  const text = writeMarkdownAudit(stopped, ENGLISH);
  const rows = text.split("\n").filter((line) => /^\| \d/.test(line));
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(13);
  expect(rows[1]).toContain("It broke \\| off midway.");
  expect(text).toContain("**These calls cannot tell whether this endpoint caches.**");
  expect(text).toContain("without markers");
});

it("writes JSON that holds every call with its raw usage", () => {
  const report = JSON.parse(writeJsonAudit(stopped, ENGLISH));
  expect(report).toMatchObject({
    verdict: { kind: "cannot-tell" },
    status: "stopped",
    money: { open: 2 },
    spent: 1,
    calls: [
      { rawUsage: { prompt_tokens: 70 }, total: 1 },
      { outcome: "broken", counts: false },
    ],
  });
});

it("orders quartiles, and finds those of a known sample", () => {
  expect(spreadOf([])).toBeNull();
  expect(spreadOf([4, 1, 3, 2])).toEqual({ count: 4, min: 1, lower: 1.75, median: 2.5, upper: 3.25, max: 4 });
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const spread = spreadOf(values);
      const { min = 0, lower = 0, median = 0, upper = 0, max = 0 } = spread ?? {};
      expect([min, lower, median, upper, max]).toEqual(
        [min, lower, median, upper, max].toSorted((a, b) => a - b),
      );
    }),
  );
});
