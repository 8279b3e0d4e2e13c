/** Rewrites the body of Model Studio's native endpoint as an OpenAI-compatible one. */

import { isObject } from "../values/json";
import { type Message, tell } from "../words/message";
import { isNativeBody } from "./recognise-request";

export interface ConvertedNative {
  readonly body: Readonly<Record<string, unknown>>;
  /** Paths of what has no place in the other dialect, e.g. `parameters.incremental_output`. */
  readonly lost: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Parameters that have the same name and meaning in both. Source:
 * https://www.alibabacloud.com/help/model-studio/use-qwen-by-calling-api (2026-10-11).
 */
const SAME_PARAMETERS: ReadonlySet<string> = new Set([
  "enable_search",
  "enable_thinking",
  "logprobs",
  "max_tokens",
  "n",
  "parallel_tool_calls",
  "presence_penalty",
  "preserve_thinking",
  "repetition_penalty",
  "response_format",
  "search_options",
  "seed",
  "stop",
  "temperature",
  "thinking_budget",
  "tool_choice",
  "tools",
  "top_k",
  "top_logprobs",
  "top_p",
  "translation_options",
  "vl_high_resolution_images",
]);

/** `messages` is what every answer of the other dialect has, so asking for it loses nothing. */
const isKnownLoss = (name: string, value: unknown): boolean =>
  name !== "result_format" || value !== "message";

/** Native parts are known by their one key beside the marker. */
function convertPart(part: unknown): unknown {
  if (!isObject(part) || "type" in part) return part;
  const { text, image, video, audio, ...rest } = part;
  if (typeof text === "string") return { type: "text", text, ...rest };
  if (typeof image === "string") return { type: "image_url", image_url: { url: image }, ...rest };
  if (typeof video === "string") return { type: "video_url", video_url: { url: video }, ...rest };
  if (Array.isArray(video)) return { type: "video", video, ...rest };
  if (typeof audio === "string") return { type: "input_audio", input_audio: { data: audio }, ...rest };
  return part;
}

const convertMessage = (message: unknown): unknown =>
  isObject(message) && Array.isArray(message.content)
    ? { ...message, content: message.content.map(convertPart) }
    : message;

/** Turns of the old form of `input`, as messages; null where it has none. */
function convertHistory(history: unknown): readonly unknown[] | null {
  if (!Array.isArray(history)) return null;
  const turns = history.map((turn) => (isObject(turn) ? turn : {}));
  if (!turns.every(({ user, bot }) => typeof user === "string" && typeof bot === "string")) return null;
  return turns.flatMap(({ user, bot }) => [
    { role: "user", content: user },
    { role: "assistant", content: bot },
  ]);
}

const lostOf = (fields: Fields, path: string, known: (name: string) => boolean): string[] =>
  Object.keys(fields)
    .filter((name) => !known(name) && isKnownLoss(name, fields[name]))
    .map((name) => `${path}${name}`);

/** The sentence about a lost path. */
export const nameLost = (path: string): Message => tell("importSources.nativeLost", { path });

/** Null where the value is no such body. Tools keep their place before the messages. */
export function convertNative(value: unknown): ConvertedNative | null {
  if (!isNativeBody(value)) return null;
  const { model, input, parameters, ...others } = value;
  const given: Fields = isObject(parameters) ? parameters : {};
  const kept = Object.entries(given).filter(([name]) => SAME_PARAMETERS.has(name));
  const isOld = !Array.isArray(input.messages);
  const history = isOld ? convertHistory(input.history) : null;
  const messages = Array.isArray(input.messages)
    ? input.messages.map(convertMessage)
    : [...(history ?? []), { role: "user", content: input.prompt }];
  const isRead = (name: string): boolean =>
    name === (isOld ? "prompt" : "messages") || (name === "history" && history !== null);
  return {
    body: { ...(model === undefined ? {} : { model }), ...Object.fromEntries(kept), messages },
    lost: [
      ...lostOf(others, "", (name) => name === "stream"),
      ...lostOf(input, "input.", isRead),
      ...lostOf(given, "parameters.", (name) => SAME_PARAMETERS.has(name)),
    ],
  };
}
