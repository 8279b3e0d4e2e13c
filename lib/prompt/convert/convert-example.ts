/** The same small request in both dialects, and its conversion, for the tests of the change of dialect. */

import { ENGLISH } from "../../words/plain-words";
import type { Dialect } from "../prompt";
import { convertDialect } from "./convert-dialect";

export const marker = { type: "ephemeral" };
export const user = { role: "user", content: "Hi" };
export const system = { role: "system", content: "S" };
/** Has what the Anthropic dialect asks for, so that only the thing under test can be a loss. */
export const openai = { model: "m", max_tokens: 9, messages: [system, user] };
export const anthropic = { model: "m", max_tokens: 9, system: "S", messages: [user] };

export function convert(body: unknown, to: Dialect) {
  const result = convertDialect(JSON.stringify(body), to);
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return { body: JSON.parse(result.text), losses: result.losses.map(({ pointer }) => pointer) };
}

export const withMessages = (base: object, ...messages: unknown[]) => ({ ...base, messages });
