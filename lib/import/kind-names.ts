/** What each kind of import is called in a sentence. */
import type { ImportKind } from "./imported";

export const KIND_NAMES: Readonly<Record<ImportKind, string>> = {
  layout: "a layout of this playground",
  request: "a request",
  requests: "a request",
  curl: "a curl command",
  dashscope: "a request to the native endpoint",
  har: "a HAR file",
  "claude-code": "a line of a Claude Code transcript",
  "qwen-code-log": "a log of Qwen Code",
  "qwen-code-chat": "a line of a Qwen Code chat",
  opencode: "an OpenCode session",
  usage: "a usage object",
};
