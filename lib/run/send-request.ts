/** Sends one request and reads its answer as it comes. */
import { createStreamReader, type StreamedAnswer } from "../answers/read-stream";
import { explainUpstreamError } from "../answers/upstream-errors";
import { tell } from "../words/message";
import type { RequestAddress } from "./address-request";
import type { SendOutcome } from "./sending";

const ID_HEADERS = ["x-request-id", "request-id", "x-acs-request-id"];

const idOf = (headers: Headers): string | null =>
  ID_HEADERS.map((name) => headers.get(name)).find((id) => id !== null) ?? null;

/** The relay's own refusals after which the service may still be at work. */
const MAYBE_AT_WORK = new Set(["relay_first_byte_timeout", "relay_unreachable"]);

function explain(status: number, body: string): SendOutcome {
  const { code, sentence, wayOut } = explainUpstreamError(status, body);
  return code !== null && MAYBE_AT_WORK.has(code)
    ? { kind: "broke-off", sentence }
    : { kind: "refused", sentence, wayOut };
}

/** Reads until the end; what has come stays where the stream breaks off. Calls `onFirst` at the first words. */
async function readBody(response: Response, onFirst: () => void): Promise<StreamedAnswer> {
  const reader = createStreamReader();
  const decoder = new TextDecoder();
  const source = response.body?.getReader();
  let begun = false;
  try {
    for (let next = await source?.read(); next && !next.done; next = await source?.read()) {
      reader.push(decoder.decode(next.value, { stream: true }));
      if (begun) continue;
      const { text, reasoning, calls } = reader.answer();
      begun = text !== "" || reasoning !== "" || calls.length > 0;
      if (begun) onFirst();
    }
    reader.push(decoder.decode());
    reader.end();
  } catch {
    // The answer is then not complete, which says enough.
  }
  return reader.answer();
}

/** Never rejects. A signal that aborts makes it an answer that broke off. */
export async function sendRequest(
  post: typeof fetch,
  { url, headers }: RequestAddress,
  body: string,
  { signal, onFirst }: { readonly signal: AbortSignal; readonly onFirst: () => void },
): Promise<SendOutcome> {
  let response: Response;
  try {
    response = await post(url, { method: "POST", headers, body, signal, cache: "no-store" });
  } catch {
    if (signal.aborted) return { kind: "broke-off", sentence: tell("run.calledOff") };
    return {
      kind: "refused",
      sentence: tell("run.serverNotReached"),
      wayOut: tell("run.checkConnection"),
    };
  }
  if (!response.ok) return explain(response.status, await response.text().catch(() => ""));
  const answer = await readBody(response, onFirst);
  if (answer.error !== null) {
    const { sentence } = explainUpstreamError(response.status, answer.error);
    return { kind: "broke-off", sentence };
  }
  // Some services leave the closing event out; usage and reason are then the end.
  const isWhole = answer.isComplete || (answer.finish !== null && answer.usage !== null);
  return isWhole
    ? { kind: "answered", answer, requestId: idOf(response.headers) }
    : { kind: "broke-off", sentence: tell("run.answerBrokeOff") };
}
