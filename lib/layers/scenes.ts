/** The scenes: what was measured of routers, hosts and gateways, as settings and requests that play it again. */
import type { Evidence } from "../offers/model";
import { type Said, tell } from "../words/message";
import { type LayerSettings, ROUTER_IDLE, type Vendor } from "./layer-settings";
import measured from "./measurements.json" with { type: "json" };
import { impliedPrices, type Scene, sameRequests, talkRequests, textSegment } from "./scene";
import { withArchitecture } from "./switch-engine";

const { asOf, prompt } = measured;
const MEASURED = { evidence: "observed" as Evidence, source: measured.source as Said, asOf };
const RULE = {
  evidence: "inferred" as Evidence,
  source: "https://openrouter.ai/docs/guides/best-practices/prompt-caching",
  asOf: "2026-10",
};

interface MeasuredVendor {
  readonly name: string;
  readonly cold: string;
  /** Null = it was never met warm. */
  readonly warm: string | null;
}

/** What a vendor charges by its measured costs; one that was never met warm is taken to give no discount. */
function vendorOf({ name, cold, warm }: MeasuredVendor, read: number): Vendor {
  const prices = impliedPrices({ prompt, read, cold: Number(cold), warm: Number(warm ?? cold) });
  return { name, ...prices, output: 0, caches: true };
}

/** One vendor, one cluster, one replica, and a memory without an end. */
const oneCache = (vendors: readonly Vendor[], block: number): LayerSettings => ({
  router: { policy: "pinned", vendors, picks: [], idle: ROUTER_IDLE },
  gateway: { policy: "affinity", clusters: 1, passesUsage: true },
  host: { policy: "sticky", replicas: 1 },
  engine: { id: "vllm", block },
  model: { architecture: "qwen2.5-32b", memory: null },
  hardware: { gpu: "h100", count: 1 },
  seed: 1,
});

const { router } = measured;
const vendors = router.vendors.map((vendor) => vendorOf(vendor, router.read));
const pinnedToB = oneCache(vendors.toReversed(), router.block);
const sixCalls = oneCache(vendors, router.block);

const ROUTED: readonly Scene[] = [
  {
    id: "six-calls",
    name: tell("scenes.sixCalls"),
    about: tell("scenes.sixCallsAbout"),
    requests: sameRequests(6, prompt),
    settings: { ...sixCalls, router: { ...sixCalls.router, policy: "given", picks: [0, 1, 1, 1, 1, 1] } },
    ...MEASURED,
  },
  {
    id: "six-calls-pinned",
    name: tell("scenes.sixPinned"),
    about: tell("scenes.sixPinnedAbout"),
    requests: sameRequests(6, prompt),
    settings: pinnedToB,
    ...MEASURED,
  },
];

interface Priced {
  readonly cold: string;
  readonly warm: string;
}

const sayDiscount = ({ cold, warm }: Priced): string =>
  `${((1 - Number(warm) / Number(cold)) * 100).toFixed(2)} %`;

/** What a million tokens that are read cost less, by so many that were. */
const sayGap = ({ cold, warm }: Priced): string =>
  `$${(((Number(cold) - Number(warm)) / router.read) * 1_000_000).toFixed(4)}`;

const [hostA, hostB] = measured.hosts.map(
  (host, order): Scene => ({
    id: order === 0 ? "provider-a" : "provider-b",
    name: tell(order === 0 ? "scenes.providerA" : "scenes.providerB", { name: host.name }),
    about:
      order === 0
        ? tell("scenes.providerAAbout", {
            discount: sayDiscount(host),
            read: router.read,
            gap: sayGap(host),
          })
        : tell("scenes.providerBAbout"),
    requests: sameRequests(order === 0 ? 2 : 3, prompt),
    settings: oneCache([{ ...vendorOf(host, router.read), caches: host.reported > 0 }], router.block),
    ...MEASURED,
  }),
);

/** Nothing was reported, so that what was read is not known: whole blocks of 16 are taken. */
const GATEWAY_READ = Math.floor((prompt - 1) / 16) * 16;

const GATEWAY = measured.gateway.map(({ model, cold, warm, discount, seconds }): Scene => {
  const settings = oneCache([vendorOf({ name: model, cold, warm }, GATEWAY_READ)], 16);
  return {
    id: `gateway-${model}`,
    name: tell("scenes.gateway", { model }),
    about: tell("scenes.gatewayAbout", { discount, cold: seconds[0] ?? 0, warm: seconds[1] ?? 0 }),
    requests: sameRequests(2, prompt),
    settings: { ...settings, gateway: { ...settings.gateway, passesUsage: false } },
    ...MEASURED,
  };
});

/** Vendors of one price. */
const alike = (count: number): Vendor[] =>
  Array.from({ length: count }, (_, order) => ({
    name: `Vendor ${String.fromCharCode(65 + order)}`,
    input: 0.4,
    output: 1.6,
    readMultiplier: 0.2,
    caches: true,
  }));

const scattered = oneCache(alike(4), 16);
const priced = alike(3).map((vendor, order) => ({ ...vendor, input: [0.4, 0.5, 0.6][order] ?? null }));
const RULES: readonly Scene[] = [
  {
    id: "uniform",
    name: tell("scenes.uniform"),
    about: tell("scenes.uniformAbout"),
    requests: sameRequests(20, prompt),
    settings: { ...scattered, router: { ...scattered.router, policy: "uniform" } },
    ...RULE,
  },
  {
    id: "round-robin",
    name: tell("scenes.inTurn"),
    about: tell("scenes.inTurnAbout"),
    requests: sameRequests(20, prompt),
    settings: { ...scattered, router: { ...scattered.router, policy: "round-robin" } },
    ...RULE,
  },
  {
    id: "agents",
    name: tell("scenes.agents"),
    about: tell("scenes.agentsAbout"),
    requests: talkRequests(3, 6),
    settings: {
      ...oneCache(priced, 16),
      router: { policy: "by-price", vendors: priced, picks: [], idle: ROUTER_IDLE },
      gateway: { policy: "round-robin", clusters: 2, passesUsage: false },
      host: { policy: "uniform", replicas: 2 },
      model: { architecture: "llama-3.1-70b", memory: 8 },
      hardware: { gpu: "h100", count: 4 },
      seed: 4,
    },
    ...RULE,
  },
];

/** Each prompt twice, as an issue of vLLM reports them: below a block, a little above one, and nearly two. */
const HYBRID: Scene = {
  id: "hybrid",
  name: tell("scenes.hybrid"),
  about: tell("scenes.hybridAbout"),
  requests: [480, 552, 979].flatMap((tokens, order) =>
    sameRequests(2, tokens).map((request) => ({
      ...request,
      at: request.at + order * 20,
      conversation: `prompt ${order + 1}`,
      segments: [textSegment(`prompt of ${tokens}`, tokens)],
    })),
  ),
  settings: withArchitecture(oneCache(alike(1), 16), "qwen3.5-4b"),
  evidence: "third-party",
  source: "https://github.com/vllm-project/vllm/issues/40696",
  asOf: "2026-04-23",
};

/** In the order in which a page offers them. */
export const SCENES: readonly Scene[] = [
  ...ROUTED,
  ...(hostA && hostB ? [hostA, hostB] : []),
  ...GATEWAY,
  ...RULES,
  HYBRID,
];

export const findScene = (id: string): Scene | null => SCENES.find((scene) => scene.id === id) ?? null;
