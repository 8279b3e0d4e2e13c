/** One line of a Claude Code transcript: which kind it is, and what of it matters. */

import { type Fields, fieldsOf } from "../../values/json";
import { nameOf } from "../read-fields";
import { readTime } from "../read-time";

export interface TranscriptLine {
  readonly type: "user" | "assistant" | "other";
  readonly id: string | null;
  readonly parent: string | null | undefined;
  /** Epoch seconds. */
  readonly at: number | null;
  readonly session: string;
  readonly isSidechain: boolean;
  /** Names a sub-agent; null where the line does not. */
  readonly agent: string | null;
  readonly requestId: string | null;
  readonly message: Fields | null;
}

/** Kinds of lines that are no message but have a place in the conversation, or none at all. */
const NAMED = ["sessionId", "leafUuid", "isSidechain"];

/** A line of Qwen Code's chats has a session too, but parts or a payload. */
const isOfQwenCode = (line: Fields): boolean =>
  "systemPayload" in line || "usageMetadata" in line || "parts" in (fieldsOf(line.message) ?? {});

/** Whether a record can only be a line of a Claude Code transcript. */
export function isTranscriptLine(record: unknown): boolean {
  const line = fieldsOf(record);
  if (typeof line?.type !== "string" || isOfQwenCode(line)) return false;
  const isSnapshot = line.type === "file-history-snapshot" && fieldsOf(line.snapshot) !== null;
  return isSnapshot || NAMED.some((name) => name in line);
}

/** Progress of a sub-agent wraps its line: `data.message` is the line, and `data.message.message` its message. */
export function readLine(record: unknown): TranscriptLine | null {
  const outer = fieldsOf(record);
  if (!outer || typeof outer.type !== "string") return null;
  const data = outer.type === "progress" ? fieldsOf(outer.data) : null;
  const inner = fieldsOf(data?.message);
  const wrapped = fieldsOf(inner?.message) ? inner : null;
  const line = wrapped ?? outer;
  const parent = line.parentUuid;
  return {
    type: line.type === "user" || line.type === "assistant" ? line.type : "other",
    id: nameOf(line.uuid),
    parent: parent === null ? null : (nameOf(parent) ?? undefined),
    at: readTime(line.timestamp ?? outer.timestamp),
    session: nameOf(outer.sessionId) ?? "",
    isSidechain: wrapped !== null || line.isSidechain === true,
    agent: nameOf(line.agentId) ?? nameOf(data?.agentId) ?? (wrapped && nameOf(outer.parentToolUseID)),
    requestId: nameOf(line.requestId),
    message: fieldsOf(line.message),
  };
}
