/** `/emulator/…`: the emulator of Model Studio, on the base URLs of both dialects. */
import { answerRequest } from "../../../lib/server/emulator/answer-request";

export {
  answerRequest as DELETE,
  answerRequest as GET,
  answerRequest as HEAD,
  answerRequest as PATCH,
  answerRequest as POST,
  answerRequest as PUT,
};
