/** Which key a request is sent with: its own, or the operator's where the caller may use that. */
import { createHash, timingSafeEqual } from "node:crypto";
import { type Message, tell } from "../../words/message";
import { addressOf, isLoopbackAddress, isLoopbackHost } from "./network-address";
import type { RelaySettings } from "./settings";

type ChosenKey =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly code: string; readonly sentence: Message };

type KeySettings = Pick<RelaySettings, "key" | "accessToken" | "listensOnLoopback">;

/** Printable, so that it cannot end a header; no key is longer. */
const BEARER = /^Bearer +([\x21-\x7e]{1,512})$/i;

const hash = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Takes the same time wherever the two differ. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));

function hostNameOf(host: string | null): string {
  try {
    return new URL(`http://${host ?? ""}`).hostname;
  } catch {
    return "";
  }
}

/**
 * Whether the request was made on this machine, for this machine: no other name, which a page elsewhere could have given
 * it, and no sign of a proxy. Only to be asked of a server that listens on loopback alone.
 */
function isLocal(headers: Headers): boolean {
  const hosts = [headers.get("host"), headers.get("x-forwarded-host") ?? headers.get("host")];
  const clients = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => addressOf(part.trim()));
  return (
    hosts.every((host) => isLoopbackHost(hostNameOf(host))) &&
    clients.every((client) => client === "" || isLoopbackAddress(client)) &&
    ["forwarded", "via", "x-real-ip"].every((name) => headers.get(name) === null)
  );
}

const refuse = (code: string, sentence: Message): ChosenKey => ({ ok: false, code, sentence });

/** The key for a request by its headers. Neither keys nor words are repeated in what it answers when it refuses. */
export function chooseKey(headers: Headers, settings: KeySettings): ChosenKey {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const key = BEARER.exec(authorization.trim())?.[1];
    return key ? { ok: true, key } : refuse("relay_key_invalid", tell("server.keyUnreadable"));
  }
  const missing = refuse("relay_key_missing", tell("server.keyMissing"));
  if (settings.key === null) return missing;
  const token = headers.get("x-playground-token");
  if (token !== null) {
    return settings.accessToken !== null && isSame(token, settings.accessToken)
      ? { ok: true, key: settings.key }
      : refuse("relay_token_wrong", tell("server.tokenWrong"));
  }
  if (settings.listensOnLoopback && isLocal(headers)) return { ok: true, key: settings.key };
  return settings.accessToken === null ? missing : refuse("relay_key_missing", tell("server.keyOrToken"));
}
