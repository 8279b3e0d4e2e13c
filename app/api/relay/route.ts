/** `POST /api/relay`: a request on its way to a service and back; `GET`: which endpoints there are. */
import { errorResponse } from "../../../lib/server/error-response";
import { ownRelay } from "../../../lib/server/relay/own-relay";

export const dynamic = "force-dynamic";

export const POST = (request: Request): Promise<Response> => ownRelay().send(request);

export const GET = (request: Request): Promise<Response> => ownRelay().describe(request);

const refuseOthers = (): Response =>
  errorResponse(
    405,
    { code: "method_not_allowed", message: "Send a POST request with the body for the service." },
    { Allow: "GET, POST" },
  );

export { refuseOthers as DELETE, refuseOthers as PATCH, refuseOthers as PUT };
