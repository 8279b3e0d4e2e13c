/** Messages of the OpenAI dialect as those of the AI SDK, with what that form cannot say. */
import { isObject, type JsonObject, type JsonValue } from "../values/json";
import { type Message, tell } from "../words/message";

export interface AiSdkMessages {
  readonly messages: readonly JsonValue[];
  readonly notes: readonly Message[];
}

/** Markers that its provider passes on as they are. */
function optionsOf(marker: JsonValue | undefined): JsonObject {
  return marker === undefined || marker === null
    ? {}
    : { providerOptions: { alibaba: { cacheControl: marker } } };
}

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);
const textOf = (value: JsonValue | undefined): string => (typeof value === "string" ? value : "");

const KNOWN: ReadonlySet<string> = new Set(
  "role content tool_calls tool_call_id reasoning_content cache_control".split(" "),
);

class Writer {
  /** By its JSON: each is noted once. */
  readonly notes = new Map<string, Message>();
  /** Names of the tools by the id of their call. */
  private readonly tools = new Map<string, string>();

  private note(message: Message): void {
    this.notes.set(JSON.stringify(message), message);
  }

  /** One text of several parts, and the marker of the last one. */
  private join(content: JsonValue | undefined, who: string): { text: string; options: JsonObject } {
    if (!Array.isArray(content)) return { text: textOf(content), options: {} };
    const parts = (content as readonly JsonValue[]).filter((part) => isObject(part));
    if (parts.length > 1) this.note(tell("exporting.aiSdkJoined", { role: who }));
    if (parts.slice(0, -1).some(({ cache_control }) => cache_control)) {
      this.note(tell("exporting.aiSdkWithin", { role: who }));
    }
    return {
      text: parts.map(({ text }) => textOf(text)).join(""),
      options: optionsOf(parts.at(-1)?.cache_control),
    };
  }

  private userPart(part: JsonValue): JsonValue[] {
    if (!isObject(part)) return [];
    const { type, text, image_url: image, cache_control: marker } = part;
    if (part.prompt_cache_breakpoint) this.note(tell("exporting.aiSdkBreakpoint"));
    if (type === "text") return [{ type: "text", text: textOf(text), ...optionsOf(marker) }];
    if (type === "image_url") {
      const url = isObject(image) ? textOf(image.url) : textOf(image);
      return [{ type: "image", image: url, ...optionsOf(marker) }];
    }
    this.note(tell("exporting.aiSdkPart", { type: textOf(type) || tell("exporting.unknown") }));
    return [];
  }

  private call(value: JsonValue): JsonValue[] {
    const called = isObject(value) ? value.function : undefined;
    if (!isObject(value) || !isObject(called)) return [];
    const toolCallId = textOf(value.id);
    const toolName = textOf(called.name);
    this.tools.set(toolCallId, toolName);
    return [{ type: "tool-call", toolCallId, toolName, input: this.input(textOf(called.arguments)) }];
  }

  private input(written: string): JsonValue {
    try {
      const value = JSON.parse(written) as JsonValue;
      if (JSON.stringify(value) !== written) this.note(tell("exporting.aiSdkSpaces"));
      return value;
    } catch {
      this.note(tell("exporting.aiSdkNoJson"));
      return written;
    }
  }

  private assistant({ content, tool_calls, reasoning_content }: JsonObject): JsonValue {
    const { text, options } = this.join(content, "assistant");
    const calls = listOf(tool_calls).flatMap((call) => this.call(call));
    const thought = textOf(reasoning_content);
    if (thought !== "") {
      this.note(tell("exporting.aiSdkReasoning"));
    }
    if (calls.length === 0 && thought === "") return { role: "assistant", content: text, ...options };
    return {
      role: "assistant",
      content: [
        ...(thought === "" ? [] : [{ type: "reasoning", text: thought }]),
        ...(text === "" ? [] : [{ type: "text", text }]),
        ...calls,
      ],
      ...options,
    };
  }

  write(message: JsonValue): JsonValue[] {
    if (!isObject(message)) return [];
    const { role, content } = message;
    if (Object.keys(message).some((key) => !KNOWN.has(key))) {
      this.note(tell("exporting.aiSdkFields"));
    }
    if (message.cache_control) this.note(tell("exporting.aiSdkOnMessage"));
    if (role === "user") {
      if (!Array.isArray(content)) return [{ role, content: textOf(content) }];
      return [{ role, content: (content as readonly JsonValue[]).flatMap((part) => this.userPart(part)) }];
    }
    if (role === "assistant") return [this.assistant(message)];
    if (role === "tool") {
      const { text, options } = this.join(content, "tool");
      const toolCallId = textOf(message.tool_call_id);
      const toolName = this.tools.get(toolCallId) ?? "tool";
      const output = { type: "text", value: text };
      return [{ role, content: [{ type: "tool-result", toolCallId, toolName, output }], ...options }];
    }
    if (role === "system") {
      const { text, options } = this.join(content, "system");
      return [{ role, content: text, ...options }];
    }
    this.note(tell("exporting.aiSdkRole", { role: textOf(role) || tell("exporting.unknown") }));
    return [];
  }
}

/** The messages as `generateText` takes them; what is lost is noted once. Never throws. */
export function toAiSdkMessages(messages: JsonValue | undefined): AiSdkMessages {
  const writer = new Writer();
  const written = listOf(messages).flatMap((message) => writer.write(message));
  return { messages: written, notes: [...writer.notes.values()] };
}
