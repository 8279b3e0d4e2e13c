/** A response as the events of a stream, numbered in order, each under the name that clients wait for. */
import type { JsonObject } from "../../../values/json";
import type { WrittenStream } from "../written-answer";
import { closeItem, type OutputItem, openItem, summaryPart, textPart } from "./write-items";
import { closeResponse, openResponse, type ResponseFacts } from "./write-response";

/** An event without its number. */
type Event = { readonly type: string } & JsonObject;

/** What opens an item, the pieces of it, and what closes it. */
function listEvents(item: OutputItem, output_index: number): readonly Event[] {
  const place = { item_id: item.id, output_index };
  const whole = item.pieces.join("");
  const added: Event = { type: "response.output_item.added", output_index, item: openItem(item) };
  const done: Event = { type: "response.output_item.done", output_index, item: closeItem(item) };
  const fill = (type: string, more: JsonObject = {}): Event[] =>
    item.pieces.map((delta): Event => ({ type, ...place, ...more, delta }));
  if (item.kind === "function_call") {
    const of = "response.function_call_arguments";
    return [
      added,
      ...fill(`${of}.delta`),
      { type: `${of}.done`, ...place, name: item.name, arguments: whole },
      done,
    ];
  }
  if (item.kind === "custom_tool_call") {
    const of = "response.custom_tool_call_input";
    return [added, ...fill(`${of}.delta`), { type: `${of}.done`, ...place, input: whole }, done];
  }
  if (item.kind === "reasoning") {
    const of = "response.reasoning_summary";
    const at = { summary_index: 0 };
    return [
      added,
      { type: `${of}_part.added`, ...place, ...at, part: summaryPart("") },
      ...fill(`${of}_text.delta`, at),
      { type: `${of}_text.done`, ...place, ...at, text: whole },
      { type: `${of}_part.done`, ...place, ...at, part: summaryPart(whole) },
      done,
    ];
  }
  const part = { ...place, content_index: 0 };
  return [
    added,
    { type: "response.content_part.added", ...part, part: textPart("") },
    ...fill("response.output_text.delta", { content_index: 0, logprobs: [] }),
    { type: "response.output_text.done", ...part, text: whole, logprobs: [] },
    { type: "response.content_part.done", ...part, part: textPart(whole) },
    done,
  ];
}

/** The stream; what was written in the cache can be read once its last event is sent. */
export function writeResponseEvents(facts: ResponseFacts): WrittenStream {
  const response = openResponse(facts);
  const closed = closeResponse(facts);
  const events: readonly Event[] = [
    { type: "response.created", response },
    { type: "response.in_progress", response },
    ...facts.items.flatMap(listEvents),
    { type: closed.status === "incomplete" ? "response.incomplete" : "response.completed", response: closed },
  ];
  const written = events.map(
    (event, sequence_number) =>
      `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number })}\n\n`,
  );
  return {
    events: written.slice(0, -1),
    ending: written.at(-1) ?? "",
    // Numbered as the last event would be: a client counts what it got.
    failure: ({ code, message }) =>
      `event: error\ndata: ${JSON.stringify({ type: "error", code, message, param: null, sequence_number: written.length - 1 })}\n\n`,
  };
}
