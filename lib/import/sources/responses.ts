/** Bodies of OpenAI's Responses, read as chat bodies with the same breakpoints. */

import type { Conversion } from "../../prompt/convert/conversion";
import { fromResponses, isResponsesBody } from "../../prompt/services/from-responses";
import { tell } from "../../words/message";
import { bodyOfCall, openServiceCalls, type ServiceWords } from "../read-service-calls";
import type { Source } from "../source";

const words: ServiceWords = {
  name: "OpenAI's Responses",
  understood: tell("importSources.responsesRead"),
  take(body) {
    if (!isResponsesBody(body)) return null;
    const conversion: Conversion = { losses: [] };
    return { body: fromResponses(conversion, body), losses: conversion.losses };
  },
  end: () => null,
};

export const responses: Source = {
  kind: "responses",
  recognises: (record) => isResponsesBody(bodyOfCall(record)),
  open: () => openServiceCalls(words),
};
