/** Who sends a request: a digest of its key, and what seals the texts kept for it; the key itself is forgotten at once. */
import { hkdfSync } from "node:crypto";
import { type Readings, readingOf } from "../../offers/readings";
import { digest } from "./digest-index";

const MAX_KEY = 1000;

/** Ends of keys that are another key, workspace or region of the account that the rest names. */
const SECOND = /^(.+)~(key|workspace|region)$/;

const SWITCH_OF = { key: "second-key", workspace: "second-workspace", region: "second-region" } as const;

/** What tells whose entries they are. */
function nameAccount(key: string, readings: Readings): string {
  const [, account, kind] = SECOND.exec(key) ?? [];
  if (account === undefined) return key;
  return readingOf(readings, SWITCH_OF[kind as keyof typeof SWITCH_OF]) === "shared" ? account : key;
}

export interface Caller {
  /** Whose entries these are; the storage's keys hold it. */
  readonly account: string;
  /** 32 bytes that follow from the key and from nothing that is stored: what they seal is read with the key alone. */
  readonly seal: Uint8Array;
}

/**
 * Null where there is no key. Any key is taken; `Authorization: Bearer` wins over `x-api-key`.
 * @param readings say whether `name~key`, `name~workspace` and `name~region` share the entries of `name`
 */
export function readCaller(headers: Headers, readings: Readings = {}): Caller | null {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
  const key = bearer ?? headers.get("x-api-key")?.trim();
  if (!key || key.length > MAX_KEY) return null;
  return {
    account: digest("account\0", nameAccount(key, readings)),
    seal: new Uint8Array(hkdfSync("sha256", key, "", "emulator's kept responses", 32)),
  };
}
