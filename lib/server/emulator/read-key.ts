/** The account of a request: a digest of its key, which is forgotten at once. */
import { digest } from "./digest-index";

const MAX_KEY = 1000;

/** Null where there is no key. Any key is taken; `Authorization: Bearer` wins over `x-api-key`. */
export function readAccount(headers: Headers): string | null {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
  const key = bearer ?? headers.get("x-api-key")?.trim();
  return key && key.length <= MAX_KEY ? digest("account\0", key) : null;
}
