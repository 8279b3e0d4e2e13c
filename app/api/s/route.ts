/** `POST /api/s`: keeps a sealed layout for a short link. */
import { errorResponse } from "../../../lib/server/error-response";
import { ownShortLinks } from "../../../lib/server/short-links/own-short-links";

export const dynamic = "force-dynamic";

export const POST = (request: Request): Promise<Response> => ownShortLinks().create(request);

const refuseOthers = (): Response =>
  errorResponse(
    405,
    { code: "method_not_allowed", message: "Send a POST request with the sealed layout." },
    { Allow: "POST" },
  );

export { refuseOthers as DELETE, refuseOthers as GET, refuseOthers as PATCH, refuseOthers as PUT };
