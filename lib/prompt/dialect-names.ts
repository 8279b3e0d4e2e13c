/** What people call the dialects of a request; names stay as they are in every language. */
import type { Dialect } from "./prompt";

export const DIALECT_NAMES: Readonly<Record<Dialect, string>> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  responses: "Responses",
};

/** In the order in which they are offered. */
export const DIALECTS: readonly Dialect[] = ["openai", "anthropic", "responses"];

export const isDialect = (value: unknown): value is Dialect => DIALECTS.some((dialect) => dialect === value);
