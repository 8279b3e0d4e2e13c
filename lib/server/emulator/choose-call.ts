/** Decides whether a reply calls tools: by a script that the request itself holds, so that tests get the same calls every time. */
import type { Message, Prompt, Tool } from "../../prompt/prompt";
import { isObject, type JsonObject, type JsonValue } from "../../values/json";
import { fitSchema } from "./fit-schema";
import { createGuess } from "./guess-argument";
import type { ToolChoice } from "./read-request";
import { type AskedCall, type Round, readScript } from "./read-script";

export interface ScriptedCall {
  readonly name: string;
  readonly input: JsonValue;
}

export interface CallOptions {
  /** False: one call a reply, however many are asked for. */
  readonly parallel?: boolean;
  /** Replies that call a tool before one in words, whatever the text says; null = as the text says. */
  readonly rounds?: number | null;
}

const holdsResult = ({ role, parts }: Message): boolean =>
  role === "tool" || role === "function" || parts.some(({ kind }) => kind === "tool-result");

const holdsCall = ({ calls, parts }: Message): boolean =>
  calls.length > 0 || parts.some(({ kind }) => kind === "tool-call");

/** Coding tools put notes for the model behind what the user wrote: as a message of its own, or in a part. */
const isNote = ({ role }: Message): boolean => role === "system" || role === "developer";
const NOTE = { opens: "<system-reminder>", closes: "</system-reminder>" };

/** The text without the notes in it; one that does not end is text. */
function withoutNotes(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const from = text.indexOf(NOTE.opens, at);
    const to = from < 0 ? -1 : text.indexOf(NOTE.closes, from);
    if (to < 0) return kept.join("") + text.slice(at);
    kept.push(text.slice(at, from));
    at = to + NOTE.closes.length;
  }
}

const textOf = ({ parts }: Message): string => withoutNotes(parts.map(({ text }) => text).join("\n")).trim();

/** A user message of notes alone is none of the user's. */
const isTask = (message: Message): boolean =>
  message.role === "user" && !holdsResult(message) && textOf(message) !== "";

/** The schema of a tool's arguments, in either dialect. */
function schemaOf({ value }: Tool): JsonValue {
  const made = isObject(value) && isObject(value.function) ? value.function.parameters : undefined;
  return made ?? (isObject(value) ? value.input_schema : undefined) ?? {};
}

/** Tools that only look are called first where nobody says which. */
const LOOKS = /read|get|list|search|find|glob|grep|fetch|look|view|query|show/i;

function listAny(tools: readonly Tool[]): string[] {
  const names = tools.flatMap(({ name }) => (name ? [name] : []));
  const looking = names.filter((name) => LOOKS.test(name));
  return looking.length > 0 ? looking : names.slice(0, 1);
}

const plain = (name: string): AskedCall => ({ name, input: null });

/** The replies with calls that answer a task, in order. */
function planRounds(
  prompt: Prompt,
  task: string,
  choice: ToolChoice,
  options: CallOptions,
): readonly Round[] {
  const { tools } = prompt;
  if (typeof choice === "object") {
    const asked = readScript(task, [choice.name]);
    if (!tools.some(({ name }) => name === choice.name)) return [];
    return asked.length > 0 ? asked : [[plain(choice.name)]];
  }
  const names = tools.flatMap(({ name }) => (name ? [name] : []));
  const script = readScript(task, names);
  const { rounds = null } = options;
  if (rounds !== null) {
    const any = script.length > 0 ? script : listAny(tools).map((name) => [plain(name)]);
    return any.length === 0
      ? []
      : Array.from({ length: rounds }, (_, index) => any[index % any.length] ?? []);
  }
  if (script.length > 0 || choice !== "any") return script;
  return names.slice(0, 1).map((name) => [plain(name)]);
}

/** Replies with calls since the task: those in the history, or as many as there are answers to some. */
function countRounds(since: readonly Message[]): number {
  const called = since.filter(holdsCall).length;
  const answered = since.filter(
    (message, index) => holdsResult(message) && !(index > 0 && holdsResult(since[index - 1] as Message)),
  ).length;
  return Math.max(called, answered);
}

/** What the user wants, without the words that ask for calls. */
const withoutScript = (task: string): string =>
  task
    .replace(/(?:\bplease\s+)?(?:\bthen\s+)?(?:\bcall(?:s|ing)?\s+|调用\s*)[^.;\n]*[.;]?/giu, " ")
    .replace(/\s+/g, " ")
    .trim();

function writeCall(prompt: Prompt, { name, input }: AskedCall, task: string, turn: number): ScriptedCall {
  const tool = prompt.tools.find((each) => each.name === name);
  const tools = prompt.tools.flatMap((each) => each.name ?? []);
  const rest = withoutScript(task);
  // Arguments may be named in the very words that ask for the call.
  const byTask = createGuess({ task: rest, tools, turn });
  const byScript = createGuess({ task, tools, turn });
  const fitted = tool
    ? fitSchema(schemaOf(tool), {
        guess: (field, schema) => named(byScript, field, schema, task) ?? byTask(field, schema),
      })
    : {};
  return { name, input: input && isObject(fitted) ? { ...fitted, ...input } : (input ?? fitted) };
}

type Guess = ReturnType<typeof createGuess>;

/** Of the words that ask for the call themselves a number counts, and a text that is not just all of them. */
function named(guess: Guess, field: string, schema: JsonObject, task: string): JsonValue | undefined {
  const value = guess(field, schema);
  if (typeof value !== "string") return value;
  return value.length < task.length && task.includes(value) ? value : undefined;
}

/**
 * The calls of the next reply: those of the tool that `tool_choice` names, or that the task asks for by "call <name>", or of
 * the first tool where some call is required. The task is the user's last message that is no tool's result; a script of
 * several replies goes on with every result. None where the script is over.
 */
export function chooseCalls(
  prompt: Prompt,
  choice: ToolChoice,
  options: CallOptions = {},
): readonly ScriptedCall[] {
  const { messages } = prompt;
  const last = messages.findLast((message) => !isNote(message));
  if (!last || choice === "none" || (last.role !== "user" && !holdsResult(last))) return [];
  const at = messages.findLastIndex(isTask);
  const task = messages[at];
  if (!task) return [];
  const text = textOf(task);
  const planned = planRounds(prompt, text, choice, options);
  const plan = options.parallel === false ? planned.flatMap((round) => round.map((call) => [call])) : planned;
  const done = countRounds(messages.slice(at + 1));
  const before = plan.slice(0, done).flat();
  const round = plan[done] ?? [];
  return round.map((call, index) => {
    const same = ({ name }: AskedCall): boolean => name === call.name;
    const turn = before.filter(same).length + round.slice(0, index).filter(same).length;
    return writeCall(prompt, call, text, turn);
  });
}

/** The first call of the next reply; null where it makes none. */
export const chooseCall = (prompt: Prompt, choice: ToolChoice): ScriptedCall | null =>
  chooseCalls(prompt, choice)[0] ?? null;
