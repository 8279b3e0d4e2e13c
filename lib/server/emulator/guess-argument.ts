/** What a model would plausibly give for an argument: from the words of the task, else by the argument's name. */
import { isList, type JsonObject, type JsonValue, stringOf } from "../../values/json";
import { isFittingNumber, isFittingText } from "./fit-text";
import { createPatternTest } from "./pattern-test";

/** Characters of a task that are looked at. */
const MAX_TEXT = 1000;
/** A shorter task says too little to be searched for. */
const FEWEST_WORDS = 3;

const FILES = ["README.md", "package.json", "src/index.ts", "src/config.ts", "docs/guide.md", "LICENSE"];
const COMMANDS = ["ls", "pwd", "git status", "date", "ls -la", "uname -a"];

const PATH =
  /(?<![\w:/.])(?:\.{0,2}\/)?(?:[\w.-]+\/)*[\w-]+\.[A-Za-z]\w{0,4}(?![\w/])|(?<![\w:])\/(?:[\w.-]+\/?)+/g;
const URL_TEXT = /https?:\/\/[^\s"'`<>)\]]+/g;
const QUOTED =
  /"([^"\n]{1,200})"|`([^`\n]{1,200})`|“([^”\n]{1,200})”|(?<=\s)'([^'\n]{1,200})'(?=[\s.,;:?!]|$)/g;
const PLACE = /\b(?:in|for|at|near)\s+(\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?)/gu;

/** Kinds of text arguments, by the words in their names. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/(?:^|_)(?:url|uri|link|href)$|Url$|Uri$/i, "url"],
  [/command|(?:^|_)cmd$|script/i, "command"],
  [/pattern|glob|regex/i, "pattern"],
  [/(?:^|_)(?:file|path|filename|filepath|notebook)(?:$|_)|Path$|File$/i, "path"],
  [/(?:^|_)(?:dir|directory|folder|cwd)(?:$|_)/i, "folder"],
  [/city|location|place|town|country|region/i, "place"],
  [/quer|question|prompt|search|keyword|description|task|topic|message|title/i, "words"],
];

type Kind = "url" | "command" | "pattern" | "path" | "folder" | "place" | "words";

export interface GuessContext {
  /** What the user wants, without the words that ask for a call. */
  readonly task: string;
  /** Names of the tools: a quoted one is no argument. */
  readonly tools: readonly string[];
  /** Counts from 0: the how many-th call of this tool it is. Later ones differ, as a model's would. */
  readonly turn: number;
}

const escapeText = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What the task says for this name itself: `city: Paris`, `days = 3`. */
function findNamed(task: string, name: string): string | null {
  const words = escapeText(name).replaceAll("_", "[_ ]");
  const found = new RegExp(
    `(?<![\\w-])["'\`]?${words}["'\`]?\\s*(?:[:=]|is\\b)\\s*("[^"\\n]{1,200}"|[^\\s,;]{1,200})`,
    "i",
  ).exec(task);
  return found?.[1]?.replace(/^"|"$|[.?!]$/g, "") ?? null;
}

/** A file is looked at. */
const asCommand = (text: string): string => (/^[\w./-]+\.\w+$/.test(text) ? `cat ${text}` : text);

const inTurn = (found: readonly string[], turn: number): string | undefined =>
  found.length === 0 ? undefined : found[turn % found.length];

const listMatches = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((found) => found.slice(1).find(Boolean) ?? found[0])),
];

/** What of a task may be an argument. */
interface Found {
  readonly task: string;
  readonly urls: readonly string[];
  readonly paths: readonly string[];
  readonly quoted: readonly string[];
  readonly places: readonly string[];
}

const searchTask = (task: string, tools: readonly string[]): Found => ({
  task,
  urls: listMatches(task, URL_TEXT),
  paths: listMatches(task.replaceAll(URL_TEXT, " "), PATH),
  quoted: listMatches(task, QUOTED).filter((text) => !tools.includes(text)),
  places: listMatches(task, PLACE),
});

function chooseText(
  kind: Kind | undefined,
  { task, urls, paths, quoted, places }: Found,
  turn: number,
  isAbsolute: boolean,
): string | undefined {
  switch (kind) {
    case "url":
      return inTurn(urls, turn) ?? `https://example.com/${turn === 0 ? "" : turn + 1}`;
    case "command":
      return inTurn(quoted.map(asCommand), turn) ?? inTurn(COMMANDS, turn);
    case "pattern":
      return inTurn(quoted, turn) ?? inTurn(["*", "**/*.md", "**/*.ts", "TODO"], turn);
    case "path":
      return inTurn(paths, turn) ?? (isAbsolute ? "/tmp/" : "") + inTurn(FILES, turn);
    case "folder":
      return (
        inTurn(
          paths.filter((path) => !/\.\w+$/.test(path)),
          turn,
        ) ?? "."
      );
    case "place":
      return inTurn(places, turn) ?? inTurn(quoted, turn);
    case "words":
      return (
        inTurn(quoted, turn) ??
        (task.split(/\s+/).length < FEWEST_WORDS ? undefined : task.slice(0, 120).trim())
      );
    default:
      return inTurn(quoted, turn);
  }
}

/** The value of a list that is named, or said anywhere. */
function chooseValue(
  values: readonly JsonValue[],
  named: string | null,
  task: string,
): JsonValue | undefined {
  const isSaid = (value: JsonValue): boolean =>
    typeof value === "string" && new RegExp(`(?<!\\w)${escapeText(value)}(?!\\w)`, "i").test(task);
  return values.find((value) => value === named) ?? values.find(isSaid);
}

const hasOwn = ({ default: usual, examples }: JsonObject): boolean =>
  usual !== undefined || examples !== undefined;

/**
 * Guesses arguments by name and schema; undefined where there is nothing better than what any schema is filled with. What
 * it gives fits length, bounds and pattern.
 */
export function createGuess({
  task: whole,
  tools,
  turn,
}: GuessContext): (name: string, schema: JsonObject) => JsonValue | undefined {
  const matches = createPatternTest();
  const task = whole.slice(0, MAX_TEXT);
  const found = searchTask(task, tools);

  function guessText(name: string, schema: JsonObject, named: string | null): string | undefined {
    const isFree = schema.type !== undefined && schema.format === undefined && !hasOwn(schema);
    const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
    const isAbsolute = /\babsolute\b/i.test(stringOf(schema.description)) || /abs/i.test(name);
    const text = named ?? (isFree ? chooseText(kind, found, turn, isAbsolute) : undefined);
    const later = isFree && turn > 0 ? `example ${turn + 1}` : undefined;
    const guessed = text ?? later;
    return guessed !== undefined && isFittingText(schema, guessed, matches) ? guessed : undefined;
  }

  return (name, schema) => {
    if (schema.const !== undefined) return undefined;
    const named = findNamed(task, name);
    if (isList(schema.enum)) return chooseValue(schema.enum, named, task);
    const types = isList(schema.type) ? schema.type : [schema.type ?? "string"];
    if (types.includes("string")) return guessText(name, schema, named);
    const isWhole = types.includes("integer");
    if (named === null || !(isWhole || types.includes("number"))) return undefined;
    const number = Number(named);
    return (!isWhole || Number.isInteger(number)) && isFittingNumber(schema, number) ? number : undefined;
  };
}
