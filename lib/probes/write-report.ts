/** A run of probes as a file to keep or to pass on: Markdown for people, JSON for programs. */

import { addAmounts } from "../bill/bill";
import { isExpected } from "../offers/open-questions";
import { readingOf, SWITCHES, type SwitchId } from "../offers/readings";
import { regionName } from "../offers/regions";
import { STATUS_WORDS } from "../run/write-report";
import { formatAmount } from "../values/figures";
import { writeTable } from "../values/markdown-table";
import type { Words } from "../words/create-words";
import { type Message, type MessageKey, tell } from "../words/message";
import { EMULATOR, type Finding, listFindings, nameEndpoint, sayWhy } from "./finding";
import { findProbe, numberOf } from "./list-probes";
import { estimateProbe, listCalls } from "./plan";
import type { ProbeId, SecondKind } from "./probe";
import { MOST_ATTEMPTS, type ProbeRun } from "./probe-run";
import { countCalls } from "./probe-runner";
import { writeCalls, writeNames } from "./write-calls";

/** What a report file says it is. */
export const REPORT_KIND = "prompt-cache-probes";
export const REPORT_VERSION = 1;

export interface ProbeCosts {
  readonly currency: string | null;
  /** By the estimate before the run; null where a price is unknown. */
  readonly most: number | null;
  /** By the price table, for calls that were answered. */
  readonly spent: number | null;
  /** The most that calls without an answer may have cost besides; what the service refused is not billed. */
  readonly maybe: number | null;
}

/** What a run costs and may have cost. */
export function sumCosts({ plan, sent }: ProbeRun): ProbeCosts {
  const estimates = plan.probes.map((id) => estimateProbe(plan, id));
  const answered = sent.filter(({ result }) => result?.kind === "answered");
  const lost = sent.filter(({ result }) => result === null || result.kind === "failed");
  return {
    currency: estimates[0]?.currency ?? null,
    most: addAmounts(estimates.map(({ most }) => most)),
    spent: addAmounts(answered.map(({ cost, most }) => cost ?? most)),
    maybe: addAmounts(lost.map(({ cost, most }) => cost ?? most)),
  };
}

/** The run as JSON text. It holds no prompt, no key and no account. */
export function writeProbeJson(run: ProbeRun): string {
  const { plan, status, aside } = run;
  const { model, region, second, startedAt } = plan;
  const report = {
    kind: REPORT_KIND,
    version: REPORT_VERSION,
    model,
    region,
    endpoint: nameEndpoint(plan),
    date: new Date(startedAt * 1000).toISOString(),
    second,
    status,
    costs: sumCosts(run),
    calls: { sent: run.sent.length, planned: countCalls(run).of },
    aside,
    findings: listFindings(run),
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}

/** What a reading means, as a sentence. */
export const sayReading = (id: SwitchId, reading: string): Message =>
  tell(`readings.${id}_${reading}` as MessageKey);

/** What a probe asks: one question for each switch that it settles. */
export function listQuestions(
  id: ProbeId,
  second: SecondKind | null,
): readonly { readonly id: SwitchId | null; readonly asks: Message }[] {
  const { switches } = findProbe(id);
  if (switches.length === 0) return [{ id: null, asks: tell("probeReport.counting") }];
  // Of the switches about a second key only that of its kind is asked.
  const asked = switches.filter((one) => id !== "sharing" || second === null || one === `second-${second}`);
  return asked.map((one) => ({ id: one, asks: tell(`readings.${one}` as MessageKey) }));
}

/** How an observation stands to what is documented, or assumed where nothing is. */
export function compareWithSource(id: SwitchId, reading: string, model: string): Message {
  const isSame = isExpected(id, reading, model);
  const first = { reading: sayReading(id, readingOf(undefined, id)) };
  if (SWITCHES[id].evidence === "documented") {
    return isSame ? tell("probeReport.asDocumented") : tell("probeReport.notAsDocumented", first);
  }
  return isSame ? tell("probeReport.asAssumed") : tell("probeReport.notAsAssumed", first);
}

const FIGURES: ReadonlySet<string> = new Set([
  "all",
  "english",
  "chinese",
  "russian",
  "code",
  "json",
  "numbers",
  "often",
]);

/** Figures besides the readings, e.g. how many tokens the model takes. */
export const listFigures = ({ figures }: Pick<Finding, "figures">): readonly Message[] =>
  Object.entries(figures)
    .filter(([name]) => FIGURES.has(name))
    .map(([name, value]) => ({
      key: `probeReport.figure_${name}` as MessageKey,
      values: { value: value.toFixed(3) },
    }));

function writeFindings({ plan }: ProbeRun, found: ReadonlyMap<ProbeId, Finding>, words: Words): string[] {
  const { t, say, sentences, list } = words;
  const rows = plan.probes.flatMap((probe) =>
    listQuestions(probe, plan.second).map(({ id, asks }) => {
      const finding = found.get(probe);
      const why = finding && sayWhy(finding);
      const reading = id === null ? undefined : finding?.readings[id];
      const answer = (): string => {
        if (!finding) return t("probeReport.notFinished");
        if (why) return t("probeReport.cannotTell", { why });
        if (id === null) return list(listFigures(finding).map(say));
        return reading === undefined ? t("probeReport.partUnclear") : say(sayReading(id, reading));
      };
      const ground = id && SWITCHES[id];
      const source = ground ? tell("probeReport.sourceOf", { source: ground.source, asOf: ground.asOf }) : "";
      const compared = id !== null && reading !== undefined ? compareWithSource(id, reading, plan.model) : "";
      return [String(numberOf(probe)), say(asks), answer(), sentences([compared, source])];
    }),
  );
  const heads = ["number", "question", "finding", "documentation"] as const;
  return writeTable(
    heads.map((head) => t(`probeReport.${head}`)),
    rows,
  );
}

function writeProbe(run: ProbeRun, finding: Finding, words: Words): string[] {
  const { t, say, list, sentences } = words;
  const { probe, readings } = finding;
  const { repeats } = findProbe(probe);
  const why = sayWhy(finding);
  const figures = listFigures(finding);
  return [
    `## ${numberOf(probe)} · ${t(`probes.title_${probe}`)} (${probe})`,
    "",
    t(`probes.asks_${probe}`),
    "",
    ...listQuestions(probe, finding.second).map(({ id, asks }) => {
      if (id === null) return `- ${say(asks)}`;
      const reading = readings[id];
      const said = reading === undefined ? "" : `**${say(sayReading(id, reading))}**`;
      const others = SWITCHES[id].readings.filter((other) => other !== reading);
      const listed = sentences(others.map((other) => sayReading(id, other)));
      const key = reading === undefined ? "possible" : "instead";
      return `- ${sentences([asks, said, tell(`probeReport.${key}`, { listed })])}`;
    }),
    ...(why ? [`- **${t("probeReport.cannotTell", { why })}**`] : []),
    ...(figures.length > 0 ? [`- ${list(figures.map(say))}`] : []),
    "",
    t("probeReport.asked", { repeats, calls: listCalls(findProbe(probe), run.plan).length }),
    "",
    ...writeNames(run, finding, words),
    "",
    t("probeReport.cameBack"),
    "",
    ...writeCalls(finding, words),
    "",
  ];
}

const SECONDS = {
  key: "probeReport.secondKey",
  workspace: "probeReport.secondWorkspace",
  region: "probeReport.secondRegion",
} as const;

function writeFacts(run: ProbeRun, { t, say }: Words): string[] {
  const { plan, status, problem } = run;
  const { currency, ...costs } = sumCosts(run);
  const amount = (value: number | null): string =>
    value === null ? t("probeReport.unknown") : formatAmount(value, currency);
  const stands = t(STATUS_WORDS[status]);
  const endpoint = nameEndpoint(plan);
  const region = plan.region === null ? t("probeReport.unknown") : say(regionName(plan.region));
  return [
    t("probeReport.model", { model: plan.model }),
    t("probeReport.region", { region }),
    t("probeReport.endpoint", { endpoint: endpoint === EMULATOR ? t("probeReport.emulator") : endpoint }),
    t("probeReport.date", { date: new Date(plan.startedAt * 1000).toISOString() }),
    ...(plan.second === null ? [] : [t(SECONDS[plan.second])]),
    problem
      ? t("probeReport.statusWhy", { status: stands, sentence: problem.sentence })
      : t("probeReport.status", { status: stands }),
    t("probeReport.calls", { sent: run.sent.length, planned: countCalls(run).of }),
    plan.target.kind === "emulator"
      ? t("probeReport.costsEmulated", { most: amount(costs.most), spent: amount(costs.spent) })
      : t("probeReport.costs", {
          most: amount(costs.most),
          spent: amount(costs.spent),
          maybe: amount(costs.maybe),
        }),
  ].map((line) => `- ${line}`);
}

function writeAside({ aside }: ProbeRun, { t }: Words): string[] {
  if (aside.length === 0) return [t("probeReport.asideNone")];
  return aside.map(
    ({ probe, repeat, attempt, why }) =>
      `- ${t("probeReport.asideLine", {
        probe,
        repeat: String(repeat + 1),
        attempt: String(attempt + 1),
        why: tell(`probeReport.aside_${why}`),
      })}`,
  );
}

/** The run as a Markdown document that explains itself; the JSON stands in it too, so that either file can be loaded. */
export function writeProbeReport(run: ProbeRun, words: Words): string {
  const { t } = words;
  const findings = listFindings(run);
  const found = new Map(findings.map((finding) => [finding.probe, finding]));
  const settled = findings.filter(({ verdict }) => verdict === "settled").length;
  const lines = [
    `# ${t("probeReport.title")}`,
    "",
    `**${t("probeReport.summary", { settled: String(settled), count: run.plan.probes.length })}** ${t("probeReport.about")}`,
    "",
    ...(run.plan.target.kind === "emulator" ? [`**${t("probeReport.onEmulator")}**`, ""] : []),
    ...writeFacts(run, words),
    "",
    `## ${t("probeReport.findings")}`,
    "",
    ...writeFindings(run, found, words),
    "",
    `## ${t("probeReport.how")}`,
    "",
    ...(["howWords", "howBodies", "howControls", "howSettled", "howMost"] as const).map(
      (key) => `- ${t(`probeReport.${key}`)}`,
    ),
    `- ${t("probeReport.howAside", { attempts: String(MOST_ATTEMPTS) })}`,
    "",
    ...findings.flatMap((finding) => writeProbe(run, finding, words)),
    `## ${t("probeReport.aside")}`,
    "",
    ...writeAside(run, words),
    "",
    "<details>",
    `<summary>${t("probeReport.raw")}</summary>`,
    "",
    "```json",
    writeProbeJson(run).trimEnd(),
    "```",
    "",
    "</details>",
  ];
  return `${lines.join("\n")}\n`;
}
