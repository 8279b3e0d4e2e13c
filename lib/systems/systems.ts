/** The register of cache systems: a new one is one more file and one more line here. */

import { ownField } from "../values/json";
import type { Message } from "../words/message";
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

/** A name in a menu, of a system that says something there. */
export interface MenuEntry {
  readonly id: string;
  readonly menu: Message;
}

/**
 * What a menu offers for a request. One to the Responses API is served by the session cache unless its header is left out;
 * any other can be played as if it were one.
 */
export function listMenu(viaResponses: boolean): readonly MenuEntry[] {
  const entries = SYSTEMS.flatMap(({ id, menu }): MenuEntry[] => (menu === null ? [] : [{ id, menu }]));
  if (!viaResponses) return entries.filter(({ id }) => id !== modelStudioImplicit.id);
  return entries
    .filter(({ id }) => id !== modelStudioSession.id)
    .map(({ id, menu }) => ({ id, menu: id === modelStudio.id ? (modelStudioSession.menu ?? menu) : menu }));
}

/** Every id that may be asked for. */
export const listSystemIds = (): readonly string[] => [...byId.keys(), ...Object.keys(ALIASES)];

/** Null where no system has that id. */
export const findSystem = (id: string): CacheSystem | null => byId.get(ownField(ALIASES, id) ?? id) ?? null;
