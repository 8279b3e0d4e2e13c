/** The formats an import can have, in the order in which they are tried: the telling ones first. */
import type { Source } from "./source";
import { claudeCode } from "./sources/claude-code";
import { cline } from "./sources/cline";
import { converse } from "./sources/converse";
import { curl } from "./sources/curl";
import { dashscope } from "./sources/dashscope";
import { gemini } from "./sources/gemini";
import { har } from "./sources/har";
import { langChain } from "./sources/lang-chain";
import { layout } from "./sources/layout";
import { openCode } from "./sources/opencode";
import { qwenCodeChat } from "./sources/qwen-code-chat";
import { qwenCodeLog } from "./sources/qwen-code-log";
import { qwenCodeUsage } from "./sources/qwen-code-usage";
import { requests } from "./sources/requests";
import { responses } from "./sources/responses";
import { sdkCode } from "./sources/sdk-code";
import { traces } from "./sources/traces";
import { usageAlone } from "./sources/usage";

const SOURCES: readonly Source[] = [
  har,
  openCode,
  layout,
  curl,
  sdkCode,
  qwenCodeLog,
  qwenCodeChat,
  claudeCode,
  cline,
  qwenCodeUsage,
  langChain,
  traces,
  dashscope,
  converse,
  gemini,
  responses,
  requests,
  usageAlone,
];

/** Whether a record is of that format; a record that it fails on is not. */
export function isOf(source: Source, record: unknown): boolean {
  try {
    return source.recognises(record);
  } catch {
    return false;
  }
}

/** The format that a record is of. */
export const sourceOf = (record: unknown): Source | undefined =>
  SOURCES.find((source) => isOf(source, record));
