/** A document with its whole scenario prepared, for questions that look at more than one request. */
import { createPrefixIndex } from "../cache/prefix-index";
import { parsePrompt } from "../prompt/parse";
import type { CounterFor } from "../tokens/token-counter";
import type { Settings } from "./analysis";
import { type PreparedScript, prepareScript } from "./prepare-script";
import { prepareRequest } from "./view-request";

/** Null where the text is no request. */
export function openDocument(
  text: string,
  settings: Settings,
  counterFor: CounterFor,
): PreparedScript | null {
  const { prompt } = parsePrompt(text);
  if (!prompt) return null;
  const index = createPrefixIndex();
  const first = prepareRequest(prompt, settings.model, counterFor, index, settings);
  return prepareScript(first, settings, counterFor, index);
}
