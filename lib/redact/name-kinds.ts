/** Names of values that are nobody else's business: keys of JSON, headers, settings, parameters. */
import { rememberTexts } from "../tokens/text-memory";

export interface NameKind {
  /** With its article, e.g. `a session id`. */
  readonly what: string;
  /** An id may be one digit; of a secret that short is an ordinary word; a header's value may have spaces. */
  readonly of: "id" | "secret" | "header";
}

/** The first that fits counts. Names are compared without case, hyphens, underscores and spaces. */
const KINDS: readonly (readonly [RegExp, NameKind])[] = [
  [/session(?:id|uuid)$/, { what: "a session id", of: "id" }],
  [/(?:user(?:id|uuid|identifier)|safetyidentifier)$/, { what: "a user id", of: "id" }],
  [/account(?:id|uuid)$/, { what: "an account id", of: "id" }],
  [/(?:device|machine|installation)(?:id|uuid)$/, { what: "a device id", of: "id" }],
  [/(?:org|organi[sz]ation)(?:id|uuid)$/, { what: "an organisation id", of: "id" }],
  [/promptcachekey$/, { what: "a cache key", of: "id" }],
  [/authorization$/, { what: "an authorization header", of: "header" }],
  [/cookie$/, { what: "a cookie", of: "header" }],
  [
    /(?:api|access|secret|private|subscription|account|auth|signing|encryption)key(?:id)?$/,
    { what: "a key", of: "secret" },
  ],
  [/(?:password|passwd|passphrase|pwd)$/, { what: "a password", of: "secret" }],
  [/token$/, { what: "a token", of: "secret" }],
  [/secret$/, { what: "a secret", of: "secret" }],
  [/credentials?$/, { what: "a credential", of: "secret" }],
];

const WRITTEN =
  "(?:(?:session|user|account|device|machine|installation|org|organi[sz]ation)[_\\- ]?(?:id|uuid)|(?:user|safety)_identifier|prompt_cache_key|authorization|cookie|(?:api|access|secret|private|subscription|account|auth|signing|encryption)[_\\-. ]?key(?:[_\\-. ]?id)?|password|passwd|passphrase|pwd|token|secret|credentials?)";

/** Such names as they are written in a text. */
export const NAMES = new RegExp(`${WRITTEN}(?![A-Za-z0-9_])`, "gi");

/**
 * The sign between such a name and its value: where a text has none it has no such value, and no name needs to be looked
 * for. What may stand between name and sign is what `SEPARATOR` of find-named-values.ts lets through.
 */
export const NAMED_SIGN = new RegExp(`[:=>](?<=${WRITTEN}(?:\\\\*["'\`]|\\*\\*)?\\]?[ \\t]{0,8}.)`, "i");
/** The space behind such a name as an option of a command, whose value follows. */
export const NAMED_OPTION = new RegExp(`[ \\t](?<=--[\\w-]{0,40}${WRITTEN}.)`, "i");

/** `user` alone is the end user's id in a request body; in a text it is a word like any other. */
const USER: NameKind = { what: "a user id", of: "id" };

/** What the values under a name are; null for a name that says nothing of the kind. */
export const kindOfName = rememberTexts((name): NameKind | null => {
  if (name.length > 100) return null;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (plain === "user" || plain === "enduser") return USER;
  return KINDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
});
