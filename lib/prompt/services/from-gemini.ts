/** Calls of Gemini as a body of the Anthropic dialect, with a marker where an object that they use ends. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { type Conversion, noteLoss } from "../convert/conversion";
import { childPointer } from "../json-pointer";
import { fromDeclarations, fromSettings } from "./gemini-settings";

const isTurn = (value: JsonValue): boolean => isObject(value) && isList(value.parts);

/** A body of `generateContent` or `cachedContents`: contents with parts, or what an object is made of. */
export function isGeminiBody(value: unknown): value is JsonObject {
  const body = isObject(value) ? (value as JsonObject) : {};
  if ("messages" in body || "input" in body) return false;
  if (isList(body.contents) && body.contents.length > 0) return body.contents.every(isTurn);
  return "cachedContent" in body ? isList(body.contents) : makesObject(body);
}

/** Whether it makes an object rather than asks: only then it names its model or a life in itself. */
export function makesObject(body: JsonObject): boolean {
  const { model, systemInstruction, system_instruction: system, contents } = body;
  const holds = [systemInstruction, system].some(isObject) || isList(contents) || isList(body.tools);
  const isMade =
    "ttl" in body || "expireTime" in body || (typeof model === "string" && model.startsWith("models/"));
  return isMade && holds && !("cachedContent" in body);
}

/** Calls that no result has answered yet, by name. */
interface Open {
  readonly ids: Map<string, string[]>;
  count: number;
}

function callId(open: Open, name: string, given: JsonValue | undefined): string {
  open.count++;
  const id = typeof given === "string" && given !== "" ? given : `call_${open.count}`;
  open.ids.set(name, [...(open.ids.get(name) ?? []), id]);
  return id;
}

function resultId(open: Open, name: string, given: JsonValue | undefined): string {
  const [first = "", ...others] = open.ids.get(name) ?? [];
  open.ids.set(name, others);
  return typeof given === "string" && given !== "" ? given : first;
}

function responseText(response: JsonValue | undefined): string {
  const { output, error, result } = isObject(response) ? response : {};
  const told = output ?? error ?? result;
  return typeof told === "string" ? told : JSON.stringify(response ?? {});
}

function toMedia({ mimeType, data, fileUri }: JsonObject): JsonObject {
  const kind = String(mimeType ?? "").startsWith("application/") ? "document" : "image";
  const source: JsonObject =
    typeof fileUri === "string"
      ? { type: "url", url: fileUri }
      : { type: "base64", media_type: mimeType ?? "", data: data ?? "" };
  return { type: kind, source };
}

function toBlock(conversion: Conversion, part: JsonValue, open: Open, at: string): JsonObject | null {
  const {
    text,
    thought,
    functionCall: call,
    functionResponse: result,
    inlineData,
    fileData,
  } = isObject(part) ? part : {};
  const media = isObject(inlineData) ? inlineData : fileData;
  if (isObject(call)) {
    const name = String(call.name ?? "");
    return { type: "tool_use", id: callId(open, name, call.id), name, input: call.args ?? {} };
  }
  if (isObject(result)) {
    const id = resultId(open, String(result.name ?? ""), result.id);
    const failed = isObject(result.response) && "error" in result.response;
    const content = responseText(result.response);
    return { type: "tool_result", tool_use_id: id, content, ...(failed ? { is_error: true } : {}) };
  }
  if (typeof text === "string" && thought !== true) return { type: "text", text };
  if (isObject(media)) return toMedia(media);
  noteLoss(
    conversion,
    at,
    thought === true ? tell("conversion.thoughtLeftOut") : tell("conversion.unknownPartLeftOut"),
  );
  return null;
}

interface Message {
  readonly role: "user" | "assistant";
  readonly content: readonly JsonObject[];
}

function toMessages(conversion: Conversion, contents: JsonValue | undefined, open: Open): Message[] {
  return (isList(contents) ? contents : []).flatMap((turn, order): Message[] => {
    const { role, parts } = isObject(turn) ? turn : {};
    const at = `${childPointer("/contents", order)}/parts`;
    const content = (isList(parts) ? parts : []).flatMap((part, index): JsonObject[] => {
      const block = toBlock(conversion, part, open, childPointer(at, index));
      return block ? [block] : [];
    });
    return content.length > 0 ? [{ role: role === "model" ? "assistant" : "user", content }] : [];
  });
}

function toSystem(conversion: Conversion, body: JsonObject, open: Open): JsonObject[] {
  const given = body.systemInstruction ?? body.system_instruction;
  const parts = isObject(given) && isList(given.parts) ? given.parts : [];
  return parts.flatMap((part, index): JsonObject[] => {
    const block = toBlock(conversion, part, open, childPointer("/systemInstruction/parts", index));
    return block ? [block] : [];
  });
}

const LIVES: ReadonlyMap<string, string> = new Map([
  ["300s", "5m"],
  ["3600s", "1h"],
]);

function markerOf(conversion: Conversion, { ttl, expireTime }: JsonObject): JsonObject {
  const life = LIVES.get(String(ttl));
  if (life === undefined && (ttl ?? expireTime) !== undefined)
    noteLoss(conversion, "/ttl", tell("conversion.lifeNoMarker", { life: String(ttl ?? expireTime) }));
  return { cache_control: life === undefined ? { type: "ephemeral" } : { type: "ephemeral", ttl: life } };
}

const markLast = (items: readonly JsonObject[], marker: JsonObject): JsonObject[] =>
  items.map((item, index) => (index === items.length - 1 ? { ...item, ...marker } : item));

/** An object that ends within a turn leaves the rest of it to the call; results are a turn of their own. */
function joinTurns(kept: readonly Message[], rest: readonly Message[]): Message[] {
  const last = kept.at(-1);
  const [first, ...others] = rest;
  if (!last || !first || last.role !== first.role) return [...kept, ...rest];
  if (last.content.at(-1)?.type === "tool_result" && first.content[0]?.type !== "tool_result")
    return [...kept, ...rest];
  return [...kept.slice(0, -1), { ...last, content: [...last.content, ...first.content] }, ...others];
}

const bare = (model: JsonValue | undefined): string => String(model ?? "").replace(/^models\//, "");

/**
 * The Anthropic body of a call, and of the object that it uses; losses are noted with their place in the calls.
 * @param create the body that made the object; null where the call uses none
 */
export function fromGemini(conversion: Conversion, create: JsonObject | null, call: JsonObject): JsonObject {
  const open: Open = { ids: new Map(), count: 0 };
  const opening = create ?? call;
  const marker = create ? markerOf(conversion, create) : {};
  const tools = fromDeclarations(conversion, opening.tools);
  const system = toSystem(conversion, opening, open);
  const kept = create ? toMessages(conversion, create.contents, open) : [];
  const rest = toMessages(conversion, call.contents, open);
  const onSystem = create !== null && kept.length === 0;
  const onTools = onSystem && system.length === 0;
  const lastKept = kept.at(-1);
  const marked = lastKept
    ? [...kept.slice(0, -1), { ...lastKept, content: markLast(lastKept.content, marker) }]
    : [];
  const model = bare(opening.model ?? call.model);
  const systems = onSystem ? markLast(system, marker) : system;
  const tooling = onTools ? markLast(tools, marker) : tools;
  return {
    ...(model === "" ? {} : { model }),
    ...fromSettings(conversion, { ...(create ?? {}), ...call }),
    ...(tooling.length > 0 ? { tools: tooling } : {}),
    ...(systems.length > 0 ? { system: systems } : {}),
    messages: joinTurns(marked, rest).map(({ role, content }) => ({ role, content })),
  };
}
