/** How secrets, ids and names of persons look in a text that does not name them. */
import { isPlaceholder, SECRET_PATTERNS } from "../lint/find-secrets";
import { isStandIn } from "./placeholder";

export interface RemovalPattern {
  readonly what: string;
  /** With the flags `dg`; the group `secret` is what is taken out, the whole match where there is none. */
  readonly pattern: RegExp;
  /** A character or word without which there is none; the text is not searched where it is missing. */
  readonly needs: string;
  readonly keeps?: (secret: string) => boolean;
}

/** Names that say nothing of a person. */
const NOBODY = /^(?:shared|public|default|runner|root|user|users|username|ubuntu|node|app|you|me|name|\.+)$/i;
const isNobody = (secret: string): boolean => NOBODY.test(secret) || isStandIn(secret);

const ID = "(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,128})(?![0-9A-Za-z])";
const joined = (name: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${name}_(?<secret>${ID})`, "dg");

const SECRETS = SECRET_PATTERNS.map(({ name, pattern }): RemovalPattern => {
  const isBlock = name === "a private key";
  return {
    what: name,
    pattern,
    needs: isBlock ? "PRIVATE KEY" : "",
    ...(isBlock ? {} : { keeps: isPlaceholder }),
  };
});

/** Patterns that begin with a word of their own. */
export const WORDS: readonly RemovalPattern[] = [
  ...SECRETS,
  {
    what: "a JSON web token",
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){2,4}/dg,
    needs: "eyJ",
  },
  {
    what: "an access token",
    pattern:
      /(?<![A-Za-z0-9_-])(?:AIza[A-Za-z0-9_-]{35}|xox[abeprs]-[A-Za-z0-9-]{10,}|(?:hf|npm|glpat|pypi|sk_live|rk_live)[_-][A-Za-z0-9_-]{16,})/dg,
    needs: "",
    keeps: isPlaceholder,
  },
  { what: "a user id", pattern: joined("user"), needs: "ser_" },
  { what: "an account id", pattern: joined("account"), needs: "ccount_" },
  { what: "a session id", pattern: joined("session"), needs: "ession_" },
  { what: "a device id", pattern: joined("device"), needs: "evice_" },
];

/** Patterns that begin with a sign of a URL or a path. */
export const PLACES: readonly RemovalPattern[] = [
  {
    what: "a password",
    pattern: /:\/\/[^\s/?#"'`<>@:[\]]{0,200}:(?<secret>[^\s/?#"'`<>]{1,500})@/dg,
    needs: "@",
    keeps: isStandIn,
  },
  {
    what: "a token",
    pattern: /:\/\/(?<secret>[^\s/?#"'`<>@:[\]]{16,500})@/dg,
    needs: "@",
    keeps: (secret) => !/\d/.test(secret),
  },
  {
    what: "a query value",
    pattern:
      /(?:[?&]|&amp;|\\u0026)(?:[\w.%-]{0,60}?(?:key|token|signature|sig|secret|password|passwd|pwd|credential|auth|(?:session|user|account|device)[_-]?id|keyid))=(?<secret>[^\s&#"'`<>\\)[\]]{1,8000})/dgi,
    needs: "=",
    keeps: isStandIn,
  },
  {
    what: "a user name",
    pattern:
      /\/(?:Users|home)(?<=(?:(?<![\w.-])|\\[nrt])\\?(?:\/mnt)?(?:\/[A-Za-z])?\\?\/(?:Users|home))\\?\/(?<secret>[^/\s"'`\\:;,<>()|*?[\]{}&#]{1,64})/dg,
    needs: "/",
    keeps: isNobody,
  },
  {
    what: "a user name",
    pattern:
      /[A-Za-z]:(?:\\+|\/)Users(?:\\+|\/)(?<secret>[^\\/:;,\s"'`<>()|*?[\]{}]+(?: [^\\/:;,\s"'`<>()|*?[\]{}]+){1,3}(?=[\\/])|[^\\/:;,\s"'`<>()|*?[\]{}]{1,64})/dgi,
    needs: "sers",
    keeps: isNobody,
  },
  {
    what: "a user name",
    // Some agents name a project's folder by its path.
    pattern: /projects(?:\/|\\+)-(?:Users|home)-(?<secret>[^-/\s"'`\\:;,<>()|*?[\]{}]{1,64})/dg,
    needs: "projects",
    keeps: isNobody,
  },
];

export const EMAIL: RemovalPattern = {
  what: "an e-mail address",
  pattern:
    /(?<![A-Za-z0-9._%+-])[A-Za-z0-9_%+][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9_(]|[-.]\w)/dg,
  needs: "@",
  keeps: (secret) => /^(?:git|no-?reply)@/i.test(secret),
};
