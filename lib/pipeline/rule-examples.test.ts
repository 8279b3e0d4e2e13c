/** The examples on the rules' pages, opened in the playground: the bad one shows its problem, the good one none. */
import { describe, expect, it } from "vitest";
import type { RuleExample } from "../lint/rule";
import { RULES } from "../lint/rules/all-rules";
import { scenarioOfBodies } from "../timeline/scenario-of-bodies";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());

const rulesOf = ({ text, region, following = [] }: RuleExample): string[] =>
  analyse(
    text,
    { model: "qwen3.7-max", region, scenario: scenarioOfBodies("Example", following) },
    open,
  ).diagnostics.map(({ rule }) => rule);

describe.each(RULES.map((rule) => [rule.id, rule.examples] as const))("%s", (id, { good, bad }) => {
  it("shows in its bad example", () => {
    expect(rulesOf(bad)).toContain(id);
  });
  it("is silent in its good one, as all others are", () => {
    expect(rulesOf(good)).toEqual([]);
  });
});
