/** The first difference between two requests: how much of their start both share, what differs there, and in which words. */

import type { Layout } from "../layout/layout";
import { messageIndex } from "../prompt/message-place";
import type { Message, Prompt, Tool } from "../prompt/prompt";
import { isSameMessage } from "../prompt/same-message";
import type { JsonValue } from "../values/json";
import { type Said, type Message as Told, tell } from "../words/message";
import { differByHeader } from "./attribution-header";

/** A request as it was sent: as a cache sees it, and with its words where they are known. */
export interface Sent {
  readonly layout: Layout;
  readonly prompt?: Prompt;
}

/** What differs first, with its words. */
export interface Change {
  readonly what: "model" | "tools" | "system" | "message";
  /** Into the body of the later request; null where nothing of it is at the place. */
  readonly pointer: string | null;
  /** Of a message: its place in `messages`, from 1. */
  readonly message: number | null;
  /** What stands before the difference in both, and how each goes on; empty where it ends. */
  readonly shared: string;
  readonly before: string;
  readonly after: string;
  /** True where Claude Code's attribution header is all that differs in the system text. */
  readonly isHeader?: true;
}

export interface Difference {
  /** Tokens up to the last place where both are cut alike; 0 between models. */
  readonly common: number;
  /** Where the later request goes on behind it, as a pointer; absent where it ends. */
  readonly pointer?: string;
  /** What differs by the layouts alone: both where the tools and the system message do. */
  readonly parts: readonly ("tools" | "system" | "message")[];
  /** Null where the later request only goes on or says the same, and where the words are not known. */
  readonly change: Change | null;
}

interface SharedPrefix {
  /** Index of the last cut in common, in each request; -1 where there is none. */
  readonly cut: number;
  readonly otherCut: number;
  readonly tokens: number;
}

/** How many cuts, from the first on, are the same in both, as far as halving finds out: never too many. */
function countAlike(cuts: Layout["cuts"], others: Layout["cuts"]): number {
  let low = 0;
  let high = Math.min(cuts.length, others.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]?.key === others[middle]?.key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest prefix that ends at a cut of both. */
export function sharePrefix(layout: Layout, other: Layout): SharedPrefix {
  let here = countAlike(layout.cuts, other.cuts);
  let there = here;
  let shared: SharedPrefix = {
    cut: here - 1,
    otherCut: here - 1,
    tokens: layout.cuts[here - 1]?.prefix ?? 0,
  };
  for (;;) {
    const cut = layout.cuts[here];
    const otherCut = other.cuts[there];
    if (!cut || !otherCut) return shared;
    if (cut.key === otherCut.key) {
      shared = { cut: here++, otherCut: there++, tokens: cut.prefix };
    } else if (cut.prefix < otherCut.prefix) here++;
    else if (otherCut.prefix < cut.prefix) there++;
    else return shared;
  }
}

/** True where both requests start alike, whatever their models' templates make of it. */
export function startAlike(layout: Layout, other: Layout): boolean {
  if (sharePrefix(layout, other).cut >= 0) return true;
  const { opening } = layout;
  return (
    opening !== undefined && opening.head === other.opening?.head && opening.tools === other.opening.tools
  );
}

function listParts(layout: Layout, other: Layout, { cut, otherCut }: SharedPrefix): Difference["parts"] {
  const [opening, before] = [layout.opening, other.opening];
  if (!opening || !before || (cut + 1 >= opening.cuts && otherCut + 1 >= before.cuts)) return ["message"];
  if (opening.tools === before.tools) return ["system"];
  return opening.head === before.head ? ["tools"] : ["tools", "system"];
}

/** @param there the earlier request */
export function findDifference(here: Sent, there: Sent): Difference {
  const [layout, other] = [here.layout, there.layout];
  const shared = sharePrefix(layout, other);
  const pointer = layout.cuts[shared.cut + 1]?.pointer;
  return {
    common: layout.model === other.model ? shared.tokens : 0,
    ...(pointer === undefined ? {} : { pointer }),
    parts: listParts(layout, other, shared),
    change: here.prompt && there.prompt ? findChange(here, there, here.prompt, there.prompt) : null,
  };
}

/** Characters shown of a difference. */
const SHOWN = 48;
/** How far back a difference is moved to begin with its word. */
const WORD = 24;

interface Words {
  readonly shared: string;
  readonly before: string;
  readonly after: string;
}

/** How two texts go on from the start of the word in which they part. */
function partWords(earlier: string, later: string): Words {
  const most = Math.min(earlier.length, later.length);
  let at = 0;
  while (at < most && earlier.charCodeAt(at) === later.charCodeAt(at)) at++;
  let start = at;
  while (start > 0 && at - start < WORD && !/\s/.test(later[start - 1] ?? "")) start--;
  if (at - start >= WORD) start = at;
  // Half of a surrogate pair is no character.
  const code = later.charCodeAt(start);
  if (start > 0 && code >= 0xdc00 && code <= 0xdfff) start--;
  return {
    shared: later.slice(Math.max(0, start - SHOWN), start),
    before: earlier.slice(start, start + SHOWN),
    after: later.slice(start, start + SHOWN),
  };
}

const callOf = (call: { readonly name: string; readonly arguments: JsonValue }): string =>
  `${call.name} ${typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments)}`;

const textOf = ({ reasoning, parts, calls }: Message): string =>
  [
    ...(reasoning === null ? [] : [reasoning]),
    ...parts.map(({ text, call, media }) => (call ? callOf(call) : (media ?? text))),
    ...calls.map(callOf),
  ].join("\n");

const isHead = ({ role }: Message): boolean => role === "system" || role === "developer";
const writeTool = ({ value }: Tool): string => JSON.stringify(value);

function changeOfTools(earlier: Prompt, later: Prompt): Change | null {
  const at = later.tools.findIndex((tool, index) => {
    const before = earlier.tools[index];
    return !before || writeTool(before) !== writeTool(tool);
  });
  if (at < 0 && later.tools.length === earlier.tools.length) return null;
  const place = at < 0 ? later.tools.length : at;
  const [before, after] = [earlier.tools[place], later.tools[place]];
  const words =
    before && after && before.name === after.name
      ? partWords(writeTool(before), writeTool(after))
      : { shared: "", before: before?.name ?? "", after: after?.name ?? "" };
  return { what: "tools", pointer: after?.pointer ?? null, message: null, ...words };
}

function changeOfSystem(earlier: Prompt, later: Prompt): Change | null {
  const [before, after] = [earlier, later].map(({ messages }) => messages.filter(isHead));
  const [had = "", has = ""] = [before, after].map((systems) => systems?.map(textOf).join("\n"));
  if (had === has) return null;
  const at = after?.find((message, index) => textOf(message) !== textOf(before?.[index] ?? message));
  const pointer = (at ?? after?.at(-1))?.pointer ?? null;
  const header = differByHeader(had, has) ? ({ isHeader: true } as const) : {};
  return { what: "system", pointer, message: null, ...partWords(had, has), ...header };
}

/** e.g. `/messages/4` or `/4` → 5; a Responses input that is one text → 1. */
const numberOf = (pointer: string): number => (messageIndex(pointer) ?? 0) + 1;

function changeOfMessages(earlier: Prompt, later: Prompt): Change | null {
  const [before, after] = [earlier, later].map(({ messages }) => messages.filter((each) => !isHead(each)));
  for (const [index, had] of (before ?? []).entries()) {
    const has = after?.[index];
    if (has && isSameMessage(has, had)) continue;
    const message = numberOf((has ?? had).pointer);
    const words = partWords(textOf(had), has ? textOf(has) : "");
    return { what: "message", pointer: has?.pointer ?? null, message, ...words };
  }
  return null;
}

/** Markers and the form of a content do not count. */
function findChange(here: Sent, there: Sent, later: Prompt, earlier: Prompt): Change | null {
  const [before, after] = [there.layout.model, here.layout.model];
  return before === after
    ? (changeOfTools(earlier, later) ?? changeOfSystem(earlier, later) ?? changeOfMessages(earlier, later))
    : { what: "model", pointer: "/model", message: null, shared: "", before, after };
}

const quote = (text: string): Said =>
  text.trim() === "" ? tell("reasons.nothing") : `“${text.replace(/\s+/g, " ").trim()}”`;

const quoteAll = (names: readonly string[]): Said => {
  const shown = names
    .slice(0, 3)
    .map((name) => `“${name.replace(/\s+/g, " ").trim()}”`)
    .join(", ");
  return names.length > 3 ? tell("reasons.namesAndMore", { names: shown, more: names.length - 3 }) : shown;
};

/** Which tools came, went or differ, e.g. `“fetch” was added`. */
function sayTools(earlier: Prompt, later: Prompt, change: Change): Told {
  const [had, has] = [earlier, later].map(({ tools }) => tools.flatMap(({ name }) => name ?? []));
  const added = (has ?? []).filter((name) => !had?.includes(name));
  const gone = (had ?? []).filter((name) => !has?.includes(name));
  const more = tell("reasons.toolsAdded", { count: added.length, added: quoteAll(added) });
  const fewer = tell("reasons.toolsRemoved", { count: gone.length, removed: quoteAll(gone) });
  if (added.length > 0 && gone.length > 0) return tell("reasons.bothChanged", { one: more, other: fewer });
  if (added.length > 0) return more;
  if (gone.length > 0) return fewer;
  const isOrder =
    [...(had ?? [])].sort().join() === [...(has ?? [])].sort().join() && had?.join() !== has?.join();
  const words = { before: quote(change.before), after: quote(change.after) };
  if (isOrder) return tell("reasons.toolsReordered", words);
  const name = later.tools.find(({ pointer }) => pointer === change.pointer)?.name;
  return name
    ? tell("reasons.toolChanged", { name: quote(name), ...words })
    : tell("reasons.oneToolChanged", words);
}

/** How the words differ, as a clause; undefined where the request ends before them, or another model is all. */
export function sayWords(change: Change, earlier: Prompt, later: Prompt): Told | undefined {
  const { what, before, after, pointer } = change;
  if (what === "tools") return sayTools(earlier, later, change);
  if (what === "model" || (what === "message" && after === "" && pointer === null)) return undefined;
  return tell(change.isHeader ? "reasons.headerDiffers" : "reasons.wordsDiffer", {
    before: quote(before),
    after: quote(after),
  });
}
