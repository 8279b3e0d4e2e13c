/** What a request asks of its answer besides its length: where it stops, how many there are, and what form it has. */
import { z } from "zod";
import { fieldsOf, type JsonObject, type JsonValue, readNumber, stringOf } from "../../values/json";

/** `schema`: a value that fits; absent = any object. */
export type AnswerForm =
  | { readonly kind: "text" }
  | { readonly kind: "json"; readonly schema: JsonObject | null };

export interface AnswerTerms {
  /** Texts that end the answer before they are written. */
  readonly stop: readonly string[];
  /** Answers to the one request. */
  readonly count: number;
  readonly form: AnswerForm;
  /** False: one call a reply. */
  readonly parallel: boolean;
  /** Tokens; null = no limit given. */
  readonly thinkingBudget: number | null;
  /** True where `max_tokens` holds the thinking too. */
  readonly limitHoldsThinking: boolean;
}

export const USUAL_TERMS: AnswerTerms = {
  stop: [],
  count: 1,
  form: { kind: "text" },
  parallel: true,
  thinkingBudget: null,
  limitHoldsThinking: false,
};

/** Answers that one request may ask for. Source: https://www.alibabacloud.com/help/en/model-studio/qwen-api-reference (2026-01-27). */
const MOST_ANSWERS = 4;
const MAX_STOPS = 16;

const schemaObject = z.record(z.string(), z.unknown());

const namedSchema = z.object(
  {
    type: z.literal("json_schema"),
    json_schema: z.object(
      { schema: schemaObject.nullish() },
      "response_format.json_schema must be an object with schema.",
    ),
  },
  "response_format.json_schema must be an object with schema.",
);

/** Of a wrong format, shortened. */
const typeOf = (input: unknown): string => stringOf(fieldsOf(input)?.type).slice(0, 40) || "missing";

const responseFormat = z.discriminatedUnion(
  "type",
  [z.object({ type: z.literal("text") }), z.object({ type: z.literal("json_object") }), namedSchema],
  {
    error: (issue) =>
      `Unknown format of response_format, response_format should be a dict, includes 'type' and an optional key 'json_schema'. The response_format type from user is ${typeOf(issue.input)}.`,
  },
);

const outputFormat = z.object(
  { type: z.literal("json_schema"), schema: schemaObject },
  "output_config.format must be json_schema with a schema.",
);

const stopTexts = (name: string) =>
  z
    .array(z.union([z.string(), z.number(), z.array(z.number())]), `${name} must be a list of texts.`)
    .max(MAX_STOPS, `${name} has more than ${MAX_STOPS} texts.`);

const STOP_WORDS =
  'The "stop" parameter must be of type "str", "list[str]", "list[int]", or "list[list[int]]", and all elements within the list must be of the same type.';

/** The fields, for the shape of a body. */
export const termFields = {
  stop: z.union([z.string(), stopTexts("stop")], STOP_WORDS).nullish(),
  stop_sequences: stopTexts("stop_sequences").nullish(),
  n: z
    .number("n must be a whole number.")
    .int("n must be a whole number.")
    .min(1, `Range of n should be [1, ${MOST_ANSWERS}]`)
    .max(MOST_ANSWERS, `Range of n should be [1, ${MOST_ANSWERS}]`)
    .nullish(),
  response_format: responseFormat.nullish(),
  output_config: z.object({ format: outputFormat.nullish() }, "output_config must be an object.").nullish(),
  output_format: outputFormat.nullish(),
  parallel_tool_calls: z.boolean("parallel_tool_calls must be true or false.").nullish(),
  // What these hold is nobody's mistake where the dialect does not know them.
  thinking_budget: z.unknown().optional(),
  thinking: z.unknown().optional(),
};

type Fields = z.infer<z.ZodObject<typeof termFields>>;

function readForm({ response_format, output_config, output_format }: Fields): AnswerForm {
  const format = output_config?.format ?? output_format;
  if (format) return { kind: "json", schema: format.schema as { readonly [key: string]: JsonValue } };
  if (!response_format || response_format.type === "text") return { kind: "text" };
  const schema = response_format.type === "json_schema" ? (response_format.json_schema.schema ?? null) : null;
  return { kind: "json", schema: schema as JsonObject | null };
}

/** Stops may also be given as ids of tokens, which mean nothing to an answer that no model wrote. */
function readStop({ stop, stop_sequences }: Fields): readonly string[] {
  const given = typeof stop === "string" ? [stop] : [...(stop ?? []), ...(stop_sequences ?? [])];
  return given.filter((text): text is string => typeof text === "string" && text !== "");
}

/** The terms of a checked body; of the Anthropic dialect every limit holds the thinking too. */
export function readTerms(fields: Fields, limitHoldsThinking: boolean, parallel: boolean): AnswerTerms {
  return {
    stop: readStop(fields),
    count: fields.n ?? 1,
    form: readForm(fields),
    parallel: parallel && fields.parallel_tool_calls !== false,
    thinkingBudget:
      readNumber(fields.thinking_budget) ?? readNumber(fieldsOf(fields.thinking)?.budget_tokens),
    limitHoldsThinking,
  };
}
