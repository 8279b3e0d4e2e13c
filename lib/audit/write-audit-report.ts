/** An audit as a file to keep or to pass on: Markdown for people, JSON for programs. Neither holds a key. */

import { spentOf } from "../run/money";
import { STATUS_WORDS } from "../run/write-report";
import { formatAmount, orDash } from "../values/figures";
import { writeTable } from "../values/markdown-table";
import type { Words } from "../words/create-words";
import { tell } from "../words/message";
import { writeJsonFile } from "../words/write-json";
import { type AuditCall, type AuditState, countedOf, moneyOf } from "./audit-state";
import { THRESHOLDS } from "./audit-thresholds";
import { currencyOf } from "./estimate-audit";
import { judgeAudit } from "./judge-audit";
import { nameMoment, timesOf } from "./judged-call";
import { spreadOf } from "./spread";
import { SURENESS_WORDS } from "./verdict";

const seconds = (value: number | null): string => orDash(value, (known) => known.toFixed(3));
const tokens = (value: number | undefined): string => orDash(value, String);
const amount = (value: number | null): string => orDash(value, formatAmount);

function nameTarget({ plan: { target } }: Pick<AuditState, "plan">, { t }: Words): string {
  return target.kind === "emulator"
    ? t("audit.reportEmulator", { behaviour: target.behaviour })
    : t("audit.reportEndpoint", { name: target.name, endpoint: target.endpoint });
}

/** Spreads of the times that the verdict rests on; null for a kind without calls. */
function spreadsOf(calls: readonly AuditCall[]) {
  const { times, what } = timesOf(calls);
  return { what, short: spreadOf(times.short), cold: spreadOf(times.cold), warm: spreadOf(times.warm) };
}

/** Kinds of calls in a word. */
export const KIND_WORDS = {
  opening: "audit.opening",
  short: "audit.short",
  cold: "audit.cold",
  warm: "audit.warm",
} as const;

function writeCall(call: AuditCall, { t, sentences }: Words): string[] {
  const { order, pair, kind, usage, firstToken, total, cost, reportedCost, counts, fault } = call;
  const notes = sentences([counts ? "" : tell("audit.notJudged"), fault ?? ""]);
  return [
    String(order + 1),
    String(pair),
    t(KIND_WORDS[kind]),
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

const CALL_HEADS = [
  "audit.call",
  "audit.pair",
  "audit.kind",
  "audit.prompt",
  "audit.read",
  "audit.written",
  "audit.firstTokenSeconds",
  "audit.totalSeconds",
  "audit.cost",
  "audit.reportedCost",
  "audit.notes",
] as const;
const SPREAD_HEADS = [
  "audit.kind",
  "audit.calls",
  "audit.least",
  "audit.lowerQuartile",
  "audit.median",
  "audit.upperQuartile",
  "audit.most",
] as const;

/** The audit as a Markdown document. */
export function writeMarkdownAudit(state: AuditState, words: Words): string {
  const { t, say } = words;
  const { plan, calls, problem } = state;
  const money = moneyOf(state);
  const write = (sum: number | null): string => `${amount(sum)} ${currencyOf(plan) ?? ""}`.trimEnd();
  const status = t(STATUS_WORDS[state.status]);
  const judged = countedOf(state);
  const { sentence, sureness, evidence } = judgeAudit(judged);
  const { what, ...spreads } = spreadsOf(judged);
  const planned = {
    pairs: String(plan.pairs),
    warmCalls: String(plan.warmCalls),
    tokens: String(plan.promptTokens),
  };
  const lines = [
    `# ${t("audit.reportTitle")}`,
    "",
    `**${say(sentence)}** ${say(SURENESS_WORDS[sureness])}`,
    "",
    ...evidence.map((each) => `- ${say(each)}`),
    "",
    ...[
      t("audit.reportTarget", { target: nameTarget(state, words) }),
      t("audit.reportModel", { model: plan.model, dialect: plan.dialect }),
      plan.marked ? t("audit.reportPlanMarked", planned) : t("audit.reportPlanBare", planned),
      t("audit.reportStarted", { started: new Date(plan.startedAt * 1000).toISOString() }),
      problem
        ? t("audit.reportStatusWhy", { status, sentence: problem.sentence })
        : t("audit.reportStatus", { status }),
      t("audit.reportCost", { cost: write(money.billed) }),
      ...(money.open > 0 ? [t("audit.reportMaybe", { count: money.open, most: write(money.maybe) })] : []),
    ].map((line) => `- ${line}`),
    "",
    `## ${t("audit.reportSeconds", { what: nameMoment(what) })}`,
    "",
    ...writeTable(
      SPREAD_HEADS.map((key) => t(key)),
      (["short", "cold", "warm"] as const).flatMap((kind) => {
        const spread = spreads[kind];
        if (!spread) return [];
        const { count, min, lower, median, upper, max } = spread;
        return [[t(KIND_WORDS[kind]), String(count), ...[min, lower, median, upper, max].map(seconds)]];
      }),
    ),
    "",
    `## ${t("audit.reportCalls")}`,
    "",
    ...writeTable(
      CALL_HEADS.map((key) => t(key)),
      calls.map((call) => writeCall(call, words)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** The audit as JSON text: the verdict, the lines it was drawn by, and every call with its raw usage. */
export function writeJsonAudit(state: AuditState, words: Words): string {
  const { plan, status, calls, problem, ceiling } = state;
  const judged = countedOf(state);
  const report = {
    verdict: judgeAudit(judged),
    plan,
    status,
    problem,
    ceiling,
    money: moneyOf(state),
    spent: spentOf(moneyOf(state)),
    currency: currencyOf(plan),
    spreads: spreadsOf(judged),
    thresholds: THRESHOLDS,
    calls,
  };
  return writeJsonFile(report, words);
}
