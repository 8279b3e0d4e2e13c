/** `POST /api/v1/simulate`: what a series of requests reads, writes and costs. */
import { simulateBody } from "../../../../lib/api/simulate-body";
import { answerPost } from "../../../../lib/server/answer-post";
import { refuseMethod } from "../../../../lib/server/read-json-body";
import { loadCounters } from "../../../../lib/server/vocabulary";
import { tell } from "../../../../lib/words/message";

export const POST = (request: Request): Promise<Response> =>
  answerPost(request, async (body) => simulateBody(body, await loadCounters()));

const refuseOthers = (request: Request): Response => refuseMethod(request, "POST", tell("server.postJson"));

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
