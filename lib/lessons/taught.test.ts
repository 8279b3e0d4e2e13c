/** Every term, kind of reason and rule leads to one lesson; what none teaches yet is named here. */
import { expect, it } from "vitest";
import { listTerms } from "../glossary/terms";
import { RULES } from "../lint/rules/all-rules";
import { listReasonKinds } from "../reasons/kinds";
import { LADDER, type Taught } from "./ladder";

/** One a line: a lesson that claims one of them takes its line out. */
const NOT_TAUGHT_YET: ReadonlySet<Taught> = new Set<Taught>([
  "term:filler",
  "term:shape",
  "term:scenario",
  "reason:price_unknown",
  "reason:unknown",
  "rule:empty-marked-text",
]);

const ALL: readonly Taught[] = [
  ...listTerms().map(({ id }): Taught => `term:${id}`),
  ...listReasonKinds().map((kind): Taught => `reason:${kind}`),
  ...RULES.map(({ id }): Taught => `rule:${id}`),
];
const taught = LADDER.flatMap(({ teaches }) => teaches);

it("teaches nothing that there is not", () => {
  expect(taught.filter((each) => !ALL.includes(each))).toEqual([]);
});

it("leads to a lesson from everything but what is named as not taught yet", () => {
  expect(ALL.filter((each) => !taught.includes(each))).toEqual(
    ALL.filter((each) => NOT_TAUGHT_YET.has(each)),
  );
});
