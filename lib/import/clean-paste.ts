/** Takes what opens an account out of a piece that is pasted into the document, and leaves every other sign where it is. */
import { sourceRanges } from "../lint/source-range";
import { applyEdits } from "../prompt/apply-edits";
import type { JsonNode } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import type { TextEdit, TextRange } from "../prompt/prompt";
import { findRemovals } from "../redact/find-removals";
import { isSecret } from "../redact/find-secrets";
import { kindOfName, type NameKind } from "../redact/name-kinds";
import { holdsPlaceholder, writePlaceholder } from "../redact/placeholder";
import { standsForType } from "../redact/redact-body";
import type { Alias, Redaction } from "../redact/redaction";
import type { Removal } from "../redact/removal";

/** What is taken out may bring together what stood apart; that settles at once. */
const MOST_PASSES = 4;

/** How a piece of a request becomes JSON: it is whole, holds properties, or items of a list. */
const WRAPPERS = [
  ["", ""],
  ["{", "}"],
  ["[", "]"],
] as const;

interface FoundString extends TextRange {
  readonly value: string;
  /** What the name says that it stands under, with or without a list between. */
  readonly kind: NameKind | null;
}

function listStrings(node: JsonNode, kind: NameKind | null, found: FoundString[]): readonly FoundString[] {
  if (node.type === "array") for (const item of node.items) listStrings(item, kind, found);
  else if (node.type === "object")
    for (const { key, value } of node.properties) listStrings(value, kindOfName(key), found);
  else if (typeof node.value === "string")
    found.push({ start: node.start, end: node.end, value: node.value, kind });
  return found;
}

/** The strings of a piece of JSON, in its order; none where it is no JSON. */
function stringsOf(text: string): readonly FoundString[] {
  for (const [before, after] of WRAPPERS) {
    const { root } = parseJson(before + text + after);
    // A text alone has no name, and is better searched as it is written.
    if (!root || root.type === "scalar") continue;
    const moved = before.length;
    return listStrings(root, null, []).map((each) => ({
      ...each,
      start: each.start - moved,
      end: each.end - moved,
    }));
  }
  return [];
}

const secretsIn = (text: string): readonly Removal[] =>
  findRemovals(text).filter(({ what }) => isSecret(what));

/** The same as an import does: a text under a name such as `password` goes as a whole, of any other what is found in it. */
function secretsOf({ value, kind }: FoundString): readonly Removal[] {
  const isWhole = kind !== null && kind.of !== "id" && !standsForType(value) && !holdsPlaceholder(value);
  return isWhole ? [{ what: kind.what, start: 0, end: value.length }] : secretsIn(value);
}

interface Cut {
  readonly edit: TextEdit;
  readonly what: string;
}

/** As it stands between the quotes of a JSON string. */
const escapeText = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Of each string that a finding touches the part that it covers: what is between strings is JSON, and stays. */
const partsOf = ({ what, start, end }: Removal, strings: readonly FoundString[]): readonly Removal[] =>
  strings
    .map((string) => ({ what, start: Math.max(start, string.start + 1), end: Math.min(end, string.end - 1) }))
    .filter((part) => part.start < part.end);

function findCuts(text: string, alias: Alias): readonly Cut[] {
  const strings = text.includes('"') && text.includes(":") ? stringsOf(text) : [];
  const write = ({ what, start, end, quote = "" }: Removal, from: string): string =>
    quote + writePlaceholder(what, from.slice(start, end), alias) + quote;
  const cut = ({ start, end }: TextRange, what: string, written: string): Cut => ({
    edit: { range: { start, end }, text: written },
    what,
  });
  const around: Cut[] = [];
  const across: Cut[] = [];
  let next = 0;
  for (const secret of secretsIn(text)) {
    for (let string = strings[next]; string && string.end <= secret.start; string = strings[next]) next++;
    let last = next;
    for (let string = strings[last]; string && string.start < secret.end; string = strings[last]) last++;
    if (last === next) around.push(cut(secret, secret.what, write(secret, text)));
    // What is in one string alone is found by its own text.
    else if (last > next + 1)
      for (const part of partsOf(secret, strings.slice(next, last)))
        across.push(cut(part, part.what, write(part, text)));
  }
  let passed = 0;
  const isAcross = ({ start, end }: TextRange): boolean => {
    for (let gone = across[passed]; gone && gone.edit.range.end <= start; gone = across[passed]) passed++;
    return (across[passed]?.edit.range.start ?? end) < end;
  };
  const within = strings.flatMap((string) => {
    const secrets = isAcross(string) ? [] : secretsOf(string);
    const ranges = secrets.length === 0 ? [] : sourceRanges(text, string, secrets);
    return secrets.map((secret, index) =>
      cut(ranges[index] ?? string, secret.what, escapeText(write(secret, string.value))),
    );
  });
  return [...within, ...around, ...across];
}

/**
 * The text with a placeholder, e.g. `[password 3f2a]`, for each key, token, password, cookie and secret, found by the search
 * of imports and recordings. Ids, addresses and names of persons stay: they may belong into a prompt. Never throws.
 */
export function cleanPaste(text: string, alias: Alias): Redaction<string> {
  const removed: string[] = [];
  let value = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const cuts = findCuts(value, alias);
    if (cuts.length === 0) break;
    value = applyEdits(
      value,
      cuts.map(({ edit }) => edit),
    );
    for (const { what } of cuts) removed.push(what);
  }
  return { value, removed };
}
