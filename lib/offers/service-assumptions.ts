/** What is assumed of services other than Model Studio, where their documentation is silent. */
import { type Assumption, assume } from "./assumption";

export const SERVICE_ASSUMPTIONS: readonly Assumption[] = [
  assume(
    "reads-renew-own-markers-only",
    "https://platform.claude.com/docs/en/build-with-claude/prompt-caching",
    "2026-10-25",
    "A read starts the life of the entry it reads again, and so does a marker that of the entry at its own place; a shorter entry on the way to the one that is read keeps its end.",
  ),
  assume(
    "nova-as-claude",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html",
    "2026-10-03",
    "Nova's checkpoints are looked up as Claude's are, and the documented cap of 20K tokens is not applied: longer reads have been measured.",
  ),
  assume(
    "minimax-entry-at-markers",
    "https://platform.minimaxi.com/docs/api-reference/anthropic-api-compatible-cache",
    "2026-10-03",
    "MiniMax's active cache leaves an entry at markers only; one of its examples reads as if every block left one.",
  ),
  assume(
    "latest-boundaries-count",
    "https://developers.openai.com/api/docs/guides/prompt-caching",
    "2026-10-02",
    "Of more than four boundaries of a request the latest four are written, the one that the service places included.",
  ),
  assume(
    "ten-minutes-in-memory",
    "https://developers.openai.com/api/docs/guides/prompt-caching",
    "2026-10-02",
    "Before GPT-5.6 a prefix is kept 600 s from the start of the request that had it last; the service says five to ten minutes without use.",
  ),
  assume(
    "no-hidden-start",
    "https://developers.openai.com/api/docs/guides/prompt-caching",
    "2026-10-02",
    "Where prefixes end at places counted from a hidden start, that start has no tokens, unless its length is given.",
  ),
  assume(
    "overflow-not-played",
    "https://developers.openai.com/api/docs/guides/prompt-caching",
    "2026-10-02",
    "All requests with one prefix reach the server that has it; the service spreads them from about 15 a minute on.",
  ),
  assume(
    "reads-to-the-token",
    "https://ai.google.dev/gemini-api/docs/caching",
    "2026-10-03",
    "Where a service does not say in which blocks it reads a common prefix, it is read to the token.",
  ),
  assume(
    "life-by-load",
    "https://ai.google.dev/gemini-api/docs/caching",
    "2026-10-03",
    "Where a service does not say how long it keeps a prefix, nothing ends while the conversation is played.",
  ),
  assume(
    "unlisted-minimum",
    "https://ai.google.dev/gemini-api/docs/caching",
    "2026-09-02",
    "A Gemini model without a minimum of its own has that of its generation: 2,048 tokens for 2.x, 4,096 for 3.x.",
  ),
  assume(
    "object-used-at-once",
    "https://ai.google.dev/gemini-api/docs/caching",
    "2026-09-02",
    "A rented object is made at the start of the first request that has its text, used by that request at once, and never prolonged. Nothing is read beside it.",
  ),
  assume(
    "deepseek-steps",
    "https://api-docs.deepseek.com/guides/kv_cache",
    "2026-11-15",
    "DeepSeek's reads are counted in steps of 64 tokens, as in 2024; what is read now are multiples of it.",
  ),
  assume(
    "deepseek-units",
    "https://api-docs.deepseek.com/guides/kv_cache",
    "2026-11-15",
    "DeepSeek stores the whole input of each request, and the prefix that two requests were seen to have in common; both can be read once the request has ended, and none ends. The ends of answers and the places within long texts are left out.",
  ),
  assume(
    "deepseek-off-peak",
    "https://api-docs.deepseek.com/quick_start/pricing",
    "2026-11-15",
    "A simulated second has no hour of the day: DeepSeek's price outside the peak hours counts, unless the other is asked for.",
  ),
  assume(
    "engine-one-at-a-time",
    "https://docs.vllm.ai/en/latest/design/prefix_caching/",
    "2026-10-03",
    "An engine of one's own serves one request after the other, in the order of their start.",
  ),
  assume(
    "engine-keeps-no-answers",
    "https://docs.vllm.ai/en/latest/design/prefix_caching/",
    "2026-10-03",
    "The tokens of answers are not kept by an engine; they come back as the input of the next request.",
  ),
  assume(
    "lmcache-whole-chunks",
    "https://docs.lmcache.ai",
    "2026-10-03",
    "LMCache keeps whole chunks only, and of a prompt that is all kept the last token is computed.",
  ),
  assume(
    "host-in-blocks",
    "https://docs.vllm.ai/en/latest/design/prefix_caching/",
    "2026-10-03",
    "A host of one's own reads common prefixes in blocks of 16 tokens from the first block on, and drops none, unless it is told otherwise.",
  ),
  assume(
    "sticky-place-drawn",
    "https://openrouter.ai/docs/guides/best-practices/prompt-caching",
    "2026-10-03",
    "A conversation's first place behind a sticky router is drawn; it stays there until nothing has been sent for the idle time.",
  ),
  assume(
    "band-of-whole-request",
    "https://platform.minimax.io/docs/api-reference/text-prompt-caching",
    "2026-10-03",
    "Where a price list does not say whether a higher price beyond a limit is for the whole request, it is.",
  ),
  assume(
    "frame-of-four",
    "https://developers.openai.com/api/docs/guides/prompt-caching",
    "2026-10-02",
    "For services whose frame is not known a request is tools, system and messages in this order, with four tokens around each message and three before the answer.",
  ),
  assume(
    "nearest-vocabulary",
    "https://developers.openai.com/api/docs/guides/prompt-caching",
    "2026-10-02",
    "Models whose vocabulary is not here are counted with Qwen's: their counts may be off by 25 % either way, and by more for code and for languages other than English.",
  ),
];
