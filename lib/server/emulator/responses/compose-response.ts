/** All of a Responses request that needs its text: read with what precedes it, counted and given its reply. */
import { findModel } from "../../../offers/catalogue";
import { chatOfResponses } from "../../../prompt/services/chat-of-responses";
import type { CounterFor } from "../../../tokens/token-counter";
import type { JsonValue } from "../../../values/json";
import { MAX_BODY_BYTES, parseJsonBody, TOO_LARGE } from "../../read-json-body";
import { type AskedTerms, type CountedRequest, countRequest } from "../compose-answer";
import { composeReply, type Reply } from "../compose-reply";
import { readRequestText } from "../read-request";
import { badRequest, refuseBody, type ServiceError } from "../service-error";
import { checkResponsesBody, type ResponsesBody } from "./responses-body";

export interface AskedResponse extends AskedTerms {
  /** What was said before, where the body goes on from a response; null = not known yet. */
  readonly history: readonly JsonValue[] | null;
}

export type ComposedResponse =
  | { readonly ok: false; readonly error: ServiceError }
  /** What was said up to the end of `previous` is needed, and the body once more. */
  | {
      readonly ok: true;
      readonly kind: "continues";
      readonly previous: string;
      readonly bytes: AskedResponse["bytes"];
    }
  | {
      readonly ok: true;
      readonly kind: "composed";
      /** Its body without the input; of one that is not kept also without items. */
      readonly asked: ResponsesBody;
      /** Bytes of the body. */
      readonly size: number;
      readonly counted: CountedRequest;
      readonly reply: Reply;
    };

const refuse = (error: ServiceError): ComposedResponse => ({ ok: false, error });

/** Reads, counts and answers a Responses request, as far as no cache is needed for it. */
export function composeResponse(terms: AskedResponse, counterFor: CounterFor): ComposedResponse {
  const { bytes, history } = terms;
  const json = parseJsonBody(bytes);
  if (!json.ok) return refuse(refuseBody(json));
  const checked = checkResponsesBody(json.value);
  if (!checked.ok) return refuse(badRequest(checked.message));
  const { request: asked } = checked;
  const { previous, items, store } = asked;
  if (previous !== null && history === null) return { ok: true, kind: "continues", previous, bytes };
  const chat = JSON.stringify(chatOfResponses({ ...asked.body, input: [...(history ?? []), ...items] }));
  // What is kept adds up: together it may be more than is taken at once.
  if (Buffer.byteLength(chat) > MAX_BODY_BYTES) return refuse(refuseBody(TOO_LARGE));
  const read = readRequestText(chat, "openai");
  if (!read.ok) return read;
  const { request } = read;
  const result = countRequest(request, terms, counterFor);
  if (!result.ok) return result;
  const counter = counterFor(findModel(request.prompt.model ?? request.model));
  const { input: _, ...body } = asked.body;
  return {
    ok: true,
    kind: "composed",
    asked: { ...asked, body, items: store ? items : [] },
    size: bytes.length,
    counted: result.counted,
    reply: composeReply(request, terms.completion, counter, { rounds: terms.calls }),
  };
}
