/** How a router sends requests to the caches behind it: which replica serves each one. */
import { draw } from "../values/random";
import type { ComparableRequest } from "./comparable";

export const ROUTE_POLICIES = ["pinned", "sticky", "round-robin", "uniform", "given"] as const;
export type RoutePolicy = (typeof ROUTE_POLICIES)[number];

export interface RouteRules {
  readonly policy: RoutePolicy;
  /** Replicas of all members together. */
  readonly replicas: number;
  /** Under `given`, a replica for each request in the order given. */
  readonly picks: readonly number[];
  readonly seed: number;
  /** Seconds after the start of its last request that a conversation stays where it was. */
  readonly idle: number;
}

/** Where conversations are, and since when; plain JSON. */
export type StickyPlaces = Record<string, { replica: number; at: number }>;

const drawReplica = ({ seed, replicas }: RouteRules, index: number): number =>
  Math.floor(draw(seed, index) * replicas);

/** A conversation without a name is known by what its first two segments are. */
function conversationOf({ conversation, segments }: ComparableRequest): string {
  if (conversation !== null) return `named ${conversation}`;
  return `begins ${(segments[1] ?? segments[0])?.key ?? -1}`;
}

/**
 * The replica that serves a request, from 0; requests come in the order of their start.
 * Rules: https://openrouter.ai/docs/guides/best-practices/prompt-caching (2026-10), of the router that is sticky.
 * @param places changed where the policy is sticky
 */
export function pickReplica(request: ComparableRequest, rules: RouteRules, places: StickyPlaces): number {
  const { policy, replicas, picks, idle } = rules;
  const { index, at } = request;
  switch (policy) {
    case "pinned":
      return 0;
    case "round-robin":
      return index % replicas;
    case "uniform":
      return drawReplica(rules, index);
    case "given":
      return picks[index] ?? 0;
    case "sticky": {
      const name = conversationOf(request);
      const before = places[name];
      const replica = before && at - before.at < idle ? before.replica : drawReplica(rules, index);
      places[name] = { replica, at };
      return replica;
    }
  }
}
