/** Geometry of the walk: a column a layer, in it a lane for each of its places, and where a request's path crosses them. */
import type { LayerSettings } from "../../lib/layers/layer-settings";
import type { Step } from "../../lib/layers/walk";
import type { Words } from "../../lib/words/create-words";

export interface Lane {
  readonly x: number;
  /** Short, under the column's title; empty where there is no room for one. */
  readonly label: string;
}

export interface Column {
  readonly title: string;
  readonly left: number;
  readonly width: number;
  readonly lanes: readonly Lane[];
}

export interface WalkLanes {
  readonly router: Column;
  readonly gateway: Column;
  readonly host: Column;
  /** Where what was read is drawn, to the right of the lanes. */
  readonly engineLeft: number;
}

const LEAST_WIDTH = 60;
const GAP = 14;
/** Pixels from lane to lane: many of them stand closer, as far as they can be told apart. */
const PITCH = 14;
const LEAST_PITCH = 9;
/** What the lanes of a column take before they stand closer. */
const USUAL_WIDTH = 168;
/** Pixels of a letter, and between two labels. */
const LETTER = 5.8;
const AIR = 6;

/** Labels are left out where they would run into each other or out of the column. */
function placeColumn(title: string, left: number, labels: readonly string[]): Column {
  const closest = Math.max(LEAST_PITCH, Math.min(PITCH, USUAL_WIDTH / labels.length));
  const width = Math.max(LEAST_WIDTH, labels.length * closest);
  const pitch = width / labels.length;
  const isRoom = labels.every((label) => label.length * LETTER + AIR <= pitch + GAP);
  const lanes = labels.map((label, order) => ({
    x: left + pitch * (order + 0.5),
    label: isRoom ? label : "",
  }));
  return { title, left, width, lanes };
}

/** The letter by which a name ends tells vendors apart in little room; a single one is named in full. */
const shortName = (name: string, count: number): string =>
  count === 1 ? name : (/(\S{1,2})$/.exec(name)?.[1] ?? name);

/** Clusters and replicas each have a lane of their own: a cache is one replica of one cluster of one vendor. */
export function placeLanes({ router, gateway, host }: LayerSettings, left: number, { t }: Words): WalkLanes {
  const { vendors } = router;
  const clusters = vendors.flatMap(() =>
    Array.from({ length: gateway.clusters }, (_, order) => `${order + 1}`),
  );
  const replicas = clusters.flatMap(() =>
    Array.from({ length: host.replicas }, (_, order) => `${order + 1}`),
  );
  const top = placeColumn(
    t("layers.router"),
    left,
    vendors.map(({ name }) => shortName(name, vendors.length)),
  );
  const middle = placeColumn(t("layers.gateway"), top.left + top.width + GAP, clusters);
  const low = placeColumn(t("layers.host"), middle.left + middle.width + GAP, replicas);
  return { router: top, gateway: middle, host: low, engineLeft: low.left + low.width + GAP };
}

/** Lanes that a step's path crosses: one of each column. */
export function lanesOf(
  { vendor, cluster, replica }: Pick<Step, "vendor" | "cluster" | "replica">,
  { gateway, host }: LayerSettings,
): readonly [router: number, gateway: number, host: number] {
  const below = vendor * gateway.clusters + cluster;
  return [vendor, below, below * host.replicas + replica];
}
