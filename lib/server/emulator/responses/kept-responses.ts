/** Responses that are kept so that others can go on from them: per key, sealed with what only that key opens, each with an end. */
import { isList, isObject, type JsonObject, type JsonValue } from "../../../values/json";
import type { Store } from "../../storage/store";
import { digest } from "../digest-index";
import type { Caller } from "../read-key";
import { openValue, sealValue } from "./seal-value";

/** A response with what it was asked. */
export interface KeptResponse {
  readonly response: JsonObject;
  /** The items of its own input. */
  readonly input: readonly JsonValue[];
  /** The one it goes on from. */
  readonly previous: string | null;
}

/**
 * Seconds a response is kept: seven days.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24).
 */
export const KEPT_SECONDS = 7 * 24 * 3600;
/** Responses of one key that are kept; beyond it the oldest go. */
export const MOST_KEPT = 500;
/** Responses that a conversation may go back. */
const MOST_STEPS = 500;

const keyOf = (account: string, id: string): string => `emulator:response:${account}:${digest(id)}`;
const listKey = (account: string): string => `emulator:responses:${account}`;

const readList = (value: JsonValue | null): string[] =>
  isList(value ?? undefined)
    ? (value as readonly JsonValue[]).filter((id): id is string => typeof id === "string")
    : [];

/** Keeps a response; the oldest of the key's make room. */
export async function keepResponse(store: Store, caller: Caller, kept: KeptResponse): Promise<void> {
  const { account, seal } = caller;
  const id = String(kept.response.id);
  const key = keyOf(account, id);
  await store.set(key, sealValue(kept as unknown as JsonValue, seal, key), KEPT_SECONDS);
  const gone = await store.update(listKey(account), KEPT_SECONDS, (value) => {
    const ids = [...readList(value), id];
    return { value: ids.slice(-MOST_KEPT), result: ids.slice(0, -MOST_KEPT) };
  });
  await Promise.all(gone.map((old) => store.remove(keyOf(account, old))));
}

/** Null where this key has kept no such response, or no longer. */
export async function findResponse(
  store: Store,
  { account, seal }: Caller,
  id: string,
): Promise<KeptResponse | null> {
  const key = keyOf(account, id);
  const value = openValue(await store.get(key), seal, key);
  return isObject(value ?? undefined) ? (value as unknown as KeptResponse) : null;
}

export async function forgetResponse(store: Store, account: string, id: string): Promise<void> {
  await store.remove(keyOf(account, id));
  await store.update(listKey(account), KEPT_SECONDS, (value) => ({
    value: readList(value).filter((each) => each !== id),
    result: null,
  }));
}

/** What was said up to the end of a response, as items in order; null where a response of it is kept no longer. */
export async function readHistory(
  store: Store,
  caller: Caller,
  id: string,
): Promise<readonly JsonValue[] | null> {
  const pieces: (readonly JsonValue[])[] = [];
  let next: string | null = id;
  for (let steps = 0; next !== null; steps += 1) {
    const kept: KeptResponse | null = steps < MOST_STEPS ? await findResponse(store, caller, next) : null;
    if (!kept) return null;
    const { output } = kept.response;
    pieces.push([...kept.input, ...(isList(output) ? output : [])]);
    next = kept.previous;
  }
  return pieces.reverse().flat();
}
