/** Every system with each of its models, in the modes that a service offers: what a comparison shows where nothing is asked. */
import { findListedModel, findService, type ListedModel, listModelsOf } from "../offers/listed-prices";
import type { ComparableSystem, SystemOptions } from "../systems/comparable";
import { listComparables } from "../systems/comparables";
import type { AskedSystem } from "./compared-system";

interface Mode {
  readonly name: string;
  readonly options: SystemOptions;
}

const PLAIN: readonly Mode[] = [{ name: "", options: {} }];

/** Other ways to use a service, for the models that have them. */
const MODES: Readonly<Record<string, (model: ListedModel) => readonly Mode[]>> = {
  anthropic: ({ hasLongWrite }): Mode[] => [
    { name: "automatic", options: { automatic: true } },
    ...(hasLongWrite ? [{ name: "an hour", options: { ttl: 3600 } }] : []),
  ],
  gemini: () => [{ name: "rented objects", options: { mode: "explicit" } }],
  kimi: ({ hasLongWrite }) => (hasLongWrite ? [{ name: "an hour", options: { life: 3600 } }] : []),
  minimax: ({ hasWriteFee }) => (hasWriteFee ? [{ name: "active", options: { mode: "active" } }] : []),
  openai: ({ list, hasLongWrite }): Mode[] => [
    ...(list === "openai-5.6" ? [{ name: "markers only", options: { mode: "explicit" } }] : []),
    ...(hasLongWrite ? [{ name: "twelve hours", options: { retention: 43_200 } }] : []),
  ],
};

function listOf({ id, name }: ComparableSystem): AskedSystem[] {
  const ask = (model: string | null, mode: Mode): AskedSystem => ({
    system: id,
    model,
    name: mode.name ? `${name}, ${mode.name}` : name,
    options: mode.options,
  });
  const service = findService(id);
  if (!service) return PLAIN.map((mode) => ask(null, mode));
  return listModelsOf(service).flatMap((model) => {
    const listed = findListedModel(service, model);
    const others = (listed && MODES[id]?.(listed)) ?? [];
    return [...PLAIN, ...others].map((mode) => ask(model, mode));
  });
}

/** In the order of the register; a host of one's own is left out, since it has no prices yet. */
export const listAskedSystems = (): readonly AskedSystem[] =>
  listComparables()
    .filter(({ id }) => id !== "host")
    .flatMap(listOf);
