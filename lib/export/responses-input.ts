/** What programs that speak the Responses API have in common: the input as a list, and the header of the session cache. */
import type { JsonFields } from "../prompt/write-part";
import { isList } from "../values/json";

/** Asks for the session cache: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24). */
export const SESSION_HEADER = { name: "x-dashscope-session-cache", value: "enable" } as const;

/** A conversation adds to its input, which is a list then. */
export const withListedInput = (body: JsonFields): JsonFields =>
  isList(body.input) ? body : { ...body, input: [{ role: "user", content: body.input ?? "" }] };
