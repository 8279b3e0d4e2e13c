/** Writes messages that a scenario adds, in the shape each dialect asks for. */
import { INPUT } from "../prompt/message-place";
import type { Dialect, Marker, Message, Part, ToolCall } from "../prompt/prompt";
import type { JsonValue } from "../values/json";
import type { ScriptedCall } from "./scenario";

/** What a scenario adds has no place in the document's text. */
export const NOWHERE = { start: 0, end: 0 };

/** What the model answers: its reasoning and its text. */
export interface Answer {
  readonly text: string;
  readonly thinking: string;
}

/** A call with the text of its result, filler included. */
export type AnsweredCall = Pick<ScriptedCall, "name" | "arguments" | "result">;

/** The same marker, written on another part. */
export const markerOn = (part: string, marker: Marker): Marker => ({
  ...marker,
  pointer: `${part}/${marker.key}`,
  owner: part,
  range: NOWHERE,
});

const plainPart = (pointer: string, kind: Part["kind"], text: string): Part => ({
  pointer,
  range: NOWHERE,
  kind,
  text,
  marker: null,
});

function messageOf(pointer: string, role: string, form: Message["form"], parts: readonly Part[]): Message {
  return { pointer, range: NOWHERE, role, form, parts, calls: [], reasoning: null };
}

/**
 * One text; a string content, or an array of one part where it carries a marker.
 * @param key of the content
 */
export function writeText(
  pointer: string,
  role: string,
  text: string,
  marker: Marker | null,
  key: "content" | "output" = "content",
): Message {
  // The one text of a Responses input stands there itself.
  const content = pointer === INPUT ? pointer : `${pointer}/${key}`;
  const at = marker ? `${content}/0` : content;
  const part = { ...plainPart(at, "text", text), marker: marker && markerOn(at, marker) };
  return messageOf(pointer, role, marker ? "array" : "string", [part]);
}

/** A Responses answer with thoughts: they are an item of their own, before what is said. */
function writeItems(pointer: string, { text, thinking }: Answer): Message {
  const at = pointer.replace(/\d+$/, (index) => String(Number(index) + 1));
  return { ...writeText(at, "assistant", text, null), pointer, reasoning: thinking, items: 2 };
}

/** The model's answer; the Anthropic dialect keeps reasoning in a part of its own, Responses in an item. */
export function writeAnswer(pointer: string, dialect: Dialect, { text, thinking }: Answer): Message {
  const message = writeText(pointer, "assistant", text, null);
  if (thinking === "") return message;
  if (dialect === "responses") return writeItems(pointer, { text, thinking });
  if (dialect === "openai") return { ...message, reasoning: thinking };
  return messageOf(pointer, "assistant", "array", [
    plainPart(`${pointer}/content/0`, "reasoning", thinking),
    plainPart(`${pointer}/content/1`, "text", text),
  ]);
}

/** OpenAI and Responses send arguments as JSON text, Anthropic as a value; text that is no JSON stays text. */
function argumentsFor(dialect: Dialect, written: string): JsonValue {
  if (dialect !== "anthropic") return written;
  try {
    return JSON.parse(written) as JsonValue;
  } catch {
    return written;
  }
}

/** The assistant message that calls tools. */
export function writeCalls(
  pointer: string,
  dialect: Dialect,
  calls: readonly AnsweredCall[],
  thinking: string,
): Message {
  const made = calls.map(
    (call): ToolCall => ({ name: call.name, arguments: argumentsFor(dialect, call.arguments) }),
  );
  if (dialect !== "anthropic") {
    const items = made.length + (thinking === "" ? 0 : 1);
    return {
      ...messageOf(pointer, "assistant", "none", []),
      calls: made,
      reasoning: thinking === "" ? null : thinking,
      ...(dialect === "responses" && items > 1 ? { items } : {}),
    };
  }
  const thoughts = thinking === "" ? [] : [plainPart(`${pointer}/content/0`, "reasoning", thinking)];
  const parts = made.map(
    (call, index): Part => ({
      ...plainPart(`${pointer}/content/${thoughts.length + index}`, "tool-call", ""),
      call,
    }),
  );
  return messageOf(pointer, "assistant", "array", [...thoughts, ...parts]);
}

/**
 * The results: a `tool` message each (of Responses an item), or the parts of one user message in the Anthropic dialect.
 * @param pointerAt the pointer of the message so many places further on
 * @param marker is put on the last result
 */
export function writeResults(
  pointerAt: (offset: number) => string,
  dialect: Dialect,
  calls: readonly AnsweredCall[],
  marker: Marker | null,
): Message[] {
  const last = calls.length - 1;
  if (dialect !== "anthropic") {
    const key = dialect === "responses" ? "output" : "content";
    return calls.map(({ result }, index) =>
      writeText(pointerAt(index), "tool", result, index === last ? marker : null, key),
    );
  }
  const pointer = pointerAt(0);
  const parts = calls.map(({ result }, index): Part => {
    const at = `${pointer}/content/${index}`;
    const part = plainPart(at, "tool-result", result);
    return index === last && marker ? { ...part, marker: markerOn(at, marker) } : part;
  });
  return [messageOf(pointer, "user", "array", parts)];
}

/** An answer as one text, to count what the model has written. */
export function joinAnswer({ text, thinking }: Answer, calls: readonly AnsweredCall[] = []): string {
  const thought = thinking === "" ? "" : `<think>\n${thinking}\n</think>\n\n`;
  const made = calls.map(
    (call) => `<tool_call>\n{"name": "${call.name}", "arguments": ${call.arguments}}\n</tool_call>`,
  );
  return thought + [...(text === "" ? [] : [text]), ...made].join("\n");
}
