/** `POST /api/v1/simulate`: what a series of requests reads, writes and costs. */
import { answerPost } from "../../../../lib/server/answer-post";
import { limited } from "../../../../lib/server/limit-open";
import { refuseMethod } from "../../../../lib/server/read-json-body";
import { askWorkers } from "../../../../lib/server/work/own-workers";
import { tell } from "../../../../lib/words/message";

export const POST = limited((request) => answerPost(request, "simulate", askWorkers));

const refuseOthers = (request: Request): Response => refuseMethod(request, "POST", tell("server.postJson"));

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
