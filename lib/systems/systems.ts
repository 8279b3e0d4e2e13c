/** The register of cache systems: a new one is one more file and one more line here. */

import { modelStudio, modelStudioImplicit, modelStudioSession, qwen4 } from "./model-studio";
import { modelStudioBatch } from "./model-studio-batch";
import type { CacheSystem } from "./system";

// biome-ignore lint/suspicious/noExplicitAny: each system has rules and a state of its own; an offer names the system its rules are for.
const SYSTEMS: readonly CacheSystem<any, any>[] = [
  modelStudio,
  modelStudioSession,
  modelStudioBatch,
  modelStudioImplicit,
  qwen4,
];

/** Another name of the caches of Model Studio that markers choose among. */
const ALIASES: Readonly<Record<string, string>> = { "model-studio-explicit": modelStudio.id };

const byId = new Map(SYSTEMS.map((system) => [system.id, system]));

/** Every system, in the order in which a menu shows them; the first is the one where nothing else is asked for. */
export const listSystems = (): readonly Pick<CacheSystem, "id" | "menu">[] => SYSTEMS;

/** Every id that may be asked for. */
export const listSystemIds = (): readonly string[] => [...byId.keys(), ...Object.keys(ALIASES)];

/** Null where no system has that id. */
export const findSystem = (id: string): CacheSystem | null => byId.get(ALIASES[id] ?? id) ?? null;
