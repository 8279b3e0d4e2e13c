/** The request, or a conversation that begins with it, for the Anthropic SDK of TypeScript. */
import type { Words } from "../words/create-words";
import type { CodeInput, CodeOutput } from "./code-input";
import { type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { assignScript, noCheck, writeScriptConversation } from "./script-conversation";
import { quote } from "./write-literal";
import { NO_LIMIT } from "./write-python-anthropic";

const headOf = ({ baseUrl, streams, timeout, words: { t } }: PreparedCode): string =>
  [
    noCheck(t),
    "// npm install @anthropic-ai/sdk",
    `import { env${streams ? ", stdout" : ""} } from "node:process";`,
    'import Anthropic from "@anthropic-ai/sdk";',
    "",
    "const client = new Anthropic({",
    "  apiKey: env.DASHSCOPE_API_KEY,",
    `  baseURL: env.DASHSCOPE_BASE_URL ?? ${quote(baseUrl)},`,
    `  timeout: ${timeout * 1000},`,
    "});",
  ].join("\n");

/** `input_tokens` is the uncached rest. https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) */
const writePrintUsage = (t: Words["t"]): string => `/** ${t("exporting.commentUsage")} */
function printUsage(usage) {
  const read = usage.cache_read_input_tokens ?? 0;
  const written = usage.cache_creation_input_tokens ?? 0;
  const { input_tokens: uncached, output_tokens: completion } = usage;
  console.log(\`read \${read}, written \${written}, uncached \${uncached}, completion \${completion}\`);
}`;

const STREAM = `for await (const event of await client.messages.create(request)) {
  if (event.type === "message_start") printUsage(event.message.usage);
  if (event.delta?.type === "text_delta") stdout.write(event.delta.text);
}`;

const SINGLE = `const response = await client.messages.create(request);
console.log(response.content.map(({ text }) => text ?? "").join(""));
printUsage(response.usage);`;

const SEND = `  const response = await client.messages.create(marked);
  printUsage(response.usage);
  return { role: "assistant", content: response.content };`;

function write(prepared: PreparedCode): WrittenCode {
  const {
    body,
    streams,
    conversation,
    hasTools,
    words: { t },
  } = prepared;
  const head = headOf(prepared);
  const notes = body.max_tokens === undefined ? [NO_LIMIT] : [];
  if (conversation) {
    const parts = { request: body, hasTools, answers: "anthropic", send: SEND } as const;
    return {
      code: `${head}\n\n${writePrintUsage(t)}\n\n${writeScriptConversation(conversation, parts)}`,
      notes,
    };
  }
  const code = [head, assignScript("request", body), writePrintUsage(t), streams ? STREAM : SINGLE].join(
    "\n\n",
  );
  return { code, notes };
}

export const writeTypeScriptAnthropic = (input: CodeInput): CodeOutput =>
  prepareCode(input, ["anthropic"], write);
