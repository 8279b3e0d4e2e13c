/** Reads one JSON value of an import; what later steps could not walk is refused here. */
import { LIMITS } from "../prompt/limits";
import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";

export type ParsedValue =
  | { readonly ok: true; readonly value: unknown }
  /** To be said after the place, e.g. `is not JSON`. */
  | Failure;

/** Walks without recursion, so that no depth of nesting overflows the stack. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LIMITS.depth) return true;
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== "object" || each === null) continue;
      for (const inner of Array.isArray(each) ? each : Object.values(each)) {
        if (typeof inner === "object" && inner !== null) next.push(inner);
      }
    }
    level = next;
  }
  return false;
}

const ENDS: Readonly<Record<string, string | undefined>> = { "{": "}", "[": "]", '"': '"' };

/** Tells at its ends that a text is no value: to try and fail costs more, and a file may have millions of such lines. */
const mayBeValue = (text: string): boolean => {
  const first = text[0] ?? "";
  return ENDS[first] !== undefined ? text.at(-1) === ENDS[first] : /^[-\dtfn]/.test(first);
};

/** Said after the place. */
export const NOT_JSON = tell("importing.notJson");

/** Never throws. A byte order mark and blanks around the value are skipped. */
export function parseValue(text: string): ParsedValue {
  const bare = text.trim();
  if (!mayBeValue(bare)) return fail(NOT_JSON);
  try {
    const value: unknown = JSON.parse(bare);
    return isTooDeep(value) ? fail(tell("importing.tooDeep")) : { ok: true, value };
  } catch {
    return fail(NOT_JSON);
  }
}
