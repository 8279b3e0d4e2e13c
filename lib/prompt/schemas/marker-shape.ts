/** The shapes of the two spellings of a marker. */
import { choiceShape, type Fields, type Shape, type Snippet } from "./shape";

const EPHEMERAL = '{ "type": "ephemeral" }';

/**
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-06) and
 * https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25).
 */
const cacheControl: Shape = {
  description:
    "Marker: the prefix up to the end of this part is written to the explicit cache and read from there for 5 minutes; each read starts the 5 minutes again. It counts on parts of a content array. The prefix must reach 1,024 tokens. At most four markers count, the last four. From Qwen3.5 to Qwen3.8 it means the end of the whole message. Any marker switches the implicit cache off for the request.",
  begin: EPHEMERAL,
  fields: {
    type: choiceShape("Kind of marker. There is one.", {
      ephemeral: "The only kind: an entry that lives for 5 minutes after its last use.",
    }),
    ttl: choiceShape("Life of the entry. Not documented for this field on Model Studio.", {
      "5m": "Five minutes, as without this field.",
      "1h": "One hour. Documented for Qwen4 only, and not in this spelling.",
    }),
  },
};

/** Source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16). */
const promptCacheBreakpoint: Shape = {
  description:
    "Marker of Qwen4 on a part: the prefix up to the end of this part is cached, what follows it in the same message is not. The prefix must reach 1,024 tokens. cache_control works as well.",
  begin: '{ "mode": "explicit" }',
  fields: {
    mode: choiceShape("Kind of marker. There is one.", {
      explicit: "A boundary set by the request, not by the service.",
    }),
  },
};

const marker: Snippet = {
  label: "marker",
  description: "Caches the prefix up to the end of this part.",
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

/** The same key where the service ignores it, and why. */
export const ignoredMarker = (why: string): Shape => ({ ...cacheControl, description: `Marker. ${why}` });
