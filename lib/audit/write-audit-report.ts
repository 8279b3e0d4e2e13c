/** An audit as a file to keep or to pass on: Markdown for people, JSON for programs. Neither holds a key. */

import { formatAmount, orDash } from "../values/figures";
import { writeTable } from "../values/markdown-table";
import { type AuditCall, type AuditState, countedOf, spentOf } from "./audit-state";
import { THRESHOLDS } from "./audit-thresholds";
import { currencyOf } from "./estimate-audit";
import { judgeAudit } from "./judge-audit";
import { timesOf } from "./judged-call";
import { spreadOf } from "./spread";
import { SURENESS_WORDS } from "./verdict";

const seconds = (value: number | null): string => orDash(value, (known) => known.toFixed(3));
const tokens = (value: number | undefined): string => orDash(value, String);
const amount = (value: number | null): string => orDash(value, formatAmount);

function nameTarget({ plan: { target } }: Pick<AuditState, "plan">): string {
  return target.kind === "emulator"
    ? `the playground's emulator, ${target.behaviour}`
    : `${target.name} (${target.endpoint})`;
}

/** Spreads of the times that the verdict rests on; null for a kind without calls. */
function spreadsOf(calls: readonly AuditCall[]) {
  const { times, what } = timesOf(calls);
  return { what, short: spreadOf(times.short), cold: spreadOf(times.cold), warm: spreadOf(times.warm) };
}

function writeCall(call: AuditCall): string[] {
  const { order, pair, kind, usage, firstToken, total, cost, reportedCost, counts, fault } = call;
  const notes = [counts ? "" : "Not judged.", fault ?? ""].filter((note) => note !== "").join(" ");
  return [
    String(order + 1),
    String(pair),
    kind,
    tokens(usage?.prompt),
    tokens(usage?.read),
    tokens(usage?.written),
    seconds(firstToken),
    seconds(total),
    amount(cost),
    amount(reportedCost),
    notes,
  ];
}

const CALL_HEADS = ["Call", "Pair", "Kind", "Prompt", "Read", "Written"].concat([
  "First token, s",
  "Total, s",
  "Cost",
  "Reported cost",
  "Notes",
]);
const SPREAD_HEADS = ["Kind", "Calls", "Least", "Lower quartile", "Median", "Upper quartile", "Most"];

/** The audit as a Markdown document. */
export function writeMarkdownAudit(state: AuditState): string {
  const { plan, status, calls, problem } = state;
  const judged = countedOf(state);
  const { sentence, sureness, evidence } = judgeAudit(judged);
  const { what, ...spreads } = spreadsOf(judged);
  const lines = [
    "# Audit of an endpoint",
    "",
    `**${sentence}** ${SURENESS_WORDS[sureness]}`,
    "",
    ...evidence.map((each) => `- ${each}`),
    "",
    `- Target: ${nameTarget(state)}`,
    `- Model: ${plan.model}, ${plan.dialect} dialect`,
    `- Plan: ${plan.pairs} pairs of one cold and ${plan.warmCalls} warm calls, prompts of about ${plan.promptTokens} tokens ${plan.marked ? "with a marker" : "without markers"}`,
    `- Started: ${new Date(plan.startedAt * 1000).toISOString()}`,
    `- Status: ${status}${problem ? `. ${problem.sentence}` : ""}`,
    `- Cost by the price table: ${amount(spentOf(state))} ${currencyOf(plan) ?? ""}`.trimEnd(),
    "",
    `## Seconds: ${what}`,
    "",
    ...writeTable(
      SPREAD_HEADS,
      Object.entries(spreads).flatMap(([kind, spread]) => {
        if (!spread) return [];
        const { count, min, lower, median, upper, max } = spread;
        return [[kind, String(count), ...[min, lower, median, upper, max].map(seconds)]];
      }),
    ),
    "",
    "## Calls",
    "",
    ...writeTable(CALL_HEADS, calls.map(writeCall)),
  ];
  return `${lines.join("\n")}\n`;
}

/** The audit as JSON text: the verdict, the lines it was drawn by, and every call with its raw usage. */
export function writeJsonAudit(state: AuditState): string {
  const { plan, status, calls, problem, ceiling } = state;
  const judged = countedOf(state);
  const report = {
    verdict: judgeAudit(judged),
    plan,
    status,
    problem,
    ceiling,
    spent: spentOf(state),
    currency: currencyOf(plan),
    spreads: spreadsOf(judged),
    thresholds: THRESHOLDS,
    calls,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
