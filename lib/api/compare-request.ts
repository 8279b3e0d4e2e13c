/** The shape of `POST /api/v1/compare`, checked: one clear sentence for the first thing that is wrong. */
import { z } from "zod";
import { type AskedMember, type AskedRoute, type AskedSystem, isRoute } from "../compare/compared-system";
import { isModelStudio, MODEL_STUDIO_OPTIONS } from "../compare/play-model-studio";
import { findService, listModelsOf } from "../offers/listed-prices";
import { childPointer } from "../prompt/json-pointer";
import type { OptionRule, OptionValue, SystemOptions } from "../systems/comparable";
import { findComparable, listComparables } from "../systems/comparables";
import { ROUTE_POLICIES } from "../systems/pick-replica";
import { listSystemIds } from "../systems/systems";
import { type Fields, isObject, ownField } from "../values/json";
import { type Message, tell, tellNames } from "../words/message";
import { type Checked, complain } from "./check-shape";
import { readingsSchema } from "./readings-shape";
import {
  bodySchema,
  check,
  checkForm,
  count,
  MAX_REQUESTS,
  MAX_SEGMENTS,
  refuse,
  seconds,
} from "./request-shape";

const MAX_SYSTEMS = 40;
const MAX_MEMBERS = 40;
/** Caches of one route. */
const MAX_REPLICAS = 1_000;
const ROUTE = "route";

const ROLES = ["tools", "system", "developer", "user", "assistant", "tool"] as const;
const KINDS = ["text", "tool_use", "tool_result", "thinking", "image"] as const;

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: complain("api.choiceAsked", { choices: tellNames(values) }) });

const timing = {
  at: seconds,
  duration: seconds.default(0),
  firstToken: seconds.optional(),
  completion: count("tokens").default(0),
  conversation: z.string(complain("api.stringAsked")).max(1_000, complain("api.tooLong")).optional(),
};

const segmentSchema = z.object(
  {
    id: z.string(complain("api.stringAsked")),
    tokens: count("tokens"),
    role: oneOf(ROLES).default("user"),
    kind: oneOf(KINDS).default("text"),
    blocks: count("blocks").default(1),
  },
  complain("api.objectAsked", { shape: '{ "id": …, "tokens": …, "role"?: …, "kind"?: …, "blocks"?: … }' }),
);

const markerSchema = z.union(
  [count("segments"), z.object({ after: count("segments"), ttl: seconds.optional() })],
  {
    error: complain("api.markerAsked"),
  },
);

const segmentForm = z
  .object({
    ...timing,
    segments: z
      .array(segmentSchema, complain("api.segmentsAsked"))
      .max(MAX_SEGMENTS, complain("api.tooManySegments", { most: MAX_SEGMENTS })),
    markers: z.array(markerSchema, complain("api.markersAsked")),
  })
  .superRefine(({ segments, markers }, context) => {
    for (const [order, marker] of markers.entries()) {
      if ((typeof marker === "number" ? marker : marker.after) < segments.length) continue;
      context.addIssue({
        code: "custom",
        message: complain("api.segmentIndexAsked", { last: segments.length - 1 }),
        path: ["markers", order, ...(typeof marker === "number" ? [] : ["after"])],
      });
    }
  });

const bodyForm = z.object({ ...timing, body: bodySchema });

const text = (longest: number) =>
  z
    .string(complain("api.stringAsked"))
    .min(1, complain("api.notEmpty"))
    .max(longest, complain("api.tooLong"));

const systemShape = {
  system: text(200),
  model: text(200).optional(),
  name: text(200).optional(),
  // A record of zod's would drop an option called `__proto__` without a word.
  options: z.custom<Fields>(isObject, complain("api.anyObjectAsked")).default({}),
};

const systemSchema = z.object(
  systemShape,
  complain("api.objectAsked", { shape: '{ "system": …, "model"?: …, "options"?: … }' }),
);

const memberSchema = z.object(
  {
    ...systemShape,
    replicas: count("replicas")
      .min(1, complain("api.fromOne"))
      .max(MAX_REPLICAS, complain("api.tooLarge"))
      .default(1),
  },
  complain("api.objectAsked", { shape: '{ "system": …, "replicas"?: … }' }),
);

const routeSchema = z
  .object({
    members: z
      .array(memberSchema, complain("api.systemsAsked"))
      .min(1, complain("api.noSystem"))
      .max(MAX_MEMBERS, complain("api.tooManySystems", { most: MAX_MEMBERS })),
    policy: oneOf(ROUTE_POLICIES),
    picks: z.array(count("replicas"), complain("api.picksAsked")).default([]),
    seed: z.int(complain("api.wholeNumberAsked")).default(0),
    idle: seconds.default(600),
  })
  .strict();

const outerSchema = z.object({
  on: z.iso.date(complain("api.dayAsked", { example: "2026-11-21" })).optional(),
  explain: z.boolean(complain("api.booleanAsked")).optional(),
  readings: readingsSchema("behind-place").optional(),
  requests: z
    .array(z.unknown(), complain("api.requestsAsked"))
    .min(1, complain("api.noRequest"))
    .max(MAX_REQUESTS, complain("api.tooManyRequests", { most: MAX_REQUESTS })),
  systems: z
    .array(z.unknown(), complain("api.systemsAsked"))
    .min(1, complain("api.noSystem"))
    .max(MAX_SYSTEMS, complain("api.tooManySystems", { most: MAX_SYSTEMS })),
});

export type SegmentForm = z.infer<typeof segmentForm>;
export type BodyForm = z.infer<typeof bodyForm>;

export interface CompareRequest extends Pick<z.infer<typeof outerSchema>, "on" | "explain" | "readings"> {
  readonly requests: readonly (SegmentForm | BodyForm)[];
  readonly systems: readonly AskedSystem[];
}

function tellRule(rule: OptionRule): Message {
  if (rule.type === "boolean") return tell("api.booleanAsked");
  if (rule.type === "choice") return tell("api.choiceAsked", { choices: tellNames(rule.of.map(String)) });
  const { min, max, isFraction, isNullable } = rule;
  if (isFraction) return tell(isNullable ? "api.numberOrNull" : "api.numberInRange", { min, max });
  return tell(isNullable ? "api.wholeOrNull" : "api.wholeInRange", { min, max });
}

function isAllowed(value: unknown, rule: OptionRule): value is OptionValue {
  if (rule.type === "boolean") return typeof value === "boolean";
  if (rule.type === "choice") return rule.of.some((one) => one === value);
  if (value === null) return rule.isNullable === true;
  return (
    typeof value === "number" &&
    value >= rule.min &&
    value <= rule.max &&
    (rule.isFraction === true || Number.isInteger(value))
  );
}

function checkOptions(
  given: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, OptionRule>>,
  at: string,
): Checked<SystemOptions> {
  const options: Record<string, OptionValue> = {};
  for (const [name, value] of Object.entries(given)) {
    const pointer = childPointer(at, name);
    const rule = ownField(rules, name);
    if (!rule) {
      const names = tellNames(Object.keys(rules));
      return refuse(pointer, names === "" ? tell("api.noOptions") : tell("api.unknownOption", { names }));
    }
    if (!isAllowed(value, rule)) return refuse(pointer, tellRule(rule));
    options[name] = value;
  }
  return { ok: true, value: options };
}

type GivenSystem = z.infer<typeof systemSchema>;

const listIds = (): string[] => [...listComparables().map(({ id }) => id), ROUTE, ...listSystemIds()];

/** A service's models are those of its price lists. */
function checkModel({ system, model }: GivenSystem, at: string): Checked<null> {
  const service = findService(system);
  if (!service) return { ok: true, value: null };
  const models = listModelsOf(service);
  if (model !== undefined && models.includes(model)) return { ok: true, value: null };
  const key = model === undefined ? "api.modelMissing" : "api.choiceAsked";
  return refuse(`${at}/model`, tell(key, { choices: tellNames(models) }));
}

function checkSystem(given: GivenSystem, at: string): Checked<AskedSystem> {
  const { system, model = null, name = null } = given;
  const rules = findComparable(system)?.options ?? (isModelStudio(system) ? MODEL_STUDIO_OPTIONS : null);
  if (!rules) return refuse(`${at}/system`, tell("api.choiceAsked", { choices: tellNames(listIds()) }));
  const known = checkModel(given, at);
  if (!known.ok) return known;
  const options = checkOptions(given.options, rules, `${at}/options`);
  return options.ok ? { ok: true, value: { system, model, name, options: options.value } } : options;
}

function checkRoute(given: GivenSystem, at: string, requests: number): Checked<AskedRoute> {
  const checked = check(routeSchema, given.options, `${at}/options`);
  if (!checked.ok) return checked;
  const { members: written, ...route } = checked.value;
  const members: AskedMember[] = [];
  for (const [order, { replicas, ...member }] of written.entries()) {
    const place = `${at}/options/members/${order}`;
    if (member.system === ROUTE) return refuse(`${place}/system`, tell("api.routeInRoute"));
    const system = checkSystem(member, place);
    if (!system.ok) return system;
    members.push({ ...system.value, replicas });
  }
  const replicas = members.reduce((sum, member) => sum + member.replicas, 0);
  if (replicas > MAX_REPLICAS)
    return refuse(`${at}/options/members`, tell("api.tooManyReplicas", { most: MAX_REPLICAS }));
  const { policy, picks } = route;
  if (policy === "given" && picks.length < requests) {
    return refuse(`${at}/options/picks`, tell("api.tooFewPicks"));
  }
  const wrong = picks.findIndex((pick) => pick >= replicas);
  if (wrong >= 0) {
    return refuse(`${at}/options/picks/${wrong}`, tell("api.replicaAsked", { last: replicas - 1 }));
  }
  const { system, model = null, name = null } = given;
  return { ok: true, value: { system, model, name, options: {}, members, route } };
}

/** Blocks are gone through one by one where memory has an end: more than these take too long for one call. */
const MAX_BLOCKS = 100_000_000;

function checkBlocks(systems: readonly AskedSystem[], tokens: number, at: string): Checked<null> {
  for (const [order, asked] of systems.entries()) {
    const place = `${at}/${order}/options`;
    if (isRoute(asked)) {
      const inside = checkBlocks(asked.members, tokens, `${place}/members`);
      if (!inside.ok) return inside;
    }
    const { capacity, block = 16 } = asked.options;
    if (asked.system !== "vllm" || typeof capacity !== "number" || tokens / Number(block) <= MAX_BLOCKS)
      continue;
    return refuse(`${place}/block`, tell("api.tooManyBlocks", { most: MAX_BLOCKS }));
  }
  return { ok: true, value: null };
}

const countTokens = (requests: CompareRequest["requests"]): number =>
  requests.reduce(
    (sum, request) =>
      sum + ("segments" in request ? request.segments.reduce((all, { tokens }) => all + tokens, 0) : 0),
    0,
  );

/** Checks the outer shape, every request and every system; bodies are only looked at by `readBody` later. */
export function checkCompareRequest(input: unknown): Checked<CompareRequest> {
  if (!isObject(input))
    return refuse("", tell("api.jsonObjectAsked", { shape: '{ "requests": [ … ], "systems": [ … ] }' }));
  const outer = check(outerSchema, input, "");
  if (!outer.ok) return outer;
  const { requests: givenRequests, systems: givenSystems, ...told } = outer.value;
  const requests: (SegmentForm | BodyForm)[] = [];
  for (const [index, value] of givenRequests.entries()) {
    const request = checkForm(value, `/requests/${index}`, bodyForm, segmentForm);
    if (!request.ok) return request;
    requests.push(request.value);
  }
  const systems: AskedSystem[] = [];
  for (const [index, value] of givenSystems.entries()) {
    const at = `/systems/${index}`;
    const given = check(systemSchema, value, at);
    if (!given.ok) return given;
    const system =
      given.value.system === ROUTE
        ? checkRoute(given.value, at, requests.length)
        : checkSystem(given.value, at);
    if (!system.ok) return system;
    systems.push(system.value);
  }
  const countable = checkBlocks(systems, countTokens(requests), "/systems");
  if (!countable.ok) return countable;
  return { ok: true, value: { ...told, requests, systems } };
}
