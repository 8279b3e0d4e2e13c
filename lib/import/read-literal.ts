/** Reads a text that is a value as Python or JavaScript writes it: a dict, an object, a repr, or one that is given a name. */
import { isObject } from "../values/json";
import type { Said } from "../words/message";
import { lastGiven } from "./code-names";
import { openProgram } from "./read-code-value";
import { stripPrompts } from "./strip-prompts";
import { isFields, unpackExtra, writeKnown } from "./write-known";

export interface ReadLiteral {
  readonly value: unknown;
  /** What only the running program knows, or what a console has left out. */
  readonly missing: readonly Said[];
  /** Whether `extra_body` stood in it, whose fields an SDK sends beside the others. */
  readonly hadExtra: boolean;
}

/** Where reading a literal ended: at its end, or at something that is none. */
export type LiteralReading =
  | { readonly kind: "read"; readonly literals: readonly ReadLiteral[] }
  /** `at`: UTF-16 offset of what is not understood. */
  | { readonly kind: "broken"; readonly at: number }
  | { readonly kind: "none" };

/** A literal of this length is read at once; a longer one is a file of some other form. */
const MAX_LENGTH = 40_000_000;
/** Values that are tried in a program without a call. */
const MOST_GIVEN = 300;
/** Values of one literal; names that stand for names many times over would make more of few words. */
const MOST_VALUES = 500_000;
/** The same of one that is all there is. */
const MOST_ALONE = 5_000_000;

/** What may stand before a value that is all there is. */
const HEAD =
  /^\s*(?:export\s+default\s+|module\.exports\s*=\s*|return\s+|print\s*\(\s*|console\.log\s*\(\s*)?/;
const BEGINS = /^(?:[[{(]|[A-Z]\w*[({])/;

function complete(value: unknown, missing: readonly Said[], left: { count: number }): ReadLiteral {
  const known = writeKnown(value, left);
  const extra = isObject(known) && isFields(known.extra_body);
  return { value: extra ? unpackExtra(known) : known, missing: [...new Set(missing)], hadExtra: extra };
}

/** The one value of the text. */
function readAlone(text: string): LiteralReading {
  const [head = ""] = HEAD.exec(text) ?? [];
  const open = openProgram(text, { hasClasses: true });
  const reader = open(head.length);
  reader.sees("");
  if (!BEGINS.test(text.slice(reader.at, reader.at + 80))) return { kind: "none" };
  const value = reader.readValue();
  while (reader.takes(";") || reader.takes(",") || (head !== "" && reader.takes(")")));
  const wrong = reader.wrongAt() ?? (reader.at < text.length ? reader.at : null);
  if (wrong !== null) return { kind: "broken", at: wrong };
  const left = { count: MOST_ALONE };
  const literal = complete(value, reader.missing, left);
  // One of which a part would be missing is not read at all.
  return left.count < 0 ? { kind: "none" } : { kind: "read", literals: [literal] };
}

/** Values that are given to names, without those that stand within a later one. */
function readGiven(text: string, isWanted: (value: unknown) => boolean): LiteralReading {
  const open = openProgram(text, { hasClasses: true });
  const names = open(0).names;
  const found = new Map<string, ReadLiteral>();
  const left = { count: MOST_VALUES };
  let broken: number | null = null;
  for (const name of [...names.keys()].slice(0, MOST_GIVEN)) {
    const at = lastGiven(names, name, text.length);
    if (at === null || !/^\s*(?:[[{(]|dict\s*\()/.test(text.slice(at, at + 80))) continue;
    const reader = open(at);
    const value = reader.readValue();
    broken ??= reader.wrongAt();
    if (reader.wrongAt() !== null) continue;
    const literal = complete(value, reader.missing, left);
    if (!isWanted(literal.value)) continue;
    for (const used of reader.used()) found.delete(used);
    found.set(name, literal);
  }
  if (found.size > 0) return { kind: "read", literals: [...found.values()] };
  return broken === null ? { kind: "none" } : { kind: "broken", at: broken };
}

/**
 * Never throws, and runs nothing.
 * @param isWanted whether a value that a program gives to a name is something to import
 */
export function readLiterals(copied: string, isWanted: (value: unknown) => boolean): LiteralReading {
  if (copied.length > MAX_LENGTH) return { kind: "none" };
  const bare = stripPrompts(copied);
  const alone = readAlone(copied);
  if (bare === copied) return alone.kind === "none" ? readGiven(copied, isWanted) : alone;
  // What a console writes below a line is no part of the program.
  const given = readGiven(bare, isWanted);
  return given.kind === "read" ? given : { kind: "none" };
}
