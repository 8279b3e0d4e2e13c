/** What the service refuses with 400 though its JSON is sound, in the service's words where they are known. */

import { thinkingOf } from "../../offers/catalogue";
import { inputLimitOf } from "../../offers/input-limits";
import type { PreparedRequest } from "../../pipeline/prepare-request";
import { type JsonNode, nodeAt } from "../../prompt/json-node";
import { placeName } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { findUnmatched } from "../../prompt/match-calls";
import { findMissingContent } from "../../prompt/missing-content";
import type { Dialect, Prompt, PromptError } from "../../prompt/prompt";
import { bandOf } from "../../tokens/precision";
import { fieldsOf } from "../../values/json";
import { ENGLISH } from "../../words/plain-words";
import type { AnswerTerms } from "./answer-terms";
import { badRequest, ENGINE, type ServiceError } from "./service-error";

/** Roles of the OpenAI-compatible endpoint, as its refusal lists them. */
const ROLES = "[system, assistant, user, tool, function]";

/**
 * What the reader found wrong: of a role in the service's words, else in the reader's own.
 * Words: https://github.com/proma-ai/Proma/issues/1496 (read 2026-11-29).
 */
export function refuseShape(text: string, dialect: Dialect, { pointer, message }: PromptError): ServiceError {
  const role = nodeAt(parseJson(text).root, pointer);
  const isRole = dialect === "openai" && pointer.endsWith("/role") && role?.type === "scalar";
  return badRequest(
    isRole && typeof role.value === "string"
      ? `${role.value.slice(0, 40)} is not one of ${ROLES}`
      : ENGLISH.say(message),
  );
}

/**
 * Calls and contents that do not fit together. Words of the OpenAI-compatible endpoint: https://github.com/agentscope-ai/agentscope-java/issues/1270 (read
 * 2026-11-29), https://github.com/QwenLM/qwen-code/issues/315 (2025-08-13) and
 * https://github.com/run-llama/llama_index/pull/19224 (2025-06-26). Those of the other endpoint are not known: there the
 * refusal has words of our own, since one engine reads the requests of both.
 */
export function refuseMessages(text: string, dialect: Dialect): ServiceError | null {
  const { root } = parseJson(text);
  if (dialect === "anthropic") return refuseBlocks(root);
  const [missing] = findMissingContent(root);
  if (missing) return badRequest(`Input error. Field required: input.messages.${missing.index}.content`);
  // Whether a request may end with its calls is not known.
  const unmatched = findUnmatched(root, dialect).find(({ open }) => !open);
  if (unmatched?.kind === "unanswered") {
    return badRequest(
      `${ENGINE} An assistant message with "tool_calls" must be followed by tool messages responding to each "tool_call_id". The following tool_call_ids did not have response messages: message[${unmatched.next}].role`,
    );
  }
  return unmatched
    ? badRequest(
        `${ENGINE} messages with role "tool" must be a response to a preceeding message with "tool_calls".`,
      )
    : null;
}

/** A `tool_use` without its `tool_result` in the next message, or the other way round. */
function refuseBlocks(root: JsonNode | null): ServiceError | null {
  const unmatched = findUnmatched(root, "anthropic").find(({ open }) => !open);
  if (!unmatched) return null;
  const place = placeName(unmatched.pointer);
  return badRequest(
    unmatched.kind === "unanswered"
      ? `${place}: every tool_use block needs a tool_result block with its id in the next message.`
      : `${place}: a tool_result block must answer a tool_use block of the message before it.`,
  );
}

/**
 * A budget for thinking that is no positive whole number. The service adds the model's limit, which is not known here.
 * Words: https://www.alibabacloud.com/help/model-studio/error-code (2026-09-28).
 */
export function refuseBudget(text: string): ServiceError | null {
  const budget = nodeAt(parseJson(text).root, "/thinking_budget");
  if (budget?.type !== "scalar" || typeof budget.value !== "number") return null;
  if (Number.isInteger(budget.value) && budget.value > 0) return null;
  return badRequest(`${ENGINE} The thinking_budget parameter must be a positive integer`);
}

/**
 * JSON without a schema has to be spoken of in the prompt. Words:
 * https://www.alibabacloud.com/help/en/model-studio/qwen-structured-output (2026-10-19).
 */
export function refuseForm({ form }: AnswerTerms, { messages }: Prompt): ServiceError | null {
  if (form.kind !== "json" || form.schema !== null) return null;
  const isSpokenOf = messages.some(({ parts }) => parts.some(({ text }) => /json/i.test(text)));
  return isSpokenOf
    ? null
    : badRequest(
        `${ENGINE} 'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.`,
      );
}

/**
 * A conversation that the service is to hold itself. Model Studio documents none, and an answer to what is new alone would
 * forget all that came before: the refusal has the code at which Anthropic's own clients send the whole conversation.
 * https://github.com/KarpelesLab/teamclaude/pull/378 (2026-09-12).
 */
export function refuseThread(body: unknown): ServiceError | null {
  const thread = fieldsOf(body)?.thread;
  if (thread === undefined || thread === null) return null;
  return {
    ...badRequest("thread is not kept here: send the whole conversation in messages, without thread."),
    details: { error_code: "thread_unsupported_request", unsupported: ["thread"] },
  };
}

/** What the service would refuse by the reading that is played; the words are our own. */
export const refuseByReading = ({ layout: { refused } }: PreparedRequest): ServiceError | null =>
  refused === undefined ? null : badRequest(`${ENGINE} ${ENGLISH.say(refused)}`);

/** More input than the model is known to take, surely. Words: the same page of error codes. */
export function refuseLength({ model, measured, prompt }: PreparedRequest): ServiceError | null {
  const limit = model && inputLimitOf(model, thinkingOf(model, prompt.thinking));
  if (!limit || bandOf(measured.total, measured).low < limit.refused) return null;
  return badRequest(`${ENGINE} Range of input length should be [1, ${limit.taken}]`);
}
