/** What stands where something was taken out, e.g. `[session id 3f2a]`, and what stands for a value without being one. */
import type { Alias } from "./redaction";

/** `what` with its article, e.g. `a session id`. */
export function writePlaceholder(what: string, secret: string, alias: Alias): string {
  const article = what.startsWith("a ") ? 2 : what.startsWith("an ") ? 3 : 0;
  return `[${what.slice(article)} ${alias(secret)}]`;
}

/** Whether something was taken out of it before: then what is left of it is to be seen. */
export function holdsPlaceholder(value: string): boolean {
  return /\[[A-Za-z][A-Za-z -]{1,40} [0-9A-Za-z]{1,16}\]/.test(value);
}

const TYPE =
  /^(?:null|none|nil|undefined|true|false|string|str|integer|int|number|float|object|array|any|boolean|bool|(?:u?int|float|[iuf])(?:8|16|32|64)|uuid\d?|(?:var)?char)$/i;
const VARIABLE = /^(?:\$[A-Za-z_]\w*|\$?\{.*|<[^<>]*>?|%[A-Za-z_]*%?[sd]?|[*.xX_\-\u2022\u2026]+)$/;
const WORDS = /example|your[-_]|placeholder|redacted|changeme|process\.env|environ|getenv/i;
/** A member or an item of something in code. */
const CODE =
  /^[A-Za-z_$][\w$]{0,30}(?:\??\.[A-Za-z_$][\w$]{0,30})*(?:\[\w{0,20}\]?|\.[A-Za-z_$][\w$]{0,30})$/;
/** Figures that stand in names, e.g. `sha256`. */
const KNOWN_FIGURES = /^(?:\d{1,2}|128|192|224|256|384|509|512|1024|2048|4096)$/;

/** Names have few figures: a secret with dots has many, in several of its pieces. */
function isMember(value: string): boolean {
  if (!CODE.test(value)) return false;
  const [first, second] = value.replace(/\[\w*\]?$/, "").match(/\d+/g) ?? [];
  return second === undefined && (first === undefined || KNOWN_FIGURES.test(first));
}

const isWritten = (value: string): boolean => TYPE.test(value) || VARIABLE.test(value) || WORDS.test(value);

/** A type, a variable, a member in code or a word of documentation in a value's place. */
export function isStandIn(value: string): boolean {
  return isWritten(value) || isMember(value);
}

/** The same in quotes or in an address, where code is rare: what has dots and a figure is a value. */
export function isStandInText(value: string): boolean {
  return isWritten(value) || (!/\d/.test(value) && CODE.test(value));
}

/** An id made of several: they are taken out one by one, so that it is seen which of them changed. */
export function isComposite(value: string): boolean {
  return /^user_[0-9a-f]{16,}_account_/.test(value);
}
