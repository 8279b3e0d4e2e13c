/** The words of the field and the kinds of reasons, each explained in one or two sentences. */
export const glossary = {
  prefixName: "prefix",
  prefixSays:
    "Everything from the first token of a request, as the model reads it, up to some boundary. A cache can only give back a prefix: one token that differs ends it.",
  tailName: "tail, generation prompt",
  tailSays:
    "The few tokens that the chat template puts behind the last message, so that the model begins its answer. They follow every boundary and are never cached.",
  templateName: "chat template",
  templateSays:
    "The rule by which a model's messages and tools become one text. Tokens are counted over that text, never over the JSON.",
  segmentName: "segment",
  segmentSays:
    "A unit of the prefix in the order in which the cache sees it: the tools, the system message, then each message.",
  markerName: "marker",
  markerSays:
    "A cache_control field written in the document. It asks for a cache entry that ends there; the rules decide whether it gets one.",
  breakpointName: "breakpoint",
  breakpointSays:
    "A boundary at which an entry really ends, after the rules: a marker may be merged with another, moved to its message's end, dropped, ignored or too early.",
  entryName: "entry",
  entrySays:
    "What the service keeps of one prefix, private to an account and a model. It can be read until it expires, by default five minutes after its last write or read.",
  readName: "read",
  readSays: "Input tokens taken from a live entry, billed at the hit price, a small part of the input price.",
  writtenName: "written",
  writtenSays:
    "Input tokens stored in a new entry, billed at the creation price, which is above the input price.",
  uncachedName: "uncached",
  uncachedSays:
    "Input tokens neither read nor written, billed at the plain input price. Read, written and uncached together are the whole input.",
  completionName: "completion",
  completionSays: "The tokens of the answer, thinking included. No cache makes them cheaper.",
  lookbackName: "look-back",
  lookbackSays:
    "How far the service searches back from a breakpoint for an entry to read: over at most 20 content blocks. An entry further back is not found, however alive it is.",
  blockName: "content block",
  blockSays:
    "What the look-back counts: a text message is one block, a message made of parts one block a part.",
  minimumName: "minimum",
  minimumSays:
    "The shortest prefix that becomes an entry: 1,024 tokens for the explicit cache, counted from the first token and not from the last marker.",
  hitName: "hit",
  hitSays:
    "A request that reads from an entry. It is whole where everything that could have been read was read.",
  missName: "miss",
  missSays:
    "A request that pays again for tokens it could have read, because its text changed, the entry had ended, or a rule stood in the way.",
  followsName: "follows from the document",
  followsSays:
    "This request is not written by hand: it is the document with the scenario's turns appended, so a change of the document changes it too.",
  fillerName: "filler",
  fillerSays:
    "Made-up text of a given number of tokens. It stands for words that do not matter for the cache or are not to be shown.",
  implicitName: "implicit cache",
  implicitSays:
    "The service's own cache for requests without markers. It may read a common beginning at a lower price, writes at no extra price, and promises nothing.",
  explicitName: "explicit cache",
  explicitSays:
    "The cache that markers ask for. Writing costs more than plain input, and a live entry with the same prefix is read for certain.",
  sessionName: "session cache",
  sessionSays:
    "A cache that a header switches on for the Responses API: the service keeps the conversation and places the boundaries itself.",
  canonicalName: "canonical order",
  canonicalSays:
    "Fields and tools in one fixed order, so that the same request always has the same text. Without it an unstable order makes every request miss.",
  shapeName: "shape only",
  shapeSays:
    "A layout whose words are replaced by filler of as many tokens: sizes, markers and costs are true, and nothing can be read out of it.",
  breakEvenName: "break-even",
  breakEvenSays:
    "The first request after which the conversation has cost no more than it would have without a cache: by then the reads have paid for the writes.",
  atBestName: "at best",
  atBestSays:
    "What it would cost if the implicit cache read all it could. The service promises none of it, so the true cost lies in between.",
  withoutCacheName: "without cache",
  withoutCacheSays: "The same requests with every input token at the plain input price.",
  keepAliveName: "keep-alive",
  keepAliveSays:
    "A short request sent only to read an entry before it expires, which makes it live on. It pays where the next real request would otherwise write everything again.",
  placementName: "placement",
  placementSays:
    "The rule that says where markers stand in every request of a conversation, for example behind the system message and on the newest message.",
  scenarioName: "scenario",
  scenarioSays:
    "The conversation that is played: the document as its first request, then turns with their pauses, answers and changes.",
  estimateName: "estimate",
  estimateSays:
    "A token count made with a vocabulary that is not the model's own. The band says how far the true count may lie to either side.",
  calibratedName: "calibrated",
  calibratedSays:
    "An estimate corrected by the ratio between a count of the service and the count made here for the same request.",
  reason_hit: "The request read a live entry whose prefix is its own beginning.",
  reason_first_write:
    "Nothing had been cached that this request could read, so it wrote what later ones may read.",
  reason_own_prefix:
    "The first request of a conversation that begins unlike all others: there was no entry it could share.",
  reason_model_changed: "The conversation went to another model, and entries are private to a model.",
  reason_key_changed: "The request came with another key, and entries are private to an account.",
  reason_tools_changed:
    "The tools, or their order, differ from those before. They are part of the prefix's first segment, so all that follows is another prefix.",
  reason_system_changed:
    "The system text differs from the one before. From the first character that differs on, nothing can be read.",
  reason_messages_changed:
    "A message of the history differs from what was sent before, so only the part in front of it can be read.",
  reason_compacted: "The history was replaced by a summary: what was cached of it is of no use any more.",
  reason_rerendered:
    "The words are the same, but the chat template writes them in another way than before, an answer without its thinking, for example.",
  reason_expired:
    "The entry was not read in time: it ends some time after its last write or read, five minutes in Model Studio.",
  reason_not_yet_written:
    "An entry can be read once the response that writes it has ended. Requests sent before that write it too.",
  reason_evicted:
    "The memory of the engine is full, and what was used least recently makes room for other prompts.",
  reason_beyond_lookback:
    "A live entry lies more content blocks before the marker than the look-back goes, 20 in Model Studio.",
  reason_marker_dropped: "Of more than four markers only the last four count; this one was left out.",
  reason_not_offered: "The model has no such cache in the region, so markers have no effect there.",
  reason_no_marker: "No marker of the request takes effect where an entry could be read or written.",
  reason_below_minimum: "The prefix up to the marker is shorter than the shortest that is cached.",
  reason_implicit_not_promised:
    "Without markers only the implicit cache may read, and the service promises nothing of it.",
  reason_price_unknown:
    "No price is known for some of the request's tokens, so its cost is not known either.",
  reason_not_found: "By the rules the entry was there, and the service billed no read of it.",
  reason_failed: "The service refused the request or answered with an error; nothing is billed.",
  reason_unknown: "What was recorded does not tell why.",
} as const;
