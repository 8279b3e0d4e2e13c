/** Plays prepared requests against the cache: what the timeline shows. */
import type { Layout } from "../layout/layout";
import { toldOf } from "../offers/readings";
import { listOverrides } from "../placement/list-overrides";
import { findMisses } from "../timeline/find-misses";
import { type Simulation, type SimulationInput, simulate } from "../timeline/simulate";
import type { TimedRequest } from "../timeline/timed-request";
import type { Measured } from "../tokens/measured";
import type { Settings, TimelineView } from "./analysis";
import type { PreparedRequest } from "./prepare-request";
import { laneOf, type PreparedScript } from "./prepare-script";

/** Everything a simulation depends on besides the requests. */
export const simulationOptions = ({
  region,
  implicit = "never",
  system,
  ...settings
}: Settings): Omit<SimulationInput, "requests"> => {
  const prices = listOverrides(settings);
  return {
    region,
    implicit,
    ...(system ? { system } : {}),
    ...(prices.length > 0 ? { prices } : {}),
    ...(settings.rulesOn ? { on: settings.rulesOn } : {}),
    ...(settings.isRegionAssumed ? { isRegionAssumed: true } : {}),
    ...toldOf(settings),
  };
};

/** Requests that stay what they are keep their layouts, with every key. */
const bareLayouts = new WeakMap<Layout, Layout>();

/** The same request without a marker: the implicit cache serves it. */
function withoutMarkers(request: TimedRequest): TimedRequest {
  const layout = bareLayouts.get(request.layout) ?? { ...request.layout, marked: false, breakpoints: [] };
  bareLayouts.set(request.layout, layout);
  return { ...request, automatic: false, layout };
}

const boundsOfMeasured = new WeakMap<Measured, readonly number[]>();

/** Tokens up to the end of each segment; of the same request the same list. */
function boundsOf({ measured }: Pick<PreparedRequest, "measured">): readonly number[] {
  const bounds = boundsOfMeasured.get(measured) ?? measured.segments.map(({ prefix }) => prefix);
  boundsOfMeasured.set(measured, bounds);
  return bounds;
}

/** The requests without their markers, where the implicit cache reads all it can. */
export function playImplicit(requests: readonly TimedRequest[], settings: Settings): Simulation {
  return simulate({
    ...simulationOptions(settings),
    system: "model-studio-implicit",
    implicit: "always",
    explain: false,
    requests: requests.map(withoutMarkers),
  });
}

/** What each request would cost if the implicit cache read all it could. */
const costImplicit = (requests: readonly TimedRequest[], settings: Settings): (number | null)[] =>
  playImplicit(requests, settings).turns.map(({ cost }) => cost);

/** Whether the implicit cache has no say in a request: markers or the session cache serve it. */
const isDecided = ({ layout }: Pick<TimedRequest, "layout">): boolean =>
  layout.marked || layout.viaResponses === true;

/** The same play with an ideal implicit cache; null where no request leaves it a say. */
function playAtBest(requests: readonly TimedRequest[], settings: Settings): Simulation | null {
  const { implicit, ...options } = simulationOptions(settings);
  if (implicit === "always" || requests.length < 2 || requests.every(isDecided)) return null;
  return simulate({ ...options, requests, implicit: "always", explain: false });
}

export function playScript(
  { turns: prepared, problems }: PreparedScript,
  settings: Settings,
): Omit<TimelineView, "changing"> {
  const requests = prepared.map(({ timed }) => timed);
  const { turns, entries, totals } = simulate({ ...simulationOptions(settings), requests });
  const atBest = playAtBest(requests, settings);
  return {
    playedBy: null,
    turns: prepared.flatMap(({ script, ready }, order) => {
      const ledger = turns[order];
      const lane = laneOf(settings.scenario, script);
      const { at, duration, turn, kind, label, events } = script;
      if (!ledger) return [];
      const { cuts, breakpoints } = ready.layout;
      return [
        {
          at,
          duration,
          turn,
          kind,
          ...(lane === undefined ? {} : { lane }),
          label,
          events,
          model: ready.modelName,
          bounds: boundsOf(ready),
          breakpoints: breakpoints.flatMap((cut) => cuts[cut]?.prefix ?? []),
          implicitAtBest: isDecided(ready) ? 0 : (atBest?.turns[order]?.read ?? 0),
          ledger,
        },
      ];
    }),
    entries,
    totals,
    misses: findMisses(turns),
    costAtBest: atBest?.totals.cost ?? null,
    implicitAtBest: requests.length > 1 ? costImplicit(requests, settings) : [],
    problems,
  };
}
