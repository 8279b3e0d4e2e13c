/** An audit as a file to keep or to pass on: Markdown for people, JSON for programs. Neither holds a key. */
import { type AuditCall, type AuditState, countedOf, spentOf } from "./audit-state";
import { THRESHOLDS } from "./audit-thresholds";
import { currencyOf } from "./estimate-audit";
import { judgeAudit } from "./judge-audit";
import { timesOf } from "./judged-call";
import { spreadOf } from "./spread";
import { SURENESS_WORDS } from "./verdict";

const seconds = (value: number | null): string => (value === null ? "–" : value.toFixed(3));
const tokens = (value: number | undefined): string => (value === undefined ? "–" : String(value));
const amount = (value: number | null): string => (value === null ? "–" : value.toPrecision(4));

/** A cell must not end the row it stands in. */
const cell = (text: string): string => text.replace(/[\r\n]+/g, " ").replaceAll("|", "\\|");
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

export function nameTarget({ plan: { target } }: Pick<AuditState, "plan">): string {
  return target.kind === "emulator"
    ? `the playground's emulator, ${target.behaviour}`
    : `${target.name} (${target.endpoint})`;
}

/** Spreads of the times that the verdict rests on; null for a kind without calls. */
export function spreadsOf(calls: readonly AuditCall[]) {
  const { times, what } = timesOf(calls);
  return { what, short: spreadOf(times.short), cold: spreadOf(times.cold), warm: spreadOf(times.warm) };
}

function writeCall(call: AuditCall): string {
  const { order, pair, kind, usage, firstToken, total, cost, reportedCost, counts, fault } = call;
  const notes = [counts ? "" : "Not judged.", fault ?? ""].filter((note) => note !== "").join(" ");
  return row([
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
  ]);
}

const CALL_HEADS = ["Call", "Pair", "Kind", "Prompt", "Read", "Written"].concat([
  "First token, s",
  "Total, s",
  "Cost",
  "Reported cost",
  "Notes",
]);
const SPREAD_HEADS = ["Kind", "Calls", "Least", "Lower quartile", "Median", "Upper quartile", "Most"];

const head = (cells: readonly string[]): string[] => [row(cells), `|${" --- |".repeat(cells.length)}`];

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
    ...head(SPREAD_HEADS),
    ...Object.entries(spreads).flatMap(([kind, spread]) =>
      spread
        ? [
            row([
              kind,
              String(spread.count),
              ...[spread.min, spread.lower, spread.median, spread.upper, spread.max].map(seconds),
            ]),
          ]
        : [],
    ),
    "",
    "## Calls",
    "",
    ...head(CALL_HEADS),
    ...calls.map(writeCall),
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
