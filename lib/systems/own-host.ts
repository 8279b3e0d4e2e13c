/** A host of one's own as its owner describes it: what it charges, how it reads common prefixes, and how many copies of it there are. */
import type { Currency } from "../offers/offer";
import type { RoutePolicy } from "./pick-replica";

/** How requests are spread over several copies; one copy needs no choice. */
export type HostPolicy = Extract<RoutePolicy, "sticky" | "round-robin" | "uniform">;

export const HOST_POLICIES: readonly HostPolicy[] = ["sticky", "round-robin", "uniform"];

export interface OwnHost {
  /** Per million tokens. */
  readonly input: number;
  readonly output: number;
  /** Price of a token that is read, by that of one that is not: 0.1 = a tenth. */
  readonly readMultiplier: number;
  readonly currency: Currency;
  /** Tokens of a block: what is read is a multiple of it. */
  readonly step: number;
  /** Fewest tokens that are read at all. */
  readonly minimum: number;
  /** Seconds that a prefix is kept; null = nothing ends. */
  readonly life: number | null;
  /** Copies, each with a cache of its own. */
  readonly replicas: number;
  readonly policy: HostPolicy;
}

interface Limits {
  readonly min: number;
  readonly max: number;
}

/** What a figure may be; both bounds included. */
export const OWN_HOST_LIMITS: Readonly<
  Record<"input" | "output" | "readMultiplier" | "step" | "minimum" | "life" | "replicas", Limits>
> = {
  input: { min: 0, max: 1_000_000 },
  output: { min: 0, max: 1_000_000 },
  readMultiplier: { min: 0, max: 100 },
  step: { min: 1, max: 1_000_000 },
  minimum: { min: 0, max: 1_000_000 },
  life: { min: 1, max: 31_536_000 },
  replicas: { min: 1, max: 1_000 },
};

/** What is written into the fields of somebody who has described none yet: no service's price, only a start. */
export const FIRST_HOST: OwnHost = {
  input: 1,
  output: 4,
  readMultiplier: 0.1,
  currency: "USD",
  step: 16,
  minimum: 0,
  life: null,
  replicas: 1,
  policy: "sticky",
};
