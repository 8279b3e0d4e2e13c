/** The parts of a TypeScript program that do not depend on the library: its turns, its tools and its loop. */

import type { JsonValue } from "../values/json";
import type { Words } from "../words/create-words";
import { type MarkForm, writePlaceMarkersScript } from "./place-markers-script";
import type { Conversation } from "./prepare-code";
import { writeLiteral } from "./write-literal";

/** A constant with a JSON value. */
export const assignScript = (name: string, value: JsonValue): string =>
  `const ${name} = ${writeLiteral(value, "typescript", "", name.length + 9)};`;

/** What tools answer. A tool may be called as something that every object has. */
export const assignResults = (results: Conversation["results"]): string =>
  `${assignScript("TOOL_RESULTS", results)}
const resultOf = (name) => (Object.hasOwn(TOOL_RESULTS, name) ? TOOL_RESULTS[name] : "done");`;

/** How a program keeps what was said: under which name, and how it adds an answer. */
interface History {
  readonly name: string;
  readonly add: string;
}

const MESSAGES: History = { name: "messages", add: "messages.push(answer);" };

const RESULTS = {
  responses: `    const calls = answer.filter(({ type }) => type === "function_call");
    if (calls.length === 0) break;
    items.push(...answer);
    for (const { call_id, name } of calls) {
      items.push({ type: "function_call_output", call_id, output: resultOf(name) });
    }`,
  openai: `    const calls = answer.tool_calls;
    if (!calls?.length) break;
    messages.push(answer);
    for (const { id, function: called } of calls) {
      messages.push({ role: "tool", tool_call_id: id, content: resultOf(called.name) });
    }`,
  anthropic: `    const calls = answer.content.filter(({ type }) => type === "tool_use");
    if (calls.length === 0) break;
    const results = calls.map(({ id, name }) => ({
      type: "tool_result",
      tool_use_id: id,
      content: resultOf(name),
    }));
    messages.push(answer, { role: "user", content: results });`,
  "ai-sdk": `    const calls = answer.content.filter(({ type }) => type === "tool-call");
    if (calls.length === 0) break;
    messages.push(answer);
    for (const { toolCallId, toolName } of calls) {
      const output = { type: "text", value: resultOf(toolName) };
      messages.push({ role: "tool", content: [{ type: "tool-result", toolCallId, toolName, output }] });
    }`,
} as const;

type AnswerForm = keyof typeof RESULTS;

/** Asks, and answers the calls of tools as the scenario does, until none is made. */
export const askWithTools = (form: AnswerForm, results: Conversation["results"], t: Words["t"]): string =>
  `// ${t("exporting.commentTools")}
${assignResults(results)}
const MAX_ROUNDS = 8;

/** ${t("exporting.commentAsk")} */
async function ask() {
  let answer = await send();
  for (let round = 0; round < MAX_ROUNDS; round++) {
${RESULTS[form]}
    answer = await send();
  }
  return answer;
}`;

/** The turns of the scenario, one after the other. @param ask the function that sends what was said so far */
export function writeLoop({ turns }: Conversation, ask: string, { name, add } = MESSAGES): string {
  const replaces = turns.some(({ instead }) => instead !== undefined);
  return [
    ...(replaces ? [`let question = ${name}.length - 1;`] : []),
    `let answer = await ${ask}();`,
    "for (const turn of TURNS) {",
    "  if (WAIT) await new Promise((resolve) => setTimeout(resolve, turn.gap * 1000));",
    "  if (turn.user !== undefined) {",
    `    if (${name}.at(-1).role !== "assistant") ${add}`,
    ...(replaces ? [`    question = ${name}.length;`] : []),
    `    ${name}.push({ role: "user", content: turn.user });`,
    ...(replaces
      ? [
          "  } else if (turn.instead !== undefined) {",
          `    ${name}.splice(question, Infinity, { role: "user", content: turn.instead });`,
        ]
      : []),
    "  }",
    `  answer = await ${ask}();`,
    "}",
  ].join("\n");
}

interface ScriptParts {
  readonly request: JsonValue;
  readonly hasTools: boolean;
  readonly answers: AnswerForm;
  /** Sends `marked` and returns the model's message, indented by two. */
  readonly send: string;
  readonly marks?: MarkForm;
}

/** The conversation after its client and `printUsage`. */
export function writeScriptConversation(conversation: Conversation, parts: ScriptParts): string {
  const { plan, system, turns, results, words } = conversation;
  const { t } = words;
  const { request, hasTools, answers, send, marks = "part" } = parts;
  const listed = turns.map((turn): JsonValue => ({ ...turn }));
  return [
    `// ${t("exporting.commentRequestScript")}\n${assignScript("request", request)}`,
    `// ${t("exporting.commentTurns")}\n${assignScript("TURNS", listed)}`,
    `// ${t("exporting.commentWait")}\nconst WAIT = false;`,
    writePlaceMarkersScript(plan, system, words, marks),
    "const { messages } = request;\nlet previousEnd = 0;",
    `/** ${t("exporting.commentSend")} */
async function send() {
  const { marked, end } = placeMarkers(request, previousEnd);
  previousEnd = end;
${send}
}`,
    ...(hasTools ? [askWithTools(answers, results, t)] : []),
    writeLoop(conversation, hasTools ? "ask" : "send"),
  ].join("\n\n");
}

/** The types of the SDKs lag behind the service. */
export const noCheck = (t: Words["t"]): string => `// @ts-nocheck: ${t("exporting.commentNoCheck")}`;
