/** What the simulator assumes where the documentation is silent: every one named, so that the page can show it. */

import { type Assumption, assume } from "./assumption";
import { SERVICE_ASSUMPTIONS } from "./service-assumptions";

export type { Assumption } from "./assumption";

const CONTEXT_CACHE = "https://www.alibabacloud.com/help/en/model-studio/context-cache";
const BEST_PRACTICE = "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice";
const QWEN4 = "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4";
const PRICING = "https://www.alibabacloud.com/help/en/model-studio/model-pricing";
const VISION = "https://www.alibabacloud.com/help/en/model-studio/vision";
const ANTHROPIC = "https://help.aliyun.com/en/model-studio/anthropic-api-messages";
const BATCH = "https://www.alibabacloud.com/help/en/model-studio/batch-inference";

export const ASSUMPTIONS: readonly Assumption[] = [
  assume(
    "message-marker-means-message-end",
    BEST_PRACTICE,
    "2026-05-25",
    "On message-level models a marker on any part of a message stands for the end of that message.",
  ),
  assume(
    "markers-without-offer-play-implicit",
    CONTEXT_CACHE,
    "2026-10-11",
    "Where a model has no explicit cache in the region, its markers have no effect: nothing is read or written by them, and the request plays as one without a marker.",
  ),
  assume(
    "priced-cache-is-offered",
    PRICING,
    "2026-09-24",
    "A cache with a documented price in a region is offered there, also where an older list of offers does not name the model. A second-hand or computed price leaves it open: then markers play, and the doubt is said.",
  ),
  assume(
    "changing-words-by-kind",
    CONTEXT_CACHE,
    "2026-10-11",
    "In a scenario a time of day in a tool, in the system text, in what stands before the first question or in the newest question goes on with the scenario's clock, a date changes at midnight (by the clock beside it; without one a conversation begins at nine), request ids, nonces and unnamed UUIDs are new in every request, and session ids, folders, git states and a client's header in every conversation, unless the user says otherwise. A question is sent again as it was first sent. Recorded requests stay as they are.",
  ),
  assume(
    "block-counting",
    CONTEXT_CACHE,
    "2026-10-11",
    "A string content is one block, an array one per part, tools none, merged system messages one. Only blocks strictly between entry and marker count towards the 20; the marked block itself does not.",
  ),
  assume(
    "every-breakpoint-leaves-an-entry",
    CONTEXT_CACHE,
    "2026-10-11",
    "Every breakpoint leaves an entry of its own, free of charge where it lies inside what was read.",
  ),
  assume(
    "expiry-from-start",
    CONTEXT_CACHE,
    "2026-10-11",
    "The five minutes of an entry count from the start of the request that wrote or renewed it.",
  ),
  assume(
    "read-renews-own-markers",
    CONTEXT_CACHE,
    "2026-10-11",
    "A request renews the entry it reads and the entries at its own breakpoints, at once when it starts. A shorter entry without a marker of its own is not renewed.",
  ),
  assume(
    "parallel-creators-each-pay",
    CONTEXT_CACHE,
    "2026-10-11",
    "Requests that write one prefix at the same time each pay for it; the first response to end makes it readable.",
  ),
  assume(
    "ineffective-marker-selects-explicit",
    CONTEXT_CACHE,
    "2026-10-11",
    "A request with a marker plays the explicit cache, also when no marker takes effect: it then reads and writes nothing.",
  ),
  assume(
    "implicit-in-steps-of-128",
    CONTEXT_CACHE,
    "2026-10-11",
    "Implicit reads are not promised and count as none unless asked for. Then the longest common prefix with any request that has ended is read, down to a multiple of 128 tokens; every documented read is one.",
  ),
  assume(
    "request-model-wins",
    CONTEXT_CACHE,
    "2026-10-11",
    "A model named in the request's body wins over the one chosen beside it. Without figures a request lasts 0 s, a segment is one block, and nothing is completed.",
  ),
  assume(
    "tail-by-template",
    CONTEXT_CACHE,
    "2026-10-11",
    "After the last message come 4 tokens, 8 with thinking off on a hybrid model, or 6 with thinking on from Qwen3.5. They are never cached by a marker.",
  ),
  assume(
    "tool-results-share-a-turn",
    CONTEXT_CACHE,
    "2026-10-11",
    "Consecutive tool results share one user turn; one that is not the last ends after its closing tag. Tools without a system message make a system turn of their own.",
  ),
  assume(
    "merged-system-blank-line",
    BEST_PRACTICE,
    "2026-05-25",
    "On message-level models all system messages are rendered as one at the head of the request, a blank line between them.",
  ),
  assume(
    "thinking-in-history",
    CONTEXT_CACHE,
    "2026-10-11",
    "The templates of the open weights decide which past thinking is rendered: Qwen3.5 to 3.7 drop it before the last question, Qwen3.8 and Qwen4 keep it, unless preserve_thinking says otherwise.",
  ),
  assume(
    "anthropic-as-openai",
    ANTHROPIC,
    "2026-03-15",
    "Requests of the Anthropic dialect are rendered as their OpenAI form would be: tools in function shape, tool results before the other text of their message.",
  ),
  assume(
    "pre-tokenizer-details",
    CONTEXT_CACHE,
    "2026-10-11",
    "The service splits text as the published tokenizer does: U+FEFF and U+0085 follow its own white space, and each piece between added tokens is normalised on its own.",
  ),
  assume(
    "template-tokens-count",
    CONTEXT_CACHE,
    "2026-10-11",
    "Tokens of the chat template count towards the minimum of 1,024 and lie inside the prefix up to the end of the marked message.",
  ),
  assume(
    "short-markers-use-no-slot",
    CONTEXT_CACHE,
    "2026-10-11",
    "Of more than four markers the last four count. Markers that are ignored, merged or below the minimum use none of the four; as the short ones always come first, the breakpoints are the same either way.",
  ),
  assume(
    "other-marker-values-ignored",
    CONTEXT_CACHE,
    "2026-10-11",
    "A marker whose type is not `ephemeral` takes no effect, nor does `prompt_cache_breakpoint` before Qwen4; it still selects the explicit cache.",
  ),
  assume(
    "qwen4-ttl-in-marker",
    QWEN4,
    "2026-11-16",
    'Entries live five minutes. On Qwen4 a marker asks for an hour by `"ttl": "1h"`, in `cache_control` and in `prompt_cache_breakpoint` alike; how the service takes that wish is not documented.',
  ),
  assume(
    "qwen4-ttl-of-last-marker",
    QWEN4,
    "2026-11-16",
    "A request to Qwen4 has one life for all it writes and reads: where its markers differ, the last one that takes effect decides.",
  ),
  assume(
    "qwen4-renewal-may-shorten",
    QWEN4,
    "2026-11-16",
    "A read or an own marker gives an entry of Qwen4 the life of the current request from its start on, also where that is shorter than what was left; a longer life that starts this way costs nothing more.",
  ),
  assume(
    "qwen4-automatic-breakpoint",
    QWEN4,
    "2026-11-16",
    "With automatic caching Qwen4 places one breakpoint after the last message of the request, from 1,024 tokens on, beside the markers and without using one of their slots.",
  ),
  assume(
    "qwen4-four-markers",
    QWEN4,
    "2026-11-16",
    "Of more than four markers in a request to Qwen4 the last four count, as before Qwen4; both forms of a marker count alike.",
  ),
  assume(
    "session-breakpoint-at-input-end",
    CONTEXT_CACHE,
    "2026-03-24",
    "In a session the service places one breakpoint, after the last message of each request's input; markers in the request mean nothing.",
  ),
  assume(
    "session-look-up-as-explicit",
    CONTEXT_CACHE,
    "2026-03-24",
    "A session's look-up goes back 20 content blocks from its breakpoint, entries are readable when the response has ended, and a read starts their five minutes again, as in the explicit cache.",
  ),
  assume(
    "session-billed-as-implicit",
    CONTEXT_CACHE,
    "2026-03-24",
    "Where a model has no explicit cache in the region, a session reads the same entries at the implicit price, and what it stores is billed as plain input.",
  ),
  assume(
    "implicit-reads-drawn-apart",
    CONTEXT_CACHE,
    "2026-10-11",
    "Where implicit reads have a probability, each request draws on its own whether it reads all that it could or nothing; the same seed draws the same.",
  ),
  assume(
    "entries-ignore-region-and-key",
    CONTEXT_CACHE,
    "2026-10-11",
    "Entries belong to an account and a model name as written. A snapshot shares none with its base model.",
  ),
  assume(
    "top-level-marker-ignored",
    ANTHROPIC,
    "2026-03-15",
    "A marker on a message, a tool or the request itself takes no effect; only parts of a content array carry one.",
  ),
  assume(
    "unknown-model-message-level",
    BEST_PRACTICE,
    "2026-05-25",
    "A model of unknown granularity keeps breakpoints at message ends only, from 1,024 tokens, four a request, 20 blocks back.",
  ),
  assume(
    "snapshot-as-base",
    PRICING,
    "2026-09-24",
    "A dated snapshot that is not listed has the rules and prices of its base model.",
  ),
  assume(
    "name-around-a-name",
    PRICING,
    "2026-09-24",
    "A model's name behind a gateway's or vendor's prefix (qwen/…, dashscope/…), before a client's suffix ([1m], :free) or with -latest is played as that model at Model Studio, with its rules and prices. What the gateway adds or leaves out is not known.",
  ),
  assume(
    "tier-by-total-input",
    PRICING,
    "2026-09-24",
    "The price tier follows from all input tokens of a request, cached or not.",
  ),
  assume(
    "uncounted-content",
    CONTEXT_CACHE,
    "2026-11-29",
    "Files, documents, sound and what stands in fields of other services are not counted: from there on a count is the least it may be. The most is a quarter above their JSON where they are text, and 100,000 tokens more where their size cannot be told; images with limits of pixels may take from none to twice the formula's tokens.",
  ),
  assume(
    "tier-k-is-1024",
    PRICING,
    "2026-11-29",
    "Price tiers are listed in K, and K is 1,024 tokens: qwen3-max, listed up to 252K, takes 258,048 = 252 × 1,024. A tier holds its last token: 32K ends with 32,768, 128K with 131,072, 256K with 262,144. 1M is 1,000,000.",
  ),
  assume(
    "peak-price",
    PRICING,
    "2026-09-24",
    "Where a price depends on the time of day, the peak price is used.",
  ),
  assume(
    "media-size",
    VISION,
    "2025-11-12",
    "An image of unknown size counts as 1,024 by 1,024 pixels, a video as 10 s of 1,280 by 720; their tokens may then be anything from none to twice as many. With a known size they may be off by 10 %, since the service may resize differently.",
  ),
  assume(
    "later-vocabulary-band",
    BEST_PRACTICE,
    "2026-05-25",
    "Qwen3.5 and later are counted with the smaller Qwen3 vocabulary. ASCII text may be off by 1 % either way: on published requests the counts differed by up to 0.6 %. Other text may take 15 % fewer tokens to 1 % more.",
  ),
  assume(
    "other-makers-band",
    CONTEXT_CACHE,
    "2026-10-11",
    "Models of other makers, and models that are not known, are counted as if they were Qwen3.5; their counts may be off by 25 % either way.",
  ),
  assume(
    "keys-of-one-recording-share-entries",
    CONTEXT_CACHE,
    "2026-10-11",
    "Entries are private to an account, and a key does not tell its account: a recording is played as one account's. Where a read that another key's request left is not billed, that key is named as the cause.",
  ),
  assume(
    "bare-bodies-are-a-batch",
    BATCH,
    "2026-10-11",
    "Bodies alone on the lines of a file, each with a question of its own and none going on where another ended, are played as a batch file: at half the price, with nothing read or written at a price of its own, whatever the markers.",
  ),
  ...SERVICE_ASSUMPTIONS,
];

const byId = new Map(ASSUMPTIONS.map((assumption) => [assumption.id, assumption]));

/** The assumption of that name; null where there is none. */
export const findAssumption = (id: string): Assumption | null => byId.get(id) ?? null;
