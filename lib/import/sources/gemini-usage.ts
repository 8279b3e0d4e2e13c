/** Usage as Qwen Code keeps it, in the fields of the Gemini form: the prompt includes reads, writes are not told. */
import { type DecodedUsage, decodeUsage } from "../../answers/decode-usage";
import { fieldsOf } from "../../values/json";
import { readNumber } from "../read-time";

/** Null where it is no such usage. Qwen Code's `candidatesTokenCount` includes thoughts: it is the billed output. */
export function readGeminiUsage(value: unknown): DecodedUsage | null {
  const fields = fieldsOf(value);
  if (readNumber(fields?.promptTokenCount) === null) return null;
  const usage = {
    prompt_tokens: fields?.promptTokenCount,
    completion_tokens: fields?.candidatesTokenCount,
    prompt_tokens_details: { cached_tokens: fields?.cachedContentTokenCount },
  };
  const reading = decodeUsage(usage, { tellsWritten: false });
  return reading.ok ? reading.usage : null;
}
