/** `POST /api/v1/compare`: one conversation on several cache systems. */
import { compareBody, listTextVocabularies } from "../../../../lib/api/compare-body";
import { answerPost } from "../../../../lib/server/answer-post";
import { refuseMethod } from "../../../../lib/server/read-json-body";
import { loadCounters, loadServiceCounters } from "../../../../lib/server/vocabulary";
import { tell } from "../../../../lib/words/message";

export const POST = (request: Request): Promise<Response> =>
  answerPost(request, async (body) =>
    compareBody(body, await loadCounters(), await loadServiceCounters(listTextVocabularies(body))),
  );

const refuseOthers = (request: Request): Response => refuseMethod(request, "POST", tell("server.postJson"));

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
