/** Takes secrets, ids and names of persons out of a text. */
import { findRemovals } from "./find-removals";
import { writePlaceholder } from "./placeholder";
import type { Alias, Redaction } from "./redaction";

/** What is taken out may bring together what stood apart; that settles at once. */
const MOST_PASSES = 4;

/**
 * The text with a placeholder, e.g. `[session id 3f2a]`, for each key, token, password, session, user, account or device id
 * that is named as one, e-mail address, and user's name in a home directory. Ids that are not named, hashes and pictures in
 * base64 stay. A text without any comes back as it is; redacting twice changes nothing more. Never throws.
 * @param takes which kinds are taken out, by their names; all where it is not given
 */
export function redactText(
  text: string,
  alias: Alias,
  takes: (what: string) => boolean = () => true,
): Redaction<string> {
  const removed: string[] = [];
  let value = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const removals = findRemovals(value).filter(({ what }) => takes(what));
    if (removals.length === 0) break;
    let kept = 0;
    let cleaned = "";
    for (const { start, end, what, quote = "" } of removals) {
      cleaned += value.slice(kept, start) + quote;
      cleaned += writePlaceholder(what, value.slice(start, end), alias) + quote;
      kept = end;
      removed.push(what);
    }
    value = cleaned + value.slice(kept);
  }
  return { value, removed };
}

/** Ids and names may belong into a prompt; what opens an account never does. */
const isKey = (what: string): boolean => what !== "a cache key" && /key|token|authorization/.test(what);

/** The same for keys and tokens alone: ids, addresses and names of persons stay. */
export const redactKeys = (text: string, alias: Alias): Redaction<string> => redactText(text, alias, isKey);
