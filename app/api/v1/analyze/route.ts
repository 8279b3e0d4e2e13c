/** `POST /api/v1/analyze`: tokens, markers, breakpoints and problems of one prompt, as JSON or as SARIF. */
import { answerAnalyze } from "../../../../lib/api/analyze-post";
import { answerTextPost } from "../../../../lib/server/answer-post";
import { parseJsonText, refuseMethod } from "../../../../lib/server/read-json-body";
import { originOf, trustsProxy } from "../../../../lib/server/request-origin";
import { wordsOf } from "../../../../lib/server/request-words";
import { loadCounters } from "../../../../lib/server/vocabulary";
import { tell } from "../../../../lib/words/message";
import manifest from "../../../../package.json";

export const POST = (request: Request): Promise<Response> =>
  answerTextPost(request, async (text) => {
    const { searchParams: query } = new URL(request.url);
    const json = parseJsonText(text);
    const words = wordsOf(request.headers);
    const post = {
      text,
      json,
      query,
      origin: originOf(request, trustsProxy(process.env)),
      version: manifest.version,
      words,
    };
    return answerAnalyze(post, await loadCounters());
  });

const refuseOthers = (request: Request): Response => refuseMethod(request, "POST", tell("server.postJson"));

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
