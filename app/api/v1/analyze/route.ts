/** `POST /api/v1/analyze`: tokens, markers, breakpoints and problems of one request body. */
import { analyzeBody } from "../../../../lib/analysis/analyze-body";
import { answerPost } from "../../../../lib/server/answer-post";
import { refuseMethod } from "../../../../lib/server/error-response";
import { loadCounters } from "../../../../lib/server/vocabulary";

export const POST = (request: Request): Promise<Response> =>
  answerPost(request, async (body) => analyzeBody(body, await loadCounters()));

export { refuseMethod as DELETE, refuseMethod as GET, refuseMethod as PATCH, refuseMethod as PUT };
