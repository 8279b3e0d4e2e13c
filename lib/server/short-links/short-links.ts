/** Keeps sealed layouts for short links: by an id nobody can guess, each until its end. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { JsonValue } from "../../values/json";
import { diskBytesOf } from "../storage/disk-size";
import type { Store } from "../storage/store";
import { createByteLedger } from "./byte-ledger";
import type { ShortLinkSettings } from "./settings";

const DAY_SECONDS = 86_400;
/** 128 bits: as many as a random UUID has, and six more. */
const ID_BYTES = 16;
const TOKEN_BYTES = 32;
/** What is kept of a link besides its sealed bytes. */
const KEPT_BESIDES = 120;

interface MadeLink {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Deletes the link; told once and not kept. */
  readonly deleteToken: string;
}

export interface ShortLinks {
  /** `full` when all links together would hold more than the operator allows, `life` when those that last so long would. */
  create(sealed: Uint8Array, days: number): Promise<MadeLink | "full" | "life">;
  /** Null for what never was, is over or was deleted. */
  read(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(id: string, deleteToken: string): Promise<"removed" | "gone" | "wrong-token">;
}

interface ShortLinksOptions {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Unpredictable bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly settings: Pick<ShortLinkSettings, "totalBytes" | "days">;
}

/** A type, not an interface, so that it counts as JSON. */
type Kept = { readonly sealed: string; readonly expiresAt: number; readonly deleteHash: string };

const keyOf = (id: string): string => `short-link:${id}`;
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
/** Bytes of the disk for a link: sealed bytes are kept as text, four characters for three. */
const takenBy = (sealed: number): number => diskBytesOf(Math.ceil((sealed * 4) / 3) + KEPT_BESIDES);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

function readKept(value: JsonValue | null, now: number): Kept | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { sealed, expiresAt, deleteHash } = value as Readonly<Record<string, JsonValue>>;
  if (typeof sealed !== "string" || typeof deleteHash !== "string" || typeof expiresAt !== "number")
    return null;
  return expiresAt > now ? { sealed, expiresAt, deleteHash } : null;
}

/** Every promise rejects with a `ServiceUnavailable` where the store cannot be used. */
export function createShortLinks({ store, now, random, settings }: ShortLinksOptions): ShortLinks {
  const ledger = createByteLedger(store, now, settings.days * DAY_SECONDS);
  const find = async (id: string): Promise<Kept | null> => readKept(await store.get(keyOf(id)), now());

  return {
    async create(sealed, days) {
      const ttl = Math.min(days, settings.days) * DAY_SECONDS;
      const expiresAt = now() + ttl * 1000;
      const added = await ledger.add(takenBy(sealed.length), expiresAt, settings.totalBytes);
      if (added !== "added") return added;
      const id = textOf(random(ID_BYTES));
      const deleteToken = textOf(random(TOKEN_BYTES));
      const kept: Kept = { sealed: textOf(sealed), expiresAt, deleteHash: textOf(hashOf(deleteToken)) };
      await store.set(keyOf(id), kept, ttl);
      return { id, expiresAt, deleteToken };
    },
    async read(id) {
      const kept = await find(id);
      return kept && Uint8Array.from(Buffer.from(kept.sealed, "base64url"));
    },
    async remove(id, deleteToken) {
      const kept = await find(id);
      if (!kept) return "gone";
      const known = Buffer.from(kept.deleteHash, "base64url");
      const given = hashOf(deleteToken);
      if (known.length !== given.length || !timingSafeEqual(known, given)) return "wrong-token";
      // Of two who delete at one time only one takes the bytes off the sum. The time to live is that of no value.
      const wasThere = await store.update(keyOf(id), 1, (value) => ({ value: null, result: value !== null }));
      if (!wasThere) return "gone";
      const { length } = Buffer.from(kept.sealed, "base64url");
      await ledger.subtract(takenBy(length), kept.expiresAt);
      return "removed";
    },
  };
}
