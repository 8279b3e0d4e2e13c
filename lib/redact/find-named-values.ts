/** Finds the values of names such as `session_id` or `password` in a text: JSON at any depth of quoting, settings, code. */
import { kindOfName, NAMED_OPTION, NAMED_SIGN, NAMES, type NameKind } from "./name-kinds";
import { holdsPlaceholder, isComposite, isStandIn, isStandInText } from "./placeholder";
import type { Removal } from "./removal";

/** From the end of the name to its value; the group is what closes the name. */
const SEPARATOR = /(\\*["'`]|\*\*)?\]?[ \t]{0,8}(?::=|=>|[:=])(?!=)(?:\*\*)?(?:\s|\\[nrt]){0,20}|>/y;
/**
 * A value in quotes, of one word, perhaps cut off by the text's end. A quote behind more backslashes than the first one
 * had belongs to the value.
 */
const QUOTED =
  /(?<back>\\*)(?<quote>["'`])(?<value>(?:(?!\k<back>\k<quote>)\\*[^\\\s]){1,8000})(?:\k<back>\k<quote>|$)/y;
const QUOTED_LINE =
  /(?<back>\\*)(?<quote>["'`])(?<value>(?:(?!\k<back>\k<quote>)\\*[^\\\r\n]){1,8000})(?:\k<back>\k<quote>|$)/y;
const BARE = /[^\s"'`,;&<>(){}\\|]{1,400}/y;
/** A header's value ends with the line or at a quote. */
const BARE_LINE = /[^\r\n"'`<>\\]{1,400}/y;
/** A word after an option, as in `--session-id 12`. */
const SPACE = /[ \t]+(?=[^\s-])/y;

/** So many characters are enough to judge a value by; looking at more each time takes too long in a text of names only. */
const MOST_JUDGED = 400;
const BARE_REST = /[^\s"'`,;&<>(){}\\|]*/y;
const BARE_LINE_REST = /[^\r\n"'`<>\\]*/y;

/** Without the signs that end a sentence or a bracket behind a value; by hand, since a pattern tries each run of them anew. */
function trimSigns(value: string): string {
  let end = value.length;
  while (end > 0 && ".:!?*]".includes(value[end - 1] ?? " ")) end--;
  return value.slice(0, end);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The offset behind what a pattern matches at `at`; `at` where it matches nothing. */
function endAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const mayOpenQuote = (sign: string | undefined): boolean => sign !== undefined && "\"'`\\".includes(sign);

/** Whether a value in quotes is one: not a label, a type or a variable. */
export function isQuotedValue(value: string, kind: NameKind, name: string): boolean {
  if (kind.of === "header") return isHeaderValue(value);
  if (isStandInText(value) || isComposite(value)) return false;
  // A sentence with a sign or digit no label has is a passphrase.
  if (/\s/.test(value)) return kind.what === "a password" && /[\d#$%^&*+=~\\]/.test(value);
  return kind.of === "id" || (value.length >= 4 && value.toLowerCase() !== name.toLowerCase());
}

/** What a value without quotes has at least one of: ordinary words have none. */
const TELLING = /[\d!#%^*+~$@]/;

/** Gives the offset of the first such sign from `at` on, the text's length where none is; `at` never falls. */
function createSignFinder(text: string): (at: number) => number {
  const pattern = new RegExp(TELLING, "g");
  let next = -1;
  return (at) => {
    if (next >= at) return next;
    pattern.lastIndex = at;
    next = pattern.exec(text)?.index ?? text.length;
    return next;
  };
}

/** Without quotes an ordinary word is more likely than a secret, so one must look like it. */
function isBareValue(value: string, kind: NameKind): boolean {
  const mayBe =
    kind.of === "id"
      ? /\d/.test(value)
      : value.length >= 6 && TELLING.test(value) && !(kind.what === "a token" && /^\d+$/.test(value));
  // What most words lack is asked first.
  return mayBe && !isStandIn(value) && !isComposite(value);
}

/** One word, perhaps after a scheme such as `Bearer`, or pairs as in a cookie: prose is neither. */
function isHeaderValue(value: string): boolean {
  const words = value
    .replace(/^[A-Za-z][\w-]{2,20} +(?=\S)/, "")
    .split(/[;,]/)
    .map((word) => word.trim());
  const [first = ""] = words;
  if (first.length < 3 || isStandIn(first) || words.some((word) => /\s/.test(word))) return false;
  return /\d/.test(first) || words.some((word) => word.includes("="));
}

/** The word before a header's token, which says nothing: the token alone is found elsewhere, too. */
const schemeOf = (value: string, { of }: NameKind): number =>
  of === "header" ? (/^(?:Bearer|Token) +(?=\S)/i.exec(value)?.[0].length ?? 0) : 0;

/** Whether a name is an option of a command, as in `--session-id`. */
const isOption = (text: string, at: number): boolean =>
  /(?:^|[\s"'`])--[\w-]*$/.test(text.slice(Math.max(0, at - 40), at));

function readValue(
  text: string,
  nameStart: number,
  name: string,
  kind: NameKind,
  signFrom: (at: number) => number,
) {
  const nameEnd = nameStart + name.length;
  const separator =
    matchAt(SEPARATOR, text, nameEnd) ?? (isOption(text, nameStart) ? matchAt(SPACE, text, nameEnd) : null);
  if (!separator) return null;
  const [gap, close = ""] = separator;
  const at = nameEnd + gap.length;
  const isLine = kind.of === "header";
  const mayHaveSpaces = isLine || kind.what === "a password";
  const quoted = mayOpenQuote(text[at]) && matchAt(mayHaveSpaces ? QUOTED_LINE : QUOTED, text, at)?.groups;
  if (quoted) {
    const { back = "", value = "" } = quoted;
    if (holdsPlaceholder(value) || !isQuotedValue(value, kind, name)) return null;
    const start = at + back.length + 1;
    return { start: start + schemeOf(value, kind), end: start + value.length };
  }
  // Without quotes a value stands on its name's line.
  if (gap.length > 1 && /[\r\n]|\\[nr]/.test(gap)) return null;
  if (!isLine && signFrom(at) >= at + MOST_JUDGED) return null;
  const opening = text.slice(at, endAt(isLine ? BARE_LINE : BARE, text, at));
  const isCut = opening.length === MOST_JUDGED;
  const bare = isCut ? opening : isLine ? opening.trimEnd() : trimSigns(opening);
  let end = at + bare.length;
  // A call's name is followed by its arguments.
  if (bare === "" || text[end] === "(" || holdsPlaceholder(bare)) return null;
  if (bare.startsWith("[") && holdsPlaceholder(text.slice(at, at + 70))) return null;
  if (!(isLine ? isHeaderValue(bare) : isBareValue(bare, kind))) return null;
  if (isCut) end = endAt(isLine ? BARE_LINE_REST : BARE_REST, text, end);
  const isNumber = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(bare);
  return { start: at + schemeOf(bare, kind), end, quote: isNumber && close.endsWith('"') ? close : "" };
}

/** Whether a text may hold such a value: much faster than looking for it, and never false where there is one. */
export const mayNameValues = (text: string): boolean =>
  ((text.includes(":") || text.includes("=") || text.includes(">")) && NAMED_SIGN.test(text)) ||
  (text.includes("--") && NAMED_OPTION.test(text));

/** Where values under telling names stand; ascending, none overlapping. */
export function findNamedValues(text: string): Removal[] {
  const found: Removal[] = [];
  const signFrom = createSignFinder(text);
  let end = 0;
  NAMES.lastIndex = 0;
  for (let match = NAMES.exec(text); match; match = NAMES.exec(text)) {
    const { 0: name, index } = match;
    if (index < end) continue;
    const kind = kindOfName(name);
    if (!kind) continue;
    const value = readValue(text, index, name, kind, signFrom);
    if (!value) continue;
    found.push({ what: kind.what, ...value });
    end = value.end;
  }
  return found;
}
