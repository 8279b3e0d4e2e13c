/** The register of systems that can be compared: one of a family's functions with the figures of a service's row. */

import { findService, type ListedModel, listServices, type Service } from "../offers/listed-prices";
import { CURRENCIES } from "../offers/offer";
import { ownField } from "../values/json";
import { tell } from "../words/message";
import { MAX_MARKERS, openBreakpoints, POSITIONS } from "./breakpoint";
import { type CommonPrefixRules, openCommonPrefix, PREFIX_OPTIONS, withPrefixOptions } from "./common-prefix";
import type { ComparableSystem, MarkerLimits, OptionRule, SystemOptions } from "./comparable";
import { deepseek } from "./deepseek";
import { ENGINES } from "./engines";
import { MAX_BOUNDARIES, openMessageEnds } from "./message-ends";
import { lifeOption, moonshotV1, objectLimits, playObjects } from "./rented-objects";

const AUTOMATIC: OptionRule = { type: "boolean", default: false };
const choice = (...of: readonly string[]): OptionRule => ({ type: "choice", of, default: of[0] ?? null });

/** Of markers that ask for none, the automatic one included. */
const MARKER_LIFE: OptionRule = { type: "choice", of: [300, 3600], default: 300 };
const usualLife = ({ ttl }: SystemOptions): number => (ttl === 3600 ? 3600 : 300);

const minimumOf = (model: ListedModel | null): number => model?.minimum ?? 0;

const breakpointLimits = (model: ListedModel | null): MarkerLimits => ({
  minimum: minimumOf(model),
  markers: MAX_MARKERS,
  lookback: POSITIONS - 1,
});

function serviceOf(id: string): Service {
  const service = findService(id);
  if (!service) throw new Error(`The list of services has no ${id}.`);
  return service;
}

/** The figures of a service's row for one model. */
function prefixRules({ prefix, id }: Service, model: ListedModel | null): CommonPrefixRules {
  if (!prefix) throw new Error(`The row of ${id} has no figures of common prefixes.`);
  const own = ownField(prefix.models, model?.model ?? "");
  return {
    step: prefix.step,
    minimum: model?.minimum ?? prefix.minimum,
    minimumOf: prefix.minimumOf ?? "read",
    life: own?.life ?? prefix.life,
    probability: 1,
    seed: 0,
  };
}

const openPrefix = (service: Service, model: ListedModel | null, options: SystemOptions) =>
  openCommonPrefix(withPrefixOptions(prefixRules(service, model), options));

const anthropic: ComparableSystem = {
  id: "anthropic",
  family: "breakpoint",
  name: "Anthropic",
  options: { automatic: AUTOMATIC, ttl: MARKER_LIFE },
  kindOf: () => "explicit",
  limitsOf: breakpointLimits,
  assumptionsOf: () => ["reads-renew-own-markers-only"],
  open: (model, options) =>
    openBreakpoints({
      model: model?.model ?? "",
      lives: [300, 3600],
      usual: usualLife(options),
      hasRuns: true,
      marksTools: true,
      minimum: minimumOf(model),
      automatic: options.automatic === true,
    }),
};

const isNova = (model: ListedModel | null): boolean => model?.list === "bedrock-nova";

/** Claude by Anthropic's rules; Nova without a fee for writing, without an hour, and blind to markers on tools. */
const bedrock: ComparableSystem = {
  ...anthropic,
  id: "bedrock",
  name: "Amazon Bedrock",
  assumptionsOf: (model) => (isNova(model) ? ["nova-as-claude"] : ["reads-renew-own-markers-only"]),
  open: (model, options) =>
    openBreakpoints({
      model: model?.model ?? "",
      lives: isNova(model) ? [300] : [300, 3600],
      usual: usualLife(options),
      hasRuns: true,
      marksTools: !isNova(model),
      minimum: minimumOf(model),
      automatic: options.automatic === true,
    }),
};

const minimax: ComparableSystem = {
  id: "minimax",
  family: "breakpoint",
  name: "MiniMax",
  options: { mode: choice("passive", "active"), ...PREFIX_OPTIONS },
  kindOf: ({ mode }) => (mode === "active" ? "explicit" : "automatic"),
  limitsOf: (model, { mode }) => (mode === "active" ? breakpointLimits(model) : null),
  assumptionsOf: (_, { mode }) =>
    mode === "active"
      ? ["reads-renew-own-markers-only", "minimax-entry-at-markers"]
      : (serviceOf("minimax").assumptions ?? []),
  open: (model, options) =>
    options.mode === "active"
      ? openBreakpoints({
          model: model?.model ?? "",
          lives: [300],
          hasRuns: false,
          marksTools: true,
          minimum: minimumOf(model),
          automatic: false,
        })
      : openPrefix(serviceOf("minimax"), model, options),
};

const SLIDING = 1800;
const HALF_DAY = 43_200;

/** From GPT-5.6 on entries end at boundaries; before, common prefixes are read in steps. */
const isBounded = (model: ListedModel | null): boolean => model?.list === "openai-5.6";

/** Before GPT-5.6: the life a request asks for where the model has it, and places from a hidden start. */
function openEarlier(model: ListedModel | null, options: SystemOptions) {
  const service = serviceOf("openai");
  const own = ownField(service.prefix?.models, model?.model ?? "");
  const rules = prefixRules(service, model);
  const hidden = typeof options.hidden === "number" ? options.hidden : 0;
  const asked = own?.longLife !== undefined && options.retention === own.longLife;
  const figures: CommonPrefixRules = {
    ...rules,
    ...(asked ? { life: own.longLife } : {}),
    ...(own?.interval === undefined ? {} : { interval: { tokens: own.interval, hidden } }),
  };
  return openCommonPrefix(withPrefixOptions(figures, options));
}

const openai: ComparableSystem = {
  id: "openai",
  family: "breakpoint",
  name: "OpenAI",
  options: {
    mode: choice("implicit", "explicit"),
    retention: { type: "number", min: 0, max: 1e9, default: null },
    hidden: { type: "number", min: 0, max: 1_000_000, default: 0 },
    ...PREFIX_OPTIONS,
  },
  kindOf: ({ mode }) => (mode === "explicit" ? "explicit" : "automatic"),
  limitsOf: (model) =>
    isBounded(model) ? { minimum: minimumOf(model), markers: MAX_BOUNDARIES, lookback: null } : null,
  assumptionsOf(model, { hidden }) {
    if (isBounded(model)) return ["latest-boundaries-count"];
    const interval = ownField(serviceOf("openai").prefix?.models, model?.model ?? "")?.interval;
    if (interval === undefined) return ["ten-minutes-in-memory", "overflow-not-played"];
    return ["overflow-not-played", ...(hidden === undefined ? ["no-hidden-start"] : [])];
  },
  open(model, options) {
    if (!isBounded(model)) return openEarlier(model, options);
    const isLong = options.retention === HALF_DAY && model?.hasLongWrite === true;
    return openMessageEnds({
      model: model?.model ?? "",
      implicit: options.mode !== "explicit",
      life: isLong ? HALF_DAY : SLIDING,
      minimum: minimumOf(model),
    });
  },
};

const HOUR = 3600;

const gemini: ComparableSystem = {
  id: "gemini",
  family: "object",
  name: "Gemini",
  options: { mode: choice("implicit", "explicit"), ttl: lifeOption(HOUR), ...PREFIX_OPTIONS },
  kindOf: ({ mode }) => (mode === "explicit" ? "rented" : "automatic"),
  limitsOf: (model, { mode }) => (mode === "explicit" ? objectLimits(model) : null),
  assumptionsOf: (_, { mode }) =>
    mode === "explicit" ? ["object-used-at-once"] : (serviceOf("gemini").assumptions ?? []),
  open: (model, options) =>
    options.mode === "explicit"
      ? playObjects({
          ttl: typeof options.ttl === "number" ? options.ttl : HOUR,
          minimum: minimumOf(model),
          isChargedByUse: false,
        })
      : openPrefix(serviceOf("gemini"), model, options),
};

/** What is not read is written for an hour, at a price, where one asks for that life and the model has the price. */
const kimi: ComparableSystem = {
  id: "kimi",
  family: "common-prefix",
  name: "Kimi",
  options: PREFIX_OPTIONS,
  kindOf: () => "automatic",
  assumptionsOf: () => serviceOf("kimi").assumptions ?? [],
  open: (model, options) =>
    openCommonPrefix({
      ...withPrefixOptions(prefixRules(serviceOf("kimi"), model), options),
      ...(options.life === HOUR && model?.hasLongWrite ? { writes: HOUR } : {}),
    }),
};

/** A host of one's own: blocks, and prices that its owner gives. */
const host: ComparableSystem = {
  id: "host",
  family: "common-prefix",
  name: tell("systems.hostOfOnesOwn"),
  options: {
    input: { type: "number", min: 0, max: 1e9, isFraction: true, default: null },
    output: { type: "number", min: 0, max: 1e9, isFraction: true, default: null },
    readMultiplier: { type: "number", min: 0, max: 1e9, isFraction: true, default: null },
    currency: choice(...CURRENCIES),
    ...PREFIX_OPTIONS,
  },
  kindOf: () => "own-hardware",
  assumptionsOf: () => ["host-in-blocks"],
  open: (_, options) =>
    openCommonPrefix(
      withPrefixOptions(
        { step: 16, minimum: 0, minimumOf: "read", life: null, probability: 1, seed: 0 },
        options,
      ),
    ),
};

const WITH_RULES = [anthropic, bedrock, openai, gemini, deepseek, kimi, minimax, moonshotV1];

/** Every service whose row alone says how it reads. */
const BY_ROW: readonly ComparableSystem[] = listServices()
  .filter(({ id, prefix }) => prefix && !WITH_RULES.some((system) => system.id === id))
  .map((service) => ({
    id: service.id,
    family: "common-prefix",
    name: service.name,
    options: PREFIX_OPTIONS,
    kindOf: () => "automatic",
    assumptionsOf: () => service.assumptions ?? [],
    open: (model, options) => openPrefix(service, model, options),
  }));

const SYSTEMS: readonly ComparableSystem[] = [...WITH_RULES, ...BY_ROW, host, ...ENGINES];

const byId = new Map(SYSTEMS.map((system) => [system.id, system]));

/** All of them, in the order in which a page shows them; Model Studio's own and routes are apart. */
export const listComparables = (): readonly ComparableSystem[] => SYSTEMS;
export const findComparable = (id: string): ComparableSystem | null => byId.get(id) ?? null;
