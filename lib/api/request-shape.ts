/** Shapes that requests to the HTTP API have in common: times, counts, bodies, and what is said where one is wrong. */
import { z } from "zod";
import { pointerSteps } from "../prompt/json-pointer";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { isObject } from "../values/json";
import { type Checked, checkShape } from "./check-shape";

/** More requests than this take too long for one call. */
export const MAX_REQUESTS = 10_000;
/** Segments of one text-free request. */
export const MAX_SEGMENTS = 10_000;
const MAX_TOKENS = 1_000_000_000;
const MAX_SECONDS = 1e12;

export const seconds = z
  .number("must be a number of seconds")
  .min(0, "must be 0 s or more")
  .max(MAX_SECONDS, "is too large");
export const count = (what: string) =>
  z
    .number(`must be a whole number of ${what}`)
    .int(`must be a whole number of ${what}`)
    .min(0, `must be 0 ${what} or more`)
    .max(MAX_TOKENS, "is too large");

export const bodySchema = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())], {
  error: "must be a request body: an object with `messages`, or an array of messages",
});

export const refuse = (pointer: string, problem: string, code = "invalid_request"): Checked<never> => ({
  ok: false,
  error: { code, message: `${pointer === "" ? "The request" : pointer} ${problem}.`, pointer },
});

export function check<S extends z.ZodType>(schema: S, value: unknown, at: string): Checked<z.infer<S>> {
  const checked = checkShape(schema, value, "invalid_request");
  if (checked.ok) return checked;
  const { message, pointer = "" } = checked.error;
  let held: unknown = value;
  for (const step of pointerSteps(pointer)) {
    held = isObject(held) || Array.isArray(held) ? Reflect.get(held, step) : undefined;
  }
  const missing = held === undefined && pointer !== "" ? "is missing; it " : "";
  return refuse(at + pointer, `${missing}${message}`);
}

/** A request in one of its two forms. */
export function checkForm<B extends z.ZodType, S extends z.ZodType>(
  value: unknown,
  at: string,
  bodyForm: B,
  segmentForm: S,
): Checked<z.infer<B> | z.infer<S>> {
  if (!isObject(value))
    return refuse(at, 'must be an object { "at": …, "body": … } or { "at": …, "segments": … }');
  const hasBody = value.body !== undefined;
  const hasSegments = value.segments !== undefined;
  if (hasBody && hasSegments) return refuse(at, "holds both `body` and `segments`; give one of the two");
  if (!hasBody && !hasSegments) return refuse(at, "holds neither `body` nor `segments`; give one of the two");
  return hasBody ? check(bodyForm, value, at) : check(segmentForm, value, at);
}

/** Null where the value is nested deeper than the stack allows. */
function writeJson(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** The prompt of a request's body; `place` is the pointer of the request. */
export function readBody(body: unknown, place: string): Checked<Prompt> {
  const text = writeJson(body);
  if (text === null) return refuse(`${place}/body`, "is nested too deeply");
  const { prompt, errors } = parsePrompt(text);
  if (prompt) return { ok: true, value: prompt };
  const [first] = errors;
  return {
    ok: false,
    error: {
      code: (first?.code ?? "request-shape").replaceAll("-", "_"),
      message: first?.message ?? "The body holds no messages.",
      pointer: `${place}/body${first?.pointer ?? ""}`,
    },
  };
}
