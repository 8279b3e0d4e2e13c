/** Whether the emulated model thinks before it answers, and what the service refuses of a request that thinks. */
import { thinkingOf } from "../../offers/catalogue";
import type { Model } from "../../offers/model";
import type { AnswerTerms } from "./answer-terms";
import type { ToolChoice } from "./read-request";
import { badRequest, ENGINE, type ServiceError } from "./service-error";

/** Hybrids of the open Qwen3 line: they think unless told not to, and think in streams alone. */
const OPEN_HYBRID = /^qwen3-\d+(?:\.\d+)?b(?:-a\d+b)?$/;
/** Models that always think, and of them those that answer in streams alone. */
const ALWAYS = /^(?:qwq|qvq)-|-thinking(?:-|$)/;
const STREAMS_ALONE = /^(?:qwq|qvq)-/;

/**
 * Whether a request thinks: as it asks, else as its model does. From Qwen3.5 on an unknown default counts as on, as the
 * chat template itself takes it; the coder models never think. That the endpoints think by default:
 * https://www.alibabacloud.com/help/en/model-studio/deep-thinking (2026-10-19) and, for the Anthropic dialect,
 * https://github.com/ChatLab/ChatLab/issues/483 (2026-09-22).
 */
export function isThinking(name: string, model: Model | null, asked: boolean | null): boolean {
  if (ALWAYS.test(name)) return true;
  if (model?.thinkingDefault === false) return false;
  return thinkingOf(model, asked) ?? (OPEN_HYBRID.test(name) || model?.template === "qwen3.5");
}

export interface AskedThinking {
  readonly model: string;
  readonly thinks: boolean;
  /** As the request itself says; null = it does not. */
  readonly asked: boolean | null;
  readonly stream: boolean;
  readonly choice: ToolChoice;
  readonly terms: AnswerTerms;
}

/**
 * What does not go with thinking, in the service's words: https://www.alibabacloud.com/help/model-studio/error-code
 * (2026-09-28), https://github.com/cloudwego/eino/issues/994 (2026-04-24). JSON is refused only where the request itself
 * turns thinking on: newer models take a schema while they think by default.
 */
export function refuseThinking({
  model,
  thinks,
  asked,
  stream,
  choice,
  terms,
}: AskedThinking): ServiceError | null {
  if (!thinks) return null;
  if (asked === false && ALWAYS.test(model)) {
    return badRequest("The value of the enable_thinking parameter is restricted to True.");
  }
  if (!stream && STREAMS_ALONE.test(model)) {
    return badRequest(
      "This model only support stream mode, please enable the stream parameter to access the model.",
    );
  }
  if (!stream && OPEN_HYBRID.test(model)) {
    return badRequest("parameter.enable_thinking must be set to false for non-streaming calls");
  }
  if (choice === "any" || typeof choice === "object") {
    return badRequest(
      `${ENGINE} The tool_choice parameter does not support being set to required or object in thinking mode`,
    );
  }
  if (asked && terms.form.kind === "json" && terms.form.schema === null) {
    return badRequest(`${ENGINE} Json mode response is not supported when enable_thinking is true`);
  }
  return null;
}
