/** Reads a stream of events as consoles and logs show it: what was billed, and by which model. */
import { createStreamReader } from "../answers/read-stream";
import { fieldsOf, isObject } from "../values/json";
import { parseValue } from "./parse-value";

/** Whether a text is the events of an answer, as the service sends them. */
export const isStreamText = (text: string): boolean =>
  /^\s*(?:event|data|id|retry|:)[^\n]*\n/.test(text) && /^data:\s*\{/m.test(text);

function modelOf(text: string): string | null {
  for (const [, data = ""] of text.matchAll(/^data:\s*(\{.*\})\s*$/gm)) {
    const parsed = parseValue(data);
    const event = parsed.ok ? fieldsOf(parsed.value) : null;
    const model = event?.model ?? fieldsOf(event?.message)?.model ?? fieldsOf(event?.response)?.model;
    if (typeof model === "string") return model;
  }
  return null;
}

/** The usage with its model, as a response without its text; null where the stream tells no usage. Never throws. */
export function readStreamUsage(text: string): { readonly model?: string; readonly usage: unknown } | null {
  const reader = createStreamReader();
  reader.push(text);
  reader.end();
  const { usage } = reader.answer();
  if (!isObject(usage)) return null;
  const model = modelOf(text);
  return { ...(model === null ? {} : { model }), usage };
}
