/** Bodies of OpenAI's Responses, read as chat bodies with the same breakpoints. */

import type { Conversion } from "../../prompt/convert/conversion";
import { fromResponses, isResponsesBody } from "../../prompt/services/from-responses";
import { bodyOfCall, openServiceCalls, type ServiceWords } from "../read-service-calls";
import type { Source } from "../source";

const words: ServiceWords = {
  name: "OpenAI's Responses",
  understood: "Each item of the input is read as a message or a part of one, in the OpenAI dialect.",
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
