/** The request, or a conversation that begins with it, for DashScope's own SDK of Python. */
import type { Words } from "../words/create-words";
import { tell } from "../words/message";
import { dashScopeBaseUrl } from "./choose-base-url";
import type { CodeInput, CodeOutput } from "./code-input";
import { type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { assignPython, writePythonConversation } from "./python-conversation";
import { toDashScope } from "./to-dash-scope";
import { quote } from "./write-literal";

const NO_BASE = tell("exporting.noBase");

const headOf = (baseUrl: string, service: string, isLoop: boolean): string =>
  `# pip install dashscope
${isLoop ? "import copy\nimport os\nimport time" : "import os"}

import dashscope
from dashscope import ${service}

dashscope.base_http_api_url = os.environ.get("DASHSCOPE_BASE_URL", ${quote(baseUrl)})
API_KEY = os.environ["DASHSCOPE_API_KEY"]`;

/** Fields: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) */
const writePrintUsage = (t: Words["t"]): string => `def print_usage(usage):
    """${t("exporting.commentUsage")}"""
    details = usage.get("prompt_tokens_details") or {}
    read = details.get("cached_tokens") or 0
    written = details.get("cache_creation_input_tokens") or 0
    uncached = usage["input_tokens"] - read - written
    print(f"read {read}, written {written}, uncached {uncached}, completion {usage['output_tokens']}")`;

const CHECK = `if response.status_code != 200:
    raise RuntimeError(f"{response.code}: {response.message}")`;

const indent = (lines: string): string => lines.replace(/^/gm, "    ");

const SHOW_CHUNK = `    content = response.output.choices[0].message.content
    text = content if isinstance(content, str) else "".join(part.get("text", "") for part in content)
    print(text, end="", flush=True)`;

function write({ baseUrl, streams, conversation, ...prepared }: PreparedCode): WrittenCode {
  const { t } = prepared.words;
  const { request, service, notes: changes } = toDashScope(prepared.body);
  const base = dashScopeBaseUrl(baseUrl);
  const notes = [...changes, ...(base === null ? [NO_BASE] : [])];
  const head = headOf(base ?? `${new URL(baseUrl).origin}/api/v1`, service, conversation !== null);
  const format =
    service === "Generation" && request.result_format === undefined ? ', result_format="message"' : "";
  const call = (from: string, more = ""): string =>
    `${service}.call(api_key=API_KEY, **${from}${format}${more})`;
  if (conversation) {
    const send = `    response = ${call("marked")}
${indent(CHECK)}
    print_usage(response.usage)
    message = response.output.choices[0].message
    answer = {"role": "assistant", "content": message.content or ""}
    if message.get("tool_calls"):
        answer["tool_calls"] = message["tool_calls"]
    return answer`;
    const rest = writePythonConversation({ ...prepared, body: request }, conversation, send);
    return { code: `${head}\n\n\n${writePrintUsage(t)}\n\n\n${rest}`, notes };
  }
  const single = streams
    ? `for response in ${call("request", request.incremental_output === undefined ? ", incremental_output=True" : "")}:
${indent(CHECK)}
${SHOW_CHUNK}
print()
print_usage(response.usage)`
    : `response = ${call("request")}
${CHECK}
print(response.output.choices[0].message.content)
print_usage(response.usage)`;
  return {
    code: `${head}\n\n${assignPython("request", request)}\n\n\n${writePrintUsage(t)}\n\n\n${single}`,
    notes,
  };
}

export const writePythonDashScope = (input: CodeInput): CodeOutput => prepareCode(input, ["openai"], write);
