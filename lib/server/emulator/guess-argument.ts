/** What a model would plausibly give for an argument: from the words of the task, else by the argument's name. */
import { isList, type JsonObject, type JsonValue } from "../../values/json";
import { isFittingNumber, isFittingText } from "./fit-text";
import { createPatternTest } from "./pattern-test";

/** Characters of a task that are looked at. */
const MAX_TEXT = 4000;
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

const inTurn = (found: readonly string[], turn: number): string | undefined =>
  found.length === 0 ? undefined : found[turn % found.length];

const listMatches = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((found) => found.slice(1).find(Boolean) ?? found[0])),
];

function chooseText(
  kind: Kind | undefined,
  { task, tools, turn }: GuessContext,
  name: string,
): string | undefined {
  const urls = listMatches(task, URL_TEXT);
  const paths = listMatches(task.replaceAll(URL_TEXT, " "), PATH);
  const quoted = listMatches(task, QUOTED).filter((text) => !tools.includes(text));
  switch (kind) {
    case "url":
      return inTurn(urls, turn) ?? `https://example.com/${turn === 0 ? "" : turn + 1}`;
    case "command":
      return inTurn(quoted, turn) ?? inTurn(COMMANDS, turn);
    case "pattern":
      return inTurn(quoted, turn) ?? inTurn(["*", "**/*.md", "**/*.ts", "TODO"], turn);
    case "path":
      return inTurn(paths, turn) ?? (/abs/i.test(name) ? "/tmp/" : "") + inTurn(FILES, turn);
    case "folder":
      return (
        inTurn(
          paths.filter((path) => !/\.\w+$/.test(path)),
          turn,
        ) ?? "."
      );
    case "place":
      return inTurn(listMatches(task, PLACE), turn) ?? inTurn(quoted, turn);
    case "words":
      return (
        inTurn(quoted, turn) ??
        (task.split(/\s+/).length < FEWEST_WORDS ? undefined : task.slice(0, 120).trim())
      );
    default:
      return inTurn(quoted, turn);
  }
}

const LATER = (text: string, turn: number): string => (turn === 0 ? text : `${text} ${turn + 1}`);

/**
 * Guesses arguments by name and schema; undefined where there is nothing better than what any schema is filled with. What
 * it gives fits length, bounds and pattern.
 */
export function createGuess(
  context: GuessContext,
): (name: string, schema: JsonObject) => JsonValue | undefined {
  const matches = createPatternTest();
  const task = context.task.slice(0, MAX_TEXT);
  const own = { ...context, task };
  return (name, schema) => {
    if (schema.const !== undefined) return undefined;
    const named = findNamed(task, name);
    if (isList(schema.enum)) {
      const said = schema.enum.filter(
        (value) =>
          typeof value === "string" && new RegExp(`(?<!\\w)${escapeText(value)}(?!\\w)`, "i").test(task),
      );
      return schema.enum.find((value) => value === named) ?? said[0];
    }
    const types = isList(schema.type) ? schema.type : [schema.type];
    if (types.includes("string") || schema.type === undefined) {
      if (schema.type === undefined || schema.default !== undefined || schema.examples !== undefined) {
        return named ?? undefined;
      }
      const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
      const text = named ?? (schema.format === undefined ? chooseText(kind, own, name) : undefined);
      if (text !== undefined) return isFittingText(schema, text, matches) ? text : undefined;
      const later = LATER("example", context.turn);
      return schema.format === undefined && context.turn > 0 && isFittingText(schema, later, matches)
        ? later
        : undefined;
    }
    if (types.includes("integer") || types.includes("number")) {
      const number = named === null ? Number.NaN : Number(named);
      const isRight = types.includes("number") || Number.isInteger(number);
      return isRight && isFittingNumber(schema, number) ? number : undefined;
    }
    return undefined;
  };
}
