/** The request as the model sees it: the chat template's text, cut into segments. */
import { granularityOf } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { type Readings, readingOf } from "../offers/readings";
import type { Dialect, Message, Prompt, Tool } from "../prompt/prompt";
import { countAlike } from "../values/count-alike";
import { isObject, type JsonValue } from "../values/json";
import { chooseTemplate } from "./choose-template";
import { type Content, concatContents, joinParts, wrapContent } from "./content";
import { leaveOutClientHeader, takeOverMade } from "./leave-out-client-header";
import {
  CLOSE,
  countBlocks,
  isResult,
  openTurn,
  type Place,
  type RenderedBy,
  type RenderedSegment,
  renderBy,
  renderTurn,
} from "./render-turn";

export interface RenderedPrompt {
  readonly segments: readonly RenderedSegment[];
  /** What follows the last message: a newline and the generation prompt. */
  readonly tail: string;
  /** What it was rendered from: the next request of a conversation takes over what both begin with. */
  readonly from: RenderedFrom;
}

interface RenderedFrom extends Pick<Prompt, "dialect" | "tools"> {
  /** Template and readings. */
  readonly by: string;
  /** Messages of the first segment, and those behind it. */
  readonly systems: readonly Message[];
  readonly messages: readonly Message[];
  /** Index of the last question among `messages`. */
  readonly lastQuery: number;
}

/**
 * Tools as the template shows them. Those of the Anthropic dialect and of Responses are put in the shape of chats first:
 * how the service converts them is not documented (an assumption).
 */
function showTool({ value }: Tool, dialect: Dialect): JsonValue {
  if (!isObject(value)) return value;
  if (dialect === "responses" && !("function" in value)) {
    const { type: _, ...named } = value;
    return { type: "function", function: named };
  }
  if (!("input_schema" in value) || "function" in value) return value;
  const { input_schema: parameters, ...rest } = value;
  return { type: "function", function: { ...rest, parameters: parameters ?? null } };
}

/** The first segment, in a list; none where a request has neither tools nor a system message. */
function renderHead(
  prompt: Prompt,
  systems: readonly Message[],
  { template, readings }: RenderedBy,
): readonly RenderedSegment[] {
  const [first] = systems;
  // What the service writes of a tool that it runs itself is not known.
  const shown = prompt.tools.filter(({ uncounted }) => uncounted === undefined);
  const tools = shown.map((tool) => showTool(tool, prompt.dialect));
  if (!first && tools.length === 0) return [];
  // Where several system messages are merged the service does not say how; a blank line between them is assumed.
  const system = first
    ? concatContents(
        systems.map(({ parts }) => joinParts(parts)),
        "\n\n",
      )
    : null;
  const show = (shown: readonly JsonValue[]): Content =>
    wrapContent(openTurn("system"), template.renderSystem(shown, system), CLOSE);
  return [
    {
      pointer: first?.pointer ?? "/tools",
      members: systems.map(({ pointer }) => pointer),
      role: first ? "system" : "tools",
      blocks: systems.length > 1 ? 1 : first ? countBlocks(first, readings) : 0,
      content: show(tools),
      withoutTools: first && tools.length > 0 ? show([]).text : null,
    },
  ];
}

const isOnlyResults = ({ parts }: Message): boolean => parts.length > 0 && parts.every(isResult);

/** A user text that is a tool's answer in the template's own form counts as no question either. */
function isWrappedResult({ parts }: Message): boolean {
  const first = parts[0]?.text.trimStart() ?? "";
  const last = parts.at(-1)?.text.trimEnd() ?? "";
  return first.startsWith("<tool_response>") && last.endsWith("</tool_response>");
}

/** Index of the last user message that is a question, not a tool's answer; the last message where there is none. */
function findLastQuery(messages: readonly Message[]): number {
  const query = messages.findLastIndex(
    (message) => message.role === "user" && !isOnlyResults(message) && !isWrappedResult(message),
  );
  return query < 0 ? messages.length - 1 : query;
}

const isSystem = ({ role }: Message): boolean => role === "system";

/** Whether all system messages are merged into the first segment, wherever they stand. */
export const mergesSystem = (
  { dialect }: Pick<Prompt, "dialect">,
  model: Model | null,
  readings?: Readings,
): boolean =>
  granularityOf(model) === "message" &&
  !(dialect === "anthropic" && readingOf(readings, "middle-system") === "in-place");

/** The messages that are rendered, first those of the first segment. */
function splitMessages(
  prompt: Prompt,
  model: Model | null,
  readings: Readings | undefined,
): { readonly systems: readonly Message[]; readonly others: readonly Message[] } {
  const { messages } = prompt;
  const leavesOut = readingOf(readings, "client-header") === "left-out";
  const given = leavesOut ? messages.map(leaveOutClientHeader) : messages;
  if (mergesSystem(prompt, model, readings)) {
    return { systems: given.filter(isSystem), others: given.filter((message) => !isSystem(message)) };
  }
  const [first] = given;
  return first && isSystem(first)
    ? { systems: [first], others: given.slice(1) }
    : { systems: [], others: given };
}

/** How many turns are rendered as they were in the request before: the messages are the same, and so are their places. */
function countKept(messages: readonly Message[], lastQuery: number, before: RenderedFrom): number {
  const shared = countAlike(messages, before.messages);
  const isWhole = shared === messages.length && shared === before.messages.length;
  // What follows a turn, or that nothing does, belongs to its place.
  const kept = isWhole ? shared : Math.max(0, shared - 1);
  return lastQuery === before.lastQuery ? kept : Math.min(kept, Math.min(lastQuery, before.lastQuery) + 1);
}

interface RenderOptions {
  readonly before?: RenderedPrompt | null | undefined;
  readonly readings?: Readings | undefined;
}

/**
 * Renders a request with its model's chat template. On models with breakpoints at messages all system messages are
 * merged into the first segment (https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice, 2026-05-25).
 * @param before a request to the same model: segments that both have are the same objects
 * @param readings what is played where the documentation leaves it open
 */
export function renderPrompt(
  prompt: Prompt,
  model: Model | null,
  { before = null, readings }: RenderOptions = {},
): RenderedPrompt {
  const template = chooseTemplate(model, prompt.preserveThinking);
  const by = renderBy(template, readings);
  const { dialect, tools } = prompt;
  const { systems: own, others: messages } = splitMessages(prompt, model, readings);
  const lastQuery = findLastQuery(messages);
  const last = before?.from.by === by.name ? before : null;
  const leavesOut = readingOf(readings, "client-header") === "left-out";
  const systems = leavesOut && last ? takeOverMade(own, last.from.systems) : own;
  const isSameHead =
    last?.from.dialect === dialect &&
    last.from.tools === tools &&
    last.from.systems.length === systems.length &&
    countAlike(systems, last.from.systems) === systems.length;
  const oldHead = last && last.segments.length > last.from.messages.length ? 1 : 0;
  const head = isSameHead && last ? last.segments.slice(0, oldHead) : renderHead(prompt, systems, by);
  const kept = last && oldHead === head.length ? countKept(messages, lastQuery, last.from) : 0;
  const segments = last ? [...head, ...last.segments.slice(oldHead, oldHead + kept)] : [...head];
  for (let index = kept; index < messages.length; index++) {
    const message = messages[index] as Message;
    const place: Place = {
      follows: message.role === "tool" && messages[index - 1]?.role === "tool",
      closes: messages[index + 1]?.role !== "tool",
      opens: head.length === 0 && index === 0,
      last: index === messages.length - 1,
      afterLastQuery: index > lastQuery,
    };
    segments.push(renderTurn(message, place, by));
  }
  // A model that does not think at all has nothing to switch off.
  const asked = model?.thinkingDefault === false ? null : prompt.thinking;
  const thinking = asked ?? (model?.template === "qwen3" ? null : (model?.thinkingDefault ?? null));
  return {
    segments,
    tail: `\n${openTurn("assistant")}${template.renderPromptEnd(thinking)}`,
    from: { dialect, tools, by: by.name, systems, messages, lastQuery },
  };
}
