/** All probes, in the order of their numbers. */
import { PROBE_IDS, type Probe, type ProbeId } from "./probe";
import { extraMarkers } from "./questions/extra-markers";

const ALL: readonly Probe[] = [extraMarkers];

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
