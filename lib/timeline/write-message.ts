/** Writes messages that a scenario adds, in the shape each dialect asks for. */
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

/** One text; a string content, or an array of one part where it carries a marker. */
export function writeText(pointer: string, role: string, text: string, marker: Marker | null): Message {
  const at = marker ? `${pointer}/content/0` : `${pointer}/content`;
  const part = { ...plainPart(at, "text", text), marker: marker && markerOn(at, marker) };
  return messageOf(pointer, role, marker ? "array" : "string", [part]);
}

/** The model's answer; the Anthropic dialect keeps reasoning in a part of its own. */
export function writeAnswer(pointer: string, dialect: Dialect, { text, thinking }: Answer): Message {
  const message = writeText(pointer, "assistant", text, null);
  if (thinking === "") return message;
  if (dialect === "openai") return { ...message, reasoning: thinking };
  return messageOf(pointer, "assistant", "array", [
    plainPart(`${pointer}/content/0`, "reasoning", thinking),
    plainPart(`${pointer}/content/1`, "text", text),
  ]);
}

/** OpenAI sends arguments as JSON text, Anthropic as a value; text that is no JSON stays text. */
function argumentsFor(dialect: Dialect, written: string): JsonValue {
  if (dialect === "openai") return written;
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
  if (dialect === "openai") {
    return {
      ...messageOf(pointer, "assistant", "none", []),
      calls: made,
      reasoning: thinking === "" ? null : thinking,
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
 * The results: a `tool` message each, or the parts of one user message in the Anthropic dialect.
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
  if (dialect === "openai") {
    return calls.map(({ result }, index) =>
      writeText(pointerAt(index), "tool", result, index === last ? marker : null),
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
