/** Finds what opens an account in a text or a value: the removals that a reader is warned of before a request is sent or shared. */
import type { TextRange } from "../prompt/prompt";
import type { Said } from "../words/message";
import { isQuotedValue } from "./find-named-values";
import { findRemovals } from "./find-removals";
import { kindOfName } from "./name-kinds";
import type { Removal } from "./removal";
import { tellRemoved } from "./tell-removed";

export interface Secret extends TextRange {
  /** With its article, e.g. `an API key`. */
  readonly name: Said;
  /** All but four of its characters hidden; a short one, and a private key, wholly. */
  readonly masked: string;
  /** Quotes for what takes its place where a bare number stood in JSON. */
  readonly quote?: string;
}

/** Ids, addresses and names of persons may belong into a prompt. */
const NO_SECRETS: ReadonlySet<string> = new Set([
  "a session id",
  "a user id",
  "an account id",
  "a device id",
  "an organisation id",
  "a cache key",
  "a user name",
  "an e-mail address",
]);

/** Of a shorter one four characters would tell much. */
const MIN_SHOWN = 16;

/** Whether what is taken out opens an account. @param what with its article, e.g. `an API key` */
export const isSecret = (what: string): boolean => !NO_SECRETS.has(what);

function describeSecret(text: string, { what, start, end, quote = "" }: Removal): Secret {
  const isShown = end - start >= MIN_SHOWN && what !== "a private key";
  return {
    name: tellRemoved(what),
    start,
    end,
    masked: isShown ? `****${text.slice(end - 4, end)}` : "****",
    ...(quote === "" ? {} : { quote }),
  };
}

/** Secrets of a text, ascending, none overlapping; offsets into the text given. */
export function findSecrets(text: string): readonly Secret[] {
  return findRemovals(text)
    .filter(({ what }) => isSecret(what))
    .map((removal) => describeSecret(text, removal));
}

/**
 * The same for a value of JSON under a name: a text under a name such as `api_key` is a secret as a whole.
 * @param name the property's; null where the value has none
 */
export function findSecretsUnder(name: string | null, text: string): readonly Secret[] {
  const found = findSecrets(text);
  const kind = name === null ? null : kindOfName(name);
  if (found.length > 0 || !kind || kind.of === "id" || !isQuotedValue(text, kind, name ?? "")) return found;
  return [describeSecret(text, { what: kind.what, start: 0, end: text.length })];
}
