/** Where the messages of a request stand in its body: the list they are items of, and what stands outside of it. */
import { isWithin, pointerSteps } from "./json-pointer";
import type { Message, Prompt } from "./prompt";

/** True of a text that stands outside of the messages: it is neither moved nor duplicated. */
export const isApart = (pointer: string): boolean => pointer === "/system" || pointer === "/instructions";

/** Pointer of the one text that a Responses body may ask with in place of a list. */
export const INPUT = "/input";

/** Pointer of the list that a request's messages are items of; empty of a bare one. */
export const listPointer = ({ bare, dialect }: Pick<Prompt, "bare" | "dialect">): string =>
  bare ? "" : dialect === "responses" ? INPUT : "/messages";

/** How many items of the list a message is written as. */
export const itemsOf = ({ items }: Pick<Message, "items">): number => items ?? 1;

/** Number of a message's first item in its list, counted from 0; null for a text apart and whatever is no message. */
export function messageIndex(pointer: string): number | null {
  const steps = pointerSteps(pointer);
  const [list] = steps;
  const isItem = steps.length === 1 || (steps.length === 2 && (list === "messages" || list === "input"));
  const step = isItem ? steps.at(-1) : undefined;
  return step !== undefined && /^(0|[1-9]\d*)$/.test(step) ? Number(step) : null;
}

/** Number of the item behind a message in its list; 0 behind a text apart, since the list follows it. */
export const indexBehind = (message: Pick<Message, "pointer" | "items">): number =>
  isApart(message.pointer) ? 0 : (messageIndex(message.pointer) ?? 0) + itemsOf(message);

/** Whether a place is one of a message: within it, or within another of its items. */
export function holdsPlace(message: Pick<Message, "pointer" | "items">, pointer: string): boolean {
  if (itemsOf(message) === 1) return isWithin(pointer, message.pointer);
  const [list, step] = pointerSteps(pointer);
  const first = messageIndex(message.pointer);
  const at = list === INPUT.slice(1) ? Number(step) : Number.NaN;
  return first !== null && at >= first && at < first + itemsOf(message);
}

/** A pointer into a message's items after the message has moved from one place of its list to another. */
export function movePointer(pointer: string, from: string, to: string): string {
  // The one text becomes the content of an item.
  if (from === INPUT) return pointer === INPUT ? `${to}/content` : to + pointer.slice(from.length);
  const by = (messageIndex(to) ?? 0) - (messageIndex(from) ?? 0);
  const list = from.slice(0, from.lastIndexOf("/"));
  const rest = pointer.slice(list.length + 1);
  const end = rest.indexOf("/");
  const step = end < 0 ? rest : rest.slice(0, end);
  return `${list}/${Number(step) + by}${end < 0 ? "" : rest.slice(end)}`;
}
