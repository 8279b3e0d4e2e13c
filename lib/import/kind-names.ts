/** What each kind of import is called in a sentence, e.g. `a HAR file`. */
import { type Message, tell } from "../words/message";
import type { ImportKind } from "./imported";

export const KIND_NAMES: Readonly<Record<ImportKind, Message>> = {
  layout: tell("importSources.kindLayout"),
  request: tell("importSources.kindRequest"),
  requests: tell("importSources.kindRequest"),
  curl: tell("importSources.kindCurl"),
  "sdk-code": tell("importSources.kindProgram"),
  dashscope: tell("importSources.kindDashscope"),
  converse: tell("importSources.kindConverse"),
  gemini: tell("importSources.kindGemini"),
  responses: tell("importSources.kindResponses"),
  har: tell("importSources.kindHar"),
  "claude-code": tell("importSources.kindClaudeCode"),
  "qwen-code-log": tell("importSources.kindQwenCodeLog"),
  "qwen-code-chat": tell("importSources.kindQwenCodeChat"),
  opencode: tell("importSources.kindOpencode"),
  cline: tell("importSources.kindCline"),
  "qwen-code-usage": tell("importSources.kindQwenCodeUsage"),
  "lang-chain": tell("importSources.kindLangChain"),
  trace: tell("importSources.kindTrace"),
  usage: tell("importSources.kindUsage"),
};
