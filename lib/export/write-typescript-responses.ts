/** The request, or a conversation that begins with it, for the Responses API in the OpenAI SDK of TypeScript. */

import type { JsonValue } from "../values/json";
import type { Words } from "../words/create-words";
import type { CodeInput, CodeOutput } from "./code-input";
import { type Conversation, type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { SESSION_HEADER, withListedInput } from "./responses-input";
import { askWithTools, assignScript, noCheck, writeLoop } from "./script-conversation";
import { quote } from "./write-literal";

const headOf = ({ baseUrl, streams, words: { t } }: PreparedCode): string =>
  [
    noCheck(t),
    "// npm install openai",
    `import { env${streams ? ", stdout" : ""} } from "node:process";`,
    'import OpenAI from "openai";',
    "",
    "const client = new OpenAI({",
    "  apiKey: env.DASHSCOPE_API_KEY,",
    `  baseURL: env.DASHSCOPE_BASE_URL ?? ${quote(baseUrl)},`,
    `  defaultHeaders: { ${quote(SESSION_HEADER.name)}: ${quote(SESSION_HEADER.value)} },`,
    "});",
  ].join("\n");

/** Fields: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24), session cache. */
const writePrintUsage = (t: Words["t"]): string => `/** ${t("exporting.commentUsage")} */
function printUsage({ input_tokens, output_tokens, input_tokens_details: details, x_details }) {
  const read = details?.cached_tokens ?? 0;
  const written = x_details?.[0]?.prompt_tokens_details?.cache_creation_input_tokens ?? 0;
  const uncached = input_tokens - read - written;
  console.log(\`read \${read}, written \${written}, uncached \${uncached}, completion \${output_tokens}\`);
}`;

const STREAM = `for await (const event of await client.responses.create(request)) {
  if (event.type === "response.output_text.delta") stdout.write(event.delta);
  if (event.type === "response.completed") {
    console.log();
    printUsage(event.response.usage);
  }
}`;

const SINGLE = `const response = await client.responses.create(request);
console.log(response.output_text);
printUsage(response.usage);`;

/** What was said is a list of items; an answer is several of them. */
const ITEMS = { name: "items", add: "items.push(...answer);" };

function writeConversation(prepared: PreparedCode, conversation: Conversation): string {
  const {
    body,
    hasTools,
    words: { t },
  } = prepared;
  const turns = conversation.turns.map((turn): JsonValue => ({ ...turn }));
  return [
    `// ${t("exporting.commentRequest")}\n${assignScript("request", withListedInput(body))}`,
    `// ${t("exporting.commentTurns")}\n${assignScript("TURNS", turns)}`,
    `// ${t("exporting.commentWait")}\nconst WAIT = false;`,
    "const items = request.input;",
    `/** ${t("exporting.commentSendItems")} */
async function send() {
  const response = await client.responses.create(request);
  printUsage(response.usage);
  return response.output;
}`,
    ...(hasTools ? [askWithTools("responses", conversation.results, t)] : []),
    writeLoop(conversation, hasTools ? "ask" : "send", ITEMS),
  ].join("\n\n");
}

function write(prepared: PreparedCode): WrittenCode {
  const { body, streams, conversation, words } = prepared;
  const head = `${headOf(prepared)}\n\n`;
  const usage = writePrintUsage(words.t);
  if (conversation) return { code: `${head}${usage}\n\n${writeConversation(prepared, conversation)}` };
  return { code: head + [assignScript("request", body), usage, streams ? STREAM : SINGLE].join("\n\n") };
}

export const writeTypeScriptResponses = (input: CodeInput): CodeOutput =>
  prepareCode(input, ["responses"], write);
