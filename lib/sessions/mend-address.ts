/** What is wrong with the address that a client sends its requests to, and the base URL that mends it. */
import { BASE_PATHS } from "../offers/endpoints";
import type { Dialect } from "../prompt/prompt";

/** What clients put behind their base URL for a chat, the longer one first. */
const ENDINGS: Readonly<Record<Dialect, readonly [withVersion: string, bare: string]>> = {
  anthropic: ["/v1/messages", "/messages"],
  openai: ["/v1/chat/completions", "/chat/completions"],
};
const NAMES: Readonly<Record<Dialect, string>> = { anthropic: "Anthropic's", openai: "OpenAI's" };

/** What stands before the path of a chat that the service takes. */
const chatPath = (dialect: Dialect): string =>
  BASE_PATHS[dialect] + (dialect === "anthropic" ? "/v1/messages" : "/chat/completions");

function mendChat(path: string, dialect: Dialect): string | null {
  const right = chatPath(dialect);
  if (path === right) return null;
  const [long, bare] = ENDINGS[dialect];
  const ending = path.endsWith(long) ? long : bare;
  const set = path.slice(0, -ending.length);
  const base = right.slice(0, -ending.length);
  if (set.endsWith(bare)) {
    return `The base URL already holds ${bare}, which the client adds itself: end it in ${BASE_PATHS[dialect]}.`;
  }
  if (set === `${base}/v1`) {
    return `The address has /v1 twice, as the client adds it itself: end the base URL in ${base}, without /v1.`;
  }
  if (path === right.replace("/v1/", "/")) {
    return `The address lacks /v1, which this client does not add: end the base URL in ${base}.`;
  }
  const other = (["anthropic", "openai"] as const).find(
    (each) => each !== dialect && set.startsWith(BASE_PATHS[each].replace(/\/v1$/, "")),
  );
  return other
    ? `The client speaks ${NAMES[dialect]} dialect at the address of ${NAMES[other]}: end the base URL in ${BASE_PATHS[dialect]}.`
    : `The address lacks ${BASE_PATHS[dialect]}: end the base URL in ${BASE_PATHS[dialect]}.`;
}

/**
 * How to mend an address that nothing answers at, one sentence; null where the address is right or says nothing.
 * @param path what follows the service's origin, or a recording's id, without a query, e.g. `/apps/anthropic/v1/v1/messages`
 */
export function mendAddress(path: string): string | null {
  const plain = path.replace(/\?.*$/, "").replace(/\/+$/, "");
  if (/\/responses(\/|$)/.test(plain)) {
    return "The client speaks OpenAI's Responses dialect, which is not taken here: set it to chat completions.";
  }
  const counted = plain.replace(/\/count_tokens$/, "");
  const dialect = (["anthropic", "openai"] as const).find((each) => counted.endsWith(ENDINGS[each][1]));
  return dialect ? mendChat(counted, dialect) : null;
}
