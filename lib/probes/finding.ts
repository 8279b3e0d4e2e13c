/** What a probe has found, as it is kept and passed on: counts and usage, without prompts, keys and accounts. */
import { findEndpoint } from "../offers/endpoints";
import type { Region } from "../offers/model";
import type { ObservedReadings, Readings } from "../offers/readings";
import { redactText } from "../redact/redact-text";
import type { JsonValue } from "../values/json";
import { type Message, tell } from "../words/message";
import { judgeProbe } from "./judge";
import { keepUsage } from "./keep-usage";
import type { ProbeId, ProbeResult, SecondKind } from "./probe";
import type { ProbeRun, SentCall, SetAside } from "./probe-run";

/** Why nothing is said, by the keys of the catalogue. */
export const WHYS = ["whyFailed", "whyCancelled", "whyControl", "whyUnclear", "whyDiffer"] as const;

export type Outcome =
  | (Omit<Extract<ProbeResult, { kind: "answered" }>, "usage"> & {
      /** As it came, save words. */
      readonly usage: JsonValue;
    })
  /** `said`: what the service answered, without what looks like a key or an id. */
  | { readonly kind: "refused"; readonly status: number; readonly said: string }
  | { readonly kind: "failed"; readonly said: string };

export interface FindingCall {
  /** From 0, as in the run. */
  readonly repeat: number;
  readonly attempt: number;
  readonly call: string;
  /** Seconds since the run began. */
  readonly at: number;
  /** Why the asking that it belongs to says nothing; null where it counts. */
  readonly aside: SetAside["why"] | null;
  readonly outcome: Outcome;
}

export interface Finding {
  readonly probe: ProbeId;
  readonly model: string;
  /** Null where the price list has no such region. */
  readonly region: Region | null;
  /** The endpoint's host name, or `emulator`. */
  readonly endpoint: string;
  /** When the run began, in UTC, e.g. `2026-11-29T08:30:00.000Z`. */
  readonly date: string;
  readonly second: SecondKind | null;
  readonly verdict: "settled" | "cannot-tell";
  /** Null where it is settled. */
  readonly why: (typeof WHYS)[number] | null;
  /** The control that did not hold; null where that is not the reason. */
  readonly control: string | null;
  readonly readings: Readings;
  readonly figures: Readonly<Record<string, number>>;
  readonly calls: readonly FindingCall[];
}

/** What stands for the host name where the emulator answered. */
export const EMULATOR = "emulator";

/** The host that was asked, without the workspace's id, which is the account's own. */
export function nameEndpoint({ target }: ProbeRun["plan"]): string {
  if (target.kind === "emulator") return EMULATOR;
  const found = findEndpoint(`${target.host}-openai`, { workspace: "workspace" });
  if (found.ok) return /^https?:\/\/([^/:]+)/.exec(found.endpoint.baseUrl)?.[1] ?? target.host;
  // A host that the operator has listed is named by its id.
  return target.host.replace(/^operator\//, "").slice(0, 200);
}

/** The longest refusal that is kept; it is shortened before, and what is taken out may be shorter than its name. */
export const MAX_SAID = 500;

/** A service may quote what it was sent. */
const clean = (said: string): string => redactText(said, () => "hidden").value.slice(0, MAX_SAID);

function keepOutcome(result: ProbeResult): Outcome {
  switch (result.kind) {
    case "answered": {
      const { kind, prompt, read, written, completion, lasted, usage } = result;
      return { kind, prompt, read, written, completion, lasted, usage: keepUsage(usage) };
    }
    case "refused":
      return { kind: "refused", status: result.status, said: clean(result.said) };
    case "failed":
      return { kind: "failed", said: clean(result.fault) };
  }
}

function keepCall(run: ProbeRun, sent: SentCall): readonly FindingCall[] {
  const { probe, repeat, attempt, call, startedAt, result } = sent;
  if (!result) return [];
  const aside = run.aside.find(
    (one) => one.probe === probe && one.repeat === repeat && one.attempt === attempt,
  );
  return [{ repeat, attempt, call, at: startedAt, aside: aside?.why ?? null, outcome: keepOutcome(result) }];
}

/** What a run has found so far, in the order of its plan; probes under way have no finding yet. */
export function listFindings(run: ProbeRun): readonly Finding[] {
  const { model, region, second, startedAt, probes } = run.plan;
  const endpoint = nameEndpoint(run.plan);
  const date = new Date(startedAt * 1000).toISOString();
  return probes.flatMap((probe): readonly Finding[] => {
    const verdict = judgeProbe(run, probe);
    if (verdict.kind === "open") return [];
    const about = { probe, model, region, endpoint, date, second };
    const calls = run.sent.filter((one) => one.probe === probe).flatMap((one) => keepCall(run, one));
    if (verdict.kind === "settled") {
      const { readings, figures } = verdict;
      return [{ ...about, verdict: "settled", why: null, control: null, readings, figures, calls }];
    }
    const why = WHYS.find((one) => verdict.why.key === `probes.${one}`) ?? "whyUnclear";
    const control = String(verdict.why.values?.call ?? "") || null;
    return [{ ...about, verdict: "cannot-tell", why, control, readings: {}, figures: {}, calls }];
  });
}

/** Why a finding says nothing; null where it says something. */
export function sayWhy({ why, control }: Pick<Finding, "why" | "control">): Message | null {
  if (why === null) return null;
  return why === "whyControl" ? tell("probes.whyControl", { call: control ?? "" }) : tell(`probes.${why}`);
}

/** Settled findings, the oldest first; of the same time in the order they stand in. */
const inTime = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter(({ verdict }) => verdict === "settled")
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** What was observed of each model; of several findings about one switch the newest counts. */
export function observedOf(findings: readonly Finding[]): ObservedReadings {
  const observed = new Map<string, Readings>();
  for (const { model, readings } of inTime(findings)) {
    if (Object.keys(readings).length > 0) observed.set(model, { ...observed.get(model), ...readings });
  }
  return Object.fromEntries(observed);
}

/** Ratios that a vocabulary can have against another; what lies outside is no observation. */
const RATIOS = { least: 0.2, most: 5 } as const;

/** How many tokens each model takes for one of the vocabulary at hand, by the newest finding. */
export function calibrationsOf(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const ratios = new Map<string, number>();
  for (const { probe, model, figures } of inTime(findings)) {
    const ratio = probe === "counting" ? figures.all : undefined;
    if (ratio !== undefined && ratio >= RATIOS.least && ratio <= RATIOS.most) ratios.set(model, ratio);
  }
  return Object.fromEntries(ratios);
}
