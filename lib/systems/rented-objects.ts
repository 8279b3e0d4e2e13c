/** Prefixes that are rented: an object is made of what stands before the last marker, and paid for as long as it is kept. */

import type { ListedModel } from "../offers/listed-prices";
import { type Message, tell } from "../words/message";
import type {
  Boundary,
  ComparableRequest,
  ComparableSystem,
  MarkerLimits,
  OptionRule,
  PlayedFact,
  PlayedRequest,
  SystemPlay,
} from "./comparable";
import { type ObjectStore, type ObjectUse, takeObject } from "./kernels/object-store";

const DAYS_30 = 2_592_000;

/** Seconds that an object is kept. */
export const lifeOption = (seconds: number): OptionRule => ({
  type: "number",
  min: 1,
  max: DAYS_30,
  default: seconds,
});

export interface ObjectTerms {
  /** Seconds from its creation. */
  readonly ttl: number;
  /** Tokens; a shorter prefix makes none. */
  readonly minimum: number;
  /** True where each use is charged for. */
  readonly isChargedByUse: boolean;
}

/** One object, which ends at the last marker and is found by the whole of its text. */
export const objectLimits = (model: ListedModel | null): MarkerLimits => ({
  minimum: model?.minimum ?? 0,
  markers: 1,
  lookback: null,
});

const EARLIER = tell("systems.earlierObject");

/** @param tooShort why the last marker makes no object; null = it does */
function judgeMarkers({ markers }: ComparableRequest, tooShort: Message | null): Boundary[] {
  const last = markers.at(-1)?.segment;
  const earlier = new Set(markers.map(({ segment }) => segment).filter((segment) => segment !== last));
  const own = tooShort === null ? { status: "effective" } : { status: "too-short", reason: tooShort };
  return [
    ...[...earlier].map((segment): Boundary => ({ segment, status: "dropped", reason: EARLIER })),
    ...(last === undefined ? [] : [{ segment: last, ...own } as Boundary]),
  ];
}

function explainUse({ object, isNew, ended }: ObjectUse): PlayedFact[] {
  const { tokens } = object;
  if (!isNew) return [{ code: "hit", message: tell("systems.objectUsed", { tokens }) }];
  if (!ended) return [{ code: "first_write", message: tell("systems.objectMade", { tokens }) }];
  return [{ code: "expired", message: tell("systems.objectMadeAnew", { tokens }) }];
}

function playOne(
  store: ObjectStore,
  request: ComparableRequest,
  terms: ObjectTerms,
  explain: boolean,
): PlayedRequest {
  const { ttl, minimum, isChargedByUse } = terms;
  const marker = request.markers.at(-1);
  const marked = request.segments[marker?.segment ?? -1];
  if (!marked) {
    const message = tell("systems.noObject");
    return { read: 0, written: [], facts: explain ? [{ code: "no_marker", message }] : [] };
  }
  if (marked.prefix < minimum || marked.prefix === 0) {
    const message = tell("systems.objectTooFew", { prefix: marked.prefix, minimum });
    const fact: PlayedFact = { code: "below_minimum", message, pointer: marked.pointer };
    const boundaries = explain ? { boundaries: judgeMarkers(request, message) } : {};
    return { read: 0, written: [], ...boundaries, facts: explain ? [fact] : [] };
  }
  const use = takeObject(store, marked, request.at, ttl);
  return {
    read: marked.prefix,
    written: [],
    life: use.object.expiresAt - request.at,
    ...(use.isNew ? { created: use.object } : {}),
    usesObject: isChargedByUse,
    ...(explain ? { boundaries: judgeMarkers(request, null) } : {}),
    facts: explain ? explainUse(use) : [],
  };
}

/** A cache of rented objects; its requests are found by equal text up to their last marker. */
export function playObjects(terms: ObjectTerms): SystemPlay<ObjectStore> {
  const state: ObjectStore = {};
  return { state, step: (request, explain) => playOne(state, request, terms, explain) };
}

/** Source: https://platform.moonshot.cn/docs/price/caching (2024-08). */
export const moonshotV1: ComparableSystem = {
  id: "moonshot-v1",
  family: "object",
  name: tell("systems.moonshotObjects"),
  options: { ttl: lifeOption(600) },
  kindOf: () => "rented",
  limitsOf: objectLimits,
  assumptionsOf: () => ["object-used-at-once"],
  open: (model, { ttl }) =>
    playObjects({
      ttl: typeof ttl === "number" ? ttl : 600,
      minimum: model?.minimum ?? 0,
      isChargedByUse: true,
    }),
};
