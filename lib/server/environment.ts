/** What the operator sets: counts from the environment, and what a wrong setting comes to. */
import { type Message, tell } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import { errorResponse } from "./error-response";
import { ServiceUnavailable } from "./service-unavailable";
import { tellOnce } from "./tell-operator";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with a setting, for the operator's log: with the setting as it stands. */
export const quoteSetting = (name: string, text: string, message: Message): string =>
  `${name}=${text}: ${ENGLISH.say(message)}`;

/**
 * A whole number from 1 to `most`, or what holds where nothing is set. Throws a `ServiceUnavailable` with this code for
 * anything else, of which the operator reads once: a wrong setting never falls back in silence.
 */
export function readCount(
  env: Environment,
  name: string,
  { otherwise, most, code }: { readonly otherwise: number; readonly most: number; readonly code: string },
): number {
  const text = env[name]?.trim();
  if (!text) return otherwise;
  if (/^[1-9]\d{0,12}$/.test(text) && Number(text) <= most) return Number(text);
  const message = tell("server.countSetting", { name, most });
  const line = quoteSetting(name, text, message);
  tellOnce(line);
  throw new ServiceUnavailable({ code, message }, { line });
}

/** What `open` makes of the settings. Where one is wrong, the operator reads the sentence, and `close` gets the 503 that says it. */
export function openOrClose<Routes>(
  open: () => Routes,
  close: (answer: (request: Request) => Promise<Response>) => Routes,
  headers: HeadersInit = {},
): Routes {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    tellOnce(error.line);
    return close(async (request) => errorResponse(request, 503, error.error, headers));
  }
}
