/** One message as the model sees it: a turn of the chat template, at its place among the others. */
import { type ReadingOf, type Readings, readingOf } from "../offers/readings";
import type { Message, Part, ToolCall } from "../prompt/prompt";
import type { ChatTemplate } from "./chat-template";
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

const OPEN = "<|im_start|>";
export const CLOSE = "<|im_end|>";

export const openTurn = (role: string): string => `${OPEN}${role}\n`;

export const isResult = (part: Part): boolean => part.kind === "tool-result";
const isShown = ({ kind }: Part): boolean =>
  kind !== "tool-result" && kind !== "tool-call" && kind !== "reasoning";
/** A string content is one block, an array one per part (https://www.alibabacloud.com/help/en/model-studio/context-cache, 2026-10-11). */
export const countBlocks = ({ form, parts }: Message, readings?: Readings): number =>
  form === "array" && readingOf(readings, "block-unit") === "content-items" ? Math.max(1, parts.length) : 1;

const listCalls = ({ calls, parts }: Message): ToolCall[] => [
  ...calls,
  ...parts.flatMap(({ call }) => (call ? [call] : [])),
];

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
  { template, shown }: RenderedBy,
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
export interface Place {
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

/** What messages are rendered by. */
export interface RenderedBy {
  readonly template: ChatTemplate;
  readonly readings: Readings | undefined;
  readonly shown: ReadingOf<"reasoning-shown">;
  /** Tells it from every other one. */
  readonly name: string;
}

/** @param readings what is played where the documentation leaves it open */
export function renderBy(template: ChatTemplate, readings: Readings | undefined): RenderedBy {
  const shown = readingOf(readings, "reasoning-shown");
  return {
    template,
    readings,
    shown,
    name: `${template.name} ${shown} ${readingOf(readings, "block-unit")}`,
  };
}

function knownBy({ name }: RenderedBy): WeakMap<Message, RenderedSegment[]> {
  const known = rendered.get(name) ?? new WeakMap<Message, RenderedSegment[]>();
  rendered.set(name, known);
  return known;
}

/** What was rendered of a message is taken over by one that says the same at the same place. */
export function shareRendering(message: Message, other: Message): void {
  for (const known of rendered.values()) {
    const segments = known.get(other);
    if (segments && !known.has(message)) known.set(message, segments);
  }
}

/** One message at its place. */
export function renderTurn(message: Message, place: Place, by: RenderedBy): RenderedSegment {
  const { template, readings } = by;
  const known = knownBy(by);
  const { follows, closes, opens, last, afterLastQuery } = place;
  const kind = numberPlace(place);
  const kinds = known.get(message) ?? [];
  const present = kinds[kind];
  if (present) return present;
  const turn =
    message.role === "tool"
      ? renderTool(message, !follows, closes, template)
      : message.role === "assistant"
        ? renderAssistant(message, afterLastQuery, last, by)
        : renderUser(message, template);
  // The newline after a turn belongs to what comes next; a tool result in a shared turn brings its own.
  const content = opens || follows ? turn : wrapContent("\n", turn, "");
  const { pointer, role } = message;
  const blocks = countBlocks(message, readings);
  const segment = { pointer, members: [pointer], role, blocks, content, withoutTools: null };
  kinds[kind] = segment;
  known.set(message, kinds);
  return segment;
}
