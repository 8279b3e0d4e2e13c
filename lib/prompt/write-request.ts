/** Writes a prompt as the request body that reads as it: the document's own words, with what a scenario has added. */

import { isObject, type JsonValue } from "../values/json";
import { append } from "../values/long-lists";
import { type JsonNode, memberOf, plainValue, stringOf } from "./json-node";
import { parseJson } from "./json-tree";
import { MARKER_KEYS } from "./parse-marker";
import type { Message, Prompt, TextRange } from "./prompt";
import { writeInput } from "./responses/write-input";
import { type JsonFields, writePart } from "./write-part";

const keyOf = ({ start, end }: TextRange): string => `${start} ${end}`;

/** The nodes of a request's messages and parts, by their place in its text. */
type WrittenNodes = (range: TextRange) => JsonNode | null;

/** What has no place in the text, because a scenario has added it, has no node. */
function findWrittenNodes(text: string): WrittenNodes {
  const { root } = parseJson(text);
  const nodes = new Map<string, JsonNode>();
  const add = (node: JsonNode | null): void => {
    if (!node) return;
    nodes.set(keyOf(node), node);
    if (node.type === "array") for (const item of node.items) nodes.set(keyOf(item), item);
  };
  const messages = root?.type === "array" ? root : memberOf(root, "messages");
  for (const message of messages?.type === "array" ? messages.items : []) {
    add(message);
    add(memberOf(message, "content"));
  }
  add(memberOf(root, "system"));
  return (range) => (range.end > range.start ? (nodes.get(keyOf(range)) ?? null) : null);
}

export interface RequestSource {
  /** The document's text, which the places of messages and parts refer to. */
  readonly text: string;
  /** Used where the prompt names no model; null leaves the model out. */
  readonly model: string | null;
  /** The body whose other parameters are kept, as text; absent = the document's. */
  readonly body?: string;
}

/** Ids of the calls that have no result yet, in their order. */
type OpenCalls = string[];

/** The markers of whatever stands at a pointer, as properties. */
type MarkersOn = (pointer: string) => JsonFields;

function indexMarkers({ markers }: Prompt): MarkersOn {
  const byOwner = new Map<string, JsonFields>();
  for (const { owner, key, value } of markers) byOwner.set(owner, { ...byOwner.get(owner), [key]: value });
  return (pointer) => byOwner.get(pointer) ?? {};
}

interface Writing {
  readonly nodes: WrittenNodes;
  readonly markersOn: MarkersOn;
  readonly open: OpenCalls;
}

function writeContent(message: Message, { nodes, markersOn, open }: Writing): JsonValue {
  if (message.form === "string") return message.parts[0]?.text ?? "";
  let made = 0;
  return message.parts.map((part) => {
    const node = nodes(part.range);
    let id = `${message.pointer.slice(message.pointer.lastIndexOf("/") + 1)}_${made}`;
    if (part.kind === "tool-call") {
      made += 1;
      id = stringOf(memberOf(node, "id")) ?? `toolu_${id}`;
      open.push(id);
    } else if (part.kind === "tool-result") id = open.shift() ?? `toolu_${id}`;
    return { ...writePart(part, node, id), ...markersOn(part.pointer) };
  });
}

const idsOf = (calls: JsonNode | null): string[] =>
  calls?.type === "array" ? calls.items.map((call) => stringOf(memberOf(call, "id")) ?? "") : [];

/** `arguments` of the OpenAI dialect are JSON text. */
const writeArguments = (value: JsonValue): string =>
  typeof value === "string" ? value : JSON.stringify(value);

function writeCalls({ calls, pointer }: Message): JsonFields[] {
  const place = pointer.slice(pointer.lastIndexOf("/") + 1);
  return calls.map((call, index) => ({
    id: `call_${place}_${index}`,
    type: "function",
    function: { name: call.name, arguments: writeArguments(call.arguments) },
  }));
}

function writeMessage(message: Message, writing: Writing): JsonFields {
  const { nodes, markersOn, open } = writing;
  const { role, form, calls, reasoning, pointer } = message;
  const node = nodes(message.range);
  const fields: JsonFields =
    node?.type === "object" ? { ...(plainValue(node, MARKER_KEYS) as JsonFields) } : { role };
  if (role === "tool" && fields.tool_call_id === undefined)
    fields.tool_call_id = open[0] ?? `call_${pointer}`;
  if (role === "tool") open.shift();
  else if (role === "assistant" || role === "system") open.length = 0;
  if (form !== "none") fields.content = writeContent(message, writing);
  else if (!node) fields.content = null;
  if (reasoning !== null) fields.reasoning_content = reasoning;
  if (node) append(open, idsOf(memberOf(node, "tool_calls")));
  else if (calls.length > 0) {
    const written = writeCalls(message);
    fields.tool_calls = written;
    append(
      open,
      written.map(({ id }) => String(id)),
    );
  }
  return { ...fields, ...markersOn(pointer) };
}

/** The parameters besides messages, tools, system and markers. */
function readParameters(text: string): JsonFields {
  const { root } = parseJson(text);
  return root?.type === "object" ? { ...(plainValue(root, MARKER_KEYS) as JsonFields) } : {};
}

/**
 * The request body of a prompt, in its dialect; a bare message array becomes a body with a model. Parameters, ids and
 * parts of unknown kinds stay as the document has them; calls and results that a scenario has added get ids by their
 * place. `parsePrompt` reads the body back as the same messages, tools and markers. Never throws.
 */
export function writeRequest(prompt: Prompt, { text, model, body = text }: RequestSource): JsonFields {
  const writing: Writing = { nodes: findWrittenNodes(text), markersOn: indexMarkers(prompt), open: [] };
  const request = readParameters(body);
  const name = prompt.model ?? model;
  if (name !== null) request.model = name;
  for (const message of prompt.messages) {
    if (message.pointer === "/system") request.system = writeContent(message, writing);
  }
  if (prompt.tools.length > 0) {
    request.tools = prompt.tools.map(({ value, pointer }): JsonValue => {
      const markers = writing.markersOn(pointer);
      return isObject(value) ? { ...value, ...markers } : value;
    });
  } else if (Array.isArray(request.tools) && request.tools.length > 0) {
    // The service refuses a choice among no tools.
    delete request.tools;
    delete request.tool_choice;
  }
  if (prompt.dialect === "responses")
    return {
      ...request,
      ...writeInput(prompt, parseJson(text).root, writing.markersOn),
      ...writing.markersOn(""),
    };
  request.messages = prompt.messages
    .filter(({ pointer }) => pointer !== "/system")
    .map((message) => writeMessage(message, writing));
  return { ...request, ...writing.markersOn("") };
}
