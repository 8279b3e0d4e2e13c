/** `/emulator/…`: the emulator of Model Studio, on the base URLs of both dialects. */
import { answerRequest } from "../../../lib/server/emulator/answer-request";
import { refuseEmulated } from "../../../lib/server/emulator/service-error";
import { limited } from "../../../lib/server/limit-open";

const answer = limited(answerRequest, refuseEmulated);

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
