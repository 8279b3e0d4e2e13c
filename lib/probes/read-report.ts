/** Reads a report of probes back: the JSON file, or the Markdown file that holds the same. */

import { isReading, isSwitch, restoreReadings } from "../offers/readings";
import { isRegion } from "../offers/regions";
import { type Failure, fail } from "../values/failure";
import { type Fields, fieldsOf, readNumber } from "../values/json";
import { tell } from "../words/message";
import { type Finding, type FindingCall, MAX_SAID, type Outcome, WHYS } from "./finding";
import { keepUsage } from "./keep-usage";
import { findProbe, isProbeId } from "./list-probes";
import type { ProbeId } from "./probe";
import { REPORT_KIND, REPORT_VERSION } from "./write-report";

/** Characters. A run of all probes has a tenth of it. */
const MAX_REPORT = 5_000_000;
const MAX_FINDINGS = 200;
const MAX_CALLS = 2000;
const MAX_FIGURES = 40;
const MAX_NAME = 200;
const MAX_COUNT = Number.MAX_SAFE_INTEGER;

/** Thrown with the field that is wrong. */
class WrongField extends Error {}

function need<T>(value: T | null | undefined, field: string): T {
  if (value === null || value === undefined) throw new WrongField(field);
  return value;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], field: string): T {
  return need(
    allowed.find((one) => one === value),
    field,
  );
}

function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null ? null : read(value);
}

function text(value: unknown, most: number, field: string): string {
  if (typeof value !== "string" || value.length > most) throw new WrongField(field);
  return value;
}

/** A name that is not empty and fits into a line. */
function name(value: unknown, field: string): string {
  const read = text(value, MAX_NAME, field);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them belongs into a name
  if (read.trim() === "" || /[\u0000-\u001f\u007f]/.test(read)) throw new WrongField(field);
  return read;
}

function number(value: unknown, field: string, most = MAX_COUNT): number {
  const read = need(readNumber(value), field);
  if (read < 0 || read > most) throw new WrongField(field);
  return read;
}

function whole(value: unknown, field: string, most = MAX_COUNT): number {
  const read = number(value, field, most);
  if (!Number.isInteger(read)) throw new WrongField(field);
  return read;
}

function date(value: unknown): string {
  const written = text(value, 40, "date");
  const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(time)) throw new WrongField("date");
  return new Date(time).toISOString();
}

function readOutcome(value: unknown): Outcome {
  const fields = need(fieldsOf(value), "outcome");
  const kind = oneOf(fields.kind, ["answered", "refused", "failed"], "outcome");
  const said = (): string => text(fields.said, MAX_SAID, "said");
  if (kind === "failed") return { kind, said: said() };
  if (kind === "refused") return { kind, status: whole(fields.status, "status", 999), said: said() };
  return {
    kind,
    prompt: number(fields.prompt, "prompt"),
    read: number(fields.read, "read"),
    written: number(fields.written, "written"),
    completion: number(fields.completion, "completion"),
    lasted: number(fields.lasted, "lasted"),
    usage: keepUsage(fields.usage),
  };
}

function readCall(value: unknown): FindingCall {
  const fields = need(fieldsOf(value), "calls");
  return {
    repeat: whole(fields.repeat, "repeat", 100),
    attempt: whole(fields.attempt, "attempt", 100),
    call: name(fields.call, "call"),
    at: number(fields.at, "at"),
    aside: orNull(fields.aside, (aside) => oneOf(aside, ["failed", "late", "lost"], "aside")),
    outcome: readOutcome(fields.outcome),
  };
}

function list(value: unknown, most: number, field: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new WrongField(field);
  return value;
}

/** All of them must be readings of the probe's own switches. */
function readReadings(value: unknown, probe: ProbeId): Finding["readings"] {
  const fields = need(fieldsOf(value), "readings");
  const { switches } = findProbe(probe);
  for (const [id, reading] of Object.entries(fields)) {
    if (!isSwitch(id) || !switches.includes(id) || !isReading(id, reading)) throw new WrongField("readings");
  }
  return restoreReadings(fields);
}

function readFigures(value: unknown): Finding["figures"] {
  const entries = Object.entries(need(fieldsOf(value), "figures"));
  if (entries.length > MAX_FIGURES || entries.some(([key]) => !/^[a-z][a-z0-9-]{0,40}$/.test(key))) {
    throw new WrongField("figures");
  }
  return Object.fromEntries(entries.map(([key, figure]) => [key, number(figure, "figures")]));
}

function readFinding(value: unknown): Finding {
  const fields = need(fieldsOf(value), "probe");
  const probe = typeof fields.probe === "string" && isProbeId(fields.probe) ? fields.probe : null;
  const known = need(probe, "probe");
  const verdict = oneOf(fields.verdict, ["settled", "cannot-tell"], "verdict");
  const why = orNull(fields.why, (one) => oneOf(one, WHYS, "why"));
  if ((why === null) !== (verdict === "settled")) throw new WrongField("why");
  const [readings, figures] = [readReadings(fields.readings, known), readFigures(fields.figures)];
  const saysNothing = Object.keys(readings).length === 0 && Object.keys(figures).length === 0;
  if (verdict === "cannot-tell" && !saysNothing) throw new WrongField("verdict");
  return {
    probe: known,
    model: name(fields.model, "model"),
    region: orNull(fields.region, (one) => need(isRegion(one) ? one : null, "region")),
    endpoint: name(fields.endpoint, "endpoint"),
    date: date(fields.date),
    second: orNull(fields.second, (one) => oneOf(one, ["key", "workspace", "region"], "second")),
    verdict,
    why,
    control: orNull(fields.control, (one) => name(one, "control")),
    readings,
    figures,
    calls: list(fields.calls, MAX_CALLS, "calls").map(readCall),
  };
}

/** The JSON that a Markdown report ends with; the text itself where it is no Markdown. */
function findJson(written: string): string {
  const whole = written.trim();
  if (whole.startsWith("{")) return whole;
  const start = whole.lastIndexOf("\n```json\n");
  const end = whole.indexOf("\n```", start + 1 + "```json".length);
  return start >= 0 && end > start ? whole.slice(start + "\n```json\n".length, end) : "";
}

function parse(written: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(findJson(written.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"))));
  } catch {
    return null;
  }
}

export type ReadReport = { readonly ok: true; readonly findings: readonly Finding[] } | Failure;

/** The findings of a report, Markdown or JSON; whatever else it is, one sentence says what is wrong. Never throws. */
export function readProbeReport(written: string): ReadReport {
  if (written.length > MAX_REPORT) {
    return fail(tell("probeReport.tooLarge", { limit: `${MAX_REPORT / 1e6} MB` }));
  }
  const report = parse(written);
  if (report?.kind !== REPORT_KIND) return fail(tell("probeReport.noReport"));
  if (report.version !== REPORT_VERSION) {
    return fail(tell("probeReport.otherVersion", { version: String(readNumber(report.version) ?? "?") }));
  }
  const held: unknown = report.findings;
  if (!Array.isArray(held)) return fail(tell("probeReport.noReport"));
  if (held.length > MAX_FINDINGS) return fail(tell("probeReport.tooMany", { limit: String(MAX_FINDINGS) }));
  const findings: Finding[] = [];
  for (const one of held) {
    try {
      findings.push(readFinding(one));
    } catch (error) {
      if (!(error instanceof WrongField)) throw error;
      const values = { number: String(findings.length + 1), field: error.message };
      return fail(tell("probeReport.wrongFinding", values));
    }
  }
  return { ok: true, findings };
}
