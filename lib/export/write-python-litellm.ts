/** The request, or a conversation that begins with it, for LiteLLM. */
import type { Words } from "../words/create-words";
import type { CodeInput, CodeOutput } from "./code-input";
import { type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { assignPython, writePythonConversation } from "./python-conversation";
import { OPENAI_PARAMETERS, splitBody } from "./split-body";
import { quote } from "./write-literal";
import { returnOpenAiAnswer } from "./write-python-openai";

const NOTES = [tell("exporting.litellmParts"), tell("exporting.litellmOld")];

const headOf = (baseUrl: string, isLoop: boolean): string =>
  `# pip install litellm
${isLoop ? "import copy\nimport os\nimport time" : "import os"}

import litellm

API_KEY = os.environ["DASHSCOPE_API_KEY"]
BASE_URL = os.environ.get("DASHSCOPE_BASE_URL", ${quote(baseUrl)})`;

import { tell } from "../words/message";

/** LiteLLM puts the written tokens beside or inside the details, by its release. */
const writePrintUsage = (t: Words["t"]): string => `def print_usage(usage):
    """${t("exporting.commentUsage")}"""
    usage = usage.model_dump()
    details = usage.get("prompt_tokens_details") or {}
    read = details.get("cached_tokens") or 0
    written = (
        usage.get("cache_creation_input_tokens")
        or details.get("cache_creation_input_tokens")
        or details.get("cache_creation_tokens")
        or 0
    )
    uncached = usage["prompt_tokens"] - read - written
    print(f"read {read}, written {written}, uncached {uncached}, completion {usage['completion_tokens']}")`;

function write(prepared: PreparedCode): WrittenCode {
  const {
    body,
    baseUrl,
    streams,
    conversation,
    words: { t },
  } = prepared;
  const { known, extra } = splitBody(body, OPENAI_PARAMETERS);
  const model = typeof body.model === "string" ? `dashscope/${body.model}` : "dashscope/";
  const request = { ...known, model };
  const hasExtra = Object.keys(extra).length > 0;
  const head = [
    headOf(baseUrl, conversation !== null),
    ...(hasExtra ? [`# ${t("exporting.commentExtraLitellm")}\n${assignPython("extra", extra)}`] : []),
  ];
  const call = (from: string): string =>
    `litellm.completion(**${from}, api_key=API_KEY, api_base=BASE_URL${hasExtra ? ", extra_body=extra" : ""})`;
  if (conversation) {
    const send = `    response = ${call("marked")}
    print_usage(response.usage)
${returnOpenAiAnswer(body.preserve_thinking === true)}`;
    const rest = writePythonConversation({ ...prepared, body: request }, conversation, send);
    return { code: `${head.join("\n\n")}\n\n\n${writePrintUsage(t)}\n\n\n${rest}`, notes: NOTES };
  }
  const single = streams
    ? `for chunk in ${call("request")}:
    print(chunk.choices[0].delta.content or "", end="", flush=True)
    if getattr(chunk, "usage", None):
        print()
        print_usage(chunk.usage)`
    : `response = ${call("request")}
print(response.choices[0].message.content)
print_usage(response.usage)`;
  const code = [...head, assignPython("request", request)].join("\n\n");
  return { code: `${code}\n\n\n${writePrintUsage(t)}\n\n\n${single}`, notes: NOTES };
}

export const writePythonLiteLlm = (input: CodeInput): CodeOutput => prepareCode(input, ["openai"], write);
