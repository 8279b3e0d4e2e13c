/** Reads requests that a scenario gives verbatim, and shares what did not change since the request before. */
import { parsePrompt } from "../prompt/parse";
import type { Marker, Message, Prompt, Tool } from "../prompt/prompt";
import { isSameMessage } from "../prompt/same-message";
import { isSameValue } from "../values/same-value";
import { type Said, tell } from "../words/message";
import { NOWHERE } from "./write-message";

/** `prompt` is null where the text is no request; `problem` says why in one sentence. */
export interface ReadBody {
  readonly prompt: Prompt | null;
  readonly problem: Said;
}

/** UTF-16 units of bodies that are remembered: a scenario is played again with every change of the document. */
const MAX_KEPT = 1 << 26;
let kept = new Map<string, ReadBody>();
let keptUnits = 0;

function remember(body: string, read: ReadBody): ReadBody {
  if (kept.get(body) === read) return read;
  if (keptUnits + body.length > MAX_KEPT) {
    kept = new Map();
    keptUnits = 0;
  }
  if (!kept.has(body)) keptUnits += body.length;
  kept.set(body, read);
  return read;
}

const isSameMarker = (one: Marker | null, other: Marker | null): boolean =>
  one === other ||
  (one !== null && one.key === other?.key && JSON.stringify(one.value) === JSON.stringify(other.value));

const NONE: readonly Marker[] = [];

const areSameMarkers = (some: readonly Marker[], others: readonly Marker[]): boolean =>
  some === others ||
  (some.length === others.length &&
    some.every((one, index) => {
      const other = others[index];
      return other !== undefined && one.pointer === other.pointer && isSameMarker(one, other);
    }));

/**
 * True where one can stand for the other: they say the same at the same place, with the same markers, and leave as much
 * uncounted.
 */
export function isInterchangeable(one: Message, other: Message): boolean {
  return (
    one.pointer === other.pointer &&
    one.form === other.form &&
    one.items === other.items &&
    isSameValue(one.uncounted, other.uncounted) &&
    isSameMessage(one, other) &&
    one.parts.every(({ pointer, marker, nested = NONE, uncounted }, index) => {
      const part = other.parts[index];
      return (
        part?.pointer === pointer &&
        isSameMarker(marker, part.marker) &&
        areSameMarkers(nested, part.nested ?? NONE) &&
        isSameValue(uncounted, part.uncounted)
      );
    })
  );
}

/** Places in a body's own text mean nothing in the document's. */
const withoutPlaces = (message: Message): Message => ({
  ...message,
  range: NOWHERE,
  parts: message.parts.map((part) => ({
    ...part,
    range: NOWHERE,
    marker: part.marker && { ...part.marker, range: NOWHERE },
  })),
});

/**
 * A message that says the same as one of the document is not the same object: the document's is placed in its text, and is
 * another one after every key, whereas a body stays as it is.
 */
function shareMessages(messages: readonly Message[], before: readonly Message[]): readonly Message[] {
  let shared: Message[] | null = null;
  for (const [index, message] of messages.entries()) {
    const known = before[index];
    if (!known || known === message || known.range !== NOWHERE || !isInterchangeable(message, known))
      continue;
    shared ??= [...messages];
    shared[index] = known;
  }
  return shared ?? messages;
}

const isSameTool = (one: Tool, other: Tool | undefined): boolean =>
  one === other ||
  (other?.range === NOWHERE &&
    one.pointer === other.pointer &&
    JSON.stringify(one) === JSON.stringify(other));

const shareTools = (tools: readonly Tool[], before: readonly Tool[]): readonly Tool[] =>
  tools.length > 0 &&
  tools.length === before.length &&
  tools.every((tool, index) => isSameTool(tool, before[index]))
    ? before
    : tools;

/** The very prompt where it shares already all that it can. */
function share(prompt: Prompt, before: Prompt): Prompt {
  const messages = shareMessages(prompt.messages, before.messages);
  const tools = prompt.tools === before.tools ? prompt.tools : shareTools(prompt.tools, before.tools);
  return messages === prompt.messages && tools === prompt.tools ? prompt : { ...prompt, messages, tools };
}

/** One list for all requests that offer none. */
const NO_TOOLS: readonly Tool[] = [];

/** Reads a request body by itself. Never throws, whatever the text. */
export function parseBody(body: string): ReadBody {
  const { prompt, errors } = parsePrompt(body);
  if (!prompt) return { prompt, problem: errors[0]?.message ?? tell("turns.bodyEmpty") };
  return {
    prompt: {
      ...prompt,
      tools: prompt.tools.length === 0 ? NO_TOOLS : prompt.tools.map((tool) => ({ ...tool, range: NOWHERE })),
      messages: prompt.messages.map(withoutPlaces),
      markers: prompt.markers.map((marker) => ({ ...marker, range: NOWHERE })),
    },
    problem: "",
  };
}

/**
 * Reads a request body. Messages and tools that read as they did in the request given verbatim before it are the same
 * objects, and read again it is the same prompt. Never throws, whatever the text.
 */
export function readBody(body: string, before: Prompt): ReadBody {
  const read = kept.get(body) ?? parseBody(body);
  if (!read.prompt) return remember(body, read);
  const prompt = share(read.prompt, before);
  return remember(body, prompt === read.prompt ? read : { ...read, prompt });
}
