/** A comparison of systems as a file: CSV for a spreadsheet, Markdown for people. */
import type { CountBasis } from "../compare/compared-system";
import type { ServiceJudgement } from "../export/judge-for";
import { findAssumption } from "../offers/assumptions";
import type { SystemKind } from "../systems/comparable";
import { writeCsvTable } from "../values/csv-table";
import {
  formatChange,
  formatMany,
  formatMoney,
  formatNumber,
  formatPercent,
  orDash,
} from "../values/figures";
import { writeCell, writeTable } from "../values/markdown-table";
import { ENGLISH } from "../words/plain-words";
import type { Refusal, RowJudgements, SystemRow } from "./compare-report";
import type { RankedGroup, RankedRow } from "./rank-systems";

export const KIND_NAMES: Readonly<Record<SystemKind, string>> = {
  explicit: "explicit",
  automatic: "automatic",
  rented: "rented",
  "own-hardware": "own hardware",
  routed: "routed",
};

/** e.g. `−48.7%`; a dash where it cannot be told. */
export const sayChange = (share: number | null): string =>
  orDash(share, (known) => (Math.abs(known) < 0.0005 ? "±0%" : formatChange(known)));

/** How sure the counts of a row are. */
export function sayGrade({ tokens, spread }: Pick<CountBasis, "tokens" | "spread">): string {
  if (tokens !== "estimate" || !spread) return tokens === "given" ? "as given" : "exact";
  const { less, more } = spread;
  const same = Math.abs(less - more) < 0.0005;
  return `estimate ${same ? `±${formatPercent(less)}` : `−${formatPercent(less)} to +${formatPercent(more)}`}`;
}

/** How a row is counted, in full: e.g. `exact with o200k_base`. */
export const sayCounts = (row: CountBasis): string =>
  row.vocabulary === null ? sayGrade(row) : `${sayGrade(row)} with ${row.vocabulary}`;

/** Which requests, counted from 1 for a reader, and why. */
export function sayRefusal({ message, requests }: Refusal, all: number): string {
  const some = requests.slice(0, 5).map((index) => index + 1);
  const more = requests.length - some.length;
  const which =
    requests.length === all
      ? `all ${formatMany(all, "request")}`
      : `request${requests.length === 1 ? "" : "s"} ${some.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return `Refuses ${requests.length === 1 && all === 1 ? "the request" : which}: ${message}`;
}

const COLUMNS = [
  "system",
  "model",
  "kind",
  "tokens",
  "counted_with",
  "read_tokens",
  "written_tokens",
  "uncached_tokens",
  "completion_tokens",
  "currency",
  "cost",
  "cost_without_cache",
  "against_no_cache",
  "against_cheapest_in_currency",
  "refusals",
  "markers_in_its_words",
  "assumptions",
] as const;

const sayRefusals = ({ refusals, requests }: SystemRow): string =>
  refusals.map((refusal) => sayRefusal(refusal, requests.length)).join(" ");

const OUTCOMES = { refused: "Refused", ignored: "Ignored" } as const;

/** What a service says of a marker, with its place in the document. */
const sayJudgement = ({ outcome, message, pointer }: ServiceJudgement): string =>
  `${OUTCOMES[outcome]} at ${pointer}: ${ENGLISH.say(message)}`;

function csvRow(
  { row, againstNoCache, againstCheapest }: RankedRow,
  judgements: readonly ServiceJudgement[],
): (string | number | null)[] {
  const { read, written, uncached, completion, cost, costWithoutCache } = row.totals;
  return [
    row.name,
    row.model,
    KIND_NAMES[row.kind],
    sayGrade(row),
    row.vocabulary,
    read,
    written,
    uncached,
    completion,
    row.currency,
    cost,
    costWithoutCache,
    againstNoCache,
    againstCheapest,
    sayRefusals(row),
    judgements.map(sayJudgement).join(" "),
    row.assumptions.join(" "),
  ];
}

/** Shares are fractions; what is unknown is empty. */
export const writeComparisonCsv = (groups: readonly RankedGroup[], judgements: RowJudgements = {}): string =>
  writeCsvTable([
    COLUMNS,
    ...groups.flatMap(({ rows }) => rows.map((ranked) => csvRow(ranked, judgements[ranked.row.id] ?? []))),
  ]);

function writeGroup({ currency, rows, isOwn }: RankedGroup): string[] {
  const billed = currency === null ? "without a list price" : `billed in ${currency}`;
  const head = isOwn
    ? `## Model Studio, ${billed}`
    : `## ${billed.charAt(0).toUpperCase()}${billed.slice(1)}`;
  const cells = rows.map(({ row, readShare, againstNoCache, againstCheapest, isCheapest }) => [
    row.name,
    row.model ?? "–",
    KIND_NAMES[row.kind],
    formatNumber(row.totals.read),
    formatNumber(row.totals.written),
    formatNumber(row.totals.uncached),
    orDash(readShare, formatPercent),
    row.currency === null ? "–" : formatMoney(row.totals.cost, row.currency),
    sayChange(againstNoCache),
    isCheapest ? "cheapest" : sayChange(againstCheapest),
    sayCounts(row),
  ]);
  const headings = ["System", "Model", "Kind", "Read", "Written", "Uncached", "Read of input"];
  const money = ["Cost", "Against no cache", "Against the cheapest here", "Tokens"];
  const refusing = rows.filter(({ row }) => row.refusals.length > 0);
  return [
    head,
    "",
    ...writeTable([...headings, ...money], cells),
    "",
    ...refusing.map(({ row }) => `- ${writeCell(row.name)}: ${writeCell(sayRefusals(row))}`),
    ...(refusing.length > 0 ? [""] : []),
  ];
}

/** What each service refuses or ignores of the document's markers; services that say the same share a line. */
function writeJudgements(groups: readonly RankedGroup[], judgements: RowJudgements): string[] {
  const names = new Map<string, string[]>();
  for (const { row } of groups.flatMap(({ rows }) => rows)) {
    for (const judgement of judgements[row.id] ?? []) {
      const said = sayJudgement(judgement);
      names.set(said, [...(names.get(said) ?? []), row.name]);
    }
  }
  if (names.size === 0) return [];
  const lines = [...names].map(([said, of]) => `- ${writeCell(of.join("; "))}: ${writeCell(said)}`);
  return ["## The markers of the document", "", ...lines, ""];
}

/** @param title of the document; one line */
export function writeComparisonMarkdown(
  groups: readonly RankedGroup[],
  title: string,
  judgements: RowJudgements = {},
): string {
  const ids = new Set(groups.flatMap(({ rows }) => rows.flatMap(({ row }) => row.assumptions)));
  const assumptions = [...ids].flatMap((id) => findAssumption(id) ?? []);
  return [
    `# ${writeCell(title)} on every cache system`,
    "",
    "The same requests by each system's own rules and prices, simulated. Costs are compared within one currency only.",
    "",
    ...groups.flatMap(writeGroup),
    ...writeJudgements(groups, judgements),
    "## Assumptions",
    "",
    ...assumptions.map(({ statement }) => `- ${ENGLISH.say(statement)}`),
    "",
  ].join("\n");
}
