/** English names of the kinds of reasons, what stands in the way, and what mends it. */
export const reasonKinds = {
  name_hit: "read",
  name_first_write: "first write",
  name_own_prefix: "prefix of its own",
  name_model_changed: "model changed",
  name_key_changed: "another key",
  name_tools_changed: "tools changed",
  name_system_changed: "system changed",
  name_messages_changed: "message changed",
  name_compacted: "compacted",
  name_rerendered: "written otherwise",
  name_expired: "expired",
  name_not_yet_written: "in parallel",
  name_evicted: "dropped for others",
  name_beyond_lookback: "beyond look-back",
  name_marker_dropped: "marker dropped",
  name_not_offered: "not offered here",
  name_no_marker: "no marker",
  name_below_minimum: "below the minimum",
  name_implicit_not_promised: "not promised",
  name_price_unknown: "no price",
  name_not_found: "not found",
  name_failed: "refused",
  name_unknown: "cannot be told",
  because_model_changed: "it went to another model, and entries are private to a model",
  because_key_changed: "it came with another key, and entries are private to an account",
  because_tools_changed: "the tools are others than before",
  because_system_changed: "the system text is another than before",
  because_messages_changed: "its messages are others than before",
  because_expired: "the entry had expired",
  because_not_yet_written: "the entry was still being written",
  because_evicted: "what was cached had been dropped for other prompts",
  because_beyond_lookback: "the entry lies further back than a look-up goes",
  because_marker_dropped: "its marker was dropped",
  because_not_offered: "the model has no such cache in the region",
  because_no_marker: "no marker takes effect",
  because_below_minimum: "the prefix is too short to be cached",
  because_implicit_not_promised: "the implicit cache promises nothing",
  because_failed: "the service refuses it",
  because: "nothing of its prefix had been cached before",
  becauseUnmarkedEnd: "no marker stands where the entry ends",
  mend_hit: "Nothing is to be mended.",
  mend_first_write:
    "The first request of a prompt always writes; keep its start the same from session to session.",
  mend_own_prefix:
    "Give the conversations of one agent the same tools and system message, with a marker at its end.",
  mend_model_changed: "Stay with one model within a conversation: each has entries of its own.",
  mend_key_changed:
    "Send all requests of a conversation with one key: what another account wrote cannot be read.",
  mend_tools_changed:
    "Keep the same tools in the same order for the whole conversation; connect servers before it begins.",
  mend_system_changed: "Move what changes out of the system message, into the newest user message.",
  mend_messages_changed: "Append to the history and leave earlier messages as they were sent.",
  mend_compacted:
    "Compact seldom and keep a marker at the end of the system message, so that this part is still read.",
  mend_rerendered:
    "Send the thinking of earlier answers back unchanged, or leave it out from the first request on.",
  mend_expired:
    "Send a request before the entry ends, after five minutes in Model Studio, such as a keep-alive ping, where the entry is worth it.",
  mend_not_yet_written:
    "Let the first request be answered before the others start, so that they read what it wrote.",
  mend_evicted: "Give the cache more memory, or send the prompts that share a start close to each other.",
  mend_beyond_lookback:
    "Add a marker within the look-back of the last one, 20 content blocks in Model Studio, so that the look-up reaches it.",
  mend_marker_dropped: "Send at most four markers: of more only the last four count.",
  mend_not_offered:
    "Choose the region of your key, if it is another one, or a model that has the cache there.",
  mend_no_marker: "Put a marker on the last part of the last message of each request.",
  mend_below_minimum:
    "Markers count from a least length on, 1,024 tokens in Model Studio: put the first one behind a longer start.",
  mend_implicit_not_promised: "Put a marker on the last part of the last message of each request.",
  mend_price_unknown: "Enter the price that you pay.",
  mend_not_found: "Send the same request again: a server without the entry may have answered it.",
  mend_failed: "Send the request again once the service takes it.",
  mend_unknown: "Record the bodies too: they tell what changed.",
  mendHeader:
    "Set CLAUDE_CODE_ATTRIBUTION_HEADER=0: Claude Code then leaves the line out, and every prompt starts alike.",
} as const;
