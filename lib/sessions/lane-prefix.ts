/** How well a request goes on where another left off: the same tools and system, and how much of the history. */
import type { Message, Prompt } from "../prompt/prompt";
import type { LaneStep } from "./session-view";

/** A request as lanes look at it. Equal numbers = equal words; markers do not count. */
export interface Outline {
  readonly tools: string;
  readonly toolNames: readonly string[];
  readonly system: string;
  readonly history: readonly number[];
  /** Texts of the first two messages of the history: a summary stands there. */
  readonly opening: string;
  /** True where it only asks for a title: it is about a conversation and no part of it. */
  readonly asksTitle: boolean;
}

export interface Fit {
  readonly step: LaneStep;
  /** Messages at the start of the history that both have. */
  readonly common: number;
  readonly sameHead: boolean;
  /** Messages of the earlier history that are still there, anywhere. */
  readonly kept: number;
}

const textOf = ({ parts }: Message): string => parts.map(({ text }) => text).join("\n");

/** How clients ask for a title: at the start of the system text or of the first message. */
const TITLE =
  /\btitle generator\b|\b(?:generat|writ|creat|answer|respond|reply|summari[sz])\w*\b[^.\n]{0,60}\btitle\b|(?:生成|写|起)[^。\n]{0,20}标题/i;
/** Characters of each that are looked at: an agent's long rules may speak of titles too. */
const ASKED = 400;

/** A text that is one element, as clients wrap what they put in front: `<environment_context>…</environment_context>`. */
const WRAPPED = /^\s*<([a-z][\w-]*)[^>]*>[\s\S]*<\/\1>\s*$/i;

/** True where the client puts that message before a question: it says nothing of the conversation. */
function isInFront(messages: readonly Message[], index: number): boolean {
  const [here, next] = [messages[index], messages[index + 1]];
  return here?.role === "user" && next?.role === "user" && WRAPPED.test(textOf(here));
}

/** Where the history begins: behind the system's messages, and what the client puts before the first question. */
function startOfHistory(messages: readonly Message[]): number {
  let from = messages.findIndex(({ role }) => role !== "system" && role !== "developer");
  while (isInFront(messages, from)) from += 1;
  return from;
}

/** Numbers messages by their words. */
export function createOutliner(): (prompt: Prompt) => Outline {
  const numbers = new Map<string, number>();
  const known = new WeakMap<Message, number>();
  const numberOf = (message: Message): number => {
    const present = known.get(message);
    if (present !== undefined) return present;
    const { role, parts, calls, reasoning } = message;
    const words = parts.map(({ kind, text, media, call }) => [kind, text, media, call]);
    const key = JSON.stringify([role, words, calls, reasoning]);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    known.set(message, number);
    return number;
  };
  return ({ tools, messages }) => {
    const from = startOfHistory(messages);
    const history = from < 0 ? [] : messages.slice(from);
    const system = (from < 0 ? messages : messages.slice(0, from)).map(textOf).join("\n");
    const opening = history.slice(0, 2).map(textOf).join("\n");
    const asked = `${system.slice(0, ASKED)}\n${opening.slice(0, ASKED)}`;
    return {
      tools: JSON.stringify(tools.map(({ value }) => value)),
      toolNames: tools.flatMap(({ name }) => name ?? []),
      system,
      history: history.map(numberOf),
      opening,
      // One tool may be the form in which the title is to be given.
      asksTitle: tools.length < 2 && TITLE.test(asked),
    };
  };
}

/** True where at least half of the lines are the same, as in a system message with a date in it. */
function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const lines = new Set(one.split("\n"));
  const others = other.split("\n");
  const shared = others.filter((line) => lines.has(line)).reduce((sum, line) => sum + line.length + 1, 0);
  const longest = Math.max(one.length, other.length);
  return shared * 2 >= longest || startAndEnd(one, other) * 2 >= longest;
}

/** True where one has all tools of the other, or both have most of theirs in common. */
function shareTools(one: Outline, other: Outline): boolean {
  const names = new Set(one.toolNames);
  const shared = other.toolNames.filter((name) => names.has(name)).length;
  const [fewer, more] = [one.toolNames.length, other.toolNames.length].sort((a, b) => a - b);
  return shared === fewer || shared * 2 > (more ?? 0);
}

/** True where both are one agent's, though a date, a header or a tool in its head changed in between. */
export const isSameAgent = (one: Outline, other: Outline): boolean =>
  shareTools(one, other) &&
  one.toolNames.length > 0 === other.toolNames.length > 0 &&
  areAlike(one.system, other.system);

/** Characters that two texts have in common at their start and at their end. */
function startAndEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return start + end;
}

const countCommon = (one: readonly number[], other: readonly number[]): number => {
  let common = 0;
  while (common < one.length && common < other.length && one[common] === other[common]) common++;
  return common;
};

/** How agents open a history that gave way to a summary. */
const SUMMARY =
  /continued from a previous conversation|(summary|recap) of (the|our|this) (conversation|session|work)|conversation (so far|has been|was) (compacted|summari[sz]ed)|<(conversation[-_])?summary>|此前对话|对话(的)?(摘要|总结)/i;

/** Characters of an answer that tell it is the summary. */
const TOLD = 60;

function opensWithSummary({ opening }: Outline, answers: readonly string[]): boolean {
  if (SUMMARY.test(opening)) return true;
  return answers.some((answer) => answer.length >= TOLD && opening.includes(answer.slice(0, 400).trim()));
}

/**
 * How a request fits behind the latest one of a lane; null where it does not belong there.
 * @param answers texts that the lane's agent was lately given: a summary among them opens the next history
 */
export function fitBehind(here: Outline, latest: Outline, answers: readonly string[]): Fit | null {
  const common = countCommon(here.history, latest.history);
  const sameHead = here.tools === latest.tools && here.system === latest.system;
  const left = new Set(latest.history);
  const kept = here.history.filter((number) => left.has(number)).length;
  const stepOf = (): LaneStep => {
    if (common === latest.history.length) return here.history.length > common ? "continues" : "repeats";
    const isShorter = here.history.length < latest.history.length;
    return isShorter && opensWithSummary(here, answers) ? "compacts" : "edits";
  };
  const goOn = (): Fit => ({ step: stepOf(), common, sameHead, kept });
  if (here.asksTitle !== latest.asksTitle) return null;
  if (common === 0) {
    // Without a common start it is a conversation of its own, unless a summary or the old tail says otherwise.
    const goesOn = kept * 2 >= latest.history.length && latest.history.length > 1;
    if (!goesOn && !opensWithSummary(here, answers)) return null;
    return sameHead || isSameAgent(here, latest) ? goOn() : null;
  }
  if (sameHead) return goOn();
  if (here.toolNames.length === 0 && latest.toolNames.length > 0) return null;
  const grew = common >= 2 || (common === latest.history.length && here.history.length > common);
  if (here.system === latest.system) return grew ? goOn() : null;
  // A side agent may be handed the history, and even some of the tools: its head tells that it is another.
  if (!shareTools(here, latest)) return null;
  if (areAlike(here.system, latest.system)) return grew ? goOn() : null;
  return common >= 2 && common >= latest.history.length - 1 ? goOn() : null;
}
