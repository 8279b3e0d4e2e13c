/** `POST /api/v1/simulate`: what a series of requests reads, writes and costs. */

import { simulateBody } from "../../../../lib/api/simulate-body";
import { answerPost } from "../../../../lib/server/answer-post";
import { refuseMethod } from "../../../../lib/server/error-response";
import { loadCounters } from "../../../../lib/server/vocabulary";

export const POST = (request: Request): Promise<Response> =>
  answerPost(request, async (body) => simulateBody(body, await loadCounters()));

export { refuseMethod as DELETE, refuseMethod as GET, refuseMethod as PATCH, refuseMethod as PUT };
