/** Tells whether a value is the body of a request. */
import { isResponsesBody } from "../prompt/services/from-responses";
import { isObject } from "../values/json";

/** A message alone is no request. */
const isMessage = (value: unknown): boolean => isObject(value) && typeof value.role === "string";

const isMessageList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

/** A body of any dialect, or a bare message array. */
export const isRequestBody = (value: unknown): boolean =>
  isObject(value)
    ? isMessageList(value.messages) || isResponsesBody(value)
    : isMessageList(value) && (value as unknown[]).every(isMessage);

/** A body of the native endpoint: `{ model, input: { messages }, parameters }`. */
export const isNativeBody = (
  value: unknown,
): value is Record<string, unknown> & { input: Record<string, unknown> } =>
  isObject(value) &&
  !("messages" in value) &&
  isObject(value.input) &&
  (isMessageList(value.input.messages) || typeof value.input.prompt === "string");
