/** Responses that are kept so that others can go on from them: per key, sealed with what only that key opens, each with an end. */
import { isList, isObject, type JsonObject, type JsonValue } from "../../../values/json";
import { digest } from "../digest-index";
import type { Caller } from "../read-key";
import type { StateStore } from "../state-store";
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
/** Bytes of them; the newest is kept whatever it takes. */
export const MOST_BYTES = 32_000_000;
/** What the list of a key's responses takes for one of them. */
const LISTED_BYTES = 80;
/** Responses that a conversation may go back. */
const MOST_STEPS = 500;

const keyOf = (account: string, id: string): string => `emulator:response:${account}:${digest(id)}`;
const listKey = (account: string): string => `emulator:responses:${account}`;

/** A response of the list, oldest first. */
type Listed = { readonly id: string; readonly bytes: number };

const isListed = (value: JsonValue): value is Listed =>
  isObject(value) && typeof value.id === "string" && typeof value.bytes === "number";

const readList = (value: JsonValue | null): Listed[] =>
  isList(value ?? undefined) ? (value as readonly JsonValue[]).filter(isListed) : [];

/** Where the newest of a list begin for which there is room: the newest itself has it whatever it takes. */
export function findFirstKept(list: readonly Listed[]): number {
  let bytes = 0;
  let first = list.length;
  while (first > 0 && list.length - first < MOST_KEPT) {
    bytes += list[first - 1]?.bytes ?? 0;
    if (bytes > MOST_BYTES && first < list.length) break;
    first -= 1;
  }
  return first;
}

/** Takes room for a response of about so many bytes. Rejects with a `StateFull` where there is none. */
export async function claimResponse(
  store: StateStore,
  account: string,
  { id, bytes }: { readonly id: string; readonly bytes: number },
): Promise<void> {
  await store.claim(keyOf(account, id), bytes, KEPT_SECONDS);
  await store.claim(listKey(account), LISTED_BYTES, KEPT_SECONDS);
}

/** Keeps a response; the oldest of the key's make room. */
export async function keepResponse(store: StateStore, caller: Caller, kept: KeptResponse): Promise<void> {
  const { account, seal } = caller;
  const id = String(kept.response.id);
  const key = keyOf(account, id);
  const sealed = sealValue(kept as unknown as JsonValue, seal, key);
  const bytes = Buffer.byteLength(JSON.stringify(sealed));
  await store.set(key, sealed, KEPT_SECONDS);
  const gone = await store.update(listKey(account), KEPT_SECONDS, (value) => {
    const list = [...readList(value), { id, bytes }];
    const first = findFirstKept(list);
    return { value: list.slice(first), result: list.slice(0, first) };
  });
  await Promise.all(gone.map((old) => store.remove(keyOf(account, old.id))));
}

/** Null where this key has kept no such response, or no longer. */
export async function findResponse(
  store: StateStore,
  { account, seal }: Caller,
  id: string,
): Promise<KeptResponse | null> {
  const key = keyOf(account, id);
  const value = openValue(await store.get(key), seal, key);
  return isObject(value ?? undefined) ? (value as unknown as KeptResponse) : null;
}

/** A key without responses leaves no list behind. */
const orNothing = (list: readonly Listed[]): readonly Listed[] | null => (list.length > 0 ? list : null);

export async function forgetResponse(store: StateStore, account: string, id: string): Promise<void> {
  await store.remove(keyOf(account, id));
  await store.update(listKey(account), KEPT_SECONDS, (value) => ({
    value: orNothing(readList(value).filter((each) => each.id !== id)),
    result: null,
  }));
}

/** What was said up to the end of a response, as items in order; null where a response of it is kept no longer. */
export async function readHistory(
  store: StateStore,
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
