/** The verdict of a probe: what its repeats say, held against their controls and against each other. */
import { type Readings, SWITCH_IDS } from "../offers/readings";
import { type Message, tell } from "../words/message";
import { findProbe } from "./list-probes";
import { type Asking, listCalls } from "./plan";
import type { ProbeCall, ProbeId, ProbeResult, RepeatReading, Results } from "./probe";
import { isWhole, listAskings, type ProbeRun, resultsOf } from "./probe-run";

export type Verdict =
  /** The probe is still under way. */
  | { readonly kind: "open" }
  | {
      readonly kind: "settled";
      readonly readings: Readings;
      /** Medians over the repeats, by name. */
      readonly figures: Readonly<Record<string, number>>;
    }
  | { readonly kind: "cannot-tell"; readonly why: Message };

/** Tokens by which what is read may miss what was written: a service counts a few of its own. */
const SLACK = 16;

function breaksControl(call: ProbeCall, result: ProbeResult | undefined, results: Results): boolean {
  const { expects, after } = call;
  if (expects === undefined) return false;
  if (result?.kind !== "answered") return true;
  const { read, written } = result;
  if (expects === "miss") return read > 0;
  if (expects === "write") return read > 0 || written === 0;
  const source = results.get(after?.call ?? "");
  const had = source?.kind === "answered" ? source.written + source.read : 0;
  return read === 0 || (had > 0 && Math.abs(read - had) > SLACK);
}

type Said =
  | { readonly kind: "says"; readonly reading: RepeatReading }
  | { readonly kind: "control"; readonly call: string }
  | { readonly kind: "unclear" };

function readRepeat(run: ProbeRun, asking: Asking): Said {
  const probe = findProbe(asking.probe);
  const results = resultsOf(run, asking);
  const broken = listCalls(probe, run.plan).find((call) =>
    breaksControl(call, results.get(call.id), results),
  );
  if (broken) return { kind: "control", call: broken.id };
  const reading = probe.read(results, run.plan);
  return reading ? { kind: "says", reading } : { kind: "unclear" };
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

function joinFigures(readings: readonly RepeatReading[]): Readonly<Record<string, number>> {
  const names = new Set(readings.flatMap(({ figures = {} }) => Object.keys(figures)));
  return Object.fromEntries(
    [...names].map((name) => [name, median(readings.flatMap(({ figures = {} }) => figures[name] ?? []))]),
  );
}

/** The same readings in the same order, whatever order they were found in. */
const sign = (readings: Readings): string =>
  JSON.stringify(SWITCH_IDS.flatMap((id) => (readings[id] === undefined ? [] : [[id, readings[id]]])));

const cannotTell = (why: Message): Verdict => ({ kind: "cannot-tell", why });

/** What a probe of a run has found. All repeats must agree, and every control must hold. */
export function judgeProbe(run: ProbeRun, id: ProbeId): Verdict {
  const own = listAskings(run).filter((one) => one?.probe === id);
  const { repeats } = findProbe(id);
  if (own.length < repeats) return cannotTell(tell("probes.whyFailed"));
  const whole = own.filter((one) => one !== null && isWhole(run, one)) as readonly Asking[];
  if (whole.length < repeats) {
    return run.status === "cancelled" ? cannotTell(tell("probes.whyCancelled")) : { kind: "open" };
  }
  const said = whole.map((asking) => readRepeat(run, asking));
  const broken = said.find((one) => one.kind === "control");
  if (broken) return cannotTell(tell("probes.whyControl", { call: broken.call }));
  const readings = said.flatMap((one) => (one.kind === "says" ? [one.reading] : []));
  const [first] = readings;
  if (readings.length < repeats || !first) return cannotTell(tell("probes.whyUnclear"));
  const isOne = readings.every((one) => sign(one.readings) === sign(first.readings));
  if (!isOne) return cannotTell(tell("probes.whyDiffer"));
  return { kind: "settled", readings: first.readings, figures: joinFigures(readings) };
}
