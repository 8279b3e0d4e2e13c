/** Bodies of Amazon Bedrock's Converse, their points read as markers. */

import type { Conversion } from "../../prompt/convert/conversion";
import { fromConverse, isConverseBody } from "../../prompt/services/from-converse";
import { tell } from "../../words/message";
import { bodyOfCall, openServiceCalls, type ServiceWords } from "../read-service-calls";
import type { Source } from "../source";

const words: ServiceWords = {
  name: "Amazon Bedrock",
  understood: tell("importSources.converseRead"),
  take(body) {
    if (!isConverseBody(body)) return null;
    const conversion: Conversion = { losses: [] };
    return { body: fromConverse(conversion, body), losses: conversion.losses };
  },
  end: () => null,
};

export const converse: Source = {
  kind: "converse",
  recognises: (record) => isConverseBody(bodyOfCall(record)),
  open: () => openServiceCalls(words),
};
