/** What a run of probes sends: the calls of each repeat with their words, and the most that they cost. */
import { addAmounts, billRequest } from "../bill/bill";
import { findModel, granularityOf } from "../offers/catalogue";
import type { Region } from "../offers/model";
import { findOffer } from "../offers/model-studio-offer";
import { type Currency, findBand, outputKind } from "../offers/offer";

import { writeFiller } from "../timeline/filler-text";
import type { JsonObject } from "../values/json";
import type { Said } from "../words/message";
import { addControls } from "./controls";
import { findProbe } from "./list-probes";
import type { Need, Probe, ProbeCall, ProbeId, ProbeSetup, Results, Told } from "./probe";

type ProbeTarget =
  /** `account`: the key of this run alone; it is no secret. `controls`: headers that steer the emulator. */
  | {
      readonly kind: "emulator";
      readonly account: string;
      readonly controls: Readonly<Record<string, string>>;
    }
  /** `host`: the part of the relay's endpoint ids before the dialect, e.g. `intl`, or `operator/<host>`. */
  | { readonly kind: "service"; readonly host: string; readonly name: Said; readonly workspace: string };

export interface ProbePlan extends ProbeSetup {
  readonly target: ProbeTarget;
  /** Whose prices count; null = unknown. */
  readonly region: Region | null;
  readonly probes: readonly ProbeId[];
  /** Unique to this run: it stands at the head of each prompt. */
  readonly salt: string;
  /** Epoch seconds. */
  readonly startedAt: number;
}

/** One asking of a probe; a disturbed one is asked again as another attempt, with other words. */
export interface Asking {
  readonly probe: ProbeId;
  /** From 0. */
  readonly repeat: number;
  /** From 0. */
  readonly attempt: number;
}

/** Whether two are the same asking. */
export const isOf =
  ({ probe, repeat, attempt }: Asking) =>
  (other: Asking): boolean =>
    probe === other.probe && repeat === other.repeat && attempt === other.attempt;

/** The calls of one asking, controls included; those without `after` start together. */
export function listCalls(probe: Probe, setup: ProbeSetup): readonly ProbeCall[] {
  const calls = probe.calls(setup);
  const followed = new Set(calls.map(({ after }) => after?.call));
  const last = calls.findLast(({ id }) => !followed.has(id))?.id ?? calls.at(-1)?.id ?? "";
  return addControls(calls, last);
}

/** A whole number out of a text, always the same one. */
function seedOf(text: string): number {
  let seed = 2_166_136_261;
  for (const unit of text) seed = Math.imul(seed ^ (unit.codePointAt(0) ?? 0), 16_777_619);
  return seed >>> 0;
}

/** The body of a call, as it is sent. */
export function writeBody(plan: ProbePlan, asking: Asking, call: ProbeCall, results: Results): JsonObject {
  const { probe, repeat, attempt } = asking;
  const own = `${plan.salt} ${probe} ${repeat} ${attempt}`;
  const { model, second } = plan;
  const told: Told = {
    setup: { model, second },
    results,
    words: (tokens, name) => {
      const head = `${own} ${name}. `;
      return `${head}${writeFiller(Math.max(1, tokens - head.length / 2), seedOf(head))}`;
    },
  };
  return { model, ...call.write(told) };
}

/** Tokens of a prompt in another vocabulary than Qwen3's, against ours, at most. */
const MARGIN = 1.25;
/** Tokens of thoughts that are allowed for where the model may think though it was asked not to. */
const THOUGHTS = 2000;

/** The most that one call can cost, in the price's currency; null where a price is unknown. */
export function mostOfCall(
  { model, region }: Pick<ProbePlan, "model" | "region">,
  { most }: ProbeCall,
): number | null {
  if (region === null) return null;
  const input = Math.ceil(most.input * MARGIN);
  const { tariff } = findOffer(model, region);
  const band = findBand(tariff, input);
  const thinks = (findModel(model)?.thinkingDefault ?? null) === null;
  const output = { kind: outputKind(band, true), tokens: most.output + (thinks ? THOUGHTS : 0) };
  const costs = (["input", "write:300", "write:3600"] as const).map(
    (kind) => billRequest([{ kind, tokens: input }, output], band).cost,
  );
  const known = costs.filter((cost) => cost !== null);
  return costs[0] === null || known.length === 0 ? null : Math.max(...known);
}

export interface ProbeEstimate {
  readonly calls: number;
  /** If each asking succeeds at once; null where a price is unknown. */
  readonly most: number | null;
  readonly currency: Currency | null;
  /** Seconds from the first call to the last, without the answers' own time. */
  readonly seconds: number;
}

/** Seconds from the start of an asking to the start of a call. */
export function dueOf(calls: readonly ProbeCall[], { after }: ProbeCall): number {
  const before = after && calls.find(({ id }) => id === after.call);
  return before ? dueOf(calls, before) + after.seconds : 0;
}

/** What a probe takes with all its repeats, which run side by side. */
export function estimateProbe(
  plan: Pick<ProbePlan, "model" | "region" | "second">,
  id: ProbeId,
): ProbeEstimate {
  const probe = findProbe(id);
  const calls = listCalls(probe, plan);
  const one = addAmounts(calls.map((call) => mostOfCall(plan, call)));
  const { tariff } = findOffer(plan.model, plan.region ?? "intl");
  return {
    calls: calls.length * probe.repeats,
    most: one === null ? null : one * probe.repeats,
    currency: plan.region === null ? null : (findBand(tariff, 1)?.currency ?? null),
    seconds: Math.max(...calls.map((call) => dueOf(calls, call))),
  };
}

/** Which of a probe's needs the setup does not meet. */
export function listUnmet({ needs }: Probe, { model, second }: ProbeSetup): readonly Need[] {
  const known = findModel(model);
  const isMet: Readonly<Record<Need, boolean>> = {
    "before-qwen4": known !== null && known.generation !== "qwen4",
    qwen4: known?.generation === "qwen4",
    "message-level": granularityOf(known) === "message",
    implicit: (known?.implicit.regions.length ?? 0) > 0,
    thinking: known !== null && known.thinkingDefault !== null,
    second: second !== null,
  };
  return needs.filter((need) => !isMet[need]);
}
