/** `GET /api/s/<id>`: the sealed layout of a short link; `DELETE`: takes it away. */
import { limited } from "../../../../lib/server/limit-open";
import { refuseMethod } from "../../../../lib/server/read-json-body";
import { ownShortLinks } from "../../../../lib/server/short-links/own-short-links";
import { tell } from "../../../../lib/words/message";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

export const GET = limited(async (request, { params }: Context) =>
  ownShortLinks().read(request, (await params).id),
);

export const DELETE = limited(async (request, { params }: Context) =>
  ownShortLinks().remove(request, (await params).id),
);

const refuseOthers = (request: Request): Response =>
  refuseMethod(request, "DELETE, GET", tell("server.linkMethods"));

export { refuseOthers as PATCH, refuseOthers as POST, refuseOthers as PUT };
