/** Rewrites the body of a call to Amazon Bedrock or Gemini in a dialect that the page knows. */

import type { Conversion } from "../prompt/convert/conversion";
import { fromConverse, isConverseBody } from "../prompt/services/from-converse";
import { fromGemini, isGeminiBody, makesObject } from "../prompt/services/from-gemini";
import type { JsonObject } from "../values/json";
import { type Said, tell } from "../words/message";

export interface ConvertedService {
  readonly body: Readonly<Record<string, unknown>>;
  /** What is left out, one sentence each. */
  readonly notes: readonly Said[];
}

/** `…/model/NAME/converse` and `…/models/NAME:generateContent`, streamed or not; null where the address names none. */
function modelIn(url: string): string | null {
  const found = /\/models?\/([^/?#]+?)(?:\/converse(?:-stream)?|:(?:streamG|g)enerateContent)(?:[?#]|$)/.exec(
    url,
  );
  return found?.[1] === undefined ? null : decodeName(found[1]);
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function convert(conversion: Conversion, value: unknown): JsonObject | null {
  if (isConverseBody(value)) return fromConverse(conversion, value);
  if (!isGeminiBody(value) || makesObject(value)) return null;
  if ("cachedContent" in value) {
    const message = tell("importSources.objectMissing", { name: String(value.cachedContent) });
    conversion.losses.push({ pointer: "/cachedContent", message });
  }
  return fromGemini(conversion, null, value);
}

/** Null where the value is no such body. */
export function convertService(value: unknown, url: string | null): ConvertedService | null {
  const conversion: Conversion = { losses: [] };
  const body = convert(conversion, value);
  if (!body) return null;
  const model = body.model ?? modelIn(url ?? "");
  const { model: _, ...rest } = body;
  return {
    body: model === null ? rest : { model, ...rest },
    notes: conversion.losses.map(({ message }) => message),
  };
}
