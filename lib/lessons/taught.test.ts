/** Every term, kind of reason and rule leads to one lesson; what none teaches yet is named here. */
import { expect, it } from "vitest";
import { listTerms } from "../glossary/terms";
import { RULES } from "../lint/rules/all-rules";
import { listReasonKinds } from "../reasons/kinds";
import { LADDER, type Taught } from "./ladder";

/** One a line: a lesson that claims one of them takes its line out. */
const NOT_TAUGHT_YET: ReadonlySet<Taught> = new Set<Taught>([
  "term:breakpoint",
  "term:lookback",
  "term:block",
  "term:filler",
  "term:implicit",
  "term:explicit",
  "term:session",
  "term:shape",
  "term:atBest",
  "term:keepAlive",
  "term:placement",
  "term:scenario",
  "term:estimate",
  "term:calibrated",
  "reason:expired",
  "reason:not_yet_written",
  "reason:beyond_lookback",
  "reason:marker_dropped",
  "reason:not_offered",
  "reason:implicit_not_promised",
  "reason:price_unknown",
  "reason:not_found",
  "reason:unknown",
  "rule:marker-on-string-content",
  "rule:marker-where-nobody-looks",
  "rule:marker-shape",
  "rule:too-many-markers",
  "rule:several-markers-in-message",
  "rule:merged-system",
  "rule:tools-marker-ignored",
  "rule:markers-without-effect",
  "rule:explicit-not-offered",
  "rule:empty-marked-text",
  "rule:marker-on-changing-tail",
  "rule:lookback-exceeded",
  "rule:marker-in-image-message",
  "rule:marker-on-tool-result",
  "rule:system-not-first",
  "rule:repeated-content",
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
