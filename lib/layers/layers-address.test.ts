/** A walk's address comes back as it was written; whatever else stands there does no harm. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { GPUS } from "./first-token";
import { ARCHITECTURES } from "./kv-bytes";
import {
  GATEWAY_POLICIES,
  HOST_POLICIES,
  LAYER_ENGINES,
  type LayerSettings,
  pinVendor,
  ROUTER_IDLE,
  ROUTER_POLICIES,
} from "./layer-settings";
import {
  FIRST_ADDRESS,
  firstSettings,
  type LayersAddress,
  listSwitched,
  readLayersAddress,
  writeLayersAddress,
} from "./layers-address";
import { readRequests } from "./scene";
import { findScene, SCENES } from "./scenes";
import { walkRequests } from "./walk";

const price = fc.option(fc.double({ min: 0, max: 1000, noNaN: true }));
const places = fc.integer({ min: 1, max: 4 });
const settings: fc.Arbitrary<LayerSettings> = fc.record({
  router: fc
    .uniqueArray(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 20 }),
        input: price,
        output: price,
        readMultiplier: fc.double({ min: 0, max: 2, noNaN: true }),
        caches: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6, selector: ({ name }) => name },
    )
    .chain((vendors) =>
      fc.record({
        policy: fc.constantFrom(...ROUTER_POLICIES),
        vendors: fc.constant(vendors),
        picks: fc.array(fc.nat(vendors.length - 1), { minLength: 1, maxLength: 8 }),
        idle: fc.constant(ROUTER_IDLE),
      }),
    ),
  gateway: fc.record({
    policy: fc.constantFrom(...GATEWAY_POLICIES),
    clusters: places,
    passesUsage: fc.boolean(),
  }),
  host: fc.record({ policy: fc.constantFrom(...HOST_POLICIES), replicas: places }),
  engine: fc.record({
    id: fc.constantFrom(...LAYER_ENGINES),
    block: fc.integer({ min: 1, max: 8192 }),
  }),
  model: fc.record({
    architecture: fc.constantFrom(...ARCHITECTURES.map(({ id }) => id)),
    memory: fc.option(fc.double({ min: 0.01, max: 10_000, noNaN: true })),
  }),
  hardware: fc.record({
    gpu: fc.constantFrom(...GPUS.map(({ id }) => id)),
    count: fc.integer({ min: 1, max: 16 }),
  }),
  seed: fc.nat(),
});

const conversations = fc.oneof(
  fc.constantFrom(...SCENES.map(({ id }) => id)),
  fc.constantFrom("example:agent", "kept:0f3a", "session:a b&c=d", "layout:v1.Ab-_9"),
);

it("comes back as it was written", () => {
  fc.assert(
    fc.property(conversations, settings, fc.nat(500), (conversation, given, request) => {
      // Negative nothing is written as nothing.
      const set = JSON.parse(JSON.stringify(given)) as LayerSettings;
      const address: LayersAddress = { conversation, settings: set, request };
      expect(readLayersAddress(`#${writeLayersAddress(address)}`)).toEqual(address);
    }),
  );
});

it("takes any fragment, and what it reads can be walked", () => {
  const requests = readRequests(findScene("six-calls")?.requests ?? []);
  const fields = fc.constantFrom(
    "scene",
    "vendors",
    "router",
    "replicas",
    "block",
    "memory",
    "picks",
    "model",
  );
  const fragments = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.tuple(fields, fc.oneof(fc.string(), fc.constantFrom("given", "1e9", "-1", "A,,,0,1;A,1,1,1,0"))),
      )
      .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&")),
  );
  fc.assert(
    fc.property(fragments, (fragment) => {
      const address = readLayersAddress(fragment);
      expect(walkRequests(requests, address.settings)).toHaveLength(6);
      expect(address.request).toBeGreaterThanOrEqual(0);
    }),
  );
});

it("tells only what differs from how the conversation starts", () => {
  expect(writeLayersAddress(FIRST_ADDRESS)).toBe("");
  const conversation = "example:agent";
  const own = firstSettings(conversation);
  expect(writeLayersAddress({ conversation, settings: own, request: 0 })).toBe("example=agent");
  const changed = { ...own, host: { ...own.host, replicas: 3 }, model: { ...own.model, memory: null } };
  expect(writeLayersAddress({ conversation, settings: changed, request: 6 })).toBe(
    "example=agent&replicas=3&memory=endless&request=7",
  );
  expect(listSwitched(own, changed)).toEqual(["replicas", "memory"]);
});

it("keeps what was measured of a vendor with the vendor, wherever it stands", () => {
  const { settings: set, requests } = findScene("six-calls") ?? SCENES[0] ?? fail();
  const pinned = pinVendor(set, 1);
  const again = { ...pinned, router: { ...pinned.router, policy: "given" as const } };
  const costs = (each: LayerSettings) => walkRequests(readRequests(requests), each).map(({ cost }) => cost);
  expect(costs(again)).toEqual(costs(set));
  const address = { conversation: "six-calls", settings: again, request: 0 };
  expect(readLayersAddress(writeLayersAddress(address))).toEqual(address);
});

function fail(): never {
  throw new Error("A scene is missing.");
}
