/** Responses that are kept: reading one, the items of its input, and forgetting it. */

import { isObject, type JsonValue } from "../../../values/json";
import type { AnswerContext } from "../answer-chat";
import { answerHeaders, errorAnswer, notFound } from "../service-error";
import { findResponse, forgetResponse } from "./kept-responses";

/** Items of an input, as the list that clients page through: all of them at once. */
function writeInput(input: readonly JsonValue[], id: string) {
  const data = input.map((item, index) =>
    isObject(item) ? { id: `item_${id.slice(5)}_${index}`, type: "message", ...item } : item,
  );
  const idOf = (item: JsonValue | undefined) => (isObject(item) ? (item.id ?? null) : null);
  return { object: "list", data, first_id: idOf(data[0]), last_id: idOf(data.at(-1)), has_more: false };
}

/** Answers `GET` and `DELETE …/responses/{id}`, and `GET …/responses/{id}/input_items`. */
export async function answerKept(
  method: string,
  { id, isInput }: { readonly id: string; readonly isInput: boolean },
  context: AnswerContext,
): Promise<Response> {
  const { account, requestId, world } = context;
  const kept = await findResponse(world.store, context, id);
  if (!kept) {
    return errorAnswer("openai", notFound(`Response with id '${id.slice(0, 100)}' not found.`), requestId);
  }
  const headers = answerHeaders("openai", requestId);
  if (method === "DELETE") {
    await forgetResponse(world.store, account, id);
    return Response.json({ id, object: "response", deleted: true }, { headers });
  }
  return Response.json(isInput ? writeInput(kept.input, id) : kept.response, { headers });
}
