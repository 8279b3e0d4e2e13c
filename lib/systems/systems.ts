/** The register of cache systems: a new one is one more file and one more line here. */
import {
  modelStudio,
  modelStudioExplicit,
  modelStudioImplicit,
  modelStudioSession,
  qwen4,
} from "./model-studio";
import type { CacheSystem } from "./system";

/** The rules of an offer are of the kind that its system asks for, whichever it is. */
// biome-ignore lint/suspicious/noExplicitAny: each system has rules and a state of its own.
const systems: readonly CacheSystem<any, any>[] = [
  modelStudio,
  modelStudioExplicit,
  modelStudioImplicit,
  modelStudioSession,
  qwen4,
];

const byId = new Map(systems.map((system) => [system.id, system]));

/** Every system, in the order in which they are offered. */
export const listSystems = (): readonly Pick<CacheSystem, "id" | "name">[] => systems;

/** @throws where no system has that id: offers name only those of the register */
export function findSystem(id: string): CacheSystem {
  const system = byId.get(id);
  if (!system) throw new Error(`There is no cache system "${id}".`);
  return system;
}
