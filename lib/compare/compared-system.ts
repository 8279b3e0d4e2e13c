/** What is asked of a comparison, and what it says of each system: turns in tokens and money, sums, and what is assumed. */
import type { Line } from "../bill/bill";
import type { Reason } from "../bill/ledger";
import type { Totals } from "../bill/totals";
import type { Currency } from "../offers/offer";
import type { Boundary, ComparableRequest, RentedObject, SystemOptions } from "../systems/comparable";
import type { EntryLife } from "../systems/kernels/entry";
import type { RouteRules } from "../systems/pick-replica";
import type { Rate } from "../tokens/precision";
import type { Said } from "../words/message";

/** A system with a model and options, each as its register knows it. */
export interface AskedSystem {
  readonly system: string;
  /** Null where the system has no models of its own, or each request names one. */
  readonly model: string | null;
  /** What its reader calls it; null = as the register does. */
  readonly name: Said | null;
  readonly options: SystemOptions;
}

export interface AskedMember extends AskedSystem {
  /** Caches of its own that it stands for; 1 or more. */
  readonly replicas: number;
}

/** Several systems behind a router. */
export interface AskedRoute extends AskedSystem {
  readonly members: readonly AskedMember[];
  readonly route: Omit<RouteRules, "replicas">;
}

export const isRoute = (asked: AskedSystem): asked is AskedRoute => "members" in asked;

/** How sure the counts are: as given, by the model's own vocabulary and frame, or by the nearest ones. */
export type CountGrade = "given" | "exact" | "estimate";

/** How the input of a system is counted. */
export interface CountBasis {
  readonly tokens: CountGrade;
  /** Shares by which the real number of input tokens may lie below and above it; null where it is exact or given. */
  readonly spread: Rate | null;
  /** What text is counted with; null where no text is. */
  readonly vocabulary: string | null;
}

/** read + written + uncached = prompt, where it is not refused. */
export interface ComparedTurn {
  readonly prompt: number;
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** Without making or keeping objects; null = a price it needs is unknown. */
  readonly cost: number | null;
  readonly costWithoutCache: number | null;
  /** Seconds that what it wrote lives. */
  readonly life?: number;
  /** One sentence: the service would answer an error. */
  readonly refused?: Said;
  /** Of a route: the member that served it. */
  readonly member?: number;
  readonly reasons: readonly Reason[];
}

export interface ComparedObject extends RentedObject {
  readonly creationCost: number | null;
  readonly storageCost: number | null;
}

/** A turn as it is played. */
export interface PlayedTurn {
  readonly turn: ComparedTurn;
  readonly currency: Currency | null;
  /** Id of the cache system that served it. */
  readonly system: string;
  /** Of a route: the cache that served it, numbered through all members. */
  readonly replica?: number;
  /** Its bill, without the object it had made. */
  readonly lines: readonly Line[];
  readonly created?: ComparedObject;
  /** Places that it marks, or the system does by itself; absent where the system looks at none. */
  readonly boundaries?: readonly Boundary[];
  /** Seconds from its start that its whole prompt can be read as a prefix; absent = no end is known. */
  readonly prefixLife?: number;
}

/** A system that is being played, with its prices. */
export interface PricedPlay extends CountBasis {
  /** Of its prices; null = it has none, or they differ. */
  readonly currency: Currency | null;
  /** True where it keeps objects for a fee. */
  readonly keepsObjects: boolean;
  /** Ids of what it assumes. */
  readonly assumptions: readonly string[];
  /** Requests come in the order of their start. */
  step(request: ComparableRequest): PlayedTurn;
  /** What has been written so far, where entries have lives of their own. */
  listEntries(): readonly EntryLife[];
}

export interface ComparedTotals extends Pick<Totals, "read" | "written" | "uncached" | "completion"> {
  /** With what objects cost. */
  readonly cost: number | null;
  readonly costWithoutCache: number | null;
  /** Null where it keeps no objects, or the price is unknown. */
  readonly storage: number | null;
}

export interface ComparedSystem extends CountBasis {
  readonly system: string;
  readonly model: string | null;
  readonly name: Said;
  readonly currency: Currency | null;
  /** In the order the requests were given. */
  readonly turns: readonly ComparedTurn[];
  readonly totals: ComparedTotals;
  /** In order of creation; absent where it keeps none. */
  readonly objects?: readonly ComparedObject[];
  /** Lives of the entries in order of writing; absent where they are not asked for. */
  readonly entries?: readonly EntryLife[];
  readonly assumptions: readonly string[];
}
