/** Pairs the calls of a request with their results: which call has none, and which result answers no call. */

import { append } from "../values/long-lists";
import { isNothing, type JsonNode, memberOf, rangeOf, stringOf } from "./json-node";
import { childPointer } from "./json-pointer";
import type { Dialect, TextRange } from "./prompt";

export interface Unmatched {
  /** `unanswered`: a message with calls of which some have no result. `uncalled`: a result that answers no call. */
  readonly kind: "unanswered" | "uncalled";
  /** Of the message with the calls (of Responses the first call), or of the result: a `tool` message, a block or an item. */
  readonly pointer: string;
  readonly range: TextRange;
  /** Ids of the calls without a result; null where a call has none. Empty for a result. */
  readonly ids: readonly (string | null)[];
  /** Index of the first message behind the results, where those missing belong. */
  readonly next: number;
  /** True where the request ends with the calls, and not one result follows. */
  readonly open: boolean;
}

const itemsOf = (node: JsonNode | null): readonly JsonNode[] => (node?.type === "array" ? node.items : []);
const roleOf = (node: JsonNode | undefined): string | null => stringOf(memberOf(node, "role"));
const idOf = (node: JsonNode, key: string): string | null => stringOf(memberOf(node, key));

/** Every call without a result and result without a call, in the order of the text. Never throws. */
export function findUnmatched(root: JsonNode | null, dialect: Dialect): Unmatched[] {
  const isBare = root?.type === "array";
  const messages = itemsOf(isBare ? root : memberOf(root, "messages"));
  const base = isBare ? "" : "/messages";
  if (dialect === "responses") return matchItems(itemsOf(memberOf(root, "input")), goesOn(root));
  return dialect === "openai" ? matchMessages(messages, base) : matchBlocks(messages, base);
}

/** Results that are `tool` messages right behind the calls. */
function matchMessages(messages: readonly JsonNode[], base: string): Unmatched[] {
  const found: Unmatched[] = [];
  for (let index = 0; index < messages.length; ) {
    const message = messages[index];
    const isResult = roleOf(message) === "tool";
    const calls = isResult || !message ? [] : itemsOf(memberOf(message, "tool_calls"));
    const first = isResult ? index : index + 1;
    let next = first;
    while (roleOf(messages[next]) === "tool") next++;
    const results = messages
      .slice(first, next)
      .map((node, at) => ({ node, pointer: childPointer(base, first + at), id: idOf(node, "tool_call_id") }));
    const called = calls.map((call) => idOf(call, "id"));
    append(found, pair(message, childPointer(base, index), called, results, next, messages.length));
    index = next;
  }
  return found;
}

/** Whether calls may lie at the service, in an answer that the request goes on from. */
const goesOn = (root: JsonNode | null): boolean =>
  ["previous_response_id", "conversation"].some((key) => !isNothing(memberOf(root, key)));

/** Items of Responses: results that come right behind the calls, whatever the order among them. */
function matchItems(items: readonly JsonNode[], isContinued: boolean): Unmatched[] {
  const typeAt = (index: number): string | null => stringOf(memberOf(items[index], "type"));
  const found: Unmatched[] = [];
  for (let index = 0; index < items.length; ) {
    let first = index;
    while (typeAt(first) === "function_call") first++;
    let next = first;
    while (typeAt(next) === "function_call_output") next++;
    const called = items.slice(index, first).map((call) => idOf(call, "call_id"));
    const results = items.slice(first, next).map((node, at) => ({
      node,
      pointer: childPointer("/input", first + at),
      id: idOf(node, "call_id"),
    }));
    const pairs = pair(items[index], childPointer("/input", index), called, results, next, items.length);
    append(
      found,
      pairs.filter(({ kind }) => kind === "unanswered" || !isContinued),
    );
    index = Math.max(next, index + 1);
  }
  return found;
}

/** Results that are blocks of the message right behind the calls. */
function matchBlocks(messages: readonly JsonNode[], base: string): Unmatched[] {
  const blocksOf = (index: number, type: string) =>
    itemsOf(memberOf(messages[index], "content")).flatMap((node, at) =>
      stringOf(memberOf(node, "type")) === type
        ? [{ node, pointer: childPointer(childPointer(childPointer(base, index), "content"), at) }]
        : [],
    );
  return messages.flatMap((message, index) => {
    const results = blocksOf(index + 1, "tool_result").map(({ node, pointer }) => {
      return { node, pointer, id: idOf(node, "tool_use_id") };
    });
    const called = blocksOf(index, "tool_use").map(({ node }) => idOf(node, "id"));
    const orphans = index === 0 ? blocksOf(0, "tool_result").map((each) => ({ ...each, id: null })) : [];
    return [
      ...pair(undefined, base, [], orphans, 1, messages.length),
      ...pair(message, childPointer(base, index), called, results, index + 1, messages.length),
    ];
  });
}

interface Result {
  readonly node: JsonNode;
  readonly pointer: string;
  readonly id: string | null;
}

/** Calls that wait for a result, each taken in constant time. */
function createWaiting(called: readonly (string | null)[]) {
  const isTaken = called.map(() => false);
  /** By id, the calls in their order; those that were taken are passed over. */
  const byId = new Map<string | null, { readonly places: number[]; next: number }>();
  called.forEach((id, place) => {
    const same = byId.get(id);
    if (same) same.places.push(place);
    else byId.set(id, { places: [place], next: 0 });
  });
  const all = { places: called.map((_, place) => place), next: 0 };

  function take(queue: { readonly places: readonly number[]; next: number } | undefined): boolean {
    while (queue && queue.next < queue.places.length) {
      const place = queue.places[queue.next++] ?? -1;
      if (isTaken[place]) continue;
      isTaken[place] = true;
      return true;
    }
    return false;
  }

  return {
    takeById: (id: string | null) => take(byId.get(id)),
    takeAny: () => take(all),
    left: () => called.filter((_, place) => !isTaken[place]),
  };
}

/** By their ids; what has none is paired, in order, with what is left. */
function pair(
  caller: JsonNode | undefined,
  pointer: string,
  called: readonly (string | null)[],
  results: readonly Result[],
  next: number,
  end: number,
): Unmatched[] {
  const waiting = createWaiting(called);
  const spare = results.filter(({ id }) => id === null || !waiting.takeById(id));
  const uncalled = spare.filter(({ id }) => !(id === null ? waiting.takeAny() : waiting.takeById(null)));
  const found: Unmatched[] = uncalled.map(({ node, pointer: at }) => {
    return { kind: "uncalled", pointer: at, range: rangeOf(node), ids: [], next, open: false };
  });
  const left = waiting.left();
  if (!caller || left.length === 0) return found;
  const open = results.length === 0 && next >= end;
  return [{ kind: "unanswered", pointer, range: rangeOf(caller), ids: left, next, open }, ...found];
}
