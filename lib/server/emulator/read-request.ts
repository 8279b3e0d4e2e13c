/** The body of a request as the emulator needs it: the prompt, and the few fields that steer the answer. */
import { z } from "zod";
import { findModel } from "../../offers/catalogue";
import { parsePrompt } from "../../prompt/parse";
import type { Dialect, Prompt } from "../../prompt/prompt";
import { ENGLISH } from "../../words/plain-words";
import { decodeBody, parseJsonText } from "../read-json-body";
import { type AnswerTerms, readTerms, termFields } from "./answer-terms";
import { refuseBudget, refuseForm, refuseMessages, refuseShape, refuseThread } from "./find-refusal";
import { refuseParameters } from "./refuse-parameters";
import { badRequest, type ServiceError } from "./service-error";
import { isForced, isThinking, refuseThinking } from "./thinking";

/** Whether the model may call a tool, must call any, or must call one by name. */
export type ToolChoice = "none" | "auto" | "any" | { readonly name: string };

export interface EmulatedRequest {
  readonly prompt: Prompt;
  readonly model: string;
  readonly stream: boolean;
  readonly includeUsage: boolean;
  /** Tokens; null = no limit given. */
  readonly maxTokens: number | null;
  readonly choice: ToolChoice;
  /** Absent = the usual ones: one answer in words. */
  readonly terms?: AnswerTerms;
  /** True where the model thinks before it answers. */
  readonly thinks?: boolean;
}

export type ReadRequest =
  | { readonly ok: true; readonly request: EmulatedRequest }
  | { readonly ok: false; readonly error: ServiceError };

const MAX_NAME = 200;

const limit = (name: string) =>
  z
    .number(`${name} must be a whole number.`)
    .int(`${name} must be a whole number.`)
    .min(1, `${name} must be at least 1.`)
    .nullish();

/** How the Anthropic dialect asks for one call at a time. */
const single = {
  disable_parallel_tool_use: z.boolean("disable_parallel_tool_use must be true or false.").nullish(),
};

const choiceSchema = z.union(
  [
    z.enum(["none", "auto", "required"]),
    z.object({ type: z.literal("function"), function: z.object({ name: z.string() }) }),
    z.object({ type: z.literal("tool"), name: z.string(), ...single }),
    z.object({ type: z.enum(["none", "auto", "any"]), ...single }),
  ],
  "tool_choice must be none, auto, required or the choice of one tool.",
);

const bodySchema = z.object(
  {
    model: z
      .string("model is missing: name the model, e.g. qwen3.7-max.")
      .min(1, "model must not be empty.")
      .max(MAX_NAME, `model is longer than ${MAX_NAME} characters.`),
    stream: z.boolean("stream must be true or false.").nullish(),
    stream_options: z
      .object(
        { include_usage: z.boolean("stream_options.include_usage must be true or false.").nullish() },
        "stream_options must be an object.",
      )
      .nullish(),
    max_tokens: limit("max_tokens"),
    max_completion_tokens: limit("max_completion_tokens"),
    tool_choice: choiceSchema.nullish(),
    ...termFields,
  },
  "The body must be a JSON object with model and messages.",
);

function readChoice(choice: z.infer<typeof choiceSchema> | null | undefined): ToolChoice {
  if (!choice) return "auto";
  if (typeof choice === "string") return choice === "required" ? "any" : choice;
  if (choice.type === "function") return { name: choice.function.name };
  return choice.type === "tool" ? { name: choice.name } : choice.type;
}

/** Whether one reply may make several calls. */
const isParallel = (choice: z.infer<typeof choiceSchema> | null | undefined): boolean =>
  !(typeof choice === "object" && choice !== null && "disable_parallel_tool_use" in choice) ||
  choice.disable_parallel_tool_use !== true;

const refuse = (error: ServiceError): ReadRequest => ({ ok: false, error });

/**
 * Reads the text of a body; the first thing wrong with it is told in a sentence.
 * @param isAnswered false where it is only counted: what an answer could not be does not matter then
 */
export function readRequestText(text: string, dialect: Dialect, isAnswered = true): ReadRequest {
  const json = parseJsonText(text);
  if (!json.ok) return refuse(badRequest(ENGLISH.say(json.error.message)));
  const checked = bodySchema.safeParse(json.value);
  if (!checked.success) {
    return refuse(badRequest(checked.error.issues[0]?.message ?? "The body has the wrong shape."));
  }
  const thread = dialect === "anthropic" ? refuseThread(json.value) : null;
  if (thread) return refuse(thread);
  const { prompt, errors } = parsePrompt(text);
  const [wrong] = errors;
  if (wrong) return refuse(refuseShape(text, dialect, wrong));
  if (!prompt) return refuse(badRequest("The body holds no messages."));
  const refusal =
    refuseMessages(text, prompt.dialect) ??
    refuseBudget(text) ??
    refuseParameters(json.value, checked.data.model);
  if (refusal) return refuse(refusal);
  const { model, stream, stream_options, max_tokens, max_completion_tokens, tool_choice } = checked.data;
  const choice = readChoice(tool_choice);
  const holdsThinking = dialect === "anthropic" || typeof max_completion_tokens === "number";
  const terms = readTerms(checked.data, holdsThinking, isParallel(tool_choice));
  const thinks =
    isThinking(model, findModel(model), prompt.thinking) &&
    !(dialect === "anthropic" && isForced(choice) && prompt.thinking === null);
  const asked = { model, thinks, asked: prompt.thinking, stream: stream ?? false, choice, terms };
  const unfit = isAnswered ? (refuseThinking(asked) ?? refuseForm(terms, prompt)) : null;
  if (unfit) return refuse(unfit);
  return {
    ok: true,
    request: {
      prompt,
      model,
      stream: stream ?? false,
      includeUsage: dialect === "anthropic" || (stream_options?.include_usage ?? false),
      maxTokens: max_completion_tokens ?? max_tokens ?? null,
      choice,
      terms,
      thinks,
    },
  };
}

/** Reads the bytes of a body. */
export function readRequest(bytes: Uint8Array, dialect: Dialect, isAnswered = true): ReadRequest {
  const body = decodeBody(bytes);
  if (!body.ok) return refuse(badRequest(ENGLISH.say(body.error.message), body.status));
  return readRequestText(body.text, dialect, isAnswered);
}
