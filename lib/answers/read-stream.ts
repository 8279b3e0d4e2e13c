/** Puts an answer together from its text as it comes: events or one body, of any dialect or of DashScope's own protocol. */

import { createParser } from "eventsource-parser";
import { type Fields, fieldsOf, listOf, stringOf } from "../values/json";
import { type AnswerDraft, callAt, mergeUsage, openDraft } from "./answer-draft";
import { createNativeReader } from "./read-native";
import { takeResponses } from "./take-responses";

export interface AnsweredCall {
  readonly name: string;
  /** JSON text, as the model wrote it. */
  readonly arguments: string;
  /** What its result names, where the answer is a response that a later one may go on from. */
  readonly id?: string;
}

/** What has come of an answer so far. */
export interface StreamedAnswer {
  readonly text: string;
  readonly reasoning: string;
  readonly calls: readonly AnsweredCall[];
  /** The usage object as it was sent; null until it has come. */
  readonly usage: unknown;
  /** Why the model stopped, in the service's word; null until it has come. */
  readonly finish: string | null;
  /** True once the answer has said that it is complete. */
  readonly isComplete: boolean;
  /** An error that came within the stream, as JSON text; null where there was none. */
  readonly error: string | null;
  /** What a later request may name it by, of a response that can be gone on from; else absent. */
  readonly id?: string;
}

export interface StreamReader {
  /** Takes the next piece of text, cut wherever the network cut it. */
  push(chunk: string): void;
  /** Call once when nothing more comes: a body that is no stream of events is read here. */
  end(): void;
  answer(): StreamedAnswer;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function takeChoice(draft: AnswerDraft, choice: Fields | null): void {
  const message = fieldsOf(choice?.delta) ?? fieldsOf(choice?.message);
  draft.text += stringOf(message?.content);
  draft.reasoning += stringOf(message?.reasoning_content);
  for (const [order, item] of listOf(message?.tool_calls).entries()) {
    const call = fieldsOf(item);
    const made = fieldsOf(call?.function);
    const draftCall = callAt(draft, typeof call?.index === "number" ? call.index : order);
    draftCall.name += stringOf(made?.name);
    draftCall.arguments += stringOf(made?.arguments);
  }
  if (typeof choice?.finish_reason === "string") draft.finish = choice.finish_reason;
}

function takeOpenAi(draft: AnswerDraft, event: Fields): void {
  // Only the first choice goes on in the conversation.
  takeChoice(draft, fieldsOf(listOf(event.choices)[0]));
  if (fieldsOf(event.usage)) draft.usage = fieldsOf(event.usage);
}

function takeBlock(draft: AnswerDraft, index: number, block: Fields | null): void {
  if (block?.type === "tool_use") {
    const call = callAt(draft, index);
    call.name = stringOf(block.name);
    const input = fieldsOf(block.input);
    // In a stream the input begins empty and comes in pieces.
    if (input && Object.keys(input).length > 0) call.arguments = JSON.stringify(input);
  }
  draft.text += block?.type === "text" ? stringOf(block.text) : "";
  draft.reasoning += block?.type === "thinking" ? stringOf(block.thinking) : "";
}

function takeAnthropic(draft: AnswerDraft, event: Fields): void {
  const index = typeof event.index === "number" ? event.index : 0;
  const delta = fieldsOf(event.delta);
  switch (event.type) {
    case "message_start":
      mergeUsage(draft, fieldsOf(event.message)?.usage);
      return;
    case "content_block_start":
      takeBlock(draft, index, fieldsOf(event.content_block));
      return;
    case "content_block_delta":
      if (delta?.type === "text_delta") draft.text += stringOf(delta.text);
      if (delta?.type === "thinking_delta") draft.reasoning += stringOf(delta.thinking);
      if (delta?.type === "input_json_delta") callAt(draft, index).arguments += stringOf(delta.partial_json);
      return;
    case "message_delta":
      draft.finish = stringOf(delta?.stop_reason) || draft.finish;
      mergeUsage(draft, event.usage);
      return;
    case "message_stop":
      draft.isComplete = true;
      return;
    case "message":
      for (const [at, block] of listOf(event.content).entries()) takeBlock(draft, at, fieldsOf(block));
      draft.finish = stringOf(event.stop_reason) || null;
      mergeUsage(draft, event.usage);
      return;
    default:
      // The native endpoint repeats its usage in every event.
      mergeUsage(draft, event.usage);
  }
}

function takeNative(draft: AnswerDraft, output: Fields, event: Fields): void {
  draft.native ??= createNativeReader();
  draft.native.take(output);
  const { text, reasoning, calls, finish } = draft.native.answer();
  draft.text = text;
  draft.reasoning = reasoning;
  draft.calls.clear();
  for (const [index, call] of calls.entries()) draft.calls.set(index, { ...call });
  draft.finish = finish;
  draft.isComplete = finish !== null;
  mergeUsage(draft, event.usage);
}

/** DashScope's own errors are flat. */
const isFlatError = ({ code, message, output }: Fields): boolean =>
  typeof code === "string" && code !== "" && typeof message === "string" && !fieldsOf(output);

function takeEvent(draft: AnswerDraft, event: Fields): void {
  const output = fieldsOf(event.output);
  if (isFlatError(event) && event.type === undefined) draft.error = JSON.stringify(event);
  else if (output && ("choices" in output || "text" in output)) takeNative(draft, output, event);
  else if (event.error !== undefined && event.error !== null) draft.error = JSON.stringify(event);
  else if (event.type === "error" && typeof event.message === "string") {
    draft.error = JSON.stringify({ error: { message: event.message, code: event.code } });
  } else if (takeResponses(draft, event)) return;
  else if (Array.isArray(event.choices)) takeOpenAi(draft, event);
  else takeAnthropic(draft, event);
}

function takeData(draft: AnswerDraft, data: string): void {
  if (data.trim() === "[DONE]") {
    draft.isComplete = true;
    return;
  }
  const event = fieldsOf(parse(data));
  if (event) takeEvent(draft, event);
}

/**
 * Reads an answer from its decoded text. Never throws: what cannot be read is left out, and `isComplete` stays false
 * where the end is missing. Format of events: https://html.spec.whatwg.org/multipage/server-sent-events.html (2026-11).
 */
export function createStreamReader(): StreamReader {
  const draft = openDraft();
  const events = createParser({ onEvent: ({ data }) => takeData(draft, data) });
  /** What came before its kind was known, or the body in one piece. */
  let whole = "";
  let isEvents: boolean | null = null;

  return {
    push(chunk) {
      if (isEvents) return events.feed(chunk);
      whole += chunk;
      if (isEvents === false) return;
      const start = whole.replace(/^\ufeff/, "").trimStart();
      if (start === "") return;
      isEvents = !/^[{[<]/.test(start);
      if (isEvents) events.feed(start);
    },
    end() {
      if (isEvents) {
        // The last event may lack its empty line.
        events.feed("\n\n");
        return;
      }
      const body = fieldsOf(parse(whole));
      if (!body) return;
      takeEvent(draft, body);
      draft.isComplete = draft.error === null;
    },
    answer() {
      const { calls, native: _, ...rest } = draft;
      const inOrder = [...calls].sort(([one], [other]) => one - other).map(([, call]) => call);
      // A call without parameters may come without arguments.
      return { ...rest, calls: inOrder.map((call) => ({ ...call, arguments: call.arguments || "{}" })) };
    },
  };
}
