/** All probes, in the order of their numbers. */
import { PROBE_IDS, type Probe, type ProbeId } from "./probe";
import { atOnce } from "./questions/at-once";
import { clientHeader } from "./questions/client-header";
import { counting } from "./questions/counting";
import { extraMarkers } from "./questions/extra-markers";
import { hourBeforeQwen4 } from "./questions/hour-before-qwen4";
import { implicit } from "./questions/implicit";
import { life } from "./questions/life";
import { lookback } from "./questions/lookback";
import { middleSystem } from "./questions/middle-system";
import { minimum } from "./questions/minimum";
import { nestedMarker } from "./questions/nested-marker";
import { nestedRenewal } from "./questions/nested-renewal";
import { qwen4 } from "./questions/qwen4";
import { reasoning } from "./questions/reasoning";
import { resultMarker } from "./questions/result-marker";
import { sharing } from "./questions/sharing";
import { stringAndArray } from "./questions/string-and-array";
import { toolMarker } from "./questions/tool-marker";
import { twoInAMessage } from "./questions/two-in-a-message";

const ALL: readonly Probe[] = [
  extraMarkers,
  toolMarker,
  twoInAMessage,
  resultMarker,
  hourBeforeQwen4,
  life,
  clientHeader,
  lookback,
  atOnce,
  implicit,
  minimum,
  reasoning,
  stringAndArray,
  nestedRenewal,
  qwen4,
  middleSystem,
  nestedMarker,
  sharing,
  counting,
];

const byId = new Map<ProbeId, Probe>(ALL.map((probe) => [probe.id, probe]));

/** The probe of that name. */
export function findProbe(id: ProbeId): Probe {
  const probe = byId.get(id);
  if (!probe) throw new Error(`There is no probe ${id}.`);
  return probe;
}

export const listProbes = (): readonly Probe[] => ALL;

export const isProbeId = (id: string): id is ProbeId => (PROBE_IDS as readonly string[]).includes(id);

/** From 1. */
export const numberOf = (id: ProbeId): number => PROBE_IDS.indexOf(id) + 1;
