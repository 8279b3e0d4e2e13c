/** Walks requests through router, gateway, host and engine: where each one goes, what it finds there, and what it pays. */
import { billRequest } from "../bill/bill";
import { findHostTariff } from "../offers/host-tariff";
import { findBand, type Tariff } from "../offers/offer";
import type { ComparableRequest, SystemOptions, SystemPlay } from "../systems/comparable";
import { findComparable } from "../systems/comparables";
import { pickReplica, type RoutePolicy, type StickyPlaces } from "../systems/pick-replica";
import { draw } from "../values/random";
import type { Said } from "../words/message";
import { findArchitecture, tokensInMemory } from "./kv-bytes";
import type { EngineSettings, LayerSettings, Vendor } from "./layer-settings";

/** One request on its way down, and what came back up. */
export interface Step {
  /** Its number in the order given. */
  readonly request: number;
  /** Places, from 0: a vendor of the router's, a cluster of the vendor's, a replica of the cluster's. */
  readonly vendor: number;
  readonly cluster: number;
  readonly replica: number;
  readonly prompt: number;
  readonly completion: number;
  /** Tokens the replica had and did not compute again. */
  readonly read: number;
  /** What it would have read if all requests had gone to this replica's like. */
  readonly reachable: number;
  /** Whether no request before began as this one does. */
  readonly isFirst: boolean;
  /** Tokens the usage says were read. */
  readonly reported: number;
  /** USD; null = a price is not known. */
  readonly cost: number | null;
  readonly costWithoutCache: number | null;
  /** One sentence where the replica's memory cannot hold it: nothing is read or billed. */
  readonly refused: Said | null;
}

interface Layer {
  readonly policy: RoutePolicy | "by-price" | "affinity";
  /** Places to choose from. */
  readonly count: number;
  readonly picks: readonly number[];
  readonly seed: number;
  readonly idle: number;
  /** What the place of each is weighted with, under `by-price`. */
  readonly weights: readonly number[];
}

type Chooser = (request: ComparableRequest) => number;

/** Inverse square of the price. Source: https://openrouter.ai/docs/guides/routing/provider-selection (2026-10). */
export const weighByPrice = (vendors: readonly Vendor[]): number[] =>
  vendors.map(({ input }) => (input === null || input <= 0 ? 1 : 1 / input ** 2));

function drawWeighted(weights: readonly number[], chance: number): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let left = chance * sum;
  for (const [place, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return place;
  }
  return weights.length - 1;
}

/** A chooser that knows how many requests came to it before, and where conversations are. */
function openChooser({ policy, count, picks, seed, idle, weights }: Layer): Chooser {
  const places: StickyPlaces = {};
  let arrived = 0;
  return (request) => {
    const order = arrived++;
    if (policy === "by-price") return drawWeighted(weights, draw(seed, request.index));
    if (policy === "affinity") return Math.floor(draw(seed, request.segments[0]?.key ?? 0) * count);
    const rules = { policy, replicas: count, picks, seed, idle };
    // Round-robin counts what came to this place; everything else goes by the request itself.
    return pickReplica(policy === "round-robin" ? { ...request, index: order } : request, rules, places);
  };
}

/** Options under which the engine's memory is the replica's. */
function engineOptions({ id, block }: EngineSettings, capacity: number | null): SystemOptions {
  if (id === "sglang") return { page: block, capacity };
  if (id === "tensorrt-llm") return { block, partial: false };
  return { block, capacity };
}

/** Tokens a replica keeps; null = no end. TensorRT-LLM is played without one. */
export function capacityOf({ model, engine }: LayerSettings): number | null {
  if (model.memory === null || engine.id === "none" || engine.id === "tensorrt-llm") return null;
  return Math.max(1, tokensInMemory(findArchitecture(model.architecture), model.memory));
}

/** An empty replica; null where nothing is kept. */
export function openReplica(settings: LayerSettings): SystemPlay | null {
  const { engine } = settings;
  if (engine.id === "none") return null;
  const system = findComparable(engine.id);
  if (!system) throw new Error(`No engine is called ${engine.id}.`);
  return system.open(null, engineOptions(engine, capacityOf(settings)));
}

const tariffOf = ({ input, output, readMultiplier }: Vendor): Tariff =>
  findHostTariff({ input, output, readMultiplier, currency: "USD" });

/** Prices have no dates here. */
const ANY_DAY = "2026-11-21";

function billStep(tariff: Tariff, read: number, { prompt, completion }: ComparableRequest) {
  const lines = [
    { kind: "read", tokens: read },
    { kind: "input", tokens: prompt - read },
    { kind: "output", tokens: completion },
  ] as const;
  return billRequest(lines, findBand(tariff, prompt, ANY_DAY));
}

/** The router's layer, and what the layers below a place are opened with: unlike seeds, so that draws are unrelated. */
function layersOf({ router, gateway, host, seed }: LayerSettings) {
  const { vendors, policy, picks, idle } = router;
  const none = { picks: [], weights: [] };
  const top: Layer = { policy, count: vendors.length, picks, seed, idle, weights: weighByPrice(vendors) };
  return {
    top,
    clusters: (vendor: number): Layer => ({
      ...none,
      policy: gateway.policy,
      count: gateway.clusters,
      seed: seed + 7919 * (vendor + 1),
      idle,
    }),
    replicas: (vendor: number, cluster: number): Layer => ({
      ...none,
      policy: host.policy,
      count: host.replicas,
      seed: seed + 104_729 * (vendor + 1) + 1_299_709 * (cluster + 1),
      // A host's key does not end while its replica runs.
      idle: Number.POSITIVE_INFINITY,
    }),
  };
}

/** The value of a key, made when it is first asked for. */
function keep<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/**
 * Plays requests in the order of their start.
 * @returns one step a request, in that order
 */
export function walkRequests(requests: readonly ComparableRequest[], settings: LayerSettings): Step[] {
  const { vendors } = settings.router;
  const layers = layersOf(settings);
  const router = openChooser(layers.top);
  const choosers = new Map<string, Chooser>();
  const replicas = new Map<string, SystemPlay | null>();
  const tariffs = vendors.map(tariffOf);
  const together = openReplica(settings);
  const begun = new Set<number>();
  return requests.map((request): Step => {
    const place = Math.min(router(request), vendors.length - 1);
    const vendor = vendors[place];
    if (!vendor) throw new Error("A router needs a vendor.");
    const cluster = keep(choosers, `${place}`, () => openChooser(layers.clusters(place)))(request);
    const choose = () => openChooser(layers.replicas(place, cluster));
    const replica = keep(choosers, `${place} ${cluster}`, choose)(request);
    const play = vendor.caches
      ? keep(replicas, `${place} ${cluster} ${replica}`, () => openReplica(settings))
      : null;
    const played = play?.step(request, false);
    const reachable = together?.step(request, false).read ?? 0;
    const refused = played?.refused ?? null;
    const read = played?.read ?? 0;
    const bill = billStep(tariffs[place] ?? tariffOf(vendor), read, request);
    const { index, prompt, completion, points } = request;
    const isFirst = points.every(({ key }) => !begun.has(key));
    for (const { key } of points) begun.add(key);
    return {
      request: index,
      vendor: place,
      cluster,
      replica,
      prompt,
      completion,
      read,
      reachable,
      isFirst,
      reported: settings.gateway.passesUsage ? read : 0,
      cost: refused === null ? bill.cost : 0,
      costWithoutCache: refused === null ? bill.costWithoutCache : 0,
      refused,
    };
  });
}
