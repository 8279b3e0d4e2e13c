/** How secrets, ids and names of persons look in a text that does not name them. */
import { isStandIn, isStandInText } from "./placeholder";
import { isPlaceholder, type Need, SECRET_PATTERNS } from "./secret-patterns";

export interface RemovalPattern {
  readonly what: string;
  /** With the flag `g`. Its one group, with which a match ends, is what is taken out; without one it is the whole match. */
  readonly pattern: RegExp;
  /** What a text has that holds one; where it is missing no search is needed. */
  readonly needs: Need;
  readonly keeps?: (secret: string) => boolean;
}

/** Names that say nothing of a person. */
const NOBODY = /^(?:shared|public|default|runner|root|user|users|username|ubuntu|node|app|you|me|name|\.+)$/i;
const isNobody = (secret: string): boolean => NOBODY.test(secret) || isStandIn(secret);

/** The word for it in documentation, and what a database comes with. */
const WELL_KNOWN = /^(?:pass(?:word|wd)?|pwd|secret|token|user(?:name)?|postgres|mysql|root|admin|guest)$/i;
const isWellKnown = (secret: string): boolean => WELL_KNOWN.test(secret) || isStandInText(secret);

const ID = "(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,128})(?![0-9A-Za-z])";
const JOINED: Need = { all: ["_", /_(?<=(?:user|account|session|device)_)(?=[0-9a-f]{8})/] };
const joined = (name: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${name}_(?<secret>${ID})`, "g");

/** Patterns that begin with a word of their own. */
export const WORDS: readonly RemovalPattern[] = [
  ...SECRET_PATTERNS.map(
    ({ what, pattern, needs, isWord }): RemovalPattern => ({
      what,
      pattern,
      needs,
      ...(isWord ? { keeps: isPlaceholder } : {}),
    }),
  ),
  { what: "a user id", pattern: joined("user"), needs: JOINED },
  { what: "an account id", pattern: joined("account"), needs: JOINED },
  { what: "a session id", pattern: joined("session"), needs: JOINED },
  { what: "a device id", pattern: joined("device"), needs: JOINED },
];

/** Patterns that begin with a sign of a URL or a path. */
export const PLACES: readonly RemovalPattern[] = [
  {
    what: "a password",
    pattern: /:\/\/[^\s/?#"'`<>@:[\]]{0,200}:(?<secret>[^\s/?#"'`<>]{1,500})(?=@)/g,
    needs: "@",
    keeps: isWellKnown,
  },
  {
    what: "a token",
    pattern: /:\/\/(?<secret>[^\s/?#"'`<>@:[\]]{16,500})(?=@)/g,
    needs: "@",
    keeps: (secret) => !/\d/.test(secret),
  },
  {
    what: "a query value",
    pattern:
      /(?:[?&]|&amp;|\\u0026)(?:[\w.%-]{0,60}?(?:key|token|signature|sig|secret|password|passwd|pwd|credential|auth|(?:session|user|account|device)[_-]?id|keyid))=(?<secret>[^\s&#"'`<>\\)[\]]{1,8000})/gi,
    needs: "=",
    keeps: isStandInText,
  },
  {
    what: "a user name",
    pattern:
      /\/(?:Users|home)(?<=(?:(?<![\w.-])|\\[nrt])\\?(?:\/mnt)?(?:\/[A-Za-z])?\\?\/(?:Users|home))\\?\/(?<secret>[^/\s"'`\\:;,<>()|*?[\]{}&#]{1,64})/g,
    needs: ["/Users", "/home"],
    keeps: isNobody,
  },
  {
    what: "a user name",
    pattern:
      /[A-Za-z]:(?:\\+|\/)Users(?:\\+|\/)(?<secret>[^\\/:;,\s"'`<>()|*?[\]{}]+(?: [^\\/:;,\s"'`<>()|*?[\]{}]+){1,3}(?=[\\/])|[^\\/:;,\s"'`<>()|*?[\]{}]{1,64})/gi,
    needs: { all: [[":\\", ":/"], /:(?:\\+|\/)users/i] },
    keeps: isNobody,
  },
  {
    what: "a user name",
    // Some agents name a project's folder by its path.
    pattern: /projects(?:\/|\\+)-(?:Users|home)-(?<secret>[^-/\s"'`\\:;,<>()|*?[\]{}]{1,64})/g,
    needs: ["-Users-", "-home-"],
    keeps: isNobody,
  },
];

export const EMAIL: RemovalPattern = {
  what: "an e-mail address",
  pattern:
    /(?<![A-Za-z0-9._%+-])[A-Za-z0-9_%+][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9_(]|[-.]\w)/g,
  needs: "@",
  keeps: (secret) => /^(?:git|no-?reply)@/i.test(secret),
};
