/** Reads what calls a text asks for: "call search", "call read_file 30 times", "call a and b, then call c". */
import { isObject, type JsonObject } from "../../values/json";
import { append } from "../../values/long-lists";
import { endOfObject } from "./form-in-prompt";

/** One call that a text asks for. */
export interface AskedCall {
  readonly name: string;
  /** Written behind the name as a JSON object; null where nothing is. */
  readonly input: JsonObject | null;
}

/** The calls of one reply. */
export type Round = readonly AskedCall[];

/** Calls of a whole script, and of one reply, at most. */
const MAX_CALLS = 1000;
const MAX_PARALLEL = 64;

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const NUMBER = `\\d{1,4}|${NUMBERS.join("|")}`;
const CALL = /\bcall(?:s|ing)?\s+|调用\s*/giu;
const BEFORE = /(?:the\s+)?(?:tools?\s+|functions?\s+)?["'`]?/iuy;
const AFTER = /["'`]?(?:\(\))?/uy;
const INPUT = /\s*(?:with\s+)?(?=\{)/iuy;
const TIMES = new RegExp(`(?<!\\w)(?:(${NUMBER})\\s+(?:more\\s+)?times|(\\d{1,4})\\s*次|(twice))`, "iu");
const AT_ONCE = /\bin\s+parallel\b|\bat\s+once\b|\bat\s+the\s+same\s+time\b|\btogether\b|并行|同时/iu;
const BATCH = new RegExp(`(?<!\\w)(${NUMBER})\\s+at\\s+a\\s+time`, "iu");
const AND = /\s*(?:,\s*and\b|,|\band\b|&|和|、)\s*(?:call\s+)?/giu;
/** Where what is said of one call ends. */
const END = /[.;!?。；！？](?=\s|$|\p{Script=Han})|\n|\bthen\b/iu;
/** Characters of a text that are read. */
const MAX_TEXT = 100_000;
/** Characters of the arguments of one call. */
const MAX_INPUT = 10_000;
/** Characters between two calls that are named together. */
const MAX_BETWEEN = 200;

interface Reader {
  readonly text: string;
  readonly names: readonly string[];
  at: number;
}

const numberOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word.toLowerCase()) + 1;

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found) reader.at += found[0].length;
  return found;
}

/** A tool's name, the longest that stands there. */
function takeName(reader: Reader): string | null {
  const from = reader.at;
  take(reader, BEFORE);
  const rest = reader.text.slice(reader.at, reader.at + 200).toLowerCase();
  const name = reader.names.find(
    (each) => rest.startsWith(each.toLowerCase()) && !/^[\w-]/.test(rest.slice(each.length)),
  );
  if (name === undefined) {
    reader.at = from;
    return null;
  }
  reader.at += name.length;
  take(reader, AFTER);
  return name;
}

function takeInput(reader: Reader): JsonObject | null {
  const from = reader.at;
  if (!take(reader, INPUT)) return null;
  const near = reader.text.slice(reader.at, reader.at + MAX_INPUT);
  const end = endOfObject(near, 0);
  try {
    const value: unknown = JSON.parse(near.slice(0, end));
    if (end > 0 && isObject(value)) {
      reader.at += end;
      return value as JsonObject;
    }
  } catch {
    // What is no JSON is no input.
  }
  reader.at = from;
  return null;
}

interface Member extends AskedCall {
  readonly times: number;
}

/** The member that begins here, and what is said of it up to the next one or the end of the sentence. */
function takeMember(
  reader: Reader,
): { readonly member: Member; readonly said: string; readonly isLast: boolean } | null {
  const name = takeName(reader);
  if (name === null) return null;
  const input = takeInput(reader);
  const from = reader.at;
  const next = findNext(reader);
  const said = reader.text.slice(from, next.from);
  reader.at = next.at;
  const times = TIMES.exec(said);
  const count = times?.[1] ?? times?.[2];
  const member = {
    name,
    input,
    times: times?.[3] ? 2 : count === undefined ? 1 : Math.min(numberOf(count), MAX_CALLS),
  };
  return { member, said, isLast: next.isEnd };
}

/** Where the next name stands that is joined to this one; else where the sentence ends. */
function findNext(reader: Reader): { readonly from: number; readonly at: number; readonly isEnd: boolean } {
  const near = reader.text.slice(reader.at, reader.at + MAX_BETWEEN);
  const length = near.search(END);
  const end = reader.at + (length < 0 ? near.length : length);
  for (const found of near.matchAll(AND)) {
    const from = reader.at + found.index;
    if (from >= end) break;
    const at = from + found[0].length;
    if (takeName({ ...reader, at }) !== null) return { from, at, isEnd: false };
  }
  return { from: end, at: end, isEnd: true };
}

/** Those that are named together, with how they are to be made. */
function takeGroup(reader: Reader): Round[] {
  const members: Member[] = [];
  let said = "";
  for (let next = takeMember(reader); next; next = next.isLast ? null : takeMember(reader)) {
    members.push(next.member);
    said += `${next.said} `;
    if (members.length >= MAX_PARALLEL) break;
  }
  const batch = BATCH.exec(said)?.[1];
  if (batch !== undefined || AT_ONCE.test(said)) {
    const all = members.flatMap((member) => new Array<AskedCall>(member.times).fill(member));
    return inBatches(all, batch === undefined ? MAX_PARALLEL : numberOf(batch));
  }
  const rounds = Math.max(0, ...members.map(({ times }) => times));
  return Array.from({ length: rounds }, (_, round) => members.filter(({ times }) => times > round));
}

function inBatches(calls: readonly AskedCall[], size: number): Round[] {
  const each = Math.min(Math.max(1, size), MAX_PARALLEL);
  const count = Math.ceil(calls.length / each);
  return Array.from({ length: count }, (_, index) => calls.slice(index * each, (index + 1) * each));
}

/**
 * The replies that a text asks for, each with its calls: what is named together goes into one reply, what is named "then"
 * or in another sentence into the next. Bounded to a thousand replies.
 * @param names of the tools that are offered
 */
export function readScript(task: string, names: readonly string[]): Round[] {
  const text = task.slice(0, MAX_TEXT);
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const rounds: Round[] = [];
  let read = 0;
  for (const found of text.matchAll(CALL)) {
    // One that was read as part of those before it.
    if (found.index < read) continue;
    const reader = { text, names: longestFirst, at: found.index + found[0].length };
    const group = takeGroup(reader);
    if (group.length > 0) read = reader.at;
    append(rounds, group);
    if (rounds.length >= MAX_CALLS) break;
  }
  return rounds.slice(0, MAX_CALLS);
}
