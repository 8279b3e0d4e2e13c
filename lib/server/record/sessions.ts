/** Recordings by their id: made, found and removed; what was found is remembered, so that storage trouble stops no agent. */
import { randomBytes } from "node:crypto";
import type { Store } from "../storage/store";
import type { OpenSession } from "./keep-exchange";
import { limitTime } from "./limit-time";
import type { Target } from "./plan-course";
import { createIndex, digestOf, exchangePrefix, indexKey, readIndex } from "./session-index";
import { type StoreOptions, storeSession } from "./store-exchanges";
import { tellFault } from "./tell-fault";

export type FoundSession = OpenSession & Target;

interface SessionsOptions extends StoreOptions {
  readonly openStore: () => Promise<Store>;
  /** Milliseconds that are waited for the storage. */
  readonly storeMs: number;
}

export interface Sessions {
  /** Null where other recordings take all the room there is for them. Rejects with the store. */
  create(
    target: Target,
    hours: number,
  ): Promise<{ readonly session: string; readonly expiresAt: number } | null>;
  /** Null where there is none. Rejects with the store, unless the session was found before. */
  find(session: string): Promise<FoundSession | null>;
  /** Removes all of it at once; false where there was none. Rejects with the store. */
  remove(session: string): Promise<boolean>;
}

const ID_BYTES = 24;
const ID = /^[A-Za-z0-9_-]{32}$/;
/** Milliseconds after which a remembered session is looked up again, beside the request. */
const REMEMBERED_MS = 2000;
const MAX_REMEMBERED = 1000;

/** Whether it can be the id of a recording at all. */
const isSessionId = (text: string): boolean => ID.test(text);

export function createSessions({ openStore, now, storeMs, settings }: SessionsOptions): Sessions {
  const known = new Map<string, { readonly found: FoundSession; checked: number }>();

  async function look(session: string): Promise<FoundSession | null> {
    const digest = digestOf(session);
    const index = await limitTime(
      openStore().then((store) => store.get(indexKey(digest))),
      storeMs,
    ).then(readIndex);
    // A remembered clock and the storage's need not agree to the second.
    if (!index || index.expiresAt <= now()) {
      known.delete(digest);
      return null;
    }
    const { target, workspace, expiresAt } = index;
    const found = { session, digest, target, workspace, expiresAt };
    for (const oldest of known.keys()) {
      if (known.size < MAX_REMEMBERED) break;
      known.delete(oldest);
    }
    known.set(digest, { found, checked: now() });
    return found;
  }

  return {
    async create(target, hours) {
      const session = randomBytes(ID_BYTES).toString("base64url");
      const seconds = hours * 3600;
      const expiresAt = now() + seconds;
      const store = await openStore();
      const index = createIndex(target, expiresAt);
      if (!(await storeSession(store, digestOf(session), index, { now, settings }))) return null;
      return { session, expiresAt };
    },
    async find(session) {
      if (!isSessionId(session)) return null;
      const remembered = known.get(digestOf(session));
      if (!remembered || remembered.found.expiresAt <= now()) return look(session);
      if ((now() - remembered.checked) * 1000 > REMEMBERED_MS) {
        remembered.checked = now();
        // Another server may have removed it; this request does not wait to know.
        look(session).catch(tellFault);
      }
      return remembered.found;
    },
    async remove(session) {
      if (!isSessionId(session)) return false;
      const digest = digestOf(session);
      known.delete(digest);
      const store = await openStore();
      const was = await store.get(indexKey(digest));
      await store.remove(indexKey(digest));
      const keys = await store.list(exchangePrefix(digest));
      await Promise.all(keys.map((key) => store.remove(key)));
      return was !== null;
    },
  };
}
