/** The shape of a request to the HTTP API, checked: one sentence for the first thing that is wrong, and where it stands. */
import type { z } from "zod";
import { childPointer } from "../prompt/json-pointer";
import { isMessage, type MessageKey, type Said, tell, type ValuesOf } from "../words/message";

/** What is wrong with a request. */
export interface ApiError {
  /** Snake case, e.g. `json_invalid`; stable, for programs. */
  readonly code: string;
  /** One sentence for people: what is wrong, where, the mend. */
  readonly message: Said;
  /** JSON Pointer into what was sent; absent for what stands elsewhere. */
  readonly pointer?: string;
}

export interface Refused {
  readonly ok: false;
  readonly error: ApiError;
}

export type Checked<T> = { readonly ok: true; readonly value: T } | Refused;

/** A complaint of a schema: schemas take strings alone, so the message goes through them as JSON. */
export const complain = <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): string =>
  JSON.stringify(tell(key, ...values));

/** The message of a complaint, or the schema's own words. */
function hearComplaint(text: string): Said {
  if (!text.startsWith('{"key":')) return text;
  const told: unknown = JSON.parse(text);
  return isMessage(told) ? told : text;
}

/** What the schema makes of a value, or its first complaint under this code. */
export function checkShape<S extends z.ZodType>(
  schema: S,
  value: unknown,
  code: string,
): Checked<z.infer<S>> {
  const checked = schema.safeParse(value);
  if (checked.success) return { ok: true, value: checked.data };
  const [issue] = checked.error.issues;
  const path = (issue?.path ?? []).map((step) => (typeof step === "number" ? step : String(step)));
  const message = issue ? hearComplaint(issue.message) : tell("api.wrongShape");
  return { ok: false, error: { code, message, pointer: path.reduce(childPointer, "") } };
}
