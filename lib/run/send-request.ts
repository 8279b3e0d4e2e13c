/** Sends one request and reads its answer as it comes. */
import { createStreamReader, type StreamedAnswer } from "../answers/read-stream";
import { explainUpstreamError } from "../answers/upstream-errors";
import { tell } from "../words/message";
import type { RequestAddress } from "./address-request";
import type { SendOutcome } from "./sending";

const ID_HEADERS = ["x-request-id", "request-id", "x-acs-request-id"];

const idOf = (headers: Headers): string | null =>
  ID_HEADERS.map((name) => headers.get(name)).find((id) => id !== null) ?? null;

/**
 * Whether a refusal tells that nothing was billed: the relay says that it sent nothing on, or the service says that the request
 * itself is wrong. Anything else, such as a proxy's own timeout, leaves it open.
 */
export function isUnbilled({ status, headers }: Response): boolean {
  const sent = headers.get("x-relay-sent");
  if (sent !== null) return sent === "no";
  return status >= 400 && status < 500 && status !== 408;
}

function explain(response: Response, body: string): SendOutcome {
  const { sentence, wayOut } = explainUpstreamError(response.status, body);
  return isUnbilled(response) ? { kind: "refused", sentence, wayOut } : { kind: "broke-off", sentence };
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
    // A browser does not tell whether the request had left before the connection went.
    return { kind: "broke-off", sentence: tell(signal.aborted ? "run.calledOff" : "run.connectionLost") };
  }
  if (!response.ok) return explain(response, await response.text().catch(() => ""));
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
