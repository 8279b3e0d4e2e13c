/** Knows JSON values that were seen before, without writing them as JSON: a conversation sends its messages again and again. */
import { isList, type JsonValue } from "../values/json";

/** Deeper values are taken as new each time. */
const DEEPEST = 400;

/** Gives each value a number, equal values the same one: equal as their JSON is, the order of properties included. */
export function createInterner(): (value: JsonValue) => number {
  const texts = new Map<string, number>();
  const others = new Map<string, number>();
  let last = 0;

  function numberOf(numbers: Map<string, number>, key: string): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(key, last);
    return last;
  }

  function visit(value: JsonValue, depth: number): number {
    if (typeof value === "string") return numberOf(texts, value);
    if (value === null || typeof value !== "object") return numberOf(others, String(value));
    if (depth === DEEPEST) {
      last += 1;
      return last;
    }
    const inner = isList(value)
      ? value.map((item) => visit(item, depth + 1))
      : Object.entries(value).flatMap(([name, item]) => [numberOf(texts, name), visit(item, depth + 1)]);
    return numberOf(others, `${isList(value) ? "[" : "{"}${inner.join()}`);
  }

  return (value) => visit(value, 0);
}
