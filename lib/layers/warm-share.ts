/** How many requests meet a warm cache when a route spreads them: by formula, and as the mean of many walks. */
import type { ComparableRequest } from "../systems/comparable";
import type { LayerSettings } from "./layer-settings";
import { type Step, walkRequests, weighByPrice } from "./walk";

/**
 * Of requests drawn one by one, the share that come where one of them was before: 1 − Σ (1 − (1 − p)ⁿ) / n.
 * @param chances of each cache; they add up to 1
 * @param calls n, 1 or more
 */
export const drawnWarmShare = (chances: readonly number[], calls: number): number =>
  1 - countVisited(chances, calls) / calls;

/** Caches that are visited at least once, on average. */
const countVisited = (chances: readonly number[], draws: number): number =>
  chances.reduce((sum, chance) => sum + 1 - (1 - chance) ** draws, 0);

/** The same for k caches that are all as likely. */
export const uniformWarmShare = (caches: number, calls: number): number =>
  drawnWarmShare(new Array<number>(caches).fill(1 / caches), calls);

/** Share of requests that read, 0 to 1. */
export const warmShareOf = (steps: readonly Step[]): number =>
  steps.length === 0 ? 0 : steps.filter(({ read }) => read > 0).length / steps.length;

/** What a layer makes of a request: its places with their chances, and what it draws for. */
interface Spread {
  readonly chances: readonly number[];
  readonly by: "nothing" | "conversation" | "request" | "turn";
}

const even = (count: number): number[] => new Array<number>(count).fill(1 / count);

function spreadOf(policy: string, count: number, weights: readonly number[] = []): Spread {
  if (count === 1 || policy === "pinned" || policy === "affinity") return { chances: [1], by: "nothing" };
  if (policy === "sticky") return { chances: even(count), by: "conversation" };
  if (policy === "round-robin") return { chances: even(count), by: "turn" };
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const chances = policy === "by-price" ? weights.map((weight) => weight / sum) : even(count);
  return { chances, by: "request" };
}

const multiply = (spreads: readonly Spread[]): readonly number[] =>
  spreads.reduce<readonly number[]>(
    (all, { chances }) => all.flatMap((before) => chances.map((chance) => before * chance)),
    [1],
  );

/** Of requests that begin alike, how many each conversation has. */
function groupAlike(requests: readonly ComparableRequest[]): readonly (readonly number[])[] {
  const groups = new Map<number, Map<string, number>>();
  for (const { segments, conversation } of requests) {
    const first = segments[0]?.key ?? 0;
    const group = groups.get(first) ?? new Map<string, number>();
    const name = conversation ?? `begins ${segments[1]?.key ?? first}`;
    group.set(name, (group.get(name) ?? 0) + 1);
    groups.set(first, group);
  }
  return [...groups.values()].map((group) => [...group.values()]);
}

/**
 * Caches that requests of so many conversations visit: one is missed where every conversation draws another place, or
 * draws its place and none of its requests does.
 */
function countMet(kept: readonly number[], drawn: readonly number[], sizes: readonly number[]): number {
  let met = 0;
  for (const stays of kept) {
    for (const chance of drawn) {
      met += 1 - sizes.reduce((missed, size) => missed * (1 - stays + stays * (1 - chance) ** size), 1);
    }
  }
  return met;
}

/**
 * The warm share that a route is expected to give, requests being warm where one that begins alike was before. Layers
 * that go in turn count as drawn where another layer draws.
 * @returns null where vendors differ in whether they cache, or the vendors are given: there is no chance in that
 */
export function expectWarmShare(
  requests: readonly ComparableRequest[],
  { router, gateway, host, engine }: LayerSettings,
): number | null {
  if (router.policy === "given" || router.vendors.some(({ caches }) => !caches)) return null;
  if (engine.id === "none" || requests.length === 0) return 0;
  const spreads = [
    spreadOf(router.policy, router.vendors.length, weighByPrice(router.vendors)),
    spreadOf(gateway.policy, gateway.clusters),
    spreadOf(host.policy, host.replicas),
  ].filter(({ by }) => by !== "nothing");
  const kept = multiply(spreads.filter(({ by }) => by === "conversation"));
  const drawn = multiply(spreads.filter(({ by }) => by !== "conversation"));
  const isTurn = spreads.length > 0 && spreads.every(({ by }) => by === "turn");
  const cold = groupAlike(requests).reduce((sum, sizes) => {
    const count = sizes.reduce((total, size) => total + size, 0);
    return sum + (isTurn ? Math.min(drawn.length, count) : countMet(kept, drawn, sizes));
  }, 0);
  return 1 - cold / requests.length;
}

/** The mean over walks that differ in their draws alone. */
export function averageWarmShare(
  requests: readonly ComparableRequest[],
  settings: LayerSettings,
  walks: number,
): number {
  let sum = 0;
  for (let seed = 0; seed < walks; seed++) {
    sum += warmShareOf(walkRequests(requests, { ...settings, seed: seed * 31 + 1 }));
  }
  return sum / walks;
}
