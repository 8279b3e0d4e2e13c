/** Model Studio's own systems as members of a comparison: laid out and played as everywhere else. */

import type { Blocks } from "../layout/blocks";
import { defaultTail } from "../layout/default-tail";
import { createPrefixIndex, type PrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import type { Region } from "../offers/model";
import { findRules, type ModelStudioRules } from "../offers/model-studio-offer";
import type { Readings } from "../offers/readings";
import { isRegion } from "../offers/regions";
import type { OptionRule } from "../systems/comparable";
import type { ImplicitReads } from "../systems/implicit-reads";
import { layOutPrompt, layOutSegments } from "../systems/lay-out";
import { findSystem } from "../systems/systems";
import { offersOf, openPlay, type SimulationOptions } from "../timeline/simulate";
import type { TimedRequest } from "../timeline/timed-request";
import { measurePrompt } from "../tokens/measure";
import { addSpreads } from "../tokens/precision";
import type { CounterFor } from "../tokens/token-counter";
import { ownField } from "../values/json";
import { type Said, tell } from "../words/message";
import type { AskedSystem, CountBasis, PricedPlay } from "./compared-system";
import { type GivenPrompt, type GivenRequest, type GivenSegments, isPrompt } from "./given-request";

/** As `simulate` has them. */
export const MODEL_STUDIO_OPTIONS: Readonly<Record<string, OptionRule>> = {
  region: { type: "choice", of: ["cn", "intl", "global", "eu", "us", "hk"], default: null },
  implicit: { type: "choice", of: ["never", "always"], default: null },
  probability: { type: "number", min: 0, max: 1, isFraction: true, default: null },
  seed: { type: "number", min: 0, max: 2_147_483_647, default: 0 },
  ttl: { type: "choice", of: [300, 3600], default: null },
  automatic: { type: "boolean", default: false },
};

const DEFAULT_REGION: Region = "intl";

/** What a reader knows them by. */
const NAMES: Readonly<Record<string, Said>> = {
  "model-studio": "Model Studio",
  "model-studio-explicit": tell("compare.modelStudioExplicit"),
  "model-studio-implicit": tell("compare.modelStudioImplicit"),
  "model-studio-session": tell("compare.modelStudioSession"),
  "model-studio-batch": tell("compare.modelStudioBatch"),
  qwen4: "Model Studio, Qwen4",
};

/** Null where it is none of Model Studio's. */
export const nameModelStudio = (id: string): Said | null => ownField(NAMES, id) ?? null;

export const isModelStudio = (id: string): boolean => findSystem(id) !== null;

function implicitOf(
  { options: { implicit, probability, seed }, system }: AskedSystem,
  otherwise: ImplicitReads,
): ImplicitReads {
  if (typeof probability === "number") {
    return { probability, seed: typeof seed === "number" ? seed : 0 };
  }
  if (implicit === "never" || implicit === "always") return implicit;
  return system === "model-studio-implicit" ? "always" : otherwise;
}

/**
 * What a system that is asked for says of a simulation.
 * @param otherwise what requests without markers read, where nothing is said of it
 */
export const askedOf = (
  asked: AskedSystem,
  otherwise: ImplicitReads = "never",
): Pick<SimulationOptions, "implicit" | "system"> => ({
  implicit: implicitOf(asked, otherwise),
  // Where the markers and the model decide, nothing is asked for.
  ...(asked.system === "model-studio" ? {} : { system: asked.system }),
});

/** What holds of every system that is asked for. */
interface Terms {
  readonly explain: boolean;
  readonly on?: string;
  /** What is played where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings;
}

function simulationOptions(asked: AskedSystem, { explain, on, readings }: Terms): SimulationOptions {
  const { region } = asked.options;
  return {
    region: isRegion(region) ? region : DEFAULT_REGION,
    ...(isRegion(region) ? {} : { isRegionAssumed: true }),
    ...askedOf(asked),
    explain,
    ...(on === undefined ? {} : { on }),
    ...(readings ? { readings } : {}),
  };
}

/** The life that the last marker asks for, where the model has the choice (assumption `qwen4-ttl-of-last-marker`). */
function ttlOf(request: GivenSegments, isQwen4: boolean): 300 | 3600 | undefined {
  if (!isQwen4) return undefined;
  const ttl = request.markers.at(-1)?.ttl;
  return ttl === 300 || ttl === 3600 ? ttl : undefined;
}

/** Lays requests out one after the other, by the rules of the model each goes to. */
function createLayOut(
  asked: AskedSystem,
  index: PrefixIndex,
  counterFor: CounterFor,
  { readings }: Pick<Terms, "readings">,
) {
  const { options } = asked;
  const region = isRegion(options.region) ? options.region : null;
  const known = new Map<string, ModelStudioRules>();
  const rulesOf = (name: string): ModelStudioRules => {
    const rules = known.get(name) ?? findRules(name, region, { readings });
    known.set(name, rules);
    return rules;
  };
  const asksFor = {
    ...(options.ttl === 300 || options.ttl === 3600 ? { ttl: options.ttl as 300 | 3600 } : {}),
    ...(options.automatic === true ? { automatic: true } : {}),
  };
  let previous: Blocks | undefined;

  function bySegments(request: GivenSegments) {
    const name = asked.model ?? "";
    const model = findModel(name);
    const { layout, markers, blocks } = layOutSegments(
      {
        model,
        modelName: name,
        segments: request.segments,
        markers: request.markers.map(({ after }) => after),
        tail: defaultTail(model),
        rules: rulesOf(name),
      },
      index,
      previous,
    );
    previous = blocks;
    const ttl = ttlOf(request, asked.system === "qwen4" || model?.generation === "qwen4");
    return { ...(ttl === undefined ? {} : { ttl }), layout, markers };
  }

  function byPrompt({ prompt: given }: GivenPrompt) {
    const name = asked.model ?? given.model ?? "";
    const prompt = given.model === name ? given : { ...given, model: name };
    const model = findModel(name);
    const rules = rulesOf(name);
    const measured = measurePrompt(prompt, model, counterFor, undefined, rules.readings);
    const laidOut = layOutPrompt(prompt, measured, model, index, name, rules);
    return { ...laidOut, measured, counter: counterFor(model) };
  }

  return (request: GivenRequest): TimedRequest => {
    const { at, duration, completion } = request;
    const laidOut = isPrompt(request) ? byPrompt(request) : bySegments(request);
    return { at, duration, completion, ...laidOut, ...asksFor };
  };
}

/** Of all input tokens; prompts alone are measured. */
function basisOfTimed(requests: readonly TimedRequest[]): CountBasis {
  const measured = requests.flatMap((request) => request.measured ?? []);
  const names = new Set(requests.flatMap(({ counter }) => counter?.name ?? []));
  const vocabulary = [...names].join(", ") || null;
  if (measured.length === 0) return { tokens: "given", spread: null, vocabulary };
  if (measured.every(({ exact }) => exact)) return { tokens: "exact", spread: null, vocabulary };
  return { tokens: "estimate", spread: addSpreads(measured), vocabulary };
}

/**
 * Plays requests that are laid out, with the same figures as `simulate` gives.
 * @param modelName whose currency it is paid in
 */
export function playTimed(
  requests: readonly TimedRequest[],
  options: SimulationOptions,
  modelName: string,
): PricedPlay {
  const offerOf = offersOf(options);
  const play = openPlay(offerOf, options.explain ?? true);
  const [band] = offerOf(modelName).tariff.bands;
  return {
    currency: band?.currency ?? null,
    ...basisOfTimed(requests),
    keepsObjects: false,
    listEntries: () => play.entries,
    assumptions: ["expiry-from-start", "read-renews-own-markers", "block-counting"],
    step({ index }) {
      const request = requests[index];
      if (!request) throw new Error(`No request ${index} has been given.`);
      const { life, currency, reasons, system, lines, ...row } = play.step(request, index);
      const { prompt, read, written, uncached, completion, cost, costWithoutCache } = row;
      const figures = { prompt, read, written, uncached, completion, cost, costWithoutCache };
      const refused = reasons.find(({ code }) => code === "failed")?.message;
      const told = { ...(life > 0 ? { life } : {}), ...(refused === undefined ? {} : { refused }), reasons };
      return { turn: { ...figures, ...told }, currency, system, lines };
    },
  };
}

/**
 * Opens Model Studio's systems on the same requests. A model that is asked for wins over that of a body, which is played
 * as if it went there.
 */
export function createModelStudio(
  requests: readonly GivenRequest[],
  counterFor: CounterFor,
  terms: Terms,
): (asked: AskedSystem) => PricedPlay {
  /** Replicas of a route's member share what is laid out. */
  const laidOut = new Map<AskedSystem, readonly TimedRequest[]>();
  return (asked) => {
    const timed =
      laidOut.get(asked) ?? requests.map(createLayOut(asked, createPrefixIndex(), counterFor, terms));
    laidOut.set(asked, timed);
    const name = asked.model ?? timed[0]?.layout.model ?? "";
    return playTimed(timed, simulationOptions(asked, terms), name);
  };
}
