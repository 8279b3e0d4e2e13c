/** English statements of what the simulator assumes, by the name of each. */
export const assumptions = {
  "message-marker-means-message-end":
    "On message-level models a marker on any part of a message marks the end of that message.",
  "markers-without-offer-play-implicit":
    "Where a model has no explicit cache in the region, its markers have no effect: they read and write nothing, and the request plays as if it had none.",
  "priced-cache-is-offered":
    "A cache with a documented price in a region is offered there, even if an older list of offers omits the model. A second-hand or computed price leaves this open: markers then play, with the doubt stated.",
  "changing-words-by-kind":
    "In a scenario, unless the user says otherwise: a time of day follows the scenario's clock if it stands in a tool, in the system text, before the first question or in the newest question; a date changes at midnight, by the clock beside it (without one, a conversation begins at nine); request ids, nonces and unnamed UUIDs are new in every request; session ids, folders, git states and a client's header are new in every conversation. A question that is sent again keeps its first text. Recorded requests stay as they are.",
  "block-counting":
    "A string content is one block, an array one per part, tools none, merged system messages one. Only blocks strictly between entry and marker count towards the 20; the marked block does not.",
  "every-breakpoint-leaves-an-entry":
    "Every breakpoint leaves its own entry, free of charge where it lies inside what was read.",
  "expiry-from-start":
    "An entry's five minutes count from the start of the request that wrote or renewed it.",
  "read-renews-own-markers":
    "As soon as it starts, a request renews the entry it reads and the entries at its own breakpoints. A shorter entry without its own marker is not renewed.",
  "parallel-creators-each-pay":
    "Requests that write the same prefix at the same time each pay for it; it becomes readable when the first response ends.",
  "ineffective-marker-selects-explicit":
    "A request with a marker plays the explicit cache even if no marker takes effect; it then reads and writes nothing.",
  "implicit-in-steps-of-128":
    "Implicit reads are not promised and are left out unless chosen. If chosen, a request reads the longest prefix it shares with any ended request, rounded down to a multiple of 128 tokens, as every documented read is.",
  "request-model-wins":
    "A model named in the request's body wins over the one chosen beside it. Where figures are missing, a request lasts 0 s, a segment is one block and there is no completion.",
  "tail-by-template":
    "The last message is followed by 4 tokens, by 8 with thinking off on a hybrid model, or by 6 with thinking on from Qwen3.5. A marker never caches them.",
  "tool-results-share-a-turn":
    "Consecutive tool results share one user turn; each but the last ends after its closing tag. Tools without a system message form their own system turn.",
  "merged-system-blank-line":
    "On message-level models all system messages are rendered as one at the start of the request, separated by blank lines.",
  "thinking-in-history":
    "The chat templates of the open weights decide which past thinking is rendered: Qwen3.5 to 3.7 drop it before the last question, Qwen3.8 and Qwen4 keep it, unless preserve_thinking says otherwise.",
  "anthropic-as-openai":
    "Requests of the Anthropic dialect are rendered in their OpenAI form: tools in function shape, tool results before the other text of their message.",
  "responses-as-openai":
    "A body of Responses is rendered as the chat that says the same: instructions as the first system message, a developer's message as one of the system, and the thought, the words and the calls of one answer as one message.",
  "pre-tokenizer-details":
    "The service splits text as the published tokenizer does: U+FEFF and U+0085 follow its own definition of white space, and each piece between added tokens is normalised separately.",
  "template-tokens-count":
    "Tokens of the chat template count towards the minimum of 1,024 and lie inside the prefix up to the end of the marked message.",
  "short-markers-use-no-slot":
    "If there are more than four markers, the last four count. Markers that are ignored, merged or below the minimum use none of the four; short ones always come first, so the breakpoints are the same either way.",
  "other-marker-values-ignored":
    "A marker whose type is not `ephemeral` has no effect, nor does `prompt_cache_breakpoint` before Qwen4; it still selects the explicit cache.",
  "qwen4-ttl-in-marker":
    'Entries live five minutes. On Qwen4 a marker asks for an hour with `"ttl": "1h"`, in `cache_control` or `prompt_cache_breakpoint`; how the service treats it is not documented.',
  "qwen4-ttl-of-last-marker":
    "A request to Qwen4 has one life for all it writes and reads: if its markers differ, the last effective one decides.",
  "qwen4-renewal-may-shorten":
    "On Qwen4, an entry that a request reads or marks takes on the request's life from its start, even if less than the time left; a longer life gained this way costs nothing more.",
  "qwen4-automatic-breakpoint":
    "With automatic caching Qwen4 places one breakpoint after the request's last message, from 1,024 tokens, in addition to the markers and without using one of their slots.",
  "qwen4-four-markers":
    "If a request to Qwen4 has more than four markers, the last four count, as before Qwen4; both forms of a marker count alike.",
  "session-breakpoint-at-input-end":
    "In a session the service places one breakpoint, after the last message of each request's input; markers in the request have no effect.",
  "session-look-up-as-explicit":
    "As in the explicit cache, a session's look-up goes back 20 content blocks from its breakpoint, entries are readable once the response has ended, and a read restarts their five minutes.",
  "session-billed-as-implicit":
    "Where a model has no explicit cache in the region, a session reads the same entries at the implicit price and stores at the plain input price.",
  "responses-use-the-session-cache":
    "A request to the Responses API is taken to ask for the session cache: a header does that, which the body does not show. Without it reads are implicit.",
  "implicit-reads-drawn-apart":
    "If implicit reads have a probability, each request draws on its own whether it reads all it could or nothing; the same seed gives the same draws.",
  "entries-ignore-region-and-key":
    "Entries belong to an account and to a model name as written. A snapshot does not share entries with its base model.",
  "top-level-marker-ignored":
    "A marker on a message, a tool or the request itself has no effect; only parts of a content array can carry one.",
  "unknown-model-message-level":
    "A model of unknown granularity has breakpoints at message ends only, from 1,024 tokens, four per request, looking back 20 blocks.",
  "snapshot-as-base": "A dated snapshot that is not listed has its base model's rules and prices.",
  "name-around-a-name":
    "A model name with a gateway's or vendor's prefix (qwen/…, dashscope/…), a client's suffix ([1m], :free) or -latest is played as that model at Model Studio, with its rules and prices. What the gateway adds or leaves out is unknown.",
  "tier-by-total-input": "The price tier depends on all input tokens of a request, cached or not.",
  "uncounted-content":
    "Files, documents, sound and fields of other services are not counted: from there on, a count is a minimum. The maximum adds a quarter to their JSON where they are text, and 100,000 tokens where their size is unknown; images with pixel limits may take from none to twice the formula's tokens.",
  "tier-k-is-1024":
    "Price tiers are listed in K, and 1K is 1,024 tokens: qwen3-max, listed up to 252K, accepts 258,048 = 252 × 1,024. A tier includes its last token: 32K ends at 32,768, 128K at 131,072, 256K at 262,144. 1M is 1,000,000.",
  "peak-price": "Where a price depends on the time of day, the peak price is used.",
  "media-size":
    "An image of unknown size counts as 1,024 by 1,024 pixels, a video as 10 s of 1,280 by 720; the true tokens may be from none to twice as many. If the size is known, they may be off by 10 %, since the service may resize differently.",
  "later-vocabulary-band":
    "Qwen3.5 and later are counted with the smaller Qwen3 vocabulary. ASCII text may be off by 1 % either way; on published requests the counts differed by up to 0.6 %. Other text may take from 15 % fewer to 1 % more tokens.",
  "other-makers-band":
    "Models of other makers and unknown models are counted like Qwen3.5; their counts may be off by 25 % either way.",
  "keys-of-one-recording-share-entries":
    "Entries are private to an account, and a key does not reveal its account: a recording is played as one account's. If the bill lacks a read of an entry left by another key's request, that key is named as the cause.",
  "bare-bodies-are-a-batch":
    "If a file's lines are bare bodies, each with its own question and none continuing another, they are played as a batch file: at half the price, with no separate price for reads and writes, whatever the markers.",
  "reads-renew-own-markers-only":
    "A read restarts the life of the entry it reads, and a marker that of the entry at its own place; a shorter entry passed on the way keeps its expiry.",
  "nova-as-claude":
    "Nova's checkpoints are looked up like Claude's, without the documented cap of 20K tokens: longer reads have been measured.",
  "minimax-entry-at-markers":
    "MiniMax's active cache leaves entries at markers only; one of its examples reads as if every block left one.",
  "latest-boundaries-count":
    "If a request has more than four boundaries, the last four are written, including the one the service places.",
  "ten-minutes-in-memory":
    "Before GPT-5.6 a prefix is kept for 600 s from the start of the last request that had it; the service says five to ten minutes without use.",
  "no-hidden-start":
    "Where prefix ends are counted from a hidden start, that start has no tokens unless its length is given.",
  "overflow-not-played":
    "All requests with the same prefix reach the server that holds it; the real service spreads them from about 15 a minute.",
  "reads-to-the-token":
    "Where a service does not state its block size, a common prefix is read to the token.",
  "life-by-load":
    "Where a service does not say how long it keeps a prefix, nothing expires during the conversation.",
  "unlisted-minimum":
    "A Gemini model without its own minimum has its generation's: 2,048 tokens for 2.x, 4,096 for 3.x.",
  "object-used-at-once":
    "A rented object is created when the first request with its text starts, used by that request at once, and never extended. Nothing else is read.",
  "deepseek-steps":
    "DeepSeek's reads are counted in steps of 64 tokens, as in 2024; today's reads are multiples of 64.",
  "deepseek-units":
    "DeepSeek stores each request's whole input, and the prefix that two requests were seen to share; both are readable once the request has ended, and never expire. The ends of answers and places within long texts are left out.",
  "deepseek-off-peak":
    "Simulated time has no hour of the day: DeepSeek's off-peak price applies unless the peak price is chosen.",
  "engine-one-at-a-time": "A self-hosted engine serves one request after another, in the order they start.",
  "engine-keeps-no-answers":
    "An engine does not keep the tokens of answers; they come back as input of the next request.",
  "lmcache-whole-chunks":
    "LMCache keeps only whole chunks; if all of a prompt is kept, its last token is still computed.",
  "host-in-blocks":
    "A self-hosted server reads common prefixes in blocks of 16 tokens from the first block, and drops none, unless told otherwise.",
  "sticky-place-drawn":
    "A conversation's first place behind a sticky router is drawn at random; it stays there until nothing has been sent for the idle time.",
  "band-of-whole-request":
    "Where a price list does not say whether the higher price above a limit applies to the whole request, it does.",
  "frame-of-four":
    "If a service's prompt format is unknown, a request is tools, system and messages in this order, with four tokens around each message and three before the answer.",
  "nearest-vocabulary":
    "Models whose vocabulary is not available here are counted with Qwen's: counts may be off by 25 % either way, and by more for code and for languages other than English.",
  "openai-chat-frame":
    "OpenAI's models take three tokens plus the role for each message and three before the answer, as the OpenAI Cookbook counts for GPT-4o; later models are assumed to do the same.",
  "gpt-6-vocabulary":
    "GPT-6 uses the vocabulary of GPT-5, o200k_base: tools that count for it say so, but OpenAI's own list does not include it yet.",
  "harmony-frame":
    "OpenAI's open models get their prompts in the harmony format: first its own system message of 61 tokens, which a host may change or leave out, then four to seven tokens around each message.",
  "deepseek-v4-vocabulary":
    "DeepSeek V4 counts text with V3's vocabulary: the ids published in an example of V4 are those of V3.",
  "deepseek-frame":
    "DeepSeek's models take one token at the start, one before the user's text and three around an answer, as in V4's published encoding.",
  "parts-beside-text":
    "With a service's own vocabulary, text is counted exactly but the rest is not: tool definitions, counted as their JSON, may take from 40 % less to 10 % more; the framing of calls and results is not counted; thinking may be left out; images may take from none to twice as much.",
  "claude-later-vocabulary":
    "From Opus 4.7 and Sonnet 5, Claude takes about 30 % more tokens for the same text than before, at most 35 %: counts with the nearest vocabulary are multiplied by 1.3, and may be off by 40 % less to 30 % more.",
} as const;
