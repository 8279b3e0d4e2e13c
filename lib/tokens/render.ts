/** The request as the model sees it: the chat template's text, cut into segments. */
import { granularityOf } from "../offers/catalogue";
import type { Model } from "../offers/model";
import type { Dialect, Message, Part, Prompt, Tool, ToolCall } from "../prompt/prompt";
import { countAlike } from "../values/count-alike";
import { isObject, type JsonValue } from "../values/json";
import type { ChatTemplate } from "./chat-template";
import { chooseTemplate } from "./choose-template";
import { type Content, concatContents, joinParts, wrapContent } from "./content";

export interface RenderedSegment {
  readonly pointer: string;
  readonly members: readonly string[];
  readonly role: string;
  readonly blocks: number;
  /** Text with the end of every part in it; the newline that follows a turn belongs to the next segment. */
  readonly content: Content;
  /** The first segment without its tools, to tell what they take; null where there are none or nothing else. */
  readonly withoutTools: string | null;
}

export interface RenderedPrompt {
  readonly segments: readonly RenderedSegment[];
  /** What follows the last message: a newline and the generation prompt. */
  readonly tail: string;
  /** What it was rendered from: the next request of a conversation takes over what both begin with. */
  readonly from: RenderedFrom;
}

interface RenderedFrom extends Pick<Prompt, "dialect" | "tools"> {
  readonly template: string;
  /** Messages of the first segment, and those behind it. */
  readonly systems: readonly Message[];
  readonly messages: readonly Message[];
  /** Index of the last question among `messages`. */
  readonly lastQuery: number;
}

const OPEN = "<|im_start|>";
const CLOSE = "<|im_end|>";

const openTurn = (role: string): string => `${OPEN}${role}\n`;

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

const isResult = (part: Part): boolean => part.kind === "tool-result";
const isShown = ({ kind }: Part): boolean =>
  kind !== "tool-result" && kind !== "tool-call" && kind !== "reasoning";
const isOnlyResults = ({ parts }: Message): boolean => parts.length > 0 && parts.every(isResult);

/** A user text that is a tool's answer in the template's own form counts as no question either. */
function isWrappedResult({ parts }: Message): boolean {
  const first = parts[0]?.text.trimStart() ?? "";
  const last = parts.at(-1)?.text.trimEnd() ?? "";
  return first.startsWith("<tool_response>") && last.endsWith("</tool_response>");
}

/** A string content is one block, an array one per part (https://www.alibabacloud.com/help/en/model-studio/context-cache, 2026-10-11). */
export const countBlocks = ({ form, parts }: Message): number =>
  form === "array" ? Math.max(1, parts.length) : 1;

const listCalls = ({ calls, parts }: Message): ToolCall[] => [
  ...calls,
  ...parts.flatMap(({ call }) => (call ? [call] : [])),
];

/** The first segment, in a list; none where a request has neither tools nor a system message. */
function renderHead(
  prompt: Prompt,
  systems: readonly Message[],
  template: ChatTemplate,
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
      blocks: systems.length > 1 ? 1 : first ? countBlocks(first) : 0,
      content: show(tools),
      withoutTools: first && tools.length > 0 ? show([]).text : null,
    },
  ];
}

function renderResults(parts: readonly Part[], template: ChatTemplate): Content {
  return concatContents(
    parts.map((part) =>
      wrapContent("<tool_response>\n", template.renderContent(joinParts([part])), "\n</tool_response>"),
    ),
    "\n",
  );
}

/** A `tool` message: consecutive ones share one user turn. */
function renderTool(message: Message, opens: boolean, closes: boolean, template: ChatTemplate): Content {
  const result = template.renderContent(joinParts(message.parts));
  return wrapContent(
    `${opens ? `${OPEN}user` : ""}\n<tool_response>\n`,
    result,
    `\n</tool_response>${closes ? CLOSE : ""}`,
  );
}

function renderUser(message: Message, template: ChatTemplate): Content {
  const results = message.parts.filter(isResult);
  const rest = message.parts.filter(isShown);
  const turns: Content[] = [];
  if (results.length > 0) turns.push(wrapContent(openTurn("user"), renderResults(results, template), CLOSE));
  if (rest.length > 0 || results.length === 0) {
    turns.push(wrapContent(openTurn(message.role), template.renderContent(joinParts(rest)), CLOSE));
  }
  return concatContents(turns, "\n");
}

function renderAssistant(
  message: Message,
  afterLastQuery: boolean,
  last: boolean,
  template: ChatTemplate,
): Content {
  const thoughts = message.parts.filter(({ kind }) => kind === "reasoning").map(({ text }) => text);
  const turn = template.renderAssistant({
    content: joinParts(message.parts.filter(isShown)),
    reasoning: message.reasoning ?? (thoughts.length > 0 ? thoughts.join("\n") : null),
    calls: listCalls(message),
    afterLastQuery,
    last,
  });
  return wrapContent(openTurn("assistant"), turn, CLOSE);
}

/** What a message's rendering depends on besides itself. */
interface Place {
  /** A tool result in the turn of the one before it. */
  readonly follows: boolean;
  /** The next message is no tool result. */
  readonly closes: boolean;
  /** The first turn of the request. */
  readonly opens: boolean;
  readonly last: boolean;
  readonly afterLastQuery: boolean;
}

/** Requests of one conversation share their messages: each is rendered once by a template for every kind of place. */
const rendered = new Map<string, WeakMap<Message, RenderedSegment[]>>();

/** A number for each kind of place. */
const numberPlace = ({ follows, closes, opens, last, afterLastQuery }: Place): number =>
  Number(follows) + 2 * Number(closes) + 4 * Number(opens) + 8 * Number(last) + 16 * Number(afterLastQuery);

function renderedBy(template: ChatTemplate): WeakMap<Message, RenderedSegment[]> {
  const known = rendered.get(template.name) ?? new WeakMap<Message, RenderedSegment[]>();
  rendered.set(template.name, known);
  return known;
}

/** What was rendered of a message is taken over by one that says the same at the same place. */
export function shareRendering(message: Message, other: Message): void {
  for (const known of rendered.values()) {
    const segments = known.get(other);
    if (segments && !known.has(message)) known.set(message, segments);
  }
}

function renderTurn(
  message: Message,
  place: Place,
  template: ChatTemplate,
  known: WeakMap<Message, RenderedSegment[]>,
): RenderedSegment {
  const { follows, closes, opens, last, afterLastQuery } = place;
  const kind = numberPlace(place);
  const kinds = known.get(message) ?? [];
  const present = kinds[kind];
  if (present) return present;
  const turn =
    message.role === "tool"
      ? renderTool(message, !follows, closes, template)
      : message.role === "assistant"
        ? renderAssistant(message, afterLastQuery, last, template)
        : renderUser(message, template);
  // The newline after a turn belongs to what comes next; a tool result in a shared turn brings its own.
  const content = opens || follows ? turn : wrapContent("\n", turn, "");
  const { pointer, role } = message;
  const blocks = countBlocks(message);
  const segment = { pointer, members: [pointer], role, blocks, content, withoutTools: null };
  kinds[kind] = segment;
  known.set(message, kinds);
  return segment;
}

/** Index of the last user message that is a question, not a tool's answer; the last message where there is none. */
function findLastQuery(messages: readonly Message[]): number {
  const query = messages.findLastIndex(
    (message) => message.role === "user" && !isOnlyResults(message) && !isWrappedResult(message),
  );
  return query < 0 ? messages.length - 1 : query;
}

const isSystem = ({ role }: Message): boolean => role === "system";

/** The messages rendered into the first segment. */
function listSystems({ messages }: Prompt, model: Model | null): readonly Message[] {
  if (granularityOf(model) === "message") return messages.filter(isSystem);
  const [first] = messages;
  return first && isSystem(first) ? [first] : [];
}

/** How many turns are rendered as they were in the request before: the messages are the same, and so are their places. */
function countKept(messages: readonly Message[], lastQuery: number, before: RenderedFrom): number {
  const shared = countAlike(messages, before.messages);
  const isWhole = shared === messages.length && shared === before.messages.length;
  // What follows a turn, or that nothing does, belongs to its place.
  const kept = isWhole ? shared : Math.max(0, shared - 1);
  return lastQuery === before.lastQuery ? kept : Math.min(kept, Math.min(lastQuery, before.lastQuery) + 1);
}

/**
 * Renders a request with its model's chat template. On models with breakpoints at messages all system messages are
 * merged into the first segment (https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice, 2026-05-25).
 * @param before a request to the same model: segments that both have are the same objects
 */
export function renderPrompt(
  prompt: Prompt,
  model: Model | null,
  before: RenderedPrompt | null = null,
): RenderedPrompt {
  const template = chooseTemplate(model, prompt.preserveThinking);
  const { dialect, tools } = prompt;
  const systems = listSystems(prompt, model);
  const messages =
    granularityOf(model) === "message"
      ? prompt.messages.filter((message) => !isSystem(message))
      : prompt.messages.slice(systems.length);
  const lastQuery = findLastQuery(messages);
  const known = renderedBy(template);
  const last = before?.from.template === template.name ? before : null;
  const isSameHead =
    last?.from.dialect === dialect &&
    last.from.tools === tools &&
    last.from.systems.length === systems.length &&
    countAlike(systems, last.from.systems) === systems.length;
  const oldHead = last && last.segments.length > last.from.messages.length ? 1 : 0;
  const head = isSameHead && last ? last.segments.slice(0, oldHead) : renderHead(prompt, systems, template);
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
    segments.push(renderTurn(message, place, template, known));
  }
  // A model that does not think at all has nothing to switch off.
  const asked = model?.thinkingDefault === false ? null : prompt.thinking;
  const thinking = asked ?? (model?.template === "qwen3" ? null : (model?.thinkingDefault ?? null));
  return {
    segments,
    tail: `\n${openTurn("assistant")}${template.renderPromptEnd(thinking)}`,
    from: { dialect, tools, template: template.name, systems, messages, lastQuery },
  };
}
