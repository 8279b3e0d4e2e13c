/** Reads a request of DashScope's own protocol: converted to the OpenAI dialect, and how its answer is to be written. */
import { convertNative } from "../../../import/convert-native";
import { fieldsOf, stringOf } from "../../../values/json";
import { ENGLISH } from "../../../words/plain-words";
import { parseJsonBody } from "../../read-json-body";
import type { NativeService } from "../find-endpoint";
import { type EmulatedRequest, readRequestText } from "../read-request";
import { badRequest, type ServiceError } from "../service-error";

export interface NativeTerms {
  /** `text`: the words alone, `message`: choices with messages. */
  readonly format: "text" | "message";
  /** True: each event has what is new, false: all so far. */
  readonly incremental: boolean;
  /** True where content comes in parts. */
  readonly inParts: boolean;
}

export type ReadNative =
  | { readonly ok: true; readonly request: EmulatedRequest; readonly terms: NativeTerms }
  | { readonly ok: false; readonly error: ServiceError };

const refuse = (error: ServiceError): ReadNative => ({ ok: false, error });

/** Models whose answers are text alone unless they are asked for messages: those before Qwen3. */
const TEXT_BY_DEFAULT = /^(?:qwen-(?:max|plus|flash|turbo|long)|qwen[12](?:\.|-|$)|qwen2\.5)/;

/** Models that the documentation names for one of the services. */
const ONLY: Readonly<Record<NativeService, RegExp>> = {
  text: /^(?:qwen3-max|qwen-plus|deepseek-v3\.2)/,
  multimodal: /^qwen(?:3|2\.5|2)?-vl-/,
};

/** A model asked for at the path of the other service. */
const isElsewhere = (model: unknown, service: NativeService): boolean =>
  typeof model === "string" && ONLY[service === "text" ? "multimodal" : "text"].test(model);

/** The stream is asked for by header. */
export const isStreamed = (headers: Headers): boolean =>
  headers.get("x-dashscope-sse")?.trim().toLowerCase() === "enable" ||
  (headers.get("accept") ?? "").includes("text/event-stream");

/**
 * Defaults and refusals: https://www.alibabacloud.com/help/model-studio/use-qwen-by-calling-api (2026-10-11) and
 * https://www.alibabacloud.com/help/model-studio/error-code (2026-09-28). A model that thinks, and calls of tools, always
 * answer in messages.
 */
function readTerms(
  parameters: Readonly<Record<string, unknown>>,
  { model, thinks = false, stream, prompt }: EmulatedRequest,
  service: NativeService,
): NativeTerms | ServiceError {
  const { result_format, incremental_output } = parameters;
  if (result_format !== undefined && result_format !== "text" && result_format !== "message") {
    return badRequest("parameters.result_format must be text or message.");
  }
  if (incremental_output !== undefined && typeof incremental_output !== "boolean") {
    return badRequest("parameters.incremental_output must be true or false.");
  }
  if (thinks && result_format === "text") {
    return badRequest('The result_format parameter must be "message" when enable_thinking is true');
  }
  if (stream && thinks && incremental_output === false) {
    return badRequest('The incremental_output parameter must be "true" when enable_thinking is true');
  }
  const needsMessage = service === "multimodal" || thinks || prompt.tools.length > 0;
  const usual = TEXT_BY_DEFAULT.test(model) ? "text" : "message";
  return {
    format: needsMessage ? "message" : ((result_format as NativeTerms["format"] | undefined) ?? usual),
    incremental: incremental_output ?? thinks,
    inParts: service === "multimodal",
  };
}

/** Reads the bytes of a body; the first thing wrong with it is told in a sentence. */
export function readNative(bytes: Uint8Array, service: NativeService, stream: boolean): ReadNative {
  const json = parseJsonBody(bytes);
  if (!json.ok) return refuse(badRequest(ENGLISH.say(json.error.message), json.status));
  const fields = fieldsOf(json.value);
  const converted = convertNative(fields);
  if (!converted) {
    return refuse(
      badRequest(
        fields && "messages" in fields
          ? "messages belong within input here: send model, input with messages, and parameters."
          : 'Either "prompt" or "messages" must exist and cannot both be none',
      ),
    );
  }
  if (isElsewhere(fields?.model, service)) return refuse(badRequest("url error, please check url!"));
  const read = readRequestText(JSON.stringify({ ...converted.body, stream }), "openai");
  if (!read.ok) return read;
  const terms = readTerms(fieldsOf(fields?.parameters) ?? {}, read.request, service);
  return stringOf((terms as ServiceError).code) === ""
    ? { ok: true, request: read.request, terms: terms as NativeTerms }
    : refuse(terms as ServiceError);
}
