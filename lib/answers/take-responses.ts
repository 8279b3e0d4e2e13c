/** Answers of the Responses API: its events, and the response as one body. */
import { type Fields, fieldsOf, listOf, stringOf } from "../values/json";
import { type AnswerDraft, callAt, mergeUsage } from "./answer-draft";

const textsOf = (content: unknown): string =>
  listOf(content)
    .map(fieldsOf)
    .map((part) => stringOf(part?.text) || stringOf(part?.refusal))
    .join("");

/** What is still unknown of an item is taken from it as a whole. */
function takeItem(draft: AnswerDraft, index: number, item: Fields | null): void {
  switch (item?.type) {
    case "message":
      draft.text += textsOf(item.content);
      return;
    case "reasoning":
      draft.reasoning += textsOf(item.summary) || textsOf(item.content);
      return;
    case "function_call":
    case "custom_tool_call": {
      const call = callAt(draft, index);
      call.name = stringOf(item.name);
      call.arguments = stringOf(item.arguments) || stringOf(item.input) || call.arguments;
      call.id = stringOf(item.call_id);
    }
  }
}

/** Why it ended: the reason where it is incomplete, else its status. */
const finishOf = (response: Fields | null): string | null =>
  stringOf(fieldsOf(response?.incomplete_details)?.reason) || stringOf(response?.status) || null;

/** A whole response: of a stream its last, where the items have come before. */
function takeResponse(draft: AnswerDraft, response: Fields | null): void {
  draft.id = stringOf(response?.id) || (draft.id ?? "");
  const isEmpty = draft.text === "" && draft.reasoning === "" && draft.calls.size === 0;
  if (isEmpty) {
    for (const [index, item] of listOf(response?.output).entries()) takeItem(draft, index, fieldsOf(item));
  }
  draft.finish = finishOf(response);
  mergeUsage(draft, response?.usage);
}

function takeError(draft: AnswerDraft, error: unknown): void {
  draft.error = JSON.stringify({ error: fieldsOf(error) ?? { message: stringOf(error) } });
}

/** Takes an event or a body of the Responses API; false for any other. */
export function takeResponses(draft: AnswerDraft, event: Fields): boolean {
  const index = typeof event.output_index === "number" ? event.output_index : 0;
  const response = fieldsOf(event.response);
  if (event.object === "response") {
    takeResponse(draft, event);
    return true;
  }
  switch (event.type) {
    case "response.created":
      draft.id = stringOf(response?.id);
      return true;
    case "response.output_text.delta":
    case "response.refusal.delta":
      draft.text += stringOf(event.delta);
      return true;
    case "response.reasoning_summary_text.delta":
    case "response.reasoning_text.delta":
      draft.reasoning += stringOf(event.delta);
      return true;
    case "response.output_item.added":
    case "response.output_item.done": {
      const item = fieldsOf(event.item);
      // Texts come in pieces of their own.
      if (item?.type !== "message" && item?.type !== "reasoning") takeItem(draft, index, item);
      return true;
    }
    case "response.function_call_arguments.delta":
    case "response.custom_tool_call_input.delta":
      callAt(draft, index).arguments += stringOf(event.delta);
      return true;
    case "response.completed":
    case "response.incomplete":
      draft.isComplete = true;
      takeResponse(draft, response);
      return true;
    case "response.failed":
      takeResponse(draft, response);
      takeError(draft, response?.error);
      return true;
    default:
      return stringOf(event.type).startsWith("response.");
  }
}
