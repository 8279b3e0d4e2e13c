/** `POST /api/relay`: a request on its way to a service and back; `GET`: which endpoints there are. */
import { refuseMethod } from "../../../lib/server/read-json-body";
import { ownRelay } from "../../../lib/server/relay/own-relay";
import { tell } from "../../../lib/words/message";

export const dynamic = "force-dynamic";

export const POST = (request: Request): Promise<Response> => ownRelay().send(request);

export const GET = (request: Request): Promise<Response> => ownRelay().describe(request);

const refuseOthers = (request: Request): Response =>
  refuseMethod(request, "GET, POST", tell("server.postToService"));

export { refuseOthers as DELETE, refuseOthers as PATCH, refuseOthers as PUT };
