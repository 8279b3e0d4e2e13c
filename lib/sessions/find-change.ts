/** The first thing in which a request differs from an earlier one: its model, tools, system or a message, with the words. */

import type { Message, Prompt, Tool } from "../prompt/prompt";
import { isSameMessage } from "../prompt/same-message";
import type { JsonValue } from "../values/json";
import type { SessionChange } from "./session-view";

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
export function firstDifference(earlier: string, later: string): Words {
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

function changeOfTools(earlier: Prompt, later: Prompt): SessionChange | null {
  const at = later.tools.findIndex((tool, index) => {
    const before = earlier.tools[index];
    return !before || writeTool(before) !== writeTool(tool);
  });
  if (at < 0 && later.tools.length === earlier.tools.length) return null;
  const place = at < 0 ? later.tools.length : at;
  const [before, after] = [earlier.tools[place], later.tools[place]];
  const words =
    before && after && before.name === after.name
      ? firstDifference(writeTool(before), writeTool(after))
      : { shared: "", before: before?.name ?? "", after: after?.name ?? "" };
  return { what: "tools", pointer: after?.pointer ?? null, message: null, ...words };
}

function changeOfSystem(earlier: Prompt, later: Prompt): SessionChange | null {
  const [before, after] = [earlier, later].map(({ messages }) => messages.filter(isHead));
  const [had = "", has = ""] = [before, after].map((systems) => systems?.map(textOf).join("\n"));
  if (had === has) return null;
  const at = after?.find((message, index) => textOf(message) !== textOf(before?.[index] ?? message));
  const pointer = (at ?? after?.at(-1))?.pointer ?? null;
  return { what: "system", pointer, message: null, ...firstDifference(had, has) };
}

/** e.g. `/messages/4` or `/4` → 5. */
const numberOf = (pointer: string): number => Number(pointer.slice(pointer.lastIndexOf("/") + 1)) + 1;

function changeOfMessages(earlier: Prompt, later: Prompt): SessionChange | null {
  const [before, after] = [earlier, later].map(({ messages }) => messages.filter((each) => !isHead(each)));
  for (const [index, had] of (before ?? []).entries()) {
    const has = after?.[index];
    if (has && isSameMessage(has, had)) continue;
    const message = numberOf((has ?? had).pointer);
    const words = firstDifference(textOf(had), has ? textOf(has) : "");
    return { what: "message", pointer: has?.pointer ?? null, message, ...words };
  }
  return null;
}

/** Null where the later request only goes on, or says the same. Markers and the form of a content do not count. */
export function findChange(
  earlier: Prompt,
  later: Prompt,
  models: readonly [string, string],
): SessionChange | null {
  if (models[0] !== models[1]) {
    return {
      what: "model",
      pointer: "/model",
      message: null,
      shared: "",
      before: models[0],
      after: models[1],
    };
  }
  return changeOfTools(earlier, later) ?? changeOfSystem(earlier, later) ?? changeOfMessages(earlier, later);
}

const quote = (text: string): string =>
  text.trim() === "" ? "nothing" : `“${text.replace(/\s+/g, " ").trim()}”`;

/** Which tools came, went or differ, e.g. `“fetch” was added`. */
function sayTools(earlier: Prompt, later: Prompt, change: SessionChange): string {
  const [had, has] = [earlier, later].map(({ tools }) => tools.flatMap(({ name }) => name ?? []));
  const added = (has ?? []).filter((name) => !had?.includes(name));
  const gone = (had ?? []).filter((name) => !has?.includes(name));
  const list = (names: readonly string[]): string =>
    names.slice(0, 3).map(quote).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : "");
  const was = (names: readonly string[]): string => (names.length === 1 ? "was" : "were");
  if (added.length > 0 || gone.length > 0) {
    return [
      ...(added.length > 0 ? [`${list(added)} ${was(added)} added`] : []),
      ...(gone.length > 0 ? [`${list(gone)} ${was(gone)} removed`] : []),
    ].join(" and ");
  }
  const isOrder =
    [...(had ?? [])].sort().join() === [...(has ?? [])].sort().join() && had?.join() !== has?.join();
  if (isOrder) return `their order changed, from ${quote(change.before)} to ${quote(change.after)} on`;
  const name = later.tools.find(({ pointer }) => pointer === change.pointer)?.name;
  return `${name ? `${quote(name)} changed` : "one changed"} from ${quote(change.before)} to ${quote(change.after)}`;
}

/** What changed, as the start of a sentence without its full stop. */
export function sayChange(change: SessionChange, earlier: Prompt, later: Prompt, name: string): string {
  const { what, before, after, message } = change;
  const words = `${quote(before)} there, ${quote(after)} here`;
  switch (what) {
    case "model":
      return `The model changed from ${before} to ${after}, and entries are private to a model`;
    case "tools":
      return `The tools differ from those of ${name}: ${sayTools(earlier, later, change)}`;
    case "system":
      return `The system message differs from that of ${name}: ${words}`;
    case "message":
      return after === "" && change.pointer === null
        ? `The request ends before message ${message}, where ${name} went on`
        : `Message ${message} differs from that of ${name}: ${words}`;
  }
}
