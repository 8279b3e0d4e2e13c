/** Calls of Gemini, with the objects that they use read as text up to a marker. */

import type { Conversion } from "../../prompt/convert/conversion";
import { fromGemini, isGeminiBody, makesObject } from "../../prompt/services/from-gemini";
import type { JsonObject } from "../../values/json";
import { tell } from "../../words/message";
import { bodyOfCall, openServiceCalls, type ReadCall, type ServiceWords } from "../read-service-calls";
import type { Source } from "../source";

function convert(create: JsonObject | null, call: JsonObject): ReadCall {
  const conversion: Conversion = { losses: [] };
  const body = fromGemini(conversion, create, call);
  const isEmpty = Array.isArray(body.messages) && body.messages.length === 0;
  return { body: isEmpty ? null : body, losses: conversion.losses };
}

const missing = (name: unknown): ReadCall["losses"] => [
  {
    pointer: "/cachedContent",
    message: tell("importSources.objectMissing", { name: String(name) }),
  },
];

/** A call that names an object uses the one that was made last: the name that a service gives it stands in no request. */
function openWords(): ServiceWords {
  let made: JsonObject | null = null;
  let isUsed = true;
  return {
    name: "Gemini",
    understood: tell("importSources.geminiRead"),
    take(body) {
      if (!isGeminiBody(body)) return null;
      if (makesObject(body)) {
        made = body;
        isUsed = false;
        return { body: null, losses: [] };
      }
      if (!("cachedContent" in body)) return convert(null, body);
      isUsed = true;
      const read = convert(made, body);
      return made ? read : { body: read.body, losses: [...missing(body.cachedContent), ...read.losses] };
    },
    end: () => (made && !isUsed ? convert(made, {}) : null),
  };
}

export const gemini: Source = {
  kind: "gemini",
  recognises: (record) => isGeminiBody(bodyOfCall(record)),
  open: () => openServiceCalls(openWords()),
};
