/** Reads an error's body in the three shapes that services answer with: OpenAI-compatible, DashScope's flat one, Anthropic. */
import { isObject } from "../values/json";

export interface UpstreamErrorBody {
  readonly code: string | null;
  /** The second name that a shape gives, e.g. `invalid_request_error`. */
  readonly type: string | null;
  readonly message: string | null;
  readonly requestId: string | null;
}

const NOTHING: UpstreamErrorBody = { code: null, type: null, message: null, requestId: null };

/** A text or a number as text; null for all else and for nothing. */
const textOf = (value: unknown): string | null =>
  (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : null;

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The body of an error as far as it says anything; never throws. A body that is no JSON says nothing. */
export function readUpstreamError(body: string): UpstreamErrorBody {
  const root = parse(body);
  if (!isObject(root)) return NOTHING;
  const error = isObject(root.error) ? root.error : root;
  const type = textOf(error.type);
  return {
    // Anthropic has no code; its type is as good as one.
    code: textOf(error.code) ?? type,
    type,
    message: textOf(error.message) ?? textOf(root.error),
    requestId: textOf(root.request_id) ?? textOf(error.request_id) ?? textOf(root.requestId),
  };
}
