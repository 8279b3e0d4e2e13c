/** Parameters outside of their range, refused in the service's words. */
import { withoutDate } from "../../offers/catalogue";
import { type Fields, fieldsOf } from "../../values/json";
import { badRequest, ENGINE, type ServiceError } from "./service-error";

interface Range {
  readonly name: string;
  isIn(value: number): boolean;
  readonly words: string;
}

/** Words: https://www.alibabacloud.com/help/en/model-studio/error-code (2026-09-28). */
const RANGES: readonly Range[] = [
  {
    name: "temperature",
    isIn: (value) => value >= 0 && value < 2,
    words: "Temperature should be in [0.0, 2.0)",
  },
  { name: "top_p", isIn: (value) => value > 0 && value <= 1, words: "Range of top_p should be (0.0, 1.0]" },
  { name: "top_k", isIn: (value) => value >= 0, words: "Parameter top_k be greater than or equal to 0" },
  {
    name: "repetition_penalty",
    isIn: (value) => value > 0,
    words: "Repetition_penalty should be greater than 0.0",
  },
  {
    name: "presence_penalty",
    isIn: (value) => value >= -2 && value <= 2,
    words: "Presence_penalty should be in [-2.0, 2.0]",
  },
];

/**
 * Tokens that `max_tokens` may ask for, of models whose refusal is known: https://github.com/anomalyco/opencode/issues/40770
 * (2026-08-05) and https://github.com/anomalyco/opencode/issues/16971 (2026-03-11).
 */
const MOST_TOKENS: Readonly<Record<string, number>> = { "qwen3.8-max": 131_072, "qwen-max": 8192 };

const numberOf = (fields: Fields, name: string): number | null => {
  const value = fields[name];
  return typeof value === "number" ? value : null;
};

function refuseTokens(fields: Fields, model: string): ServiceError | null {
  const name = withoutDate(model);
  const most = Object.hasOwn(MOST_TOKENS, name) ? MOST_TOKENS[name] : undefined;
  const asked = numberOf(fields, "max_completion_tokens") ?? numberOf(fields, "max_tokens");
  if (most === undefined || asked === null || asked <= most) return null;
  return badRequest(`${ENGINE} Range of max_tokens should be [1, ${most}]`);
}

/** The first parameter of a body that the service would refuse; null where there is none. */
export function refuseParameters(body: unknown, model: string): ServiceError | null {
  const fields = fieldsOf(body) ?? {};
  const wrong = RANGES.find(({ name, isIn }) => {
    const value = numberOf(fields, name);
    return value !== null && !isIn(value);
  });
  return wrong ? badRequest(`${ENGINE} ${wrong.words}`) : refuseTokens(fields, model);
}
