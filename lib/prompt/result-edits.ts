/** Adds the results that calls still wait for, and removes those that answer no call, in any dialect. */
import { fail } from "../values/failure";
import { tell } from "../words/message";
import { cutItem, insertItems } from "./array-edits";
import { memberOf, nodeAt, stringOf } from "./json-node";
import { parentPointer, pointerSteps, tellPlace } from "./json-pointer";
import { type JsonStyle, styleOf } from "./json-style";
import { parseJson } from "./json-tree";
import type { EditResult } from "./marker-edits";
import type { Unmatched } from "./match-calls";
import { removeMessage } from "./message-edits";
import type { Dialect } from "./prompt";

type Fields = readonly (readonly [key: string, json: string])[];

const writeFields = (fields: Fields, { colon, comma }: JsonStyle): string =>
  `{${fields.map(([key, json]) => `"${key}"${colon}${json}`).join(comma)}}`;

const writeMessage = (id: string, style: JsonStyle): string =>
  writeFields(
    [
      ["role", '"tool"'],
      ["tool_call_id", JSON.stringify(id)],
      ["content", '""'],
    ],
    style,
  );

const writeOutput = (id: string, style: JsonStyle): string =>
  writeFields(
    [
      ["type", '"function_call_output"'],
      ["call_id", JSON.stringify(id)],
      ["output", '""'],
    ],
    style,
  );

const writeBlock = (id: string, style: JsonStyle): string =>
  writeFields(
    [
      ["type", '"tool_result"'],
      ["tool_use_id", JSON.stringify(id)],
      ["content", '""'],
    ],
    style,
  );

/** Blocks at the head of the message behind the calls, which is made where it is missing. */
function insertBlocks(text: string, ids: readonly string[], index: number): EditResult {
  const { root } = parseJson(text);
  const messages = root?.type === "array" ? root : memberOf(root, "messages");
  if (!root || messages?.type !== "array") return fail(tell("prompt.holdsNoMessages"));
  const style = styleOf(text, root);
  const written = ids.map((id) => writeBlock(id, style));
  const blocks = written.join(style.comma);
  const next = messages.items[index];
  const content = memberOf(next, "content");
  if (stringOf(memberOf(next, "role")) === "user") {
    if (content?.type === "array") {
      const others = content.items.findIndex((each) => stringOf(memberOf(each, "type")) !== "tool_result");
      const at = others < 0 ? content.items.length : others;
      return { ok: true, edits: insertItems(text, content, at, written, style) };
    }
    if (content && stringOf(content) !== null) {
      const { start, end } = content;
      const words = writeFields(
        [
          ["type", '"text"'],
          ["text", text.slice(start, end)],
        ],
        style,
      );
      return { ok: true, edits: [{ range: { start, end }, text: `[${blocks}${style.comma}${words}]` }] };
    }
  }
  const message = writeFields(
    [
      ["role", '"user"'],
      ["content", `[${blocks}]`],
    ],
    style,
  );
  return { ok: true, edits: insertItems(text, messages, index, [message], style) };
}

function insertMessages(text: string, dialect: Dialect, ids: readonly string[], index: number): EditResult {
  const { root } = parseJson(text);
  const key = dialect === "responses" ? "input" : "messages";
  const messages = root?.type === "array" ? root : memberOf(root, key);
  if (!root || messages?.type !== "array") return fail(tell("prompt.holdsNoMessages"));
  const style = styleOf(text, root);
  const write = dialect === "responses" ? writeOutput : writeMessage;
  const written = ids.map((id) => write(id, style));
  return { ok: true, edits: insertItems(text, messages, index, written, style) };
}

/** Empty results behind those that are there; refused for calls without an id, which a result could not name. */
export function addResults(text: string, dialect: Dialect, { ids, next, pointer }: Unmatched): EditResult {
  const named = ids.flatMap((id) => id ?? []);
  if (named.length < ids.length) return fail(tell("prompt.callNoId", { place: tellPlace(pointer) }));
  return dialect === "anthropic"
    ? insertBlocks(text, named, next)
    : insertMessages(text, dialect, named, next);
}

/** Takes a result away: a `tool` message, or a block with the message whose only one it is. */
export function removeResult(text: string, dialect: Dialect, pointer: string): EditResult {
  if (dialect !== "anthropic") return removeMessage(text, pointer);
  const at = parentPointer(pointer);
  const content = nodeAt(parseJson(text).root, at);
  if (content?.type !== "array") return fail(tell("prompt.nothingAt", { place: tellPlace(pointer) }));
  return content.items.length === 1
    ? removeMessage(text, parentPointer(at))
    : { ok: true, edits: cutItem(text, content, Number(pointerSteps(pointer).at(-1))) };
}
