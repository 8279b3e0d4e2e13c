/** A request body as the playground understands it: every object keeps its place in the text. */
import type { JsonValue } from "../values/json";
import type { Said } from "../words/message";

export type Dialect = "openai" | "anthropic" | "responses";

/** Half-open range of UTF-16 offsets into the document's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where a marker is written. Only `part` can become a breakpoint; the others are ignored by the service. */
export type MarkerPlace = "part" | "message" | "tool" | "request";

/** A `cache_control` (or `prompt_cache_breakpoint`) written in the document. */
export interface Marker {
  /** JSON Pointer of the marker property itself, e.g. `/messages/0/content/0/cache_control`. */
  readonly pointer: string;
  /** JSON Pointer of the object that carries it: a part, a message, a tool or the request. */
  readonly owner: string;
  readonly place: MarkerPlace;
  readonly key: "cache_control" | "prompt_cache_breakpoint";
  readonly value: JsonValue;
  /** Range of the whole property, from its key to the end of its value. */
  readonly range: TextRange;
}

export type PartKind =
  | "text"
  | "image"
  | "video"
  | "audio"
  | "tool-call"
  | "tool-result"
  | "reasoning"
  | "unknown";

/** Something the model may read whose tokens are not in the count. */
export interface Uncounted {
  /** E.g. `a PDF document`. */
  readonly what: Said;
  /** Text that it takes no more tokens than, by and large; null where its size cannot be told. */
  readonly text: string | null;
}

/** One item of a `content` array; a string content is one part. */
export interface Part {
  /** e.g. `/messages/0/content/1`; of a string content `/messages/0/content`. */
  readonly pointer: string;
  readonly range: TextRange;
  readonly kind: PartKind;
  /** What the model reads of a text, tool result or reasoning part; empty for media and tool calls. */
  readonly text: string;
  /** Of a part that is not all text: what tells it from another one. */
  readonly media?: string;
  /** Of a `tool-call` part only. */
  readonly call?: ToolCall;
  /** What of it is not counted; absent where all of it is. */
  readonly uncounted?: Uncounted;
  readonly marker: Marker | null;
  /** Of a tool result: markers within its content, which mean nothing unless a reading has it otherwise; absent = none. */
  readonly nested?: readonly Marker[];
}

export interface ToolCall {
  readonly name: string;
  /** A string is rendered as it is; any other value as JSON. */
  readonly arguments: JsonValue;
}

export interface Message {
  /**
   * e.g. `/messages/0`, `/0` in a bare array, `/system` for the top-level system of the Anthropic dialect; of Responses
   * `/instructions`, `/input` where that is one text, else the first of its items, e.g. `/input/0`.
   */
  readonly pointer: string;
  /** Of all its items. */
  readonly range: TextRange;
  /** `system`, `user`, `assistant`, `tool`; any other string stays as written. */
  readonly role: string;
  readonly form: "string" | "array" | "none";
  readonly parts: readonly Part[];
  /** OpenAI `tool_calls`; Anthropic calls are parts of kind `tool-call`. */
  readonly calls: readonly ToolCall[];
  /** OpenAI `reasoning_content`. */
  readonly reasoning: string | null;
  /** What beside its content is not counted; absent where there is nothing. */
  readonly uncounted?: Uncounted;
  /** How many items in a row of a Responses body it is written as; absent = one. */
  readonly items?: number;
}

export interface Tool {
  /** e.g. `/tools/0`. */
  readonly pointer: string;
  readonly range: TextRange;
  /** The tool as written, key order kept, without its marker. Anthropic tools stay in their own shape here. */
  readonly value: JsonValue;
  readonly name: string | null;
  /** Where the service writes its text; absent of a function. */
  readonly uncounted?: Uncounted;
}

/** The parsed request. System messages come first in `messages` where the dialect keeps them apart. */
export interface Prompt {
  readonly dialect: Dialect;
  /** True for a bare message array, which has no place for a model. */
  readonly bare: boolean;
  readonly model: string | null;
  readonly tools: readonly Tool[];
  /** In cache order: `system` or `instructions` first, then the messages as written. */
  readonly messages: readonly Message[];
  /** `enable_thinking`, Anthropic `thinking.type`, or effort none; null when the request does not say. */
  readonly thinking: boolean | null;
  readonly preserveThinking: boolean | null;
  /** `vl_high_resolution_images`; absent = false. */
  readonly highResolutionImages?: boolean;
  /** What beside messages and tools is not counted; absent where there is nothing. */
  readonly uncounted?: Uncounted;
  /** Every marker in the document, in cache order: tools, system, messages, then the request's own. */
  readonly markers: readonly Marker[];
}

/** Something wrong with the text or its shape, with its place. */
export interface PromptError {
  readonly code: "json-invalid" | "request-shape";
  /** One sentence: what, where, the mend. */
  readonly message: Said;
  readonly pointer: string;
  readonly range: TextRange;
}

/** `prompt` is null when the text is not JSON or holds no messages; `errors` may also accompany a usable prompt. */
export interface ParseResult {
  readonly prompt: Prompt | null;
  readonly errors: readonly PromptError[];
}

/** Replace `range` by `text`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}
