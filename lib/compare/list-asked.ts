/** Every system with each of its models, in the modes that a service offers: what a comparison shows where nothing is asked. */

import { findListedModel, findService, type ListedModel, listModelsOf } from "../offers/listed-prices";
import type { ComparableSystem, SystemOptions } from "../systems/comparable";
import { listComparables } from "../systems/comparables";
import { ownField } from "../values/json";
import { type Message, type Said, tell } from "../words/message";
import type { AskedSystem } from "./compared-system";

interface Mode {
  /** Of letters and hyphens; empty where nothing is asked for. */
  readonly id: string;
  /** Null where the service's name says it. */
  readonly name: Message | null;
  readonly options: SystemOptions;
}

const PLAIN: readonly Mode[] = [{ id: "", name: null, options: {} }];

/** Other ways to use a service, for the models that have them. */
const MODES: Readonly<Record<string, (model: ListedModel) => readonly Mode[]>> = {
  anthropic: ({ hasLongWrite }): Mode[] => [
    { id: "automatic", name: tell("compare.wayAutomatic"), options: { automatic: true } },
    ...(hasLongWrite ? [{ id: "an-hour", name: tell("compare.wayHour"), options: { ttl: 3600 } }] : []),
  ],
  gemini: () => [{ id: "rented-objects", name: tell("compare.wayRented"), options: { mode: "explicit" } }],
  kimi: ({ hasLongWrite }) =>
    hasLongWrite ? [{ id: "an-hour", name: tell("compare.wayHour"), options: { life: 3600 } }] : [],
  minimax: ({ hasWriteFee }) =>
    hasWriteFee ? [{ id: "active", name: tell("compare.wayActive"), options: { mode: "active" } }] : [],
  openai: ({ list, hasLongWrite }): Mode[] => [
    ...(list === "openai-5.6"
      ? [{ id: "markers-only", name: tell("compare.wayMarkers"), options: { mode: "explicit" } }]
      : []),
    ...(hasLongWrite
      ? [{ id: "twelve-hours", name: tell("compare.wayHalfDay"), options: { retention: 43_200 } }]
      : []),
  ],
};

/** A system in one of the modes of its service. */
export interface AskedWay extends AskedSystem {
  readonly way: Pick<Mode, "id" | "name">;
}

/** The name of a service, and of the way to use it. */
export const nameWay = (name: Said, { way }: Pick<AskedWay, "way">): Said =>
  way.name === null ? name : tell("compare.serviceAndWay", { name, way: way.name });

function listOf({ id, name }: ComparableSystem): AskedWay[] {
  const ask = (model: string | null, way: Mode): AskedWay => ({
    system: id,
    model,
    name: nameWay(name, { way }),
    options: way.options,
    way,
  });
  const service = findService(id);
  if (!service) return PLAIN.map((mode) => ask(null, mode));
  return listModelsOf(service).flatMap((model) => {
    const listed = findListedModel(service, model);
    const others = (listed && ownField(MODES, id)?.(listed)) ?? [];
    return [...PLAIN, ...others].map((mode) => ask(model, mode));
  });
}

/** In the order of the register; a host of one's own is left out, since it has no prices yet. */
export const listAskedSystems = (): readonly AskedWay[] =>
  listComparables()
    .filter(({ id }) => id !== "host")
    .flatMap(listOf);
