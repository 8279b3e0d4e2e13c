/** What is wrong with the address that a client sends its requests to, and the base URL that mends it. */
import type { Endpoint } from "../offers/endpoint";
import { BASE_PATHS } from "../offers/endpoints";
import { type Message, tell } from "../words/message";

type Dialect = Endpoint["dialect"];

/** What clients put behind their base URL for a chat, the longer one first. */
const ENDINGS: Readonly<Record<Dialect, readonly [withVersion: string, bare: string]>> = {
  anthropic: ["/v1/messages", "/messages"],
  openai: ["/v1/chat/completions", "/chat/completions"],
};
const NAMES: Readonly<Record<Dialect, Message>> = {
  anthropic: tell("sessions.dialectAnthropic"),
  openai: tell("sessions.dialectOpenAi"),
};

/** What stands before the path of a chat that the service takes. */
const chatPath = (dialect: Dialect): string =>
  BASE_PATHS[dialect] + (dialect === "anthropic" ? "/v1/messages" : "/chat/completions");

function mendChat(path: string, dialect: Dialect): Message | null {
  const right = chatPath(dialect);
  if (path === right) return null;
  const [long, bare] = ENDINGS[dialect];
  const ending = path.endsWith(long) ? long : bare;
  const set = path.slice(0, -ending.length);
  const base = right.slice(0, -ending.length);
  if (set.endsWith(bare)) {
    return tell("sessions.addressTwice", { ending: bare, base: BASE_PATHS[dialect] });
  }
  if (set === `${base}/v1`) {
    return tell("sessions.addressVersionTwice", { base });
  }
  if (path === right.replace("/v1/", "/")) {
    return tell("sessions.addressNoVersion", { base });
  }
  const other = (["anthropic", "openai"] as const).find(
    (each) => each !== dialect && set.startsWith(BASE_PATHS[each].replace(/\/v1$/, "")),
  );
  return other
    ? tell("sessions.addressOtherDialect", {
        dialect: NAMES[dialect],
        other: NAMES[other],
        base: BASE_PATHS[dialect],
      })
    : tell("sessions.addressLacks", { base: BASE_PATHS[dialect] });
}

/**
 * How to mend an address that nothing answers at, one sentence; null where the address is right or says nothing.
 * @param path what follows the service's origin, or a recording's id, without a query, e.g. `/apps/anthropic/v1/v1/messages`
 */
export function mendAddress(path: string): Message | null {
  const plain = path.replace(/\?.*$/, "").replace(/\/+$/, "");
  if (/\/responses(\/|$)/.test(plain)) {
    const isRight = plain.startsWith(`${BASE_PATHS.openai}/responses`);
    return isRight ? null : tell("sessions.addressResponses", { base: BASE_PATHS.openai });
  }
  const counted = plain.replace(/\/count_tokens$/, "");
  const dialect = (["anthropic", "openai"] as const).find((each) => counted.endsWith(ENDINGS[each][1]));
  return dialect ? mendChat(counted, dialect) : null;
}
