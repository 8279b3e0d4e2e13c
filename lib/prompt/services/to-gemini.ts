/** An Anthropic body as calls of Gemini, where what stands before the last marker is an object that a call of its own makes. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { type Conversion, isUnset, noteLoss, omitKeys } from "../convert/conversion";
import { childPointer } from "../json-pointer";
import { geminiSettings, toDeclarations } from "./gemini-settings";
import { leaveOutFor } from "./leave-out";
import { listMarkers, type WrittenMarker } from "./marker-places";

export interface GeminiCalls {
  /** Makes the object: the body of `cachedContents`; null where no marker asks for one. */
  readonly create: JsonObject | null;
  /** The body of `generateContent`. */
  readonly generate: JsonObject;
}

/** What stands in for the name that the service gives the object. */
export const OBJECT_NAME = "cachedContents/NAME";

const LIVES: ReadonlyMap<string, string> = new Map([
  ["5m", "300s"],
  ["1h", "3600s"],
]);

type Names = ReadonlyMap<string, string>;

const leaveOut = leaveOutFor("Gemini");

/** Names of the calls by their id, for the results that name only the id. */
function nameCalls(messages: readonly JsonValue[]): Names {
  const names = new Map<string, string>();
  for (const message of messages) {
    const content = isObject(message) && isList(message.content) ? message.content : [];
    for (const block of content) {
      if (isObject(block) && block.type === "tool_use")
        names.set(String(block.id ?? ""), String(block.name ?? ""));
    }
  }
  return names;
}

function toMedia(conversion: Conversion, { source }: JsonObject, at: string): JsonObject | null {
  const { data, media_type: mimeType, url } = isObject(source) ? source : {};
  if (typeof data === "string") return { inlineData: { mimeType: mimeType ?? "", data } };
  return typeof url === "string"
    ? { fileData: { fileUri: url } }
    : leaveOut(conversion, at, tell("conversion.thisImage"));
}

function textOf(conversion: Conversion, content: JsonValue | undefined, at: string): string {
  if (typeof content === "string") return content;
  const blocks = isList(content) ? content : [];
  const texts = blocks.map((block) =>
    isObject(block) && typeof block.text === "string" ? block.text : null,
  );
  if (texts.includes(null)) leaveOut(conversion, at, tell("conversion.resultNoText"));
  return texts.filter((text) => text !== null).join("\n");
}

function toPart(conversion: Conversion, block: JsonValue, names: Names, at: string): JsonObject | null {
  if (typeof block === "string") return { text: block };
  if (!isObject(block)) return null;
  const { type, id, name, input, tool_use_id: of } = block;
  if (type === "text") return { text: block.text ?? "" };
  if (type === "image" || type === "document") return toMedia(conversion, block, at);
  if (type === "tool_use") return { functionCall: { id: id ?? "", name: name ?? "", args: input ?? {} } };
  if (type !== "tool_result")
    return leaveOut(conversion, at, tell("conversion.aBlockOfType", { type: String(type) }));
  const told = { output: textOf(conversion, block.content, `${at}/content`) };
  const response = block.is_error === true ? { error: told.output } : told;
  return { functionResponse: { id: of ?? "", name: names.get(String(of)) ?? "", response } };
}

/** A stretch of the messages, each in Gemini's form with the places of its blocks. */
interface Turn {
  readonly role: string;
  readonly parts: readonly { readonly pointer: string; readonly part: JsonObject }[];
}

function toTurns(conversion: Conversion, messages: readonly JsonValue[]): Turn[] {
  const names = nameCalls(messages);
  return messages.map((message, order) => {
    const { role, content } = isObject(message) ? message : {};
    const at = `${childPointer("/messages", order)}/content`;
    const blocks = isList(content) ? content : [content ?? ""];
    const parts = blocks.flatMap((block, index) => {
      const pointer = isList(content) ? childPointer(at, index) : at;
      const part = toPart(conversion, block, names, pointer);
      return part ? [{ pointer, part }] : [];
    });
    return { role: role === "assistant" ? "model" : "user", parts };
  });
}

const writeTurns = (turns: readonly Turn[]): JsonValue[] =>
  turns
    .filter(({ parts }) => parts.length > 0)
    .map(({ role, parts }) => ({ role, parts: parts.map(({ part }) => part) }));

/** The turns up to the block at a pointer, and those from there on; a pointer outside of them is before them all. */
function splitTurns(turns: readonly Turn[], pointer: string): readonly [Turn[], Turn[]] {
  const at = turns.findIndex(({ parts }) => parts.some((one) => one.pointer === pointer));
  const turn = turns[at];
  if (!turn) return [[], [...turns]];
  const end = turn.parts.findIndex((one) => one.pointer === pointer) + 1;
  return [
    [...turns.slice(0, at), { ...turn, parts: turn.parts.slice(0, end) }],
    [{ ...turn, parts: turn.parts.slice(end) }, ...turns.slice(at + 1)],
  ];
}

function toSystem(conversion: Conversion, system: JsonValue | undefined): JsonObject {
  if (isUnset(system) || system === "") return {};
  const blocks = isList(system) ? system : [system];
  const parts = blocks.flatMap((block, index): JsonValue[] => {
    const part = toPart(conversion, block, new Map(), childPointer("/system", index));
    return part ? [part] : [];
  });
  return { systemInstruction: { parts } };
}

/** The marker that an object can be made for: the last one on a block, in the system text or on the tools. */
const findLast = (body: JsonObject): WrittenMarker | null =>
  listMarkers(body).findLast(({ place }) => place === "part" || place === "tool") ?? null;

/** An object holds all tools and all of the system text: a marker before their end stands at their end. */
function noteOpening(
  conversion: Conversion,
  { owner, place }: WrittenMarker,
  system: JsonValue | undefined,
): void {
  const isOnSystem = owner.startsWith("/system");
  if (place !== "tool" && !isOnSystem) return;
  const end = isList(system) ? childPointer("/system", system.length - 1) : "/system";
  const isWhole = isUnset(system) || system === "" ? place === "tool" : owner === end;
  if (!isWhole) noteLoss(conversion, owner, tell("conversion.objectWholeSystem"));
}

const READ = ["model", "messages", "system", "tools"];

/**
 * Source: https://ai.google.dev/gemini-api/docs/caching (2026-09-02). Losses are noted with their place in the Anthropic
 * body, save markers that an object has no use for: those are judged with the markers of all services.
 */
export function toGemini(conversion: Conversion, body: JsonObject): GeminiCalls {
  const { model, messages, system, tools } = body;
  const last = findLast(body);
  const opening = { ...toDeclarations(conversion, tools), ...toSystem(conversion, system) };
  const turns = toTurns(conversion, isList(messages) ? messages : []);
  const settings = geminiSettings(conversion, omitKeys(body, READ));
  if (!last) {
    const { generationConfig, toolConfig } = settings;
    const own = { ...(toolConfig ? { toolConfig } : {}), ...(generationConfig ? { generationConfig } : {}) };
    return { create: null, generate: { ...opening, contents: writeTurns(turns), ...own } };
  }
  noteOpening(conversion, last, system);
  const [kept, rest] = splitTurns(turns, last.owner);
  const contents = writeTurns(kept);
  const life = last.ttl === null ? null : (LIVES.get(last.ttl) ?? null);
  if (last.ttl !== null && life === null)
    leaveOut(conversion, last.owner, tell("conversion.aLifeOf", { life: last.ttl }));
  const create: JsonObject = {
    model: `models/${typeof model === "string" ? model : ""}`,
    ...opening,
    ...(contents.length > 0 ? { contents } : {}),
    ...(settings.toolConfig ? { toolConfig: settings.toolConfig } : {}),
    ...(life === null ? {} : { ttl: life }),
  };
  const { generationConfig } = settings;
  return {
    create,
    generate: {
      cachedContent: OBJECT_NAME,
      contents: writeTurns(rest),
      ...(generationConfig ? { generationConfig } : {}),
    },
  };
}
