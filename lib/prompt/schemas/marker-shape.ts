/** The shapes of the two spellings of a marker. */

import { type Message, tell } from "../../words/message";
import { choiceShape, type Fields, type Shape, type Snippet } from "./shape";

const EPHEMERAL = '{ "type": "ephemeral" }';

/**
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-06) and
 * https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25).
 */
const cacheControl: Shape = {
  description: tell("schemaContent.marker"),
  begin: EPHEMERAL,
  fields: {
    type: choiceShape(tell("schemaContent.markerKind"), {
      ephemeral: tell("schemaContent.ephemeral"),
    }),
    ttl: choiceShape(tell("schemaContent.ttl"), {
      "5m": tell("schemaContent.ttlMinutes"),
      "1h": tell("schemaContent.ttlHour"),
    }),
  },
};

/** Source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16). */
const promptCacheBreakpoint: Shape = {
  description: tell("schemaContent.breakpoint"),
  begin: '{ "mode": "explicit" }',
  fields: {
    mode: choiceShape(tell("schemaContent.markerKind"), {
      explicit: tell("schemaContent.explicit"),
    }),
  },
};

const marker: Snippet = {
  label: "marker",
  title: tell("schemaContent.snippetMarker"),
  description: tell("schemaContent.cachesPart"),
  key: "cache_control",
  body: EPHEMERAL,
};

/** What an object that may carry a marker has besides its own fields. */
export const openAiMarkers: Fields = {
  cache_control: cacheControl,
  prompt_cache_breakpoint: promptCacheBreakpoint,
};
export const anthropicMarkers: Fields = { cache_control: cacheControl };
export const markerSnippets: readonly Snippet[] = [marker];

/** The same key where the service ignores it; its description says why. */
export const ignoredMarker = (description: Message): Shape => ({ ...cacheControl, description });
