/** A run as a file to keep or to pass on: Markdown for people, JSON for programs. Neither holds a key. */

import type { Currency } from "../offers/offer";
import { formatAmount, formatNumber, orDash } from "../values/figures";
import { writeTable } from "../values/markdown-table";
import { ENGLISH } from "../words/plain-words";
import { answeredOf, type RunRecord, type RunState, spentOf } from "./run-state";

const write = (tokens: number | undefined): string => orDash(tokens, formatNumber);
const writeSeconds = (seconds: number | null): string => orDash(seconds, (value) => value.toFixed(2));

export interface RunTotals {
  readonly predicted: { readonly read: number; readonly written: number; readonly uncached: number };
  readonly billed: { readonly read: number; readonly written: number; readonly uncached: number };
  /** What may have been billed counts with the most it can be; null where a price is unknown. */
  readonly spent: number | null;
  readonly currency: Currency | null;
}

type Part = "read" | "written" | "uncached";

/** Sums over the requests that have their answer. */
export function totalRun(state: RunState): RunTotals {
  const records = answeredOf(state);
  const sum = (of: (record: RunRecord) => { readonly [Key in Part]: number } | null) => {
    const add = (part: Part): number =>
      records.reduce((total, record) => total + (of(record)?.[part] ?? 0), 0);
    return { read: add("read"), written: add("written"), uncached: add("uncached") };
  };
  return {
    predicted: sum(({ predicted }) => predicted),
    billed: sum(({ billed }) => billed),
    spent: spentOf(state),
    currency: state.records.find(({ predicted }) => predicted?.currency)?.predicted?.currency ?? null,
  };
}

const targetOf = ({ plan: { target } }: RunState): string =>
  target.kind === "emulator" ? "the playground's emulator" : target.name;

/** Pairs of predicted and billed, e.g. "1,204 / 1,204". */
function pair(record: RunRecord, part: Part | "prompt"): string {
  return `${write(record.predicted?.[part])} / ${write(record.billed?.[part])}`;
}

const HEADINGS = [
  "Request",
  "Sent, s",
  "Prompt",
  "Read",
  "Written",
  "Uncached",
  "Completion",
  "Cost",
  "First token, s",
  "Total, s",
  "Id",
  "Notes",
];

function writeRecord(record: RunRecord): string[] {
  const { order, label, sentAt, billed, cost, firstToken, total, requestId, difference, notes } = record;
  const said = [...(difference === null ? [] : [difference]), ...notes].join(" ");
  return [
    `${order + 1} (${ENGLISH.say(label)})`,
    writeSeconds(sentAt),
    pair(record, "prompt"),
    pair(record, "read"),
    pair(record, "written"),
    pair(record, "uncached"),
    write(billed?.completion),
    formatAmount(cost),
    writeSeconds(firstToken),
    writeSeconds(total),
    requestId ?? "–",
    said,
  ];
}

/** The run as a Markdown document. */
export function writeMarkdownReport(state: RunState): string {
  const { predicted, billed, spent, currency } = totalRun(state);
  const { settings, startedAt } = state.plan;
  const lines = [
    "# Live run",
    "",
    `- Target: ${targetOf(state)}`,
    `- Scenario: ${settings.scenario?.name ?? "one request"}`,
    `- Started: ${new Date(startedAt * 1000).toISOString()}`,
    `- Status: ${state.status}${state.problem ? `. ${state.problem.sentence}` : ""}`,
    `- Predicted: ${write(predicted.read)} read, ${write(predicted.written)} written, ${write(predicted.uncached)} uncached`,
    `- Billed: ${write(billed.read)} read, ${write(billed.written)} written, ${write(billed.uncached)} uncached`,
    `- Cost by the price table: ${formatAmount(spent, currency)}`,
    "",
    "Figures are tokens, predicted / billed.",
    "",
    ...writeTable(HEADINGS, state.records.map(writeRecord)),
  ];
  return `${lines.join("\n")}\n`;
}

/** The run as JSON text: its records with the raw usage of each answer, and the document. */
export function writeJsonReport(state: RunState): string {
  const { plan, status, records, problem, ceiling } = state;
  const { text, settings, target, gaps, startedAt } = plan;
  const report = { target, gaps, startedAt, status, problem, ceiling, totals: totalRun(state), records };
  return `${JSON.stringify({ ...report, settings, document: text }, null, 2)}\n`;
}
