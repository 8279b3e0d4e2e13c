/** A body of the OpenAI dialect as the arguments of DashScope's own SDK, with what changes on the way. */
import type { JsonFields } from "../prompt/write-part";
import { isObject, type JsonValue, ownField } from "../values/json";
import { type Message, tell } from "../words/message";

export interface DashScopeCall {
  readonly request: JsonFields;
  /** Texts go to one service, texts with images or videos to another. */
  readonly service: "Generation" | "MultiModalConversation";
  readonly notes: readonly Message[];
}

const MEDIA = { image_url: "image", video_url: "video" } as const;

const isMedia = (type: JsonValue | undefined): type is keyof typeof MEDIA =>
  type === "image_url" || type === "video_url";

/** `{"type": "image_url", "image_url": {"url": …}}` becomes `{"image": …}`, and so on. */
function writePart(part: JsonValue): JsonValue {
  if (!isObject(part)) return part;
  const { type, ...rest } = part;
  if (!isMedia(type)) return rest;
  const { [type]: source, ...others } = rest;
  return { [MEDIA[type]]: (isObject(source) ? source.url : source) ?? null, ...others };
}

const partsOf = (message: JsonValue): readonly JsonValue[] =>
  isObject(message) && Array.isArray(message.content) ? message.content : [];

/** Strings become parts, as that service asks for. */
function writeMessage(message: JsonValue): JsonValue {
  if (!isObject(message)) return message;
  const { content } = message;
  if (typeof content === "string") return { ...message, content: [{ text: content }] };
  return Array.isArray(content) ? { ...message, content: content.map(writePart) } : message;
}

const NAMES: Readonly<Record<string, string>> = { max_completion_tokens: "max_tokens" };

/** Parameters keep their names, save for one; parts with images or videos take DashScope's own form. */
export function toDashScope(body: JsonFields): DashScopeCall {
  const notes: Message[] = [tell("exporting.dashscopeNames")];
  const messages = Array.isArray(body.messages) ? (body.messages as readonly JsonValue[]) : [];
  const isMixed = messages.flatMap(partsOf).some((part) => isObject(part) && isMedia(part.type));
  const fields = Object.entries(body).flatMap(([key, value]): [string, JsonValue][] => {
    if (key === "stream_options") {
      notes.push(tell("exporting.dashscopeStream"));
      return [];
    }
    const name = ownField(NAMES, key) ?? key;
    if (name !== key) notes.push(tell("exporting.dashscopeRenamed", { name: key, other: name }));
    return [[name, key === "messages" && isMixed ? messages.map(writeMessage) : value]];
  });
  if (isMixed) notes.push(tell("exporting.dashscopeMedia"));
  return {
    request: Object.fromEntries(fields),
    service: isMixed ? "MultiModalConversation" : "Generation",
    notes,
  };
}

/** What carries messages is the input; the rest are parameters. Streaming is asked for by a header. */
const APART: ReadonlySet<string> = new Set(["model", "messages", "stream"]);

export interface NativeBody {
  /** `{ model, input, parameters }` */
  readonly request: JsonFields;
  /** As the path names it. */
  readonly service: "text" | "multimodal";
  readonly notes: readonly Message[];
}

/** A body of the OpenAI dialect as DashScope's own protocol sends it; answers come as messages. */
export function toNativeBody(body: JsonFields): NativeBody {
  const { request, service, notes } = toDashScope(body);
  const rest = Object.entries(request).filter(([name]) => !APART.has(name));
  const parameters = {
    ...Object.fromEntries(rest),
    ...(request.result_format === undefined ? { result_format: "message" } : {}),
    ...(body.stream === true && request.incremental_output === undefined ? { incremental_output: true } : {}),
  };
  return {
    request: {
      ...(request.model === undefined ? {} : { model: request.model }),
      input: { messages: request.messages ?? [] },
      parameters,
    },
    service: service === "Generation" ? "text" : "multimodal",
    // The first note is about arguments of the SDK.
    notes: notes.filter(({ key }) => key !== "exporting.dashscopeNames"),
  };
}
