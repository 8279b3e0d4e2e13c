/** What a walk comes to, and what it would come to with one layer mended, or all. */
import { addAmounts } from "../bill/bill";
import type { ComparableRequest } from "../systems/comparable";
import { type Message, tell } from "../words/message";
import { type GatewayPolicy, keepTogether, type LayerSettings, pinVendor } from "./layer-settings";
import { type Step, walkRequests } from "./walk";
import { warmShareOf } from "./warm-share";

export interface WalkTotals {
  readonly prompt: number;
  readonly read: number;
  /** What one cache for all requests would have read. */
  readonly reachable: number;
  /** Tokens the usage says were read. */
  readonly reported: number;
  /** Requests that read, by all; 0 to 1. */
  readonly warmShare: number;
  /** USD; null = a price is not known. */
  readonly cost: number | null;
  readonly costWithoutCache: number | null;
}

export function addSteps(steps: readonly Step[]): WalkTotals {
  const sum = (figure: "prompt" | "read" | "reachable" | "reported") =>
    steps.reduce((total, step) => total + step[figure], 0);
  return {
    prompt: sum("prompt"),
    read: sum("read"),
    reachable: sum("reachable"),
    reported: sum("reported"),
    warmShare: warmShareOf(steps),
    cost: addAmounts(steps.map(({ cost }) => cost)),
    costWithoutCache: addAmounts(steps.map(({ costWithoutCache }) => costWithoutCache)),
  };
}

/** A change of the settings and what the same requests come to with it. */
export interface Mend {
  readonly id: string;
  /** As a button says it. */
  readonly name: Message;
  readonly settings: LayerSettings;
  readonly totals: WalkTotals;
  /** USD that it saves; below 0 where it costs more, null = a price is not known. */
  readonly saves: number | null;
}

const AFFINITY: GatewayPolicy = "affinity";

function listChanges(settings: LayerSettings): Omit<Mend, "totals" | "saves">[] {
  const { router, gateway, host } = settings;
  const pins = router.vendors.map((vendor, order) => ({
    id: `pin-${order}`,
    name: tell("scenes.pinTo", { vendor: vendor.name }),
    settings: pinVendor(settings, order),
    // Nothing changes where it is pinned to that vendor, or there is no other.
    isChange: router.vendors.length > 1 && !(router.policy === "pinned" && order === 0),
  }));
  const cheapest = router.vendors.reduce(
    (best, { input }, order) =>
      (input ?? Number.POSITIVE_INFINITY) < (router.vendors[best]?.input ?? Number.POSITIVE_INFINITY)
        ? order
        : best,
    0,
  );
  const below = [
    {
      id: "affinity",
      name: tell("scenes.byPrefix"),
      settings: { ...settings, gateway: { ...gateway, policy: AFFINITY } },
      isChange: gateway.clusters > 1 && gateway.policy !== AFFINITY,
    },
    {
      id: "sticky",
      name: tell("scenes.keepReplica"),
      settings: { ...settings, host: { ...host, policy: "sticky" as const } },
      isChange: host.replicas > 1 && host.policy !== "sticky",
    },
  ];
  const single = [...pins, ...below].filter(({ isChange }) => isChange);
  const all = {
    id: "all",
    name: tell("scenes.allPinned", {
      vendor: router.vendors[cheapest]?.name ?? tell("scenes.theFirst"),
    }),
    settings: keepTogether(pinVendor(settings, cheapest)),
    isChange: single.length > 1 && below.some(({ isChange }) => isChange),
  };
  return [...single, all].filter(({ isChange }) => isChange).map(({ isChange: _, ...change }) => change);
}

/** Each change by itself, then all together; the one that saves most first. Empty where nothing is left to mend. */
export function listMends(requests: readonly ComparableRequest[], settings: LayerSettings): Mend[] {
  const { cost } = addSteps(walkRequests(requests, settings));
  return listChanges(settings)
    .map((change): Mend => {
      const totals = addSteps(walkRequests(requests, change.settings));
      const saves = cost === null || totals.cost === null ? null : cost - totals.cost;
      return { ...change, totals, saves };
    })
    .sort((a, b) => (b.saves ?? 0) - (a.saves ?? 0));
}
