/** English statements of what the simulator assumes, by the name of each. */
export const assumptions = {
  "message-marker-means-message-end":
    "On message-level models a marker on any part of a message stands for the end of that message.",
  "markers-without-offer-play-implicit":
    "Where a model has no explicit cache in the region, its markers have no effect: nothing is read or written by them, and the request plays as one without a marker.",
  "priced-cache-is-offered":
    "A cache with a documented price in a region is offered there, also where an older list of offers does not name the model. A second-hand or computed price leaves it open: then markers play, and the doubt is said.",
  "changing-words-by-kind":
    "In a scenario a time of day in a tool, in the system text, in what stands before the first question or in the newest question goes on with the scenario's clock, a date changes at midnight (by the clock beside it; without one a conversation begins at nine), request ids, nonces and unnamed UUIDs are new in every request, and session ids, folders, git states and a client's header in every conversation, unless the user says otherwise. A question is sent again as it was first sent. Recorded requests stay as they are.",
  "block-counting":
    "A string content is one block, an array one per part, tools none, merged system messages one. Only blocks strictly between entry and marker count towards the 20; the marked block itself does not.",
  "every-breakpoint-leaves-an-entry":
    "Every breakpoint leaves an entry of its own, free of charge where it lies inside what was read.",
  "expiry-from-start":
    "The five minutes of an entry count from the start of the request that wrote or renewed it.",
  "read-renews-own-markers":
    "A request renews the entry it reads and the entries at its own breakpoints, at once when it starts. A shorter entry without a marker of its own is not renewed.",
  "parallel-creators-each-pay":
    "Requests that write one prefix at the same time each pay for it; the first response to end makes it readable.",
  "ineffective-marker-selects-explicit":
    "A request with a marker plays the explicit cache, also when no marker takes effect: it then reads and writes nothing.",
  "implicit-in-steps-of-128":
    "Implicit reads are not promised and count as none unless asked for. Then the longest common prefix with any request that has ended is read, down to a multiple of 128 tokens; every documented read is one.",
  "request-model-wins":
    "A model named in the request's body wins over the one chosen beside it. Without figures a request lasts 0 s, a segment is one block, and nothing is completed.",
  "tail-by-template":
    "After the last message come 4 tokens, 8 with thinking off on a hybrid model, or 6 with thinking on from Qwen3.5. They are never cached by a marker.",
  "tool-results-share-a-turn":
    "Consecutive tool results share one user turn; one that is not the last ends after its closing tag. Tools without a system message make a system turn of their own.",
  "merged-system-blank-line":
    "On message-level models all system messages are rendered as one at the head of the request, a blank line between them.",
  "thinking-in-history":
    "The templates of the open weights decide which past thinking is rendered: Qwen3.5 to 3.7 drop it before the last question, Qwen3.8 and Qwen4 keep it, unless preserve_thinking says otherwise.",
  "anthropic-as-openai":
    "Requests of the Anthropic dialect are rendered as their OpenAI form would be: tools in function shape, tool results before the other text of their message.",
  "responses-as-openai":
    "A body of Responses is rendered as the chat that says the same: instructions as the first system message, a developer's message as one of the system, and the thought, the words and the calls of one answer as one message.",
  "pre-tokenizer-details":
    "The service splits text as the published tokenizer does: U+FEFF and U+0085 follow its own white space, and each piece between added tokens is normalised on its own.",
  "template-tokens-count":
    "Tokens of the chat template count towards the minimum of 1,024 and lie inside the prefix up to the end of the marked message.",
  "short-markers-use-no-slot":
    "Of more than four markers the last four count. Markers that are ignored, merged or below the minimum use none of the four; as the short ones always come first, the breakpoints are the same either way.",
  "other-marker-values-ignored":
    "A marker whose type is not `ephemeral` takes no effect, nor does `prompt_cache_breakpoint` before Qwen4; it still selects the explicit cache.",
  "qwen4-ttl-in-marker":
    'Entries live five minutes. On Qwen4 a marker asks for an hour by `"ttl": "1h"`, in `cache_control` and in `prompt_cache_breakpoint` alike; how the service takes that wish is not documented.',
  "qwen4-ttl-of-last-marker":
    "A request to Qwen4 has one life for all it writes and reads: where its markers differ, the last one that takes effect decides.",
  "qwen4-renewal-may-shorten":
    "A read or an own marker gives an entry of Qwen4 the life of the current request from its start on, also where that is shorter than what was left; a longer life that starts this way costs nothing more.",
  "qwen4-automatic-breakpoint":
    "With automatic caching Qwen4 places one breakpoint after the last message of the request, from 1,024 tokens on, beside the markers and without using one of their slots.",
  "qwen4-four-markers":
    "Of more than four markers in a request to Qwen4 the last four count, as before Qwen4; both forms of a marker count alike.",
  "session-breakpoint-at-input-end":
    "In a session the service places one breakpoint, after the last message of each request's input; markers in the request mean nothing.",
  "session-look-up-as-explicit":
    "A session's look-up goes back 20 content blocks from its breakpoint, entries are readable when the response has ended, and a read starts their five minutes again, as in the explicit cache.",
  "session-billed-as-implicit":
    "Where a model has no explicit cache in the region, a session reads the same entries at the implicit price, and what it stores is billed as plain input.",
  "responses-use-the-session-cache":
    "A request to the Responses API is taken to ask for the session cache: a header does that, which the body does not show. Without it reads are implicit.",
  "implicit-reads-drawn-apart":
    "Where implicit reads have a probability, each request draws on its own whether it reads all that it could or nothing; the same seed draws the same.",
  "entries-ignore-region-and-key":
    "Entries belong to an account and a model name as written. A snapshot shares none with its base model.",
  "top-level-marker-ignored":
    "A marker on a message, a tool or the request itself takes no effect; only parts of a content array carry one.",
  "unknown-model-message-level":
    "A model of unknown granularity keeps breakpoints at message ends only, from 1,024 tokens, four a request, 20 blocks back.",
  "snapshot-as-base": "A dated snapshot that is not listed has the rules and prices of its base model.",
  "name-around-a-name":
    "A model's name behind a gateway's or vendor's prefix (qwen/…, dashscope/…), before a client's suffix ([1m], :free) or with -latest is played as that model at Model Studio, with its rules and prices. What the gateway adds or leaves out is not known.",
  "tier-by-total-input": "The price tier follows from all input tokens of a request, cached or not.",
  "uncounted-content":
    "Files, documents, sound and what stands in fields of other services are not counted: from there on a count is the least it may be. The most is a quarter above their JSON where they are text, and 100,000 tokens more where their size cannot be told; images with limits of pixels may take from none to twice the formula's tokens.",
  "tier-k-is-1024":
    "Price tiers are listed in K, and K is 1,024 tokens: qwen3-max, listed up to 252K, takes 258,048 = 252 × 1,024. A tier holds its last token: 32K ends with 32,768, 128K with 131,072, 256K with 262,144. 1M is 1,000,000.",
  "peak-price": "Where a price depends on the time of day, the peak price is used.",
  "media-size":
    "An image of unknown size counts as 1,024 by 1,024 pixels, a video as 10 s of 1,280 by 720; their tokens may then be anything from none to twice as many. With a known size they may be off by 10 %, since the service may resize differently.",
  "later-vocabulary-band":
    "Qwen3.5 and later are counted with the smaller Qwen3 vocabulary. ASCII text may be off by 1 % either way: on published requests the counts differed by up to 0.6 %. Other text may take 15 % fewer tokens to 1 % more.",
  "other-makers-band":
    "Models of other makers, and models that are not known, are counted as if they were Qwen3.5; their counts may be off by 25 % either way.",
  "keys-of-one-recording-share-entries":
    "Entries are private to an account, and a key does not tell its account: a recording is played as one account's. Where a read that another key's request left is not billed, that key is named as the cause.",
  "bare-bodies-are-a-batch":
    "Bodies alone on the lines of a file, each with a question of its own and none going on where another ended, are played as a batch file: at half the price, with nothing read or written at a price of its own, whatever the markers.",
  "reads-renew-own-markers-only":
    "A read starts the life of the entry it reads again, and so does a marker that of the entry at its own place; a shorter entry on the way to the one that is read keeps its end.",
  "nova-as-claude":
    "Nova's checkpoints are looked up as Claude's are, and the documented cap of 20K tokens is not applied: longer reads have been measured.",
  "minimax-entry-at-markers":
    "MiniMax's active cache leaves an entry at markers only; one of its examples reads as if every block left one.",
  "latest-boundaries-count":
    "Of more than four boundaries of a request the latest four are written, the one that the service places included.",
  "ten-minutes-in-memory":
    "Before GPT-5.6 a prefix is kept 600 s from the start of the request that had it last; the service says five to ten minutes without use.",
  "no-hidden-start":
    "Where prefixes end at places counted from a hidden start, that start has no tokens, unless its length is given.",
  "overflow-not-played":
    "All requests with one prefix reach the server that has it; the service spreads them from about 15 a minute on.",
  "reads-to-the-token":
    "Where a service does not say in which blocks it reads a common prefix, it is read to the token.",
  "life-by-load":
    "Where a service does not say how long it keeps a prefix, nothing ends while the conversation is played.",
  "unlisted-minimum":
    "A Gemini model without a minimum of its own has that of its generation: 2,048 tokens for 2.x, 4,096 for 3.x.",
  "object-used-at-once":
    "A rented object is made at the start of the first request that has its text, used by that request at once, and never prolonged. Nothing is read beside it.",
  "deepseek-steps":
    "DeepSeek's reads are counted in steps of 64 tokens, as in 2024; what is read now are multiples of it.",
  "deepseek-units":
    "DeepSeek stores the whole input of each request, and the prefix that two requests were seen to have in common; both can be read once the request has ended, and none ends. The ends of answers and the places within long texts are left out.",
  "deepseek-off-peak":
    "A simulated second has no hour of the day: DeepSeek's price outside the peak hours counts, unless the other is asked for.",
  "engine-one-at-a-time":
    "An engine of one's own serves one request after the other, in the order of their start.",
  "engine-keeps-no-answers":
    "The tokens of answers are not kept by an engine; they come back as the input of the next request.",
  "lmcache-whole-chunks":
    "LMCache keeps whole chunks only, and of a prompt that is all kept the last token is computed.",
  "host-in-blocks":
    "A host of one's own reads common prefixes in blocks of 16 tokens from the first block on, and drops none, unless it is told otherwise.",
  "sticky-place-drawn":
    "A conversation's first place behind a sticky router is drawn; it stays there until nothing has been sent for the idle time.",
  "band-of-whole-request":
    "Where a price list does not say whether a higher price beyond a limit is for the whole request, it is.",
  "frame-of-four":
    "For services whose frame is not known a request is tools, system and messages in this order, with four tokens around each message and three before the answer.",
  "nearest-vocabulary":
    "Models whose vocabulary is not here are counted with Qwen's: their counts may be off by 25 % either way, and by more for code and for languages other than English.",
  "openai-chat-frame":
    "OpenAI's models take three tokens and the role for each message and three before the answer, as the OpenAI Cookbook counts for GPT-4o; later models are taken to do the same.",
  "gpt-6-vocabulary":
    "GPT-6 has the vocabulary of GPT-5, o200k_base: tools that count for it say so, OpenAI's own list ends before it.",
  "harmony-frame":
    "OpenAI's open models get their prompts in the harmony format: a system message of its own of 61 tokens first, which a host may write otherwise or leave out, then four to seven tokens around each message.",
  "deepseek-v4-vocabulary":
    "DeepSeek V4 counts text with V3's vocabulary: the ids that are published for an example of V4 are those of V3.",
  "deepseek-frame":
    "DeepSeek's models take one token at the start, one before a user's words and three around an answer, as the published encoding of V4 has it.",
  "parts-beside-text":
    "With a vocabulary of its own a service's text is counted exactly, what stands beside it is not: tool definitions, counted as their JSON, may take 40 % less to 10 % more; calls and results are framed in ways that are not counted; thinking may be left out; images may take anything up to twice as much.",
  "claude-later-vocabulary":
    "From Opus 4.7 and Sonnet 5 on Claude takes about 30 % more tokens for the same text than before, at most 35 %: counts with the nearest vocabulary are multiplied by 1.3, and may be off by 40 % less to 30 % more.",
} as const;
