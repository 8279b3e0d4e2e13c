/** Plays requests over time against the cache: the ledger, the entries' lives, and the totals. */

import type { LedgerRow } from "../bill/ledger";
import { addTotals, type Totals } from "../bill/totals";
import type { PriceOverride, Region } from "../offers/model";
import type { CacheRequest, CacheSystem, CacheSystemId, Played } from "../systems/cache-system";
import { cacheSystems } from "../systems/cache-systems";
import { chooseSystem } from "../systems/choose-system";
import type { ImplicitReads } from "../systems/implicit";
import type { EntryLife } from "../systems/kernels/entry";
import { enterRequest } from "./enter-request";
import { createModelFacts } from "./model-facts";
import type { TimedRequest } from "./timed-request";

export type { Totals } from "../bill/totals";
export type { EntryLife } from "../systems/kernels/entry";
export type { TimedRequest } from "./timed-request";

export interface SimulationInput {
  readonly requests: readonly TimedRequest[];
  /** Whose prices count. */
  readonly region: Region;
  /** What a request without markers reads. */
  readonly implicit: ImplicitReads;
  /** `model-studio-session` and `qwen4` serve all requests; otherwise each request's markers and model decide. */
  readonly system?: CacheSystemId;
  /** False leaves every row's `reasons` empty and spares the work for them; absent = true. */
  readonly explain?: boolean;
  /** Prices that win over the table. */
  readonly prices?: readonly PriceOverride[];
  /** The day that is played, as `2026-11-21`, where rules depend on it; absent = the day of the rules. */
  readonly on?: string;
}

export interface Simulation {
  /** In the order given. */
  readonly turns: readonly LedgerRow[];
  /** In order of writing. */
  readonly entries: readonly EntryLife[];
  readonly totals: Totals;
}

/** Indices in the order the requests start; those that start together keep the order given. */
const inOrderOfStart = (requests: readonly TimedRequest[]): number[] =>
  requests.map((_, index) => index).sort((a, b) => (requests[a]?.at ?? 0) - (requests[b]?.at ?? 0));

/** Entries of all systems in order of writing, which is the order of the requests' starts. */
function mergeEntries(systems: readonly CacheSystem[]): readonly EntryLife[] {
  const [only, ...others] = systems.map(({ entries }) => entries).filter(({ length }) => length > 0);
  if (!only || others.length === 0) return only ?? [];
  return [only, ...others].flat().sort((a, b) => a.createdAt - b.createdAt || a.createdBy - b.createdBy);
}

/**
 * Plays the requests in order of their start; entries belong to one account. A request with any marker plays the
 * explicit cache (of Qwen4, where its model is one), one without plays the implicit one, and a session serves all of
 * them. A step costs what changed since the requests before and the entries that live, not the history.
 */
export function simulate(input: SimulationInput): Simulation {
  const { requests, region, implicit, explain = true } = input;
  const options = { region, implicit, explain, ...(input.on === undefined ? {} : { on: input.on }) };
  const systems = new Map<CacheSystemId, CacheSystem>();
  const factsOf = createModelFacts(region, input.prices ?? [], input.on);
  const latestOfModel = new Map<string, number>();
  let latest: number | null = null;
  const turns = new Array<LedgerRow>(requests.length);
  /** The requests with the breakpoints that their systems saw. */
  const laidOut: TimedRequest[] = [...requests];
  const currencies = new Set<"USD" | "CNY">();

  function systemOf(id: CacheSystemId): CacheSystem {
    let system = systems.get(id);
    if (!system) {
      system = cacheSystems[id](options);
      systems.set(id, system);
    }
    return system;
  }
  // The implicit cache takes note of every request, whoever serves it.
  const implicitCache = systemOf("model-studio-implicit");

  for (const index of inOrderOfStart(requests)) {
    const given = requests[index];
    if (!given) continue;
    const { at, duration, counter, ttl, automatic } = given;
    const facts = factsOf(given.layout.model);
    const arriving: CacheRequest = {
      index,
      at,
      duration,
      layout: given.layout,
      model: facts.model,
      ...(counter ? { counter } : {}),
      ...(ttl ? { ttl } : {}),
      ...(automatic ? { automatic } : {}),
    };
    const id = chooseSystem(arriving, input.system);
    const system = systemOf(id);
    const layout = system.layOut(arriving);
    const changed = layout !== given.layout;
    const request = changed ? { ...given, layout } : given;
    const step = changed ? { ...arriving, layout } : arriving;
    if (changed) laidOut[index] = request;
    const played: Played = system.play(step);
    implicitCache.observe(step);
    const past = explain && {
      requests: laidOut,
      latest,
      latestOfModel: latestOfModel.get(layout.model) ?? null,
      unread: id === "model-studio-implicit" ? findUnread(step) : null,
    };
    turns[index] = enterRequest(request, played, { facts, region, implicit, system: id, past, currencies });
    if (layout.breakpoints.length > 0) {
      latest = index;
      latestOfModel.set(layout.model, index);
    }
  }

  function findUnread(step: CacheRequest): EntryLife | null {
    for (const system of systems.values()) {
      const unread = system.findUnread(step);
      if (unread) return unread;
    }
    return null;
  }

  return { turns, entries: mergeEntries([...systems.values()]), totals: addTotals(turns, currencies) };
}
