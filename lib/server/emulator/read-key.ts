/** Who sends a request: a digest of its key, and what seals the texts kept for it; the key itself is forgotten at once. */
import { hkdfSync } from "node:crypto";
import { digest } from "./digest-index";

const MAX_KEY = 1000;

export interface Caller {
  /** Whose entries these are; the storage's keys hold it. */
  readonly account: string;
  /** 32 bytes that follow from the key and from nothing that is stored: what they seal is read with the key alone. */
  readonly seal: Uint8Array;
}

/** Null where there is no key. Any key is taken; `Authorization: Bearer` wins over `x-api-key`. */
export function readCaller(headers: Headers): Caller | null {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
  const key = bearer ?? headers.get("x-api-key")?.trim();
  if (!key || key.length > MAX_KEY) return null;
  return {
    account: digest("account\0", key),
    seal: new Uint8Array(hkdfSync("sha256", key, "", "emulator's kept responses", 32)),
  };
}
