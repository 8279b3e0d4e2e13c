/** The request as the model sees it: the chat template's text, cut into segments. */
import { granularityOf } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { type ReadingOf, type Readings, readingOf } from "../offers/readings";
import type { Dialect, Message, Part, Prompt, Tool, ToolCall } from "../prompt/prompt";
import { isObject, type JsonValue } from "../values/json";
import type { ChatTemplate } from "./chat-template";
import { chooseTemplate } from "./choose-template";
import { type Content, concatContents, joinParts, wrapContent } from "./content";
import { leaveOutClientHeader } from "./leave-out-client-header";

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
export const countBlocks = ({ form, parts }: Message, readings?: Readings): number =>
  form === "array" && readingOf(readings, "block-unit") === "content-items" ? Math.max(1, parts.length) : 1;

const listCalls = ({ calls, parts }: Message): ToolCall[] => [
  ...calls,
  ...parts.flatMap(({ call }) => (call ? [call] : [])),
];

function renderHead(
  prompt: Prompt,
  systems: readonly Message[],
  template: ChatTemplate,
  readings: Readings | undefined,
): RenderedSegment | null {
  const [first] = systems;
  // What the service writes of a tool that it runs itself is not known.
  const shown = prompt.tools.filter(({ uncounted }) => uncounted === undefined);
  const tools = shown.map((tool) => showTool(tool, prompt.dialect));
  if (!first && tools.length === 0) return null;
  // Where several system messages are merged the service does not say how; a blank line between them is assumed.
  const system = first
    ? concatContents(
        systems.map(({ parts }) => joinParts(parts)),
        "\n\n",
      )
    : null;
  const show = (shown: readonly JsonValue[]): Content =>
    wrapContent(openTurn("system"), template.renderSystem(shown, system), CLOSE);
  return {
    pointer: first?.pointer ?? "/tools",
    members: systems.map(({ pointer }) => pointer),
    role: first ? "system" : "tools",
    blocks: systems.length > 1 ? 1 : first ? countBlocks(first, readings) : 0,
    content: show(tools),
    withoutTools: first && tools.length > 0 ? show([]).text : null,
  };
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

type ReasoningShown = ReadingOf<"reasoning-shown">;

function renderAssistant(
  message: Message,
  afterLastQuery: boolean,
  last: boolean,
  template: ChatTemplate,
  shown: ReasoningShown,
): Content {
  const thoughts = message.parts.filter(({ kind }) => kind === "reasoning").map(({ text }) => text);
  const turn = template.renderAssistant({
    content: joinParts(message.parts.filter(isShown)),
    reasoning:
      shown === "never" ? null : (message.reasoning ?? (thoughts.length > 0 ? thoughts.join("\n") : null)),
    calls: listCalls(message),
    afterLastQuery: afterLastQuery || shown === "always",
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
const rendered = new Map<string, WeakMap<Message, Content[]>>();

/** A number for each kind of place. */
const numberPlace = ({ follows, closes, opens, last, afterLastQuery }: Place): number =>
  Number(follows) + 2 * Number(closes) + 4 * Number(opens) + 8 * Number(last) + 16 * Number(afterLastQuery);

function renderedBy(template: ChatTemplate, shown: ReasoningShown): WeakMap<Message, Content[]> {
  const name = `${template.name} ${shown}`;
  const known = rendered.get(name) ?? new WeakMap<Message, Content[]>();
  rendered.set(name, known);
  return known;
}

function renderTurn(
  message: Message,
  place: Place,
  template: ChatTemplate,
  known: WeakMap<Message, Content[]>,
  shown: ReasoningShown,
): Content {
  const { follows, closes, opens, last, afterLastQuery } = place;
  const kind = numberPlace(place);
  const kinds = known.get(message) ?? [];
  const present = kinds[kind];
  if (present) return present;
  const turn =
    message.role === "tool"
      ? renderTool(message, !follows, closes, template)
      : message.role === "assistant"
        ? renderAssistant(message, afterLastQuery, last, template, shown)
        : renderUser(message, template);
  // The newline after a turn belongs to what comes next; a tool result in a shared turn brings its own.
  const content = opens || follows ? turn : wrapContent("\n", turn, "");
  kinds[kind] = content;
  known.set(message, kinds);
  return content;
}

/** Index of the last user message that is a question, not a tool's answer; the last message where there is none. */
function findLastQuery(messages: readonly Message[]): number {
  const query = messages.findLastIndex(
    (message) => message.role === "user" && !isOnlyResults(message) && !isWrappedResult(message),
  );
  return query < 0 ? messages.length - 1 : query;
}

/** Whether all system messages are merged into the first segment, wherever they stand. */
export const mergesSystem = (
  { dialect }: Pick<Prompt, "dialect">,
  model: Model | null,
  readings?: Readings,
): boolean =>
  granularityOf(model) === "message" &&
  !(dialect === "anthropic" && readingOf(readings, "middle-system") === "in-place");

/**
 * Renders a request with its model's chat template. On models with breakpoints at messages all system messages are
 * merged into the first segment (https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice, 2026-05-25).
 * @param readings what is played where the documentation leaves it open
 */
export function renderPrompt(prompt: Prompt, model: Model | null, readings?: Readings): RenderedPrompt {
  const template = chooseTemplate(model, prompt.preserveThinking);
  const isSystem = ({ role }: Message): boolean => role === "system";
  const given =
    readingOf(readings, "client-header") === "left-out"
      ? prompt.messages.map(leaveOutClientHeader)
      : prompt.messages;
  const [first] = given;
  const systems = mergesSystem(prompt, model, readings)
    ? given.filter(isSystem)
    : first && isSystem(first)
      ? [first]
      : [];
  const merged = new Set(systems);
  const messages = given.filter((message) => !merged.has(message));
  const head = renderHead(prompt, systems, template, readings);
  const lastQuery = findLastQuery(messages);
  const shown = readingOf(readings, "reasoning-shown");
  const known = renderedBy(template, shown);

  const turns = messages.map((message, index): RenderedSegment => {
    const before = messages[index - 1]?.role;
    const place: Place = {
      follows: message.role === "tool" && before === "tool",
      closes: messages[index + 1]?.role !== "tool",
      opens: head === null && index === 0,
      last: index === messages.length - 1,
      afterLastQuery: index > lastQuery,
    };
    const { pointer, role } = message;
    const content = renderTurn(message, place, template, known, shown);
    return {
      pointer,
      members: [pointer],
      role,
      blocks: countBlocks(message, readings),
      content,
      withoutTools: null,
    };
  });
  // A model that does not think at all has nothing to switch off.
  const asked = model?.thinkingDefault === false ? null : prompt.thinking;
  const thinking = asked ?? (model?.template === "qwen3" ? null : (model?.thinkingDefault ?? null));
  return {
    segments: head ? [head, ...turns] : turns,
    tail: `\n${openTurn("assistant")}${template.renderPromptEnd(thinking)}`,
  };
}
