/** Tells whether a value is the body of a request. */
import { isRecord } from "../timeline/restore-value";

/** A message alone is no request. */
export const isMessage = (value: unknown): boolean => isRecord(value) && typeof value.role === "string";

const isMessageList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord);

/** A body of either dialect, or a bare message array. */
export const isRequestBody = (value: unknown): boolean =>
  isRecord(value)
    ? isMessageList(value.messages)
    : isMessageList(value) && (value as unknown[]).every(isMessage);

/** A body of the native endpoint: `{ model, input: { messages }, parameters }`. */
export const isNativeBody = (
  value: unknown,
): value is Record<string, unknown> & { input: Record<string, unknown> } =>
  isRecord(value) &&
  !("messages" in value) &&
  isRecord(value.input) &&
  (isMessageList(value.input.messages) || typeof value.input.prompt === "string");
