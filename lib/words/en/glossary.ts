/** The words of the field and the kinds of reasons, each explained in one or two sentences. */
export const glossary = {
  prefixName: "prefix",
  prefixSays:
    "Everything from the first token of a request, as the model reads it, up to some boundary. A cache can give back only a prefix: it ends at the first token that differs.",
  tailName: "tail, generation prompt",
  tailSays:
    "The few tokens the chat template adds after the last message so that the model begins its answer. They follow every boundary and are never cached.",
  templateName: "chat template",
  templateSays:
    "The rule that turns a model's messages and tools into one text. Tokens are counted over that text, never over the JSON.",
  segmentName: "segment",
  segmentSays:
    "A unit of the prefix, in the order the cache sees it: the tools, the system message, then each message.",
  markerName: "marker",
  markerSays:
    "A cache_control field in the document. It asks for a cache entry that ends there; the rules decide whether it gets one.",
  breakpointName: "breakpoint",
  breakpointSays:
    "A boundary where an entry really ends, after the rules: a marker may be merged with another, moved to its message's end, dropped, ignored or too early.",
  entryName: "entry",
  entrySays:
    "What the service keeps of one prefix, private to an account and a model. It can be read until it expires, by default five minutes after its last write or read.",
  readName: "read",
  readSays:
    "Input tokens taken from a live entry, billed at the hit price, a small fraction of the input price.",
  writtenName: "written",
  writtenSays:
    "Input tokens stored in a new entry, billed at the creation price, which is above the input price.",
  uncachedName: "uncached",
  uncachedSays:
    "Input tokens neither read nor written, billed at the plain input price. Read, written and uncached add up to the whole input.",
  completionName: "completion",
  completionSays: "The tokens of the answer, thinking included. No cache makes them cheaper.",
  lookbackName: "look-back",
  lookbackSays:
    "How far the service searches back from a breakpoint for an entry to read: over at most 20 content blocks. An entry further back is not found, even while it lives.",
  blockName: "content block",
  blockSays:
    "What the look-back counts: a text message is one block, a message made of parts is one block per part.",
  minimumName: "minimum",
  minimumSays:
    "The shortest prefix that becomes an entry: 1,024 tokens for the explicit cache, counted from the first token, not from the last marker.",
  hitName: "hit",
  hitSays: "A request that reads from an entry. The hit is whole if everything that could be read was read.",
  missName: "miss",
  missSays:
    "A request that pays again for tokens it could have read, because its text changed, the entry had expired, or a rule stood in the way.",
  followsName: "follows from the document",
  followsSays:
    "This request is not written by hand: it is the document plus the scenario's turns, so editing the document changes it too.",
  fillerName: "filler",
  fillerSays:
    "Made-up text of a given number of tokens. It stands in for words that do not matter to the cache or should not be shown.",
  implicitName: "implicit cache",
  implicitSays:
    "The service's own cache for requests without markers. It may read a common beginning at a lower price, writes at no extra price, and promises nothing.",
  explicitName: "explicit cache",
  explicitSays:
    "The cache that markers ask for. Writing costs more than plain input, and a live entry with the same prefix is always read.",
  sessionName: "session cache",
  sessionSays:
    "A cache that a header switches on for the Responses API: the service keeps the conversation and places the boundaries itself.",
  canonicalName: "canonical order",
  canonicalSays:
    "Fields and tools in one fixed order, so that the same request always has the same text. Without it, a changing order makes every request miss.",
  shapeName: "shape only",
  shapeSays:
    "A layout whose words are replaced by filler of the same length: sizes, markers and costs are true, but no content can be read.",
  breakEvenName: "break-even",
  breakEvenSays:
    "The first request by which the conversation has cost no more than it would have without a cache: the reads have paid for the writes.",
  atBestName: "at best",
  atBestSays:
    "The cost if the implicit cache read all it could. The service promises none of it, so the true cost lies in between.",
  withoutCacheName: "without cache",
  withoutCacheSays: "The same requests with every input token at the plain input price.",
  keepAliveName: "keep-alive",
  keepAliveSays:
    "A short request sent only to read an entry before it expires, which renews its life. It pays if the next real request would otherwise write everything again.",
  placementName: "placement",
  placementSays:
    "The rule that says where markers go in every request of a conversation, for example after the system message and on the newest message.",
  scenarioName: "scenario",
  scenarioSays:
    "The conversation to play: the document as its first request, then turns with their gaps, answers and changes.",
  estimateName: "estimate",
  estimateSays:
    "A token count made with a vocabulary that is not the model's own. The band says how far the true count may lie on either side.",
  calibratedName: "calibrated",
  calibratedSays:
    "An estimate corrected by the ratio of the service's count to the count made here for the same request.",
  reason_hit: "The request read a live entry that matches its beginning.",
  reason_first_write:
    "Nothing this request could read had been cached yet, so it wrote an entry for later ones.",
  reason_own_prefix:
    "The first request of a conversation that begins unlike all others: there was no entry to share.",
  reason_model_changed: "The conversation moved to another model, and entries are private to a model.",
  reason_key_changed: "The request came with another key, and entries are private to an account.",
  reason_tools_changed:
    "The tools, or their order, differ from before. They belong to the prefix's first segment, so everything after them is another prefix.",
  reason_system_changed:
    "The system text differs from before. From the first different character on, nothing can be read.",
  reason_messages_changed:
    "A message in the history differs from what was sent before, so only the part before it can be read.",
  reason_compacted: "The history was replaced by a summary: its cached part is of no use any more.",
  reason_rerendered:
    "The words are the same, but the chat template renders them differently than before, for example an answer without its thinking.",
  reason_expired:
    "The entry was not read in time: it expires some time after its last write or read, at Model Studio after five minutes.",
  reason_not_yet_written:
    "An entry can be read once the response that writes it has ended. Requests sent before that write it too.",
  reason_evicted:
    "The engine's memory is full, and what was used least recently makes room for other prompts.",
  reason_beyond_lookback:
    "A live entry lies further before the marker than the look-back goes, 20 content blocks at Model Studio.",
  reason_marker_dropped:
    "If there are more than four markers, only the last four count; this one was dropped.",
  reason_not_offered: "The model does not have this cache in the region, so markers have no effect there.",
  reason_no_marker: "No marker of the request takes effect where an entry could be read or written.",
  reason_below_minimum: "The prefix up to the marker is shorter than the minimum.",
  reason_implicit_not_promised:
    "Without markers only the implicit cache may read, and the service does not promise it.",
  reason_price_unknown: "The price of some of the request's tokens is unknown, so its cost is unknown too.",
  reason_not_found: "By the rules the entry was there, but the service billed no read of it.",
  reason_failed: "The service refused the request or answered with an error; nothing is billed.",
  reason_unknown: "The recording does not show why.",
} as const;
