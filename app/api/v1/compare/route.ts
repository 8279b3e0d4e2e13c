/** `POST /api/v1/compare`: one conversation on several cache systems. */
import { answerPost } from "../../../../lib/server/answer-post";
import { limited } from "../../../../lib/server/limit-open";
import { refuseMethod } from "../../../../lib/server/read-json-body";
import { askWorkers } from "../../../../lib/server/work/own-workers";
import { tell } from "../../../../lib/words/message";

export const POST = limited((request) => answerPost(request, "compare", askWorkers));

const refuseOthers = (request: Request): Response => refuseMethod(request, "POST", tell("server.postJson"));

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
