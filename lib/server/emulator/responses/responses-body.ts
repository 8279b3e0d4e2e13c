/** The body of a Responses request: its shape, and what the answer repeats of it. */
import { z } from "zod";
import { isList, isObject, type JsonObject, type JsonValue } from "../../../values/json";

const MAX_NAME = 200;

const flag = (name: string) => z.boolean(`${name} must be true or false.`).nullish();
const text = (name: string) => z.string(`${name} must be a string.`).nullish();

const shape = z.looseObject(
  {
    model: z
      .string("model is missing: name the model, e.g. qwen3.7-max.")
      .min(1, "model must not be empty.")
      .max(MAX_NAME, `model is longer than ${MAX_NAME} characters.`),
    input: z.union([z.string(), z.array(z.unknown())], "input must be a string or a list of items."),
    instructions: text("instructions"),
    previous_response_id: text("previous_response_id"),
    store: flag("store"),
    stream: flag("stream"),
    background: flag("background"),
    max_output_tokens: z
      .number("max_output_tokens must be a whole number.")
      .int("max_output_tokens must be a whole number.")
      .min(1, "max_output_tokens must be at least 1.")
      .nullish(),
    text: z.looseObject({}, "text must be an object.").nullish(),
    tools: z.array(z.unknown(), "tools must be a list.").nullish(),
  },
  "The body must be a JSON object with model and input.",
);

/** A body of the right shape. */
export interface ResponsesBody {
  readonly model: string;
  /** As it was sent. */
  readonly body: JsonObject;
  /** The input as items: a string is one message of the user. */
  readonly items: readonly JsonValue[];
  readonly previous: string | null;
  /** Whether the response is kept: as long as nobody says otherwise. */
  readonly store: boolean;
  readonly stream: boolean;
}

export type CheckedBody =
  | { readonly ok: true; readonly request: ResponsesBody }
  | { readonly ok: false; readonly message: string };

const refuse = (message: string): CheckedBody => ({ ok: false, message });

const ROLES = ["user", "assistant", "system", "developer"];

/** What is wrong with an item, one sentence; null where nothing is. Kinds that are not known pass: they say nothing here. */
function faultOf(item: JsonValue, index: number): string | null {
  const place = `input[${index}]`;
  if (!isObject(item)) return `${place} must be an object.`;
  const { type = "message", role, content, call_id: call } = item;
  if (type === "message") {
    if (typeof role !== "string") return `${place} has no role.`;
    if (!ROLES.includes(role)) return `${place}: ${role.slice(0, 40)} is not one of [${ROLES.join(", ")}]`;
    if (typeof content !== "string" && !isList(content)) return `${place} has no content.`;
  }
  if ((type === "function_call" || type === "function_call_output") && typeof call !== "string") {
    return `${place} has no call_id.`;
  }
  return null;
}

/** Checks a body; the first thing wrong with it is told in a sentence. */
export function checkResponsesBody(value: unknown): CheckedBody {
  const checked = shape.safeParse(value);
  if (!checked.success) {
    return refuse(checked.error.issues[0]?.message ?? "The body has the wrong shape.");
  }
  const { model, input, previous_response_id: previous, store, stream, background } = checked.data;
  const body = value as JsonObject;
  if (background) return refuse("background is not played: leave it out, or send false.");
  if ("messages" in body) return refuse("Responses take input, not messages.");
  const items =
    typeof input === "string" ? [{ type: "message", role: "user", content: input }] : (input as JsonValue[]);
  if (items.length === 0) return refuse("input must not be empty.");
  for (const [index, item] of items.entries()) {
    const fault = faultOf(item, index);
    if (fault) return refuse(fault);
  }
  return {
    ok: true,
    request: {
      model,
      body,
      items,
      previous: previous ?? null,
      store: store ?? true,
      stream: stream ?? false,
    },
  };
}
