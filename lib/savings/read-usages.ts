/** Reads pasted usage objects, one or many, as the input tokens that they sum to. */
import { decodeUsage } from "../answers/decode-usage";
import { type Failure, fail } from "../values/failure";
import { type Message, tell } from "../words/message";
import type { InputUsage } from "./usage-savings";

export interface UsageSum {
  readonly ok: true;
  readonly usage: InputUsage;
  /** Usage objects that were read. */
  readonly count: number;
  /** What one of them says that limits the sum, one sentence; null where nothing does. */
  readonly caution: Message | null;
}

/** JSON values in a text: one of them, a list, or one a line. Null where it is neither. */
function parseValues(text: string): readonly unknown[] | null {
  const parse = (piece: string): unknown => JSON.parse(piece);
  try {
    const value = parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    try {
      return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [parse(line)]));
    } catch {
      return null;
    }
  }
}

/** Usage objects, or whole responses that hold one; a list or a line each where there are several. Never throws. */
export function readUsages(text: string): UsageSum | Failure {
  if (text.trim() === "") return fail(tell("savings.pasteUsage"));
  const values = parseValues(text);
  if (!values) return fail(tell("savings.noJson"));
  if (values.length === 0) return fail(tell("savings.emptyList"));
  const sum = { read: 0, written: 0, uncached: 0 };
  let isUntold = false;
  for (const [index, value] of values.entries()) {
    const reading = decodeUsage(value);
    if (!reading.ok)
      return fail(
        values.length === 1
          ? reading.reason
          : tell("savings.usageFails", { number: index + 1, reason: reading.reason }),
      );
    const { read, written, uncached, readKnown, writtenKnown } = reading.usage;
    sum.read += read;
    sum.written += written;
    sum.uncached += uncached;
    isUntold ||= readKnown === false || writtenKnown === false;
  }
  const caution = isUntold ? tell("savings.untold") : null;
  return { ok: true, usage: sum, count: values.length, caution };
}
