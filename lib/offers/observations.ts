/** What probes have found of models where the documentation leaves it open: each with its endpoint, region and date. */
import { fieldsOf } from "../values/json";
import type { Region } from "./model";
import {
  isReading,
  isSwitch,
  type ObservedReadings,
  type Readings,
  restoreReadings,
  type SwitchId,
} from "./readings";
import { REGIONS } from "./regions";

export interface Observation {
  /** One of the switch's readings. */
  readonly reading: string;
  /** The endpoint's host name, or `emulator`. */
  readonly endpoint: string;
  /** Null where it is not known. */
  readonly region: Region | null;
  /** UTC, as `2026-11-29` with or without a time. */
  readonly date: string;
}

/** By model, then by switch. */
export type Observations = Readonly<Record<string, Readonly<Partial<Record<SwitchId, Observation>>>>>;

/** What of a finding is kept. */
export interface ObservedFinding extends Omit<Observation, "reading"> {
  readonly model: string;
  readonly readings: Readings;
}

/** What stands for the host name where this product's own emulator answered. */
export const OWN_EMULATOR = "emulator";

const MAX_MODELS = 100;
const MAX_NAME = 200;
const DATE = /^20\d\d-\d\d-\d\d(T[\d:.]{5,12}Z)?$/;

const isName = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= MAX_NAME;

function restoreObservation(id: SwitchId, value: unknown): Observation | null {
  const { reading, endpoint, region, date } = fieldsOf(value) ?? {};
  if (typeof reading !== "string" || !isReading(id, reading) || !isName(endpoint)) return null;
  if (typeof date !== "string" || !DATE.test(date)) return null;
  return { reading, endpoint, region: REGIONS.find((known) => known.id === region)?.id ?? null, date };
}

/** The observations in anything decoded; what is not known is left out. Never throws. */
export function restoreObservations(value: unknown): Observations {
  const models = Object.entries(fieldsOf(value) ?? {})
    .filter(([model]) => isName(model))
    .slice(0, MAX_MODELS)
    .map(([model, switches]) => {
      const known = Object.entries(fieldsOf(switches) ?? {}).flatMap(([id, each]) => {
        const observation = isSwitch(id) ? restoreObservation(id, each) : null;
        return observation ? [[id, observation] as const] : [];
      });
      return [model, Object.fromEntries(known)] as const;
    });
  return Object.fromEntries(models.filter(([, switches]) => Object.keys(switches).length > 0));
}

/** With what was found besides; of two findings about one switch of a model the newer counts. */
export function addObservations(known: Observations, findings: readonly ObservedFinding[]): Observations {
  const models = new Map<string, Partial<Record<SwitchId, Observation>>>(Object.entries(known));
  for (const { model, readings, endpoint, region, date } of findings) {
    const switches = { ...models.get(model) };
    for (const [id, reading] of Object.entries(restoreReadings(readings)) as [SwitchId, string][]) {
      const former = switches[id];
      if (!former || former.date <= date) switches[id] = { reading, endpoint, region, date };
    }
    models.set(model, switches);
  }
  return restoreObservations(Object.fromEntries(models));
}

/** Without those of a model, or without one of them. */
export function removeObservation(known: Observations, model: string, id?: SwitchId): Observations {
  const { [model]: switches = {}, ...others } = known;
  if (id === undefined) return others;
  const { [id]: _, ...left } = switches;
  return Object.keys(left).length > 0 ? { ...known, [model]: left } : others;
}

/** What the simulator follows of them. */
export const observedIn = (observations: Observations): ObservedReadings =>
  Object.fromEntries(
    Object.entries(observations).map(([model, switches]) => [
      model,
      restoreReadings(Object.fromEntries(Object.entries(switches).map(([id, { reading }]) => [id, reading]))),
    ]),
  );
