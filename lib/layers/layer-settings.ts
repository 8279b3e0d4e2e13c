/** The five layers between a request and a cache, each with its switch: router, gateway, host, engine, model. */

/** What a router does with requests that more than one vendor can serve. */
export const ROUTER_POLICIES = ["pinned", "sticky", "round-robin", "uniform", "by-price", "given"] as const;
export type RouterPolicy = (typeof ROUTER_POLICIES)[number];

/** How a gateway chooses one of a vendor's clusters. */
export const GATEWAY_POLICIES = ["affinity", "round-robin", "uniform"] as const;
export type GatewayPolicy = (typeof GATEWAY_POLICIES)[number];

/** How a host chooses one of a cluster's replicas. */
export const HOST_POLICIES = ["sticky", "round-robin", "uniform"] as const;
export type HostPolicy = (typeof HOST_POLICIES)[number];

export const LAYER_ENGINES = ["vllm", "sglang", "tensorrt-llm", "none"] as const;
export type LayerEngine = (typeof LAYER_ENGINES)[number];

/** A company that serves the model, with caches and prices of its own. */
export interface Vendor {
  readonly name: string;
  /** USD per million tokens of input; null = not known. */
  readonly input: number | null;
  readonly output: number | null;
  /** Price of a token that is read, by that of one that is not; 1 = a read is no cheaper. */
  readonly readMultiplier: number;
  /** False where it keeps nothing, whatever its price list says. */
  readonly caches: boolean;
}

export interface RouterSettings {
  readonly policy: RouterPolicy;
  /** At least one; the first is the one that is pinned. */
  readonly vendors: readonly Vendor[];
  /** Under `given`, the vendor of each request by its place among `vendors`. */
  readonly picks: readonly number[];
  /** Seconds after its last request that a conversation stays where it was. */
  readonly idle: number;
}

export interface GatewaySettings {
  readonly policy: GatewayPolicy;
  /** Clusters of each vendor; 1 or more. */
  readonly clusters: number;
  /** False where its usage says 0 whatever was read. */
  readonly passesUsage: boolean;
}

export interface HostSettings {
  readonly policy: HostPolicy;
  /** Replicas of each cluster, each with a memory of its own; 1 or more. */
  readonly replicas: number;
}

export interface EngineSettings {
  readonly id: LayerEngine;
  /** Tokens that are read at once: a block, or SGLang's page. */
  readonly block: number;
}

export interface ModelSettings {
  /** Id of an architecture in the list of them. */
  readonly architecture: string;
  /** GiB that one replica has for what it keeps; null = so much that nothing is dropped. */
  readonly memory: number | null;
}

/** What one replica's prefill is timed on, where one serves the model oneself. */
export interface HardwareSettings {
  /** Id of a GPU in the list of them. */
  readonly gpu: string;
  /** GPUs that work on one request together; 1 or more. */
  readonly count: number;
}

export interface LayerSettings {
  readonly router: RouterSettings;
  readonly gateway: GatewaySettings;
  readonly host: HostSettings;
  readonly engine: EngineSettings;
  readonly model: ModelSettings;
  readonly hardware: HardwareSettings;
  /** Of every draw: the same seed draws the same walk. */
  readonly seed: number;
}

/** Bounds of the switches: what can still be drawn, and sizes that engines have. */
export const MOST_VENDORS = 6;
/** Clusters of a vendor, and replicas of a cluster. */
export const MOST_PLACES = 4;
/** Tokens a block. */
export const MOST_BLOCK = 8192;
export const MOST_GPUS = 16;
/** GiB a replica. */
export const MOST_MEMORY = 10_000;

/** Ten minutes, as OpenRouter keeps a conversation. Source: https://openrouter.ai/docs/guides/best-practices/prompt-caching (2026-10). */
export const ROUTER_IDLE = 600;

/** Every layer such that what was written is met again: one vendor, affinity, one replica for a conversation. */
export const keepTogether = (settings: LayerSettings): LayerSettings => ({
  ...settings,
  router: { ...settings.router, policy: "pinned" },
  gateway: { ...settings.gateway, policy: "affinity" },
  host: { ...settings.host, policy: "sticky" },
});

/**
 * The same with another vendor in the first place, which is the one that is pinned. What was measured of each vendor goes
 * along to its new place.
 */
export function pinVendor(settings: LayerSettings, vendor: number): LayerSettings {
  const { vendors, picks } = settings.router;
  const pinned = vendors[vendor];
  if (!pinned) return settings;
  const others = vendors.filter((_, place) => place !== vendor);
  const moved = picks.map((pick) => (pick === vendor ? 0 : pick < vendor ? pick + 1 : pick));
  return {
    ...settings,
    router: { ...settings.router, policy: "pinned", vendors: [pinned, ...others], picks: moved },
  };
}
