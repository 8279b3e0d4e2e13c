/** Puts a request and the answer that follows it in a text together as one record. */
import { findUsage } from "../answers/find-usage";
import { isObject } from "../values/json";
import { isNativeBody, isRequestBody } from "./recognise-request";

const isBody = (value: unknown): boolean => isRequestBody(value) || isNativeBody(value);

/** A record that holds a body and no answer yet. */
const hasBody = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && isBody(value.body) && !("response" in value);

const isAnswer = (value: unknown): boolean =>
  isObject(value) &&
  !isBody(value) &&
  !("body" in value) &&
  (Array.isArray(value.choices) || findUsage(value) !== null);

/** @param values in the order of the text */
export function pairValues<Placed extends { readonly value: unknown }>(values: readonly Placed[]): Placed[] {
  const paired: Placed[] = [];
  for (const placed of values) {
    const last = paired.at(-1);
    const { value } = placed;
    const isOpen = last !== undefined && (isBody(last.value) || hasBody(last.value));
    if (!last || !isOpen || !isAnswer(value)) {
      paired.push(placed);
      continue;
    }
    const record = hasBody(last.value) ? last.value : { body: last.value };
    const answered = isObject(value) && "usage" in value ? value : { usage: findUsage(value) };
    paired[paired.length - 1] = { ...last, value: { ...record, response: answered } };
  }
  return paired;
}
