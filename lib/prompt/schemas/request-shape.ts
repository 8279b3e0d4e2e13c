/** Chooses the shape of a request by its dialect. */
import type { Dialect } from "../prompt";
import { anthropicBody } from "./anthropic-body";
import { openAiBody } from "./openai-body";
import { responsesBody } from "./responses-body";
import type { Shape } from "./shape";

/** @param models names that are offered for `model` */
export function requestShape(dialect: Dialect, models: readonly string[]): Shape {
  if (dialect === "responses") return responsesBody(models);
  return dialect === "anthropic" ? anthropicBody(models) : openAiBody(models);
}
