/** The TypeScript function that places markers, and the helpers that its steps need. */

import type { Words } from "../words/create-words";
import type { SystemPlace } from "./place-markers-python";
import type { PlacementStep, PlacementSteps } from "./placement-steps";
import { asComment, quote, writeLiteral } from "./write-literal";

/** `ai-sdk`: markers are options of a whole message. */
export type MarkForm = "part" | "ai-sdk";

const writeCarriers = (
  t: Words["t"],
): string => `const CARRIERS = ["image", "image_url", "video", "video_url", "tool_use", "tool_result"];

/** ${t("exporting.commentCarriers")} */
function carriers({ content }) {
  const parts = typeof content === "string" ? [{ type: "text", text: content }] : (content ?? []);
  return parts.filter(({ type, text }) => text || CARRIERS.includes(type));
}`;

const writeAiSdkCarriers = (t: Words["t"]): string => `const CARRIERS = ["image", "file", "tool-result"];

/** ${t("exporting.commentCarriersAiSdk")} */
function carriers({ content }) {
  const parts = typeof content === "string" ? [{ type: "text", text: content }] : (content ?? []);
  return parts.filter(({ type, text }) => (type === "text" && text) || CARRIERS.includes(type));
}`;

const markWith = ({ markerKey, marker }: PlacementSteps, t: Words["t"]): string =>
  `/** ${t("exporting.commentMark")} */
function mark(message, part) {
  if (!message || carriers(message).length === 0) return;
  if (typeof message.content === "string") message.content = [{ type: "text", text: message.content }];
  const target = part === undefined ? carriers(message).at(-1) : message.content[part];
  target[${quote(markerKey)}] = ${writeLiteral(marker, "typescript")};
}`;

const markAiSdk = ({ marker }: PlacementSteps, t: Words["t"]): string =>
  `/** ${t("exporting.commentMarkEnd")} */
function mark(message) {
  if (!message || carriers(message).length === 0) return;
  message.providerOptions = { alibaba: { cacheControl: ${writeLiteral(marker, "typescript")} } };
}`;

const writeSystemEnd = (t: Words["t"]): string => `/** ${t("exporting.commentSystemEnd")} */
function systemEnd(messages) {
  const end = messages.findIndex(({ role }) => role !== "system");
  return messages.slice(0, end < 0 ? messages.length : end).findLast((message) => carriers(message).length > 0);
}`;

const writeAsks = (t: Words["t"]): string => `/** ${t("exporting.commentAsks")} */
const asks = ({ role, content }) =>
  role === "user" &&
  (typeof content === "string" || (content ?? []).some(({ type }) => type !== "tool_result"));`;

const writeIsInput = (t: Words["t"]): string => `/** ${t("exporting.commentInput")} */
const isInput = ({ role }) => ["user", "tool", "function"].includes(role);`;

const writeNewest = (t: Words["t"]): string => `/** ${t("exporting.commentNewest")} */
const newest = (messages, fits = () => true, back = 0) =>
  messages
    .filter((message) => message.role !== "system" && fits(message) && carriers(message).length > 0)
    .at(-1 - back);`;

const writeBeforeEnd = (t: Words["t"]): string => `/** ${t("exporting.commentBeforeEnd")} */
function beforeEnd(messages, blocks) {
  let behind = 0;
  for (const message of messages.toReversed()) {
    if (message.role === "system") continue;
    if (behind >= blocks && carriers(message).length > 0) return message;
    behind += Array.isArray(message.content) ? Math.max(1, message.content.length) : 1;
  }
  return behind >= blocks ? systemEnd(messages) : undefined;
}`;

function writeStep(step: PlacementStep, form: MarkForm): string {
  switch (step.kind) {
    case "system":
      return "mark(systemEnd(messages));";
    case "first-user":
      return "mark(messages.find(asks));";
    case "before-user":
      return "mark(newest(messages.slice(0, Math.max(0, messages.findLastIndex(asks)))));";
    case "previous-end":
      return "mark(newest(messages.slice(0, previousEnd)));";
    case "pin":
      return `mark(messages[${step.message}]${step.part === null || form === "ai-sdk" ? "" : `, ${step.part}`});`;
    case "before-end":
      return `mark(beforeEnd(messages, ${step.blocks}));`;
    default: {
      const fits = step.kind === "last-user" ? ", asks" : step.kind === "last-input" ? ", isInput" : "";
      const back = step.back > 0 ? `${fits === "" ? ", undefined" : ""}, ${step.back}` : "";
      return `mark(newest(messages${fits}${back}));`;
    }
  }
}

/** `placeMarkers(request, previousEnd)`: `marked`, a copy with its markers, and `end`, how many messages it has. */
export function writePlaceMarkersScript(
  plan: PlacementSteps,
  system: SystemPlace,
  { t, say }: Words,
  form: MarkForm = "part",
): string {
  const kinds = new Set(plan.steps.map(({ kind }) => kind));
  const needs = (...names: PlacementStep["kind"][]): boolean => names.some((name) => kinds.has(name));
  const marking =
    form === "part" ? [writeCarriers(t), markWith(plan, t)] : [writeAiSdkCarriers(t), markAiSdk(plan, t)];
  const helpers = [
    ...(plan.steps.length > 0 ? marking : []),
    ...(needs("system", "before-end") ? [writeSystemEnd(t)] : []),
    ...(needs("last-user", "first-user", "before-user") ? [writeAsks(t)] : []),
    ...(needs("last-input") ? [writeIsInput(t)] : []),
    ...(needs("last", "last-user", "last-input", "before-user", "previous-end") ? [writeNewest(t)] : []),
    ...(needs("before-end") ? [writeBeforeEnd(t)] : []),
  ];
  const isOutside = system === "field" && plan.steps.length > 0;
  const lines = [
    `/** ${asComment(say(plan.summary)).replaceAll("*/", "* /")} */`,
    "function placeMarkers(request, previousEnd) {",
    "  const marked = structuredClone(request);",
    ...(isOutside ? ['  const system = { role: "system", content: marked.system };'] : []),
    isOutside ? "  const messages = [system, ...marked.messages];" : "  const { messages } = marked;",
    ...plan.steps.map((step) => `  ${writeStep(step, form)}`),
    ...(isOutside ? ["  marked.system = system.content;"] : []),
    "  return { marked, end: messages.length };",
    "}",
  ];
  return [...helpers, lines.join("\n")].join("\n\n");
}
