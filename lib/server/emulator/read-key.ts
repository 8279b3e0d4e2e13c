/** The account of a request: a digest of its key, which is forgotten at once. */
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

/**
 * Null where there is no key. Any key is taken; `Authorization: Bearer` wins over `x-api-key`.
 * @param readings say whether `name~key`, `name~workspace` and `name~region` share the entries of `name`
 */
export function readAccount(headers: Headers, readings: Readings = {}): string | null {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
  const key = bearer ?? headers.get("x-api-key")?.trim();
  return key && key.length <= MAX_KEY ? digest("account\0", nameAccount(key, readings)) : null;
}
