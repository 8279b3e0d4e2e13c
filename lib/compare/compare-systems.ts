/** The same conversation on many cache systems: each one's turns by its own rules, and what they cost. */
import { addAmounts } from "../bill/bill";
import { addObjects } from "../bill/bill-object";
import { commonCurrency } from "../bill/totals";
import { SERVICES_AS_OF } from "../offers/listed-prices";
import type { Readings } from "../offers/readings";
import type { ComparableRequest } from "../systems/comparable";
import { findComparable } from "../systems/comparables";
import { inOrderOfStart, type SimulationOptions } from "../timeline/simulate";
import type { TimedRequest } from "../timeline/timed-request";
import { tell } from "../words/message";
import {
  type AskedSystem,
  type ComparedSystem,
  type ComparedTotals,
  type ComparedTurn,
  isRoute,
  type PlayedTurn,
  type PricedPlay,
} from "./compared-system";
import { type Counters, countNearest, findCounting } from "./counting";
import type { GivenRequest } from "./given-request";
import { playComparable } from "./play-comparable";
import { askedOf, createModelStudio, isModelStudio, nameModelStudio, playTimed } from "./play-model-studio";
import { playRoute } from "./play-route";
import { createReader } from "./reading";

export interface Comparison {
  readonly requests: readonly GivenRequest[];
  readonly systems: readonly AskedSystem[];
  /** The day whose prices count; absent = the day on which the rules were checked. */
  readonly on?: string;
  /** False spares the reasons. */
  readonly explain: boolean;
  /** True where the lives of the entries are asked for. */
  readonly lives?: boolean;
  /** What Model Studio's systems play where its documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings;
  /** The requests as they are laid out for Model Studio, which its systems play where no other model is asked for. */
  readonly own?: OwnPlay;
}

export interface OwnPlay {
  readonly requests: readonly TimedRequest[];
  /** Of the simulation they are for; a system that is asked for wins over its own. */
  readonly options: SimulationOptions;
}

function addTurns(turns: readonly PlayedTurn[], keepsObjects: boolean): ComparedTotals {
  const sum = (figure: "read" | "written" | "uncached" | "completion") =>
    turns.reduce((total, { turn }) => total + turn[figure], 0);
  const objects = turns.flatMap(({ created }) => created ?? []);
  const { creation, storage } = addObjects(objects);
  const isMixed = commonCurrency(turns) === null && turns.some(({ currency }) => currency !== null);
  const add = (amounts: readonly (number | null)[]) => (isMixed ? null : addAmounts(amounts));
  return {
    read: sum("read"),
    written: sum("written"),
    uncached: sum("uncached"),
    completion: sum("completion"),
    cost: add([...turns.map(({ turn }) => turn.cost), creation, storage]),
    costWithoutCache: add(turns.map(({ turn }) => turn.costWithoutCache)),
    storage: keepsObjects && !isMixed ? storage : null,
  };
}

/** Plays requests on one system whose cache is empty; `order` is that of their start. */
export function reportOn(
  asked: AskedSystem,
  play: PricedPlay,
  requests: readonly ComparableRequest[],
  order: readonly number[],
  lives: boolean,
): ComparedSystem {
  const played = new Array<PlayedTurn>(requests.length);
  const objects: PlayedTurn["created"][] = [];
  for (const index of order) {
    const request = requests[index];
    if (!request) continue;
    const turn = play.step(request);
    played[index] = turn;
    if (turn.created) objects.push(turn.created);
  }
  const { system, model } = asked;
  return {
    system,
    model,
    name: asked.name ?? findComparable(system)?.name ?? nameModelStudio(system) ?? tell("compare.route"),
    currency: play.currency,
    tokens: play.tokens,
    spread: play.spread,
    vocabulary: play.vocabulary,
    turns: played.map(({ turn }): ComparedTurn => turn),
    totals: addTurns(played, play.keepsObjects),
    ...(play.keepsObjects ? { objects: objects.flatMap((object) => object ?? []) } : {}),
    ...(lives ? { entries: play.listEntries() } : {}),
    assumptions: play.assumptions,
  };
}

/** Requests as every system meets them, the order of their start, and an empty cache of each system that is asked for. */
export interface OpenComparison {
  /** As a system counts them; a router's as its first member does. */
  requestsOf(asked: AskedSystem): readonly ComparableRequest[];
  readonly order: readonly number[];
  open(asked: AskedSystem): PricedPlay;
}

/** Systems and models have to be known to the registers. */
export function openComparison(
  { requests: given, on, explain, own, readings }: Omit<Comparison, "systems" | "lives">,
  counters: Counters,
): OpenComparison {
  const { counterFor } = counters;
  const read = createReader(given);
  const order = inOrderOfStart(given);
  const terms = { on: on ?? SERVICES_AS_OF, explain };
  const openModelStudio = createModelStudio(given, counterFor, {
    explain,
    ...(on === undefined ? {} : { on }),
    ...(readings ? { readings } : {}),
  });
  const open = (asked: AskedSystem): PricedPlay => {
    if (isRoute(asked)) return playRoute(asked, open);
    if (isModelStudio(asked.system) && own && asked.model === null) {
      const { requests: timed, options } = own;
      const { system: _, implicit, ...rest } = options;
      const chosen = { ...rest, ...askedOf(asked, implicit), explain };
      return playTimed(timed, chosen, timed[0]?.layout.model ?? "");
    }
    if (isModelStudio(asked.system)) return openModelStudio(asked);
    const system = findComparable(asked.system);
    if (!system) throw new Error(`No system is called ${asked.system}.`);
    return playComparable(system, asked, terms, read(findCounting(asked, counters)));
  };
  // What a router sees of a request, whichever member then counts it, and what Model Studio's own play does not look at.
  const nearest = (): readonly ComparableRequest[] => read(countNearest(counterFor)).requests;
  const requestsOf = (asked: AskedSystem): readonly ComparableRequest[] => {
    if (!isRoute(asked) && !isModelStudio(asked.system)) return read(findCounting(asked, counters)).requests;
    return nearest();
  };
  return { order, open, requestsOf };
}

/**
 * Plays the requests on every system that is asked for, one after the other, so that the caller may stop in between.
 */
export function* compareSystems(
  { systems, lives = false, ...comparison }: Comparison,
  counters: Counters,
): Generator<ComparedSystem, void> {
  const { requestsOf, order, open } = openComparison(comparison, counters);
  for (const asked of systems) yield reportOn(asked, open(asked), requestsOf(asked), order, lives);
}
