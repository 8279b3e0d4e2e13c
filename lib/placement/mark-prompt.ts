/** Writes markers into a prompt in memory, in place of those it has. */
import type { Marker, Message, Part, Prompt } from "../prompt/prompt";
import type { Spot } from "./find-spot";

/** A marker that is placed has no place in the document's text. */
const NOWHERE = { start: 0, end: 0 };

const KEY = "cache_control";

/** True for a marker written exactly as a placement writes it. */
export const isPlain = ({ key, value }: Marker): boolean =>
  key === KEY && JSON.stringify(value) === '{"type":"ephemeral"}';

const markerOn = (owner: string): Marker => ({
  pointer: `${owner}/${KEY}`,
  owner,
  place: "part",
  key: KEY,
  value: { type: "ephemeral" },
  range: NOWHERE,
});

/** Markers within a result are none of a placement's. */
function withoutNested(part: Part): Part {
  if (!part.nested) return part;
  const { nested: _, ...plain } = part;
  return plain;
}

function markPart(whole: Part, wanted: boolean, inString: boolean): Part {
  const part = withoutNested(whole);
  if (!wanted) return part.marker ? { ...part, marker: null } : part;
  if (part.marker && isPlain(part.marker)) return part;
  const pointer = inString ? `${part.pointer}/0` : part.pointer;
  return { ...part, pointer, marker: markerOn(pointer) };
}

function writeMessage(message: Message, wanted: ReadonlySet<number>): Message {
  const inString = message.form === "string" && wanted.size > 0;
  const parts = message.parts.map((part, index) => markPart(part, wanted.has(index), inString));
  if (parts.every((part, index) => part === message.parts[index])) return message;
  return { ...message, form: inString ? "array" : message.form, parts };
}

/** The same message marked alike is the same object, so that what is known of it need not be found out again. */
const variants = new WeakMap<Message, Map<string, Message>>();

function markMessage(message: Message, wanted: ReadonlySet<number>): Message {
  if (wanted.size === 0 && message.parts.every(({ marker, nested }) => marker === null && !nested)) {
    return message;
  }
  const key = [...wanted].sort((a, b) => a - b).join(" ");
  let known = variants.get(message);
  if (!known) {
    known = new Map();
    variants.set(message, known);
  }
  let marked = known.get(key);
  if (!marked) {
    marked = writeMessage(message, wanted);
    known.set(key, marked);
  }
  return marked;
}

const NOTHING: ReadonlySet<number> = new Set();

function writePrompt(prompt: Prompt, spots: readonly Spot[]): Prompt {
  const wanted = new Map<number, Set<number>>();
  for (const { message, part } of spots) {
    const parts = wanted.get(message);
    if (parts) parts.add(part);
    else wanted.set(message, new Set([part]));
  }
  const messages = prompt.messages.map((message, index) =>
    markMessage(message, wanted.get(index) ?? NOTHING),
  );
  const markers = messages.flatMap(({ parts }) => parts.flatMap(({ marker }) => marker ?? []));
  const isSame =
    messages.every((message, index) => message === prompt.messages[index]) &&
    markers.length === prompt.markers.length;
  return isSame ? prompt : { ...prompt, messages, markers };
}

/** A request that is repeated is the same prompt again, marked as well as not. */
const marked = new WeakMap<Prompt, Map<string, Prompt>>();

/**
 * The prompt with markers on exactly these parts; markers on tools, on messages, within results and on the request itself go too.
 * A marked string content becomes an array of one part, which is counted alike. The same prompt where nothing changes,
 * and the same object whenever the same parts of it are marked.
 */
export function markPrompt(prompt: Prompt, spots: readonly Spot[]): Prompt {
  const key = spots
    .map(({ message, part }) => `${message}.${part}`)
    .sort()
    .join(" ");
  const known = marked.get(prompt) ?? new Map<string, Prompt>();
  marked.set(prompt, known);
  const result = known.get(key) ?? writePrompt(prompt, spots);
  known.set(key, result);
  return result;
}
