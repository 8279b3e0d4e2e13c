/** How much of a request the ones that follow begin with as well. */
import type { Message, Prompt, Tool } from "../prompt/prompt";
import { isSameMessage, isSamePart } from "../prompt/same-message";
import { mergesSystem } from "../tokens/render";
import type { LintContext } from "./lint-context";

/** Pointers of the messages, parts and tools that a later request begins with as well. */
export type CommonStart = ReadonlySet<string>;

const writeTools = (tools: readonly Tool[]): string => JSON.stringify(tools.map((tool) => tool.value));

/** Tells of each list whether it writes the same tools, the order of their keys included; lists are shared by requests. */
function createToolsComparison(tools: readonly Tool[]): (others: readonly Tool[]) => boolean {
  const written = writeTools(tools);
  const known = new Map<readonly Tool[], boolean>([[tools, true]]);
  return (others) => {
    const isSame = known.get(others) ?? written === writeTools(others);
    known.set(others, isSame);
    return isSame;
  };
}

/** Messages in cache order: the system messages that the service renders at the head come first. */
function listRendered({ messages }: Prompt, merges: boolean): readonly Message[] {
  const isHead = ({ role }: Message): boolean => role === "system";
  // Mostly they stand there already.
  const end = messages.findIndex((message) => !isHead(message));
  if (!merges || end < 0 || !messages.some((message, index) => index > end && isHead(message)))
    return messages;
  return [...messages.filter(isHead), ...messages.filter((message) => !isHead(message))];
}

const countHeads = ({ messages }: Prompt, merges: boolean): number =>
  merges ? messages.filter(({ role }) => role === "system").length : Number(messages[0]?.role === "system");

/** The last part of a message ends with it, so it is common only where the whole message is. */
function countInner(message: Message, other: Message | undefined): number {
  if (!other || message.role !== other.role || message.reasoning !== other.reasoning) return 0;
  const most = Math.min(message.parts.length, other.parts.length) - 1;
  const differs = message.parts.findIndex((part, index) => !isSamePart(part, other.parts[index]));
  return Math.max(0, differs < 0 ? most : Math.min(differs, most));
}

const NOTHING: CommonStart = new Set();

/** Requests that begin alike share one set. */
function compareStarts(first: Prompt, following: readonly Prompt[], merges: boolean): readonly CommonStart[] {
  const hasSameTools = createToolsComparison(first.tools);
  const ordered = listRendered(first, merges);
  const heads = countHeads(first, merges);
  /** By how many messages, and parts of the next one, are common. */
  const known = new Map<string, CommonStart>();

  function write(messages: number, inner: number): CommonStart {
    const key = `${messages}/${inner}`;
    const common =
      known.get(key) ??
      new Set([
        ...(first.tools.length > 0 ? ["/tools"] : []),
        ...ordered
          .slice(0, messages)
          .flatMap(({ pointer, parts }) => [pointer, ...parts.map((part) => part.pointer)]),
        ...(ordered[messages]?.parts.slice(0, inner).map(({ pointer }) => pointer) ?? []),
      ]);
    known.set(key, common);
    return common;
  }

  return following.map((later) => {
    if (first.model !== later.model || !hasSameTools(later.tools)) return NOTHING;
    if (countHeads(later, merges) !== heads) return write(0, 0);
    const others = listRendered(later, merges);
    const differs = ordered.findIndex((message, index) => !isSameMessage(message, others[index]));
    const message = ordered[differs];
    return message ? write(differs, countInner(message, others[differs])) : write(ordered.length, 0);
  });
}

const compared = new WeakMap<LintContext, readonly CommonStart[]>();

/** What each of the requests that follow has in common with the document from the start on. */
export function listCommonStarts(context: LintContext): readonly CommonStart[] {
  const { prompt, model, layout, following } = context;
  const starts =
    compared.get(context) ?? compareStarts(prompt, following, mergesSystem(prompt, model, layout.readings));
  compared.set(context, starts);
  return starts;
}

/** For each request that follows: index of the last cut it begins with as well; -1 = none. */
export function lastCommonCuts(context: LintContext): number[] {
  const { cuts } = context.layout;
  const known = new Map<CommonStart, number>();
  return listCommonStarts(context).map((common) => {
    const differs = known.get(common) ?? cuts.findIndex(({ pointer }) => !common.has(pointer));
    known.set(common, differs);
    return (differs < 0 ? cuts.length : differs) - 1;
  });
}
