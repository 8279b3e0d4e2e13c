/** Shapes that requests to the HTTP API have in common: times, counts, bodies, and what is said where one is wrong. */
import { z } from "zod";
import { pointerSteps } from "../prompt/json-pointer";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { isObject } from "../values/json";
import { type Said, tell } from "../words/message";
import { type Checked, checkShape, complain } from "./check-shape";

/** More requests than this take too long for one call. */
export const MAX_REQUESTS = 10_000;
/** Segments of one text-free request. */
export const MAX_SEGMENTS = 10_000;
const MAX_TOKENS = 1_000_000_000;
const MAX_SECONDS = 1e12;

export const seconds = z
  .number(complain("api.secondsAsked"))
  .min(0, complain("api.secondsFromZero"))
  .max(MAX_SECONDS, complain("api.tooLarge"));
export const count = (what: "blocks" | "replicas" | "segments" | "tokens") =>
  z
    .number(complain("api.countAsked", { what }))
    .int(complain("api.countAsked", { what }))
    .min(0, complain("api.countFromZero", { what }))
    .max(MAX_TOKENS, complain("api.tooLarge"));

export const bodySchema = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())], {
  error: complain("api.bodyAsked"),
});

/** @param problem what a sentence says of the place, e.g. `api.tooLarge` */
export const refuse = (pointer: string, problem: Said): Checked<never> => ({
  ok: false,
  error: {
    code: "invalid_request",
    message:
      pointer === "" ? tell("api.atRequest", { problem }) : tell("api.atPlace", { place: pointer, problem }),
    pointer,
  },
});

const refuseMissing = (pointer: string, problem: Said): Checked<never> => ({
  ok: false,
  error: {
    code: "invalid_request",
    message: tell("api.missingAtPlace", { place: pointer, problem }),
    pointer,
  },
});

export function check<S extends z.ZodType>(schema: S, value: unknown, at: string): Checked<z.infer<S>> {
  const checked = checkShape(schema, value, "invalid_request");
  if (checked.ok) return checked;
  const { message, pointer = "" } = checked.error;
  let held: unknown = value;
  for (const step of pointerSteps(pointer)) {
    held = isObject(held) || Array.isArray(held) ? Reflect.get(held, step) : undefined;
  }
  return held === undefined && pointer !== ""
    ? refuseMissing(at + pointer, message)
    : refuse(at + pointer, message);
}

/** A request in one of its two forms. */
export function checkForm<B extends z.ZodType, S extends z.ZodType>(
  value: unknown,
  at: string,
  bodyForm: B,
  segmentForm: S,
): Checked<z.infer<B> | z.infer<S>> {
  if (!isObject(value)) {
    const [first, second] = ['{ "at": …, "body": … }', '{ "at": …, "segments": … }'];
    return refuse(at, tell("api.eitherObject", { first, second }));
  }
  const hasBody = value.body !== undefined;
  const hasSegments = value.segments !== undefined;
  if (hasBody && hasSegments) return refuse(at, tell("api.bodyAndSegments"));
  if (!hasBody && !hasSegments) return refuse(at, tell("api.noBodyNorSegments"));
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
  if (text === null) return refuse(`${place}/body`, tell("api.tooDeep"));
  const { prompt, errors } = parsePrompt(text);
  if (prompt) return { ok: true, value: prompt };
  const [first] = errors;
  return {
    ok: false,
    error: {
      code: (first?.code ?? "request-shape").replaceAll("-", "_"),
      message: first?.message ?? tell("api.noMessages"),
      pointer: `${place}/body${first?.pointer ?? ""}`,
    },
  };
}
