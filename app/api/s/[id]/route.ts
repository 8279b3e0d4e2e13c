/** `GET /api/s/<id>`: the sealed layout of a short link; `DELETE`: takes it away. */
import { errorResponse } from "../../../../lib/server/error-response";
import { ownShortLinks } from "../../../../lib/server/short-links/own-short-links";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  ownShortLinks().read(request, (await params).id);

export const DELETE = async (request: Request, { params }: Context): Promise<Response> =>
  ownShortLinks().remove(request, (await params).id);

const refuseOthers = (): Response =>
  errorResponse(
    405,
    { code: "method_not_allowed", message: "A short link is read with GET and deleted with DELETE." },
    { Allow: "DELETE, GET" },
  );

export { refuseOthers as PATCH, refuseOthers as POST, refuseOthers as PUT };
