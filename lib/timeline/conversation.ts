/** A conversation while a scenario plays on it, and the edits that all turns and events are made of. */
import { holdsPlace, indexBehind, itemsOf, listPointer, movePointer } from "../prompt/message-place";
import type { Marker, Message, Prompt } from "../prompt/prompt";

/** Lines that events put into the system text. */
export interface SystemLines {
  readonly start: string | null;
  readonly end: string | null;
  /** The time of the request is the very first line. */
  readonly clock: boolean;
}

export interface Conversation {
  /** The last request, without the lines that events put into the system text. */
  readonly prompt: Prompt;
  /** Index of the message that asks: the document's last one, or the last user message that was added. */
  readonly question: number;
  /** The marker that rolls along to the last message of every request. */
  readonly rolling: Marker | null;
  readonly lines: SystemLines;
  /** How often the knowledge was switched, so that each version differs from those before it. */
  readonly versions: number;
}

export const isSystem = ({ role }: Message): boolean => role === "system";

/** Starts a conversation from a whole request. */
export function openConversation(prompt: Prompt): Conversation {
  return {
    prompt,
    question: prompt.messages.length - 1,
    rolling: prompt.messages.at(-1)?.parts.at(-1)?.marker ?? null,
    lines: { start: null, end: null, clock: false },
    versions: 0,
  };
}

/** Pointer of the item `offset` places behind the last one of the first `count` messages. */
export function pointerBehind(prompt: Prompt, count: number, offset = 0): string {
  const last = prompt.messages[count - 1];
  return `${listPointer(prompt)}/${(last ? indexBehind(last) : 0) + offset}`;
}

/** Markers in cache order, as the parser lists them: the request's own come last. */
function addMarkers(markers: readonly Marker[], added: readonly Marker[]): Marker[] {
  const atRequest = markers.findIndex(({ place }) => place === "request");
  return atRequest < 0
    ? [...markers, ...added]
    : [...markers.slice(0, atRequest), ...added, ...markers.slice(atRequest)];
}

const markersOf = (messages: readonly Message[]): Marker[] =>
  messages.flatMap(({ parts }) => parts.flatMap(({ marker }) => (marker ? [marker] : [])));

/** Keeps the first `count` messages with their markers, and puts others behind them. */
export function replaceTail(prompt: Prompt, count: number, messages: readonly Message[]): Prompt {
  const gone = new Set(prompt.messages.slice(count).flatMap(pointersOf));
  // Everything within a message begins with the pointer of one of its items, whose last step is a number.
  const isGone = ({ owner }: Marker): boolean =>
    gone.size > 0 && [...ancestorsOf(owner)].some((pointer) => gone.has(pointer));
  return {
    ...prompt,
    messages: [...prompt.messages.slice(0, count), ...messages],
    markers: addMarkers(
      prompt.markers.filter((marker) => !isGone(marker)),
      markersOf(messages),
    ),
  };
}

/** Of a message's items. */
const pointersOf = ({ pointer, items }: Message): string[] =>
  Array.from({ length: itemsOf({ items }) }, (_, index) =>
    index === 0 ? pointer : pointer.replace(/\d+$/, (first) => `${Number(first) + index}`),
  );

/** A pointer and all it lies in, the document itself left out. */
function* ancestorsOf(pointer: string): Generator<string> {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) yield at;
}

/** Takes the marker off the last part of the last message. */
export function dropLastMarker(prompt: Prompt): Prompt {
  const message = prompt.messages.at(-1);
  const part = message?.parts.at(-1);
  if (!message || !part?.marker) return prompt;
  const { pointer } = part.marker;
  const bare: Message = { ...message, parts: [...message.parts.slice(0, -1), { ...part, marker: null }] };
  return {
    ...prompt,
    messages: [...prompt.messages.slice(0, -1), bare],
    markers: prompt.markers.filter((marker) => marker.pointer !== pointer),
  };
}

/** Puts changed messages in the place of those with the same index; markers are left alone. */
export function replaceMessage(prompt: Prompt, index: number, message: Message): Prompt {
  return { ...prompt, messages: prompt.messages.map((each, at) => (at === index ? message : each)) };
}

const moveMarker = (marker: Marker, from: string, to: string): Marker => ({
  ...marker,
  pointer: movePointer(marker.pointer, from, to),
  owner: movePointer(marker.owner, from, to),
});

function moveMessage(message: Message, to: string): Message {
  const from = message.pointer;
  const parts = message.parts.map((part) => ({
    ...part,
    pointer: movePointer(part.pointer, from, to),
    marker: part.marker && moveMarker(part.marker, from, to),
  }));
  return { ...message, pointer: to, parts };
}

/**
 * Puts `inserted` in the place of the messages from `from` up to `to`; those behind get new numbers, their markers too.
 * @param write gets the pointer of each inserted message
 */
export function spliceMessages(
  prompt: Prompt,
  from: number,
  to: number,
  inserted: readonly ((pointer: string) => Message)[],
): Prompt {
  const behind = prompt.messages.slice(to);
  const all = inserted.map((write, offset) => write(pointerBehind(prompt, from, offset)));
  let offset = all.reduce((sum, message) => sum + itemsOf(message), 0);
  const moved = behind.map((message) => {
    const to = pointerBehind(prompt, from, offset);
    offset += itemsOf(message);
    return moveMessage(message, to);
  });
  const kept = prompt.markers.filter(({ owner }) => behind.some((message) => holdsPlace(message, owner)));
  const markers = kept.map((marker) => {
    const at = behind.findIndex((message) => holdsPlace(message, marker.owner));
    return moveMarker(marker, behind[at]?.pointer ?? "", moved[at]?.pointer ?? "");
  });
  const cut = replaceTail(prompt, from, all);
  return { ...cut, messages: [...cut.messages, ...moved], markers: addMarkers(cut.markers, markers) };
}
