/** Writes the messages of a Responses request as its items: the document's own words, with what a scenario has added. */

import { isObject, type JsonValue } from "../../values/json";
import { type JsonNode, memberOf, plainValue, stringOf } from "../json-node";
import { pointerSteps } from "../json-pointer";
import { INPUT, isApart } from "../message-place";
import { MARKER_KEYS } from "../parse-marker";
import type { Message, Part, Prompt, TextRange } from "../prompt";
import { type JsonFields, writePart } from "../write-part";

/** The markers of whatever stands at a pointer, as properties. */
type MarkersOn = (pointer: string) => JsonFields;

interface Writing {
  readonly items: readonly JsonNode[];
  readonly markersOn: MarkersOn;
  /** Ids of the calls that have no result yet, in their order. */
  readonly open: string[];
}

const isWithinRange = (inner: TextRange, outer: TextRange): boolean =>
  outer.end > outer.start && inner.start >= outer.start && inner.end <= outer.end;

/** An item that the service has written itself. */
const isOwnItem = ({ pointer }: Part): boolean => pointerSteps(pointer).length === 2;

const fieldsOf = (node: JsonNode): JsonFields => ({ ...(plainValue(node, MARKER_KEYS) as JsonFields) });

/** @param node the content or output in the document; null = nothing */
function writeContent(
  { form, role, parts }: Pick<Message, "form" | "role" | "parts">,
  node: JsonNode | null,
  markersOn: MarkersOn,
): JsonValue {
  if (form === "string") return parts[0]?.text ?? "";
  const known = node?.type === "array" ? node.items : [];
  return parts.map((part): JsonValue => {
    const own = known.find(({ start, end }) => start === part.range.start && end === part.range.end);
    const written = writePart(part, own ?? null, "", "responses");
    const type = role === "assistant" ? "output_text" : "input_text";
    return { ...written, ...(!own && written.type === "text" ? { type } : {}), ...markersOn(part.pointer) };
  });
}

const textsIn = (node: JsonNode, key: string): string[] => {
  const list = memberOf(node, key);
  return list?.type === "array" ? list.items.flatMap((item) => stringOf(memberOf(item, "text")) ?? []) : [];
};

function thoughtOf(node: JsonNode): string | null {
  const whole = textsIn(node, "content");
  const texts = whole.length > 0 ? whole : textsIn(node, "summary");
  return texts.length > 0 ? texts.join("\n") : null;
}

const writeThought = (text: string): JsonFields => ({
  type: "reasoning",
  summary: [{ type: "summary_text", text }],
});

/** Thoughts stay as they stand, save where an event has given them another text. */
function writeThoughts(nodes: readonly JsonNode[], reasoning: string | null): readonly JsonFields[] {
  const texts = nodes.flatMap((node) => thoughtOf(node) ?? []);
  const isSame = (texts.length > 0 ? texts.join("\n") : null) === reasoning;
  return nodes.map((node, order) => {
    const fields = fieldsOf(node);
    if (isSame) return fields;
    const { content: _, ...rest } = fields;
    const text = order === 0 ? (reasoning ?? "") : "";
    return { ...rest, summary: text === "" ? [] : [{ type: "summary_text", text }] };
  });
}

const typeOf = (node: JsonNode): string => stringOf(memberOf(node, "type")) ?? "message";

/** The items of a message that stands in the document. */
function rewriteItems(message: Message, nodes: readonly JsonNode[], writing: Writing): JsonFields[] {
  const { markersOn, open } = writing;
  const index = Number(pointerSteps(message.pointer)[1] ?? 0);
  const thoughts = writeThoughts(
    nodes.filter((node) => typeOf(node) === "reasoning"),
    nodes.some((node) => typeOf(node) === "reasoning") ? message.reasoning : null,
  );
  let thought = 0;
  return nodes.map((node, order): JsonFields => {
    const markers = markersOn(`${INPUT}/${index + order}`);
    const type = typeOf(node);
    const fields = fieldsOf(node);
    if (type === "reasoning") return { ...(thoughts[thought++] ?? fields), ...markers };
    if (type === "function_call") open.push(stringOf(memberOf(node, "call_id")) ?? "");
    const key = type === "message" ? "content" : type === "function_call_output" ? "output" : null;
    if (key === "output") open.shift();
    const written = key === null ? null : memberOf(node, key);
    // A part that an event has added has no place of its own.
    const parts = message.parts.filter(
      (part) =>
        written !== null &&
        (isWithinRange(part.range, written) || (part.range.end <= part.range.start && !isOwnItem(part))),
    );
    if (key === null || written === null || parts.length === 0) return { ...fields, ...markers };
    const isList =
      written.type === "array" || parts.length > 1 || parts.some(({ marker }) => marker !== null);
    const form = isList ? "array" : "string";
    return { ...fields, [key]: writeContent({ ...message, form, parts }, written, markersOn), ...markers };
  });
}

const writeArguments = (value: JsonValue): string =>
  typeof value === "string" ? value : JSON.stringify(value);

const readItem = ({ media }: Part): JsonFields[] => {
  const value = JSON.parse(media ?? "null") as JsonValue;
  return isObject(value) ? [{ ...value }] : [];
};

/** The items of a message that has no place in the text. */
function writeItems(message: Message, { markersOn, open }: Writing): JsonFields[] {
  const { role, calls, reasoning, pointer, form } = message;
  const markers = markersOn(pointer);
  const own = message.parts.filter(isOwnItem).flatMap(readItem);
  const parts = message.parts.filter((part) => !isOwnItem(part) || form === "string");
  const said = { ...message, parts };
  if (role === "tool") {
    if (own.length > 0) return own;
    const id = open.shift() ?? `call_${pointerSteps(pointer).join("_")}`;
    return [
      { type: "function_call_output", call_id: id, output: writeContent(said, null, markersOn), ...markers },
    ];
  }
  const made = calls.map((call, index): JsonFields => {
    const id = `call_${pointerSteps(pointer).at(-1)}_${index}`;
    open.push(id);
    return { type: "function_call", call_id: id, name: call.name, arguments: writeArguments(call.arguments) };
  });
  const isSilent = form === "none" || (form === "array" && parts.length === 0);
  return [
    ...(reasoning === null ? [] : [writeThought(reasoning)]),
    ...own,
    ...(isSilent ? [] : [{ role, content: writeContent(said, null, markersOn), ...markers }]),
    ...made,
  ];
}

/**
 * `instructions` and `input` of a request, the latter as one text where it is one.
 * @param root of the document's text, which the places of messages refer to
 */
export function writeInput(prompt: Prompt, root: JsonNode | null, markersOn: MarkersOn): JsonFields {
  const input = memberOf(root, "input");
  const writing: Writing = { items: input?.type === "array" ? input.items : [], markersOn, open: [] };
  const apart = prompt.messages.find(({ pointer }) => isApart(pointer));
  const messages = prompt.messages.filter(({ pointer }) => !isApart(pointer));
  const [only, ...others] = messages;
  const isOneText = only?.pointer === INPUT && only.form === "string" && others.length === 0;
  return {
    ...(apart ? { instructions: apart.parts[0]?.text ?? "" } : {}),
    input: isOneText
      ? (only.parts[0]?.text ?? "")
      : messages.flatMap((message) => {
          const nodes = writing.items.filter((node) => isWithinRange(node, message.range));
          return nodes.length > 0 ? rewriteItems(message, nodes, writing) : writeItems(message, writing);
        }),
  };
}
